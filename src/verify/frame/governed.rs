//! Words before a quotation that take back what it says, or make it depend on something: “I don't think that we will close”, “if the board
//! agrees, we will close”, “will we close?”. It looks at one sentence.

use crate::text::Span;
use crate::verify::frame::after::is_question;
use crate::verify::frame::before::{Earlier, Gap, before};
use crate::verify::frame::opening::Opening;
use crate::verify::frame::speakers::Speakers;
use crate::verify::frame::words::{
    CLAUSE_WORDS, CONDITIONS, Governor, HEDGES, HELPERS, QUESTION_WORDS, TOLD, WRONG_TO_SAY, begins_condition, governor,
};
use crate::verify::quoted::Question;
use crate::verify::types::{Change, Weight};
use crate::verify::weight::is_small;
use crate::verify::words::tables;

/// The change that the words before the first one make. What is denied is told of any quotation, and matters where it begins as a sentence
/// does; a condition, a question and somebody else's words only there: in a part of a sentence the writer's own words say them.
pub fn governed(question: &Question<'_>, (first, last): (usize, usize)) -> Option<Change> {
    let opening = Opening::of(question, first)?;
    let there = question.notes.words().get(first)?.span();
    let source = question.notes.source_at(first)?;
    let (words, are_all) = before(question.notes, first);
    let sentence = Sentence {
        words: &words,
        are_all,
        is_infinitive: !is_small(&opening.word.folded),
    };
    let written = there.of(&source.text);
    // “I” and names have their capitals everywhere.
    let is_own_capital = written.starts_with(char::is_uppercase) && !written.starts_with("I") && !words.is_empty();
    let is_whole = opening.has_capital && !is_own_capital;
    // A bracket may stand for the subject: “[The town] will close”.
    let subject = words
        .first()
        .is_some_and(|word| tables::REPEATED.contains(word.word.as_str()));
    let start = usize::from(!opening.is_bare && subject);
    if let Some(at) = sentence.denial(start).filter(|_| !question.quoted.is_denied) {
        let weight = match is_whole || !opening.is_bare {
            true => Weight::Negation,
            false => Weight::Slight,
        };
        return opening.change(question, (sentence.clause(at)?, first), weight);
    }
    // A bracket may stand for the condition itself: “[Once they agree,] we will close”.
    if question.quoted.is_framed || !is_whole || !opening.is_bare {
        return None;
    }
    let at = sentence
        .condition(start)
        .or_else(|| sentence.report(start, &Speakers::of(question, first)))
        .or_else(|| sentence.hedge(start))
        .or_else(|| sentence.asks().filter(|_| is_question(question, last)))?;
    opening.change(question, (words.get(at)?.span, first), Weight::Frame)
}

/// The words of a sentence before a quotation, the nearest first.
struct Sentence<'a> {
    words: &'a [Earlier],
    /// Whether they go back to where the sentence begins.
    are_all: bool,
    /// Whether “to” before the first word makes it a verb.
    is_infinitive: bool,
}

/// Words between a denial and the verb that it denies.
const FARTHEST: usize = 5;

