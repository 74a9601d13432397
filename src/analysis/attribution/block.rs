//! The quotations of one block with the speakers that the block itself names. It is a pure function of the block, and looks at
//! no other one.

use crate::analysis::attribution::frame::{Frame, frames};
use crate::analysis::attribution::judge::voice;
use crate::analysis::attribution::line::{Line, WholeSentence, whole_sentences};
use crate::analysis::attribution::paragraph::announcement::{self, Announced};
use crate::analysis::attribution::paragraph::{lend, parting, signature, stance};
use crate::analysis::attribution::sentence::{self, Groups};
use crate::analysis::attribution::types::{LocalQuotation, QuotationKind, Speech, Voice};
use crate::analysis::quotations::{self, Region};
use crate::language::{Dependents, Language, View};
use crate::text::Span;

/// How many noun phrases that could have spoken are kept.
const MOST_CANDIDATES: usize = 4;

/// Finds the quotations of a block and who speaks in them. Linear in the length of the block.
#[must_use]
pub fn of_block(text: &str, language: &Language) -> Speech {
    let regions = quotations::of_block(text);
    let sentences = whole_sentences(text, language, &regions);
    let dependents = Dependents::of(language);
    let view = View::new(text, language).with_dependents(&dependents);
    let mut speech = Speech::default();
    of_sentences(view, &regions, &sentences, &mut speech);
    speech
        .quotations
        .sort_by_key(|quotation| (quotation.span.start, quotation.span.end));
    lend::lend(text, &mut speech.quotations);
    if let Some(sentence) = sentences.last() {
        close_block(Line::new(view, &regions, sentence), &mut speech);
    }
    speech
}

/// Reads the sentences one by one; each may take its speaker from the one before it.
fn of_sentences(view: View<'_>, regions: &[Region], sentences: &[WholeSentence<'_>], speech: &mut Speech) {
    let mut groups = Groups::default();
    let mut announced: Option<Announced> = None;
    for sentence in sentences {
        let line = Line::new(view, regions, sentence);
        let frames = frames(line);
        if let Some(voice) = signature::after_dash(line) {
            signature::sign(line, voice, &mut speech.quotations);
        }
        parting::give(line, &mut speech.quotations);
        let mut found = sentence::quotations(line, &frames, &speech.quotations, &mut groups);
        announcement::give(line, announced.as_ref(), &mut found);
        let silent = !found.iter().any(|quotation| quotation.is_speech);
        announced = if silent {
            announcement::announced(line, &frames)
        } else {
            None
        };
        speech.quotations.append(&mut found);
        collect_candidates(line, &frames, &mut speech.candidates);
    }
    speech.candidates.reverse();
}

/// Adds the subjects of a sentence to the noun phrases that could have spoken; the last ones are kept.
fn collect_candidates(line: Line<'_>, frames: &[Frame], candidates: &mut Vec<Span>) {
    let subjects = frames.iter().filter_map(|frame| frame.speaker.as_ref());
    candidates.extend(subjects.map(|subject| line.span(subject.items.clone())));
    let excess = candidates.len().saturating_sub(MOST_CANDIDATES);
    candidates.drain(..excess);
}

/// Finds what the last sentence of a block hands on: a signature, a lead-in, a stance.
fn close_block(line: Line<'_>, speech: &mut Speech) {
    if speech.quotations.is_empty() {
        speech.signature = signature::after_dash(line);
        speech.name_alone = signature::alone(line);
    }
    speech.lead_in = lead_in(line);
    let quotes = |quotation: &LocalQuotation| {
        let is_somebodys = quotation.kind != QuotationKind::Mixed || quotation.voice.is_some();
        quotation.kind != QuotationKind::Mention
            && quotation.is_speech
            && is_somebodys
            && quotation.span.end > line.whole.start
    };
    if !speech.quotations.iter().any(quotes) {
        speech.stance = stance::stance(line);
        speech.sets_stage = stance::sets_stage(line);
    }
}

/// "Lund told the council:": who is led in by a colon at the end.
fn lead_in(line: Line<'_>) -> Option<Voice> {
    let last = line.len().checked_sub(1).filter(|&last| line.is(last, ":"))?;
    let frames = frames(line);
    let frame = frames
        .iter()
        .rev()
        .find(|frame| frame.speaker.is_some() && frame.cue.end <= last + 1)?;
    voice::of_frame(line, frame, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    /// The quotations of a block as "speaker: content", with a dash where nobody speaks.
    fn found(text: &str) -> Vec<String> {
        let speech = of_block(text, &analyse(text, embedded()));
        let quotations = speech.quotations.iter();
        quotations
            .map(|quotation| {
                let speaker = quotation.voice.as_ref().map_or("-", |voice| voice.speaker.of(text));
                format!("{speaker}: {}", quotation.content.of(text))
            })
            .collect()
    }

    #[test]
    fn a_block_names_its_speakers() {
        for (text, expected) in [
            (
                "“We leave at dawn,” Lund said of Weil.",
                vec!["Lund: We leave at dawn,"],
            ),
            (
                "Lund said the road to Ostby was “odd”.",
                vec!["Lund: the road to Ostby was “odd”"],
            ),
            (
                "“We leave at dawn,” Lund said. “It is late.”",
                vec!["Lund: We leave at dawn,", "Lund: It is late."],
            ),
            (
                "Ana Lund responded on Friday. “We leave at dawn.”",
                vec!["Ana Lund: We leave at dawn."],
            ),
            ("Ana saw the film “Salt Road”.", vec!["-: Salt Road"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_block_hands_on_its_lead_in_and_its_signature() {
        let of = |text: &str| of_block(text, &analyse(text, embedded()));
        let text = "Lund told the council on Friday:";
        assert_eq!(of(text).lead_in.unwrap().speaker.of(text), "Lund");
        let text = "— Ana Lund";
        assert_eq!(of(text).signature.unwrap().speaker.of(text), "Ana Lund");
    }

    #[test]
    fn parts_around_one_frame_are_one_group() {
        let text = "“We leave,” Lund said, “at dawn.” “It is late,” Weil said.";
        let speech = of_block(text, &analyse(text, embedded()));
        let groups: Vec<usize> = speech.quotations.iter().map(|quotation| quotation.group).collect();
        assert_eq!(groups.len(), 3);
        assert!(groups[0] == groups[1] && groups[1] != groups[2]);
        let direct = |quotation: &LocalQuotation| quotation.kind == QuotationKind::Direct;
        assert!(speech.quotations.iter().all(direct));
    }
}
