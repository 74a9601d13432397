//! The quotations of the outline: which get a line, and what it shows. Who speaks is in `speaking.rs`.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::analysis::{Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::one_line;
use crate::engine::lines::Around;
use crate::engine::lookup::in_block;
use crate::engine::outline::choose::{Chosen, SHORT};
use crate::engine::outline::definite::Definite;
use crate::engine::outline::newsroom::is_pleasantry;
use crate::engine::outline::quoted::QuotedLine;
use crate::engine::outline::so_far::ReadSoFar;
use crate::engine::outline::types::{OutlineItem, OutlineKind};
use crate::language::{Relation, Upos};
use crate::markup::BlockId;

/// How many quotations one paragraph may add.
const QUOTATIONS_OF_PARAGRAPH: usize = 2;

/// How many words a quotation has that gets a line.
const QUOTATION_WORDS: usize = 4;

/// The same of a part of somebody's words in a sentence of the draft.
const FRAGMENT_WORDS: usize = 6;

/// Words at the head of the second part of a quotation that join it to the first.
const JOINING: [&str; 6] = ["And", "But", "So", "Because", "Or", "It’s"];

impl Snapshot {
    /// The quotations of a paragraph that are worth a line: parts of one are one line, and what the line of an event says
    /// needs no other. What they show counts as told.
    pub(super) fn quotation_items(
        &self,
        index: BlockId,
        event: Option<&Chosen>,
        so_far: &mut ReadSoFar,
    ) -> Vec<OutlineItem> {
        let mut groups: BTreeSet<usize> = BTreeSet::new();
        let mut items: Vec<OutlineItem> = Vec::new();
        if !index.of(&self.markup.blocks).is_some_and(|block| block.kind.is_body()) {
            return items;
        }
        let said = in_block(&self.facts.quotations, index, |quotation| quotation.place).filter(|quotation| {
            let has_words = |least: usize| {
                let words = self.text_of(quotation.place).split_whitespace();
                words.take(least).count() == least
            };
            let has_line = event.is_some_and(|chosen| chosen.sentence.span.overlaps(quotation.place.span));
            match quotation.kind {
                QuotationKind::Direct => has_words(QUOTATION_WORDS),
                QuotationKind::Mixed => !has_line && has_words(FRAGMENT_WORDS),
                QuotationKind::Indirect | QuotationKind::Mention => false,
            }
        });
        for quotation in said {
            // The second part of a quotation is asked where the first says nothing by itself.
            let is_second = self.is_second_part(quotation);
            if items.len() == QUOTATIONS_OF_PARAGRAPH || groups.contains(&quotation.group) || is_second {
                continue;
            }
            if let Some((item, words)) = self.quotation_item(quotation, so_far)
                && !items.iter().any(|other| other.name == item.name)
            {
                groups.insert(quotation.group);
                if let Some(view) = self.view_of(index) {
                    so_far.tell(view, words);
                }
                items.push(item);
            }
        }
        items
    }

    /// “has left for good”: whether marked words go on a sentence that another part of the quotation begins.
    fn is_second_part(&self, quotation: &Quotation) -> bool {
        let text = self.text_of(quotation.place);
        let bare = text.trim_start_matches(['“', '”', '"', '‘', '’', '\'']);
        let joins = bare.split(' ').next().is_some_and(|word| JOINING.contains(&word));
        let begins_small = bare.starts_with(char::is_lowercase) || joins;
        let mut before = in_block(&self.facts.quotations, quotation.place.block, |other| other.place)
            .take_while(|other| other.place < quotation.place);
        begins_small && before.any(|other| other.group == quotation.group)
    }

    fn quotation_item(&self, quotation: &Quotation, so_far: &ReadSoFar) -> Option<(OutlineItem, Range<usize>)> {
        let span = self.source_span(quotation.place);
        let speaker = self.speaker_of(quotation);
        let around = match quotation.kind {
            QuotationKind::Mixed => self.sentence_around(quotation, so_far),
            _ => None,
        };
        // “this is no loan”: a line of marks alone says nothing of whose words they are.
        let around = around.filter(|line| unquoted(&line.text).chars().any(char::is_alphabetic));
        let QuotedLine { text: name, words } = match around {
            Some(line) => line,
            // Words say little as long as it is not plain whose they are.
            None if speaker.is_none() => return None,
            // A part of a sentence is worth a line if it is a statement.
            None if self.is_governed(quotation) => return None,
            None if quotation.kind == QuotationKind::Mixed && !self.states(quotation) => return None,
            None if self.is_title(quotation) || !self.is_statement(quotation) => return None,
            None => self.quoted_line(quotation, so_far)?,
        };
        // A sentence around the words may say who speaks.
        let is_met = quotation
            .speaker
            .as_ref()
            .and_then(|speaker| speaker.actor)
            .is_none_or(|actor| so_far.actors.contains(&actor));
        let is_named_there = |speaker: &String| {
            if !is_met && speaker.contains(' ') && !name.contains(speaker.as_str()) {
                return false;
            }
            speaker
                .split(' ')
                .next_back()
                .is_some_and(|last| unquoted(&name).contains(last))
        };
        let detail = speaker.filter(|speaker| !is_named_there(speaker)).unwrap_or_default();
        let item = OutlineItem {
            name,
            detail,
            kind: OutlineKind::Quotation,
            span,
            selection: span,
            children: Vec::new(),
        };
        Some((item, words))
    }

