//! Noun phrases: which words belong to a noun, by the parse or by parts of speech alone. It knows no topic.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::{Relation, Tag, Upos, View};
use crate::text::table;

/// How many words of a noun phrase are asked for their modifiers; more than any has.
const PHRASE_WORDS: usize = 60;

/// How many words after the head of a phrase what it counts may begin ("thousands of the refugees").
const COUNTED_WITHIN: usize = 8;

/// How many words before and after a noun a phrase without a parse may reach.
const CHUNK_BEFORE: usize = 8;
const CHUNK_AFTER: usize = 6;

static PARTITIVES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/partitives.txt")).collect());

impl View<'_> {
    /// The base noun phrase of a nominal: its modifiers before it, the rest of its name after it, and what it counts. By
    /// parts of speech alone where no parser ran.
    #[must_use]
    pub fn noun_phrase(self, nominal: usize) -> Range<usize> {
        if !self.is_parsed(nominal) {
            return self.noun_chunk(nominal);
        }
        let phrase = self.with_modifiers(nominal);
        let last = phrase.end.saturating_sub(1);
        let last = self.counted_by(nominal, last).unwrap_or(last);
        let last = self.name_after(nominal, last).unwrap_or(last);
        phrase.start..last + 1
    }

    /// A nominal with its modifiers and theirs: "the old harbor" of "harbor".
    fn with_modifiers(self, nominal: usize) -> Range<usize> {
        let (mut first, mut last) = (nominal, nominal);
        let mut waiting = vec![nominal];
        for _ in 0..PHRASE_WORDS {
            let Some(at) = waiting.pop() else { break };
            for child in self.children(at) {
                let relation = self.relation(child);
                let joins = if child < at {
                    goes_before(relation) && !(relation == Relation::Case && at == nominal)
                } else {
                    // "$90 million".
                    let is_sum = relation == Relation::Nummod && self.upos(at) == Upos::Sym;
                    goes_after(relation) || is_sum || relation == Relation::Case && at != nominal
                };
                if joins {
                    first = first.min(child);
                    last = last.max(child);
                    waiting.push(child);
                }
            }
        }
        first..last + 1
    }

    /// "thousands of refugees", "a group of envoys": what is counted belongs to the phrase.
    fn counted_by(self, nominal: usize, last: usize) -> Option<usize> {
        if !PARTITIVES.contains(self.lower(nominal).as_str()) {
            return None;
        }
        self.children_by(nominal, &[Relation::Nmod])
            .find(|child| self.case_of(*child).as_deref() == Some("of"))
            .filter(|counted| *counted > last && counted - last < COUNTED_WITHIN)
    }

    /// "President Petr Holub": a name after its title, which some parses take for an apposition.
    fn name_after(self, nominal: usize, last: usize) -> Option<usize> {
        let name = self
            .children_by(nominal, &[Relation::Appos])
            .find(|child| *child > last && child - last <= 2)?;
        let apart = (last + 1..name).any(|between| self.upos(between) == Upos::Punct);
        (self.upos(name) == Upos::Propn && !apart).then(|| {
            self.children_by(name, &[Relation::Flat, Relation::Compound])
                .fold(name, usize::max)
        })
    }

    /// The run of nominal words around a word: "the old harbor".
    #[must_use]
    pub fn noun_chunk(self, at: usize) -> Range<usize> {
        let sentence = self.sentence(at);
        let nominal = |at: usize| {
            matches!(
                self.upos(at),
                Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Det | Upos::Pron
            ) || self.tag(at) == Tag::PossessiveEnding
        };
        let mut first = at;
        while first > sentence.start && nominal(first - 1) && self.upos(first) != Upos::Det && at - first < CHUNK_BEFORE
        {
            first -= 1;
        }
        let mut last = at;
        while last + 1 < sentence.end
            && matches!(self.upos(last + 1), Upos::Noun | Upos::Propn)
            && last - at < CHUNK_AFTER
        {
            last += 1;
        }
        first..last + 1
    }
}

/// Whether a modifier with this relation belongs to a phrase where it comes before its head.
fn goes_before(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Det
            | Relation::Amod
            | Relation::Compound
            | Relation::Nummod
            | Relation::NmodPoss
            | Relation::Flat
            | Relation::Case
            | Relation::Advmod
            | Relation::NmodDesc
            | Relation::DetPredet
            | Relation::Goeswith
    )
}

/// Whether a modifier with this relation belongs to a phrase where it comes after its head.
fn goes_after(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Flat | Relation::Goeswith | Relation::NmodDesc | Relation::Compound
    )
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::language::testing::{ask, parsed};

    fn phrase(parsed: &(String, Language), form: &str) -> String {
        ask(parsed, form, |view, at| {
            view.span(view.noun_phrase(at)).of(view.text).to_owned()
        })
    }

    #[test]
    fn a_phrase_holds_modifiers_what_is_counted_and_the_name_after_a_title() {
        let read = parsed("the/the/DT/3/det old/old/JJ/3/amod harbor/harbor/NN/0/root");
        assert_eq!(phrase(&read, "harbor"), "the old harbor");
        let read = parsed("thousands/thousand/NNS/0/root of/of/IN/3/case refugees/refugee/NNS/1/nmod");
        assert_eq!(phrase(&read, "thousands"), "thousands of refugees");
        let read = parsed("the/the/DT/2/det port/port/NN/0/root of/of/IN/4/case Velden/Velden/NNP/2/nmod");
        assert_eq!(phrase(&read, "port"), "the port");
        let read = parsed("President/president/NNP/0/root Petr/Petr/NNP/1/appos Holub/Holub/NNP/2/flat");
        assert_eq!(phrase(&read, "President"), "President Petr Holub");
    }

    #[test]
    fn without_a_parse_a_phrase_is_a_run_of_nominal_words() {
        let read =
            parsed("with/with/IN/0/dep the/the/DT/0/dep old/old/JJ/0/dep mill/mill/NN/0/dep owner/owner/NN/0/dep");
        let chunk = ask(&read, "mill", |view, at| {
            view.span(view.noun_chunk(at)).of(view.text).to_owned()
        });
        assert_eq!(chunk, "the old mill owner");
    }
}