impl Sentence<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.word.as_str())
    }

    /// Whether nothing but spaces is after a word.
    fn is_plain(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.gap == Gap::Plain)
    }

    /// Past “that” and whoever is told, to the word that may govern the clause; and whether “that” is there.
    fn before_clause(&self, start: usize) -> (usize, bool) {
        let has_that = self.word(start) == "that" && self.is_plain(start);
        let at = start + usize::from(has_that);
        let is_told = TOLD.contains(self.word(at)) && self.is_plain(at) && governor(self.word(at + 1)).is_some();
        (at + usize::from(is_told), has_that)
    }

    /// What governs the clause that begins after the words from `start` on.
    fn governor(&self, start: usize) -> Option<(usize, Governor)> {
        let (at, has_that) = self.before_clause(start);
        let (kind, needs_that) = governor(self.word(at))?;
        let is_open = self.is_plain(at) || kind == Governor::Reports && self.words.get(at)?.gap == Gap::Opening;
        (is_open && (has_that || !needs_that)).then_some((at, kind))
    }

    /// The farthest word of what denies the clause.
    fn denial(&self, start: usize) -> Option<usize> {
        if self.word(start) == "that" && self.is_plain(start) && self.is_denying(start + 1) {
            return Some(start + 1);
        }
        if self.is_infinitive && self.word(start) == "to" && self.is_plain(start) {
            return self.denied_at(start);
        }
        let (at, kind) = self.governor(start)?;
        let denied = self.denied_at(at);
        match kind {
            Governor::Denies => denied.is_none().then_some(at),
            Governor::Knows => denied.filter(|denied| ["i", "we"].iter().any(|own| self.has_near(own, *denied))),
            Governor::Reports => denied.xor(self.wrong_to_say(at)),
            Governor::Holds | Governor::Hopes => denied,
        }
    }

    /// The word that calls it wrong to say the clause: “it is misleading to say that”.
    fn wrong_to_say(&self, verb: usize) -> Option<usize> {
        let is_there = self.word(verb + 1) == "to" && self.is_plain(verb + 1) && self.is_plain(verb + 2);
        (is_there && WRONG_TO_SAY.contains(self.word(verb + 2))).then_some(verb + 2)
    }

    fn is_denying(&self, at: usize) -> bool {
        self.is_plain(at) && self.words.get(at).is_some_and(Earlier::denies)
    }

    /// The word that denies the one at `at`, in its clause.
    fn denied_at(&self, at: usize) -> Option<usize> {
        for farther in at + 1..=at + FARTHEST {
            if !self.is_plain(farther) || CLAUSE_WORDS.contains(self.word(farther)) {
                return None;
            }
            // “Not only do I think that” says more, and not less.
            if self.is_denying(farther) {
                return (!["only", "just", "merely"].contains(&self.word(farther - 1))).then_some(farther);
            }
        }
        None
    }

    /// Whether a word is right before another one, or is that one.
    fn has_near(&self, word: &str, at: usize) -> bool {
        (at..at + 3).any(|near| self.word(near) == word)
    }

    /// Where the clause of a word begins, a few words back.
    fn clause(&self, at: usize) -> Option<Span> {
        let mut start = at;
        while start < at + 4 && self.is_plain(start + 1) && !CLAUSE_WORDS.contains(self.word(start + 1)) {
            start += 1;
        }
        self.words.get(start).map(|word| word.span)
    }

    /// Where a condition begins: right before the words, or in the clause before theirs.
    fn condition(&self, start: usize) -> Option<usize> {
        let (at, _) = self.before_clause(start);
        let is_alternative = self.word(at) == "not" && self.word(at + 1) == "or";
        let at = if is_alternative { at + 2 } else { at };
        if self.is_plain(at) && CONDITIONS.contains(self.word(at)) {
            return Some(at);
        }
        let is_apart = self.has_comma(start);
        let then = usize::from(self.word(start) == "then");
        if !is_apart && then == 0 {
            return None;
        }
        let mut from = start + then;
        // One that is short may be put in: “if the board, as expected, agrees”.
        for _ in 0..3 {
            let end = self.segment_end(from);
            if begins_condition(&self.told(from, end)) {
                return Some(end);
            }
            let joined = CLAUSE_WORDS.contains(self.word(end)) && end > from;
            if joined && begins_condition(&self.told(from, end - 1)) {
                return Some(end - 1);
            }
            if end + 1 - from > FARTHEST || self.words.get(end + 1)?.gap != Gap::Comma {
                return None;
            }
            from = end + 1;
        }
        None
    }

    /// The farthest word that no mark parts from the one at `from`.
    fn segment_end(&self, from: usize) -> usize {
        let mut end = from;
        while self.is_plain(end + 1) {
            end += 1;
        }
        end
    }

    /// Words in their order.
    fn told(&self, from: usize, end: usize) -> String {
        let words = (from..=end).rev().map(|at| self.word(at));
        words.collect::<Vec<_>>().join(" ")
    }

    /// Where somebody else begins to say the words, or where saying them is only supposed: “if I said that”.
    fn report(&self, start: usize, speakers: &Speakers) -> Option<usize> {
        let (verb, _) = self.governor(start).filter(|(_, kind)| *kind == Governor::Reports)?;
        let mut at = verb + 1;
        while self.is_plain(at) && HELPERS.contains(self.word(at)) {
            at += 1;
        }
        let subject = self.words.get(at).filter(|_| self.is_plain(at))?;
        let before = if self.is_plain(at + 1) { self.word(at + 1) } else { "" };
        if CONDITIONS.contains(before) {
            return Some(at + 1);
        }
        // “As people say we will” is said in one's own voice, and so are “you could say” and “I am the one who said”.
        let is_own = ["as", "like"].contains(&before) || subject.word == "you" && at > verb + 1;
        let is_another = match subject.word.as_str() {
            "who" => !before.is_empty() && before != "one",
            word => speakers.is_another(word, subject.has_capital),
        };
        (!is_own && is_another).then_some(at)
    }

    /// Where the words are said to be only hoped for or possible: “I hope we will close”, “Maybe we will close”.
    fn hedge(&self, start: usize) -> Option<usize> {
        if HEDGES.contains(self.word(start)) && (self.is_plain(start) || self.has_comma(start)) {
            return Some(start);
        }
        let (verb, _) = self.governor(start).filter(|(_, kind)| *kind == Governor::Hopes)?;
        let has_subject = self.is_plain(verb + 1) && !CLAUSE_WORDS.contains(self.word(verb + 1));
        Some(verb + usize::from(has_subject))
    }

    fn has_comma(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.gap == Gap::Comma)
    }

    /// Where the clause begins, if words before the quotation are part of what is asked.
    fn asks(&self) -> Option<usize> {
        if !self.is_plain(0) {
            return None;
        }
        let end = self.segment_end(0);
        let is_whole = self.are_all || end + 1 < self.words.len();
        let asking = (0..=end).any(|at| QUESTION_WORDS.contains(self.word(at)));
        (is_whole && asking).then_some(end)
    }
}