    /// Whether the marked words have somebody or something in them, and what is said of it.
    pub(super) fn states(&self, quotation: &Quotation) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return false;
        };
        let words = view.language.words_in(quotation.place.span);
        words.clone().any(|verb| {
            let mut helpers = view
                .auxiliaries_of(verb)
                .chain(view.children_by(verb, &[Relation::Cop]));
            let is_said = view.tag(verb).is_finite() || helpers.any(|helper| words.contains(&helper));
            is_said
                && view
                    .subject_of(verb)
                    .is_some_and(|subject| words.contains(&subject) && !view.tag(subject).is_wh())
        })
    }

    /// Whether the marked words are a sentence or a statement, or go on after who speaks.
    fn is_statement(&self, quotation: &Quotation) -> bool {
        self.is_whole(quotation) || self.states(quotation) || self.is_interrupted(quotation)
    }

    /// "She wants to make sure that “the pier stays”": whether the marked words are what another verb than that of saying is about,
    /// and do not hold without it.
    fn is_governed(&self, quotation: &Quotation) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return true;
        };
        let first = view.language.word_from(quotation.place.span.start);
        let Some(mut before) = first
            .checked_sub(1)
            .filter(|before| *before >= view.sentence(first).start)
        else {
            return false;
        };
        if view.is(before, "that") {
            before = before.saturating_sub(1);
        }
        let cue = quotation.cue.as_ref().map(|cue| cue.place.span);
        let is_cue = cue.is_some_and(|cue| cue.overlaps(view.span(before..before + 1)));
        !is_cue && matches!(view.upos(before), Upos::Verb | Upos::Aux | Upos::Adp | Upos::Part)
    }

    /// “No.”, “What a day!”: words that begin and end as a sentence does.
    fn is_whole(&self, quotation: &Quotation) -> bool {
        let text = self
            .text_of(quotation.place)
            .trim_matches(['“', '”', '"', '‘', '’', '\'']);
        text.starts_with(|first: char| !first.is_lowercase()) && text.ends_with(['.', '!', '?'])
    }

    /// “Salt Road at Night”: the name of a song, a book, a series; every word of weight has a capital.
    fn is_title(&self, quotation: &Quotation) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return false;
        };
        let words = view.language.words_in(quotation.place.span);
        let mut weighty = words.filter(|at| {
            view.form(*at).starts_with(char::is_alphabetic)
                && !matches!(
                    view.upos(*at),
                    Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part | Upos::Sconj
                )
        });
        let is_whole = self
            .text_of(quotation.place)
            .trim_end_matches(['”', '"', '’', '\''])
            .ends_with(['.', '!', '?']);
        !is_whole && weighty.all(|at| view.is_capitalized(at))
    }

    /// The line of the sentence in which a part of somebody's words is, if it shows them and reads alone.
    fn sentence_around(&self, quotation: &Quotation, so_far: &ReadSoFar) -> Option<QuotedLine> {
        let block = quotation.place.block;
        let around = self.lines.around(block, || self.sentences_around(block));
        let line = around.iter().find(|line| line.quotation == quotation.place)?;
        let is_short = line.text.chars().count() < SHORT;
        let leaves_open = Definite::new(self.view_of(block)?, &line.words, so_far).is_open(is_short);
        let range = *line.words.first()?..line.words.last()? + 1;
        (!leaves_open).then(|| QuotedLine {
            text: line.text.clone(),
            words: range,
        })
    }

    /// These lines of all quotations of a paragraph, whatever was told above it.
    fn sentences_around(&self, block: BlockId) -> Vec<Around> {
        let quotations = in_block(&self.facts.quotations, block, |quotation| quotation.place);
        let parts = quotations.filter(|quotation| quotation.kind == QuotationKind::Mixed);
        parts
            .filter_map(|quotation| {
                let (view, shown) = self.line_at(quotation.place)?;
                let headline = self.headline_of(block, view, &shown, false);
                let words = one_line(self.text_of(quotation.place), usize::MAX);
                let is_shown = !headline.begins_inside && !headline.is_torn && headline.text.contains(&words);
                let is_clear =
                    is_shown && self.reads_alone(quotation.place, &headline) && !is_pleasantry(&headline.text);
                is_clear.then_some(Around {
                    quotation: quotation.place,
                    text: headline.text,
                    words: shown.words,
                })
            })
            .collect()
    }
}

/// The words of a line outside its quotation marks.
fn unquoted(line: &str) -> String {
    let parts = line.split(['“', '”', '"']);
    parts.step_by(2).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, OutlineKind, analyse};
    use crate::language;

    /// The quotations of an outline with their speakers.
    fn quotations(text: &str) -> Vec<(String, String)> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
        let quotations = outline.into_iter().filter(|item| item.kind == OutlineKind::Quotation);
        quotations.map(|item| (item.name, item.detail)).collect()
    }

    #[test]
    fn who_speaks_for_somebody_is_not_that_person() {
        let found = quotations(
            "Mayor Rosa Weil closed the pier and the dam in Kessel on Monday.\n\n“The pier is open to the ferries again,” a spokesperson for Rosa \
             Weil said.\n\n“The dam is as safe as it was,” said Mayor Rosa Weil.\n",
        );
        let speakers: Vec<_> = found.iter().map(|(_, speaker)| speaker.as_str()).collect();
        assert_eq!(speakers, ["a spokesperson for Rosa Weil", "Rosa Weil"]);
    }

    #[test]
    fn titles_and_scraps_are_no_quotations() {
        let found = quotations(
            "Rosa Weil hummed “The Long Road to Kessel and Back” on Monday. She called the dam “a work of many hands and of \
             much good will” when it opened in Senn.\n",
        );
        assert!(found.iter().all(|(name, _)| !name.starts_with(['“'])), "{found:?}");
    }
}
