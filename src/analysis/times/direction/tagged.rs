//! The words of a block as the model reads them, by the tokens of times. It decides no direction.

use crate::analysis::times::read::TimeReader;
use crate::analysis::times::words::{TimeClass, TimeList, is_on};
use crate::language::{Relation, Tag, Upos, View};

/// Verbs of which the past is their base form, which taggers take for the present after a plural.
const UNCHANGED: [&str; 9] = ["beat", "burst", "cut", "hit", "hurt", "put", "quit", "shut", "split"];

/// The verbs of a block.
#[derive(Clone, Copy, Debug)]
pub struct TimeVerbs<'a> {
    /// The tokens.
    pub reader: TimeReader<'a>,
    /// Words with tags.
    pub view: View<'a>,
    /// The last token of the time that is asked about.
    pub time: usize,
}

impl<'a> TimeVerbs<'a> {
    /// Whether the weekday that is asked about belongs to a noun that is not held on a day, and a verb in the present tense follows.
    #[must_use]
    pub fn is_told_of_noun(self, end: usize, ceiling: usize) -> bool {
        let is_weekday = matches!(self.reader.class(self.time), TimeClass::Weekday { .. });
        let head = self.word(self.time).and_then(|time| self.view.head(time));
        let belongs = self.relation(self.time).is_kind_of(Relation::Nmod)
            && head.is_some_and(|head| !is_on(TimeList::Scheduled, &self.view.lower(head)));
        let verb = (end..ceiling).map(|at| self.tag(at)).find(|tag| *tag != Tag::None);
        is_weekday && belongs && verb == Some(Tag::PresentTense)
    }

    /// Whether the parse takes it for the verb of its sentence.
    #[must_use]
    pub fn is_main(self, at: usize) -> bool {
        self.relation(at) == Relation::Root
    }

    /// The word that holds a token.
    #[must_use]
    pub fn word(self, at: usize) -> Option<usize> {
        let start = self.reader.get(at)?.span.start;
        let word = self.view.language.word_from(start);
        self.view
            .word(word)
            .filter(|found| found.span.start <= start)
            .map(|_| word)
    }

    /// The part of speech of the word that holds a token.
    #[must_use]
    pub fn upos(self, at: usize) -> Upos {
        self.word(at).map_or(Upos::X, |word| self.view.upos(word))
    }

    /// The relation of a token's word to its head.
    #[must_use]
    pub fn relation(self, at: usize) -> Relation {
        self.word(at).map_or(Relation::None, |word| self.view.relation(word))
    }

    /// Whether the word that holds a token is a noun, a name or a number.
    #[must_use]
    pub fn is_noun(self, at: usize) -> bool {
        matches!(self.upos(at), Upos::Noun | Upos::Propn | Upos::Num)
    }

    /// The tag of a verb, with one tag for both persons of the present; none for what is not a verb, or a time.
    #[must_use]
    pub fn tag(self, at: usize) -> Tag {
        let Some(token) = self.reader.get(at) else {
            return Tag::None;
        };
        if !matches!(token.class, TimeClass::Other | TimeClass::Shift(_) | TimeClass::Edge) {
            return Tag::None;
        }
        if is_on(TimeList::Modal, &token.lower) {
            return Tag::Modal;
        }
        let tag = self.word(at).map_or(Tag::None, |word| self.view.tag(word));
        match tag {
            Tag::None if self.upos(at) == Upos::X => guessed(&token.lower),
            Tag::ThirdPerson => Tag::PresentTense,
            // "Harriers beat Rovers on Saturday": results are told, and plans are not made with these verbs.
            Tag::PresentTense if UNCHANGED.contains(&token.lower.as_str()) => Tag::PastTense,
            tag if tag.is_verb() => tag,
            _ if self.is_verb_by_parse(at) => Tag::PresentTense,
            _ => Tag::None,
        }
    }

    /// "The council votes on the levy": a plural to the tagger, and to the parse the verb of a subject right before it.
    fn is_verb_by_parse(self, at: usize) -> bool {
        let is_subject = |before: usize| {
            self.relation(before).is_kind_of(Relation::Nsubj)
                && self.word(before).and_then(|word| self.view.head(word)) == self.word(at)
        };
        self.is_main(at) && self.reader.word(at).ends_with('s') && at.checked_sub(1).is_some_and(is_subject)
    }
}

/// The tag of a verb by its ending, where no tagger ran.
fn guessed(word: &str) -> Tag {
    match word {
        _ if is_on(TimeList::PastForm, word) => Tag::PastTense,
        _ if is_on(TimeList::PresentForm, word) => Tag::PresentTense,
        _ if is_on(TimeList::BaseForm, word) => Tag::BaseVerb,
        _ if word.len() > 4 && word.ends_with("ed") => Tag::PastTense,
        _ => Tag::None,
    }
}
