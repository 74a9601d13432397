//! A sentence right after a quotation that says whose words it was: “I resign.” *With those words Ana Lund left.* “Never.” *That was Lund's
//! answer.* It reads no quotations of the sentence itself.

use std::ops::Range;

use crate::analysis::attribution::frame::{possessor, subject};
use crate::analysis::attribution::judge::voice;
use crate::analysis::attribution::lexicon::{WordClass, is_listed};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::analysis::attribution::types::{LocalQuotation, QuotationKind, QuotationStatus, Voice};
use crate::language::Upos;
use crate::text::Span;

/// How many bytes may part a quotation from the sentence after it.
const NEAR: usize = 2;

/// How sure such a sentence makes the speaker.
const PARTING: f32 = 0.8;

/// How far the verb of such a sentence may be from its beginning, in items.
const FARTHEST: usize = 16;

/// Gives the quotation right before a sentence to the one whose words it was.
pub fn give(line: Line<'_>, quotations: &mut [LocalQuotation]) {
    let Some(last) = quotations.last_mut() else { return };
    let near = (0..=NEAR).contains(&line.whole.start.wrapping_sub(last.span.end));
    if !near || last.status != QuotationStatus::Unattributed || last.kind != QuotationKind::Direct {
        return;
    }
    if let Some(voice) = with_those_words(line).or_else(|| that_was_the_answer(line)) {
        cov_mark::hit!(the_next_sentence_says_whose_words_it_was);
        last.status = QuotationStatus::Attributed;
        last.confidence = PARTING;
        "the sentence after it says whose words it was".clone_into(&mut last.because);
        last.voice = Some(voice);
    }
}

/// "With those words Ana Lund left."
fn with_those_words(line: Line<'_>) -> Option<Voice> {
    let opens = line.is(0, "with")
        && (line.is_any(1, &["these", "those", "the"]) && line.is(2, "words")
            || line.is_any(1, &["this", "that"]) && line.is_any(2, &[",", "remark", "line", "warning"]));
    let verb = (3..FARTHEST).find(|&at| line.tag(at).is_finite() && line.has(at, &[Upos::Verb]));
    let items = subject(line, verb.filter(|_| opens)?)?.items;
    let speaker = items.start.max(3)..items.end;
    if speaker.is_empty() {
        return None;
    }
    let described = speaker.clone().any(|at| noun_phrase::is_person_noun(line, at));
    let voice = signed(line, 0..3, line.span(speaker));
    Some(voice).filter(|voice| described || voice::is_person(line.text(), voice))
}

/// "That was Lund's answer."
fn that_was_the_answer(line: Line<'_>) -> Option<Voice> {
    let opens = line.is_any(0, &["that", "this", "such", "so"]) && line.lemma(1) == "be";
    let phrase = noun_phrase::core_starting_at(line, 2).filter(|_| opens)?;
    let noun = phrase.end - 1;
    let announces = is_listed(WordClass::Utterance, line.lemma(noun));
    let of = || {
        line.is(noun + 1, "of")
            .then(|| noun_phrase::core_starting_at(line, noun + 2))
            .flatten()
    };
    let speaker = possessor(line, phrase).or_else(of).filter(|_| announces)?;
    Some(signed(line, noun..noun + 1, line.span(speaker)))
}

fn signed(line: Line<'_>, cue: Range<usize>, speaker: Span) -> Voice {
    let lemma = line.lemma(cue.end - 1).to_owned();
    Voice {
        speaker,
        cue: line.span(cue),
        lemma,
        addressee: None,
        source: None,
    }
}
