//! Before or after the draft's date: what the verb beside a time tells. It looks at a bounded stretch of one sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::times::expression::Direction;
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::{Class, rows};
use crate::language::{Language, Upos, Word};

/// How many tokens to look at on either side.
const REACH: usize = 40;

/// The direction of the expression in the tokens `start..end`.
#[must_use]
pub fn direction(reader: Reader<'_>, language: &Language, start: usize, end: usize) -> Direction {
    let sentence = bounds(reader, language, start, end);
    let context = Context { reader, language };
    let begins = context.begins_clause(start, sentence.0);
    if let Some(told) = context.preposition(start, sentence.0) {
        // "Until Thursday, they had not called him a suspect."
        let over = begins && reader.before(start) == "until" && context.rightward(end, sentence.1) == Direction::Past;
        return if over { Direction::Past } else { told };
    }
    // "Tuesday's ruling" has been given, unless the sentence looks ahead to it.
    if reader.is(end, "'") && reader.is(end + 1, "s") {
        let before = reader.before(start);
        let looks = matches!(before, "before" | "for" | "at" | "in" | "on")
            && context.leftward(start, sentence.0) == Direction::Future;
        return if looks { Direction::Future } else { Direction::Past };
    }
    let left = || context.leftward(start, sentence.0);
    let right = || context.rightward(end, sentence.1);
    let (first, second) = if begins {
        (right(), None)
    } else {
        (left(), Some(right()))
    };
    let told = match first {
        Direction::Unknown => second.unwrap_or_else(left),
        told => told,
    };
    // "a program to cut costs by May": a deadline lies ahead where nothing says that it is over.
    if told == Direction::Unknown && reader.before(start) == "by" {
        Direction::Future
    } else {
        told
    }
}

/// Whether the parse hangs an expression on a noun ("a cut in supply in May", "the May vote"), so that a verb tells little.
#[must_use]
pub fn hangs_on_noun(reader: Reader<'_>, language: &Language, end: usize) -> bool {
    let context = Context { reader, language };
    let word = end.checked_sub(1).and_then(|last| context.word_at(last));
    word.is_some_and(|word| word.relation.starts_with("nmod") || word.relation == "compound")
}

/// The tokens of the sentence around an expression, as far as they are looked at.
fn bounds(reader: Reader<'_>, language: &Language, start: usize, end: usize) -> (usize, usize) {
    let sentence = reader
        .get(start)
        .and_then(|token| language.sentence_at(token.span.start))
        .and_then(|index| language.sentences.get(index))
        .map(|sentence| sentence.span);
    let inside = |at: usize| match (reader.get(at), sentence) {
        (Some(token), Some(sentence)) => sentence.contains(token.span.start),
        (Some(_), None) => !reader.is_any(at, &[".", "!", "?"]) || reader.is_glued(at + 1),
        (None, _) => false,
    };
    let mut first = start;
    while first > 0 && start - first < REACH && inside(first - 1) {
        first -= 1;
    }
    let mut last = end;
    while last < end + REACH && inside(last) {
        last += 1;
    }
    (first, last)
}

#[derive(Clone, Copy)]
struct Context<'a> {
    reader: Reader<'a>,
    language: &'a Language,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    None,
    Modal,
    Past,
    Present,
    Base,
    Participle,
    Gerund,
}

impl<'a> Context<'a> {
    /// What the words right before the time tell on their own.
    fn preposition(self, start: usize, floor: usize) -> Option<Direction> {
        let mut at = start;
        for _ in 0..3 {
            at = at.checked_sub(1).filter(|at| *at >= floor)?;
            match self.reader.word(at) {
                "ahead" | "until" | "till" | "upcoming" | "effective" | "through" => return Some(Direction::Future),
                "since" => return Some(Direction::Past),
                "soon" | "early" if self.reader.is(at + 1, "as") => return Some(Direction::Future),
                "of" | "the" | "early" | "late" | "mid" | "on" | "from" | "as" => {}
                _ => return None,
            }
        }
        None
    }

    /// Whether nothing but a preposition stands between the time and the start of its clause.
    fn begins_clause(self, start: usize, floor: usize) -> bool {
        let mut at = start;
        while at > floor
            && self.reader.is_any(
                at - 1,
                &[
                    "on", "in", "by", "the", "at", "until", "during", "over", "before", "after", "late", "early",
                ],
            )
        {
            at -= 1;
        }
        at == floor || self.reader.is_any(at - 1, &["that", "\"", "“", "but", ";", ":"])
    }

    fn leftward(self, start: usize, floor: usize) -> Direction {
        let mut at = start;
        while at > floor {
            at -= 1;
            if self.reader.is(at, ";") {
                break;
            }
            match self.told_by(at, floor) {
                Direction::Unknown => {}
                told => return told,
            }
        }
        Direction::Unknown
    }

    fn rightward(self, end: usize, ceiling: usize) -> Direction {
        (end..ceiling)
            .take_while(|at| !self.reader.is(*at, ";"))
            .map(|at| self.told_by(at, end))
            .find(|told| *told != Direction::Unknown)
            .unwrap_or_default()
    }

    /// What a verb at `at` tells; nothing where there is none, or where its head must be asked.
    fn told_by(self, at: usize, floor: usize) -> Direction {
        let form = self.form(at);
        let planned = AHEAD.contains(self.reader.word(at));
        match form {
            Form::Modal => match self.reader.word(at) {
                "will" | "ll" | "shall" | "wo" => Direction::Future,
                _ if self.reader.is(at + 1, "have") => Direction::Past,
                "could" | "would" if self.is_refusal(at, floor) => Direction::Past,
                _ => Direction::Future,
            },
            Form::Past => {
                let timetable = TIMETABLE.contains(self.reader.word(at)) && !self.goes_as_planned(at);
                if self.is_pluperfect(at, floor) {
                    Direction::Past
                } else if timetable || planned && self.reader.is_any(at + 1, &["to", "for"]) {
                    Direction::Future
                } else {
                    Direction::Past
                }
            }
            Form::Present => self.present(at),
            Form::Base => self.base(at, floor),
            Form::Participle => self.participle(at, floor),
            Form::Gerund => match self.auxiliary(at, floor) {
                Some("is" | "are" | "s" | "re" | "m" | "am" | "be") => Direction::Future,
                Some(_) => Direction::Past,
                None => Direction::Unknown,
            },
            // An "offer for" something is no plan for a day; a "date for Friday" is.
            Form::None
                if planned
                    && !self.is_verb_be(at)
                    && (self.reader.is(at + 1, "to") || self.reader.is(at + 1, "for") && self.reads_time(at + 2)) =>
            {
                if self.is_pluperfect(at, floor) {
                    Direction::Past
                } else {
                    Direction::Future
                }
            }
            Form::None => Direction::Unknown,
        }
    }

    /// "could not be reached", "would not comment", "neither could be found": told of a day that is over.
    fn is_refusal(self, at: usize, floor: usize) -> bool {
        let denied = self.reader.is_any(at + 1, &["not", "n"]) || self.reader.is(at + 1, "'");
        let what = (at + 2..at + 5).any(|next| REFUSED.contains(self.reader.word(next)));
        let nobody = (1..12)
            .map_while(|back| at.checked_sub(back).filter(|before| *before >= floor))
            .take_while(|before| !self.reader.is_any(*before, &[",", ";"]))
            .any(|before| NOBODY.contains(self.reader.word(before)));
        match self.reader.word(at) {
            "could" => denied || nobody,
            _ => denied && what,
        }
    }

    /// "had been due to expire": what was planned is over.
    fn is_pluperfect(self, at: usize, floor: usize) -> bool {
        (1..=3)
            .filter_map(|back| at.checked_sub(back).filter(|before| *before > floor))
            .any(|before| self.reader.is(before, "been") && self.reader.is(before - 1, "had"))
    }

    /// Whether a time stands at `at`, or behind the small words that lead to one.
    fn reads_time(self, at: usize) -> bool {
        let is_time = |at: usize| {
            matches!(
                self.reader.class(at),
                Class::Month { .. } | Class::Weekday { .. } | Class::Shift(_) | Class::Season { .. } | Class::Digits
            )
        };
        let leads = |at: usize| {
            LEADS.contains(self.reader.word(at)) || self.word_at(at).is_some_and(|word| word.upos == Upos::Adj)
        };
        (at..at + 4)
            .find(|at| is_time(*at) || !leads(*at))
            .is_some_and(is_time)
    }

    /// "as planned", "as originally scheduled": it went as it had been planned.
    fn goes_as_planned(self, at: usize) -> bool {
        let before = self.reader.before(at);
        before == "as" || before.ends_with("ly") && self.reader.is(at.wrapping_sub(2), "as")
    }

    fn is_verb_be(self, at: usize) -> bool {
        self.reader.is_any(at, &["is", "are", "was", "were"])
    }

    fn present(self, at: usize) -> Direction {
        let word = self.reader.word(at);
        match word {
            "has" | "have" | "ve" => Direction::Unknown,
            "is" | "are" if self.reader.is(at + 1, "to") => Direction::Future,
            // "The vote is on Friday" looks ahead; "homes worth little in May are worth nothing" does not.
            "is" | "are" if !self.reads_time(at + 1) => Direction::Unknown,
            _ if OPENS.contains(word) || AHEAD.contains(word) && self.reader.is_any(at + 1, &["to", "for"]) => {
                Direction::Future
            }
            _ => Direction::Unknown,
        }
    }

    fn base(self, at: usize, floor: usize) -> Direction {
        let mut before = at;
        for _ in 0..3 {
            let Some(next) = before.checked_sub(1).filter(|next| *next >= floor) else {
                return Direction::Unknown;
            };
            before = next;
            match self.reader.word(before) {
                "to" => {
                    let governor = before.checked_sub(1).map_or("", |governor| self.reader.word(governor));
                    return if self.is_pluperfect(before, floor) || WENT.contains(governor) {
                        Direction::Past
                    } else if AHEAD.contains(governor) || DECIDES.contains(governor) {
                        Direction::Future
                    } else if self.reader.is(before + 1, "be")
                        && before + 1 < at
                        && !matches!(
                            governor,
                            "is" | "are" | "was" | "were" | "has" | "have" | "had" | "used"
                        )
                    {
                        // "guidelines to be published in May".
                        Direction::Future
                    } else {
                        Direction::Unknown
                    };
                }
                "could" | "would" if self.is_refusal(before, floor) => return Direction::Past,
                "will" | "ll" | "shall" | "would" | "may" | "might" | "could" | "should" | "must" | "can" => {
                    return Direction::Future;
                }
                "did" | "didn" => return Direction::Past,
                _ => {}
            }
        }
        Direction::Unknown
    }

    fn participle(self, at: usize, floor: usize) -> Direction {
        let word = self.reader.word(at);
        let fixed = TIMETABLE.contains(word) && !self.goes_as_planned(at);
        let planned = AHEAD.contains(word) && self.reader.is_any(at + 1, &["to", "for"])
            || fixed && self.reader.is_any(at + 1, &["on", "in", "at"])
            || fixed && matches!(self.auxiliary(at, floor), Some("has" | "have" | "s" | "ve"));
        if planned {
            return if self.is_pluperfect(at, floor) {
                Direction::Past
            } else {
                Direction::Future
            };
        }
        match self.auxiliary(at, floor) {
            // "rules to be published", "it will be closed": what stands before "be" tells.
            Some("be") => self.base(at, floor),
            Some("is" | "are") => Direction::Future,
            _ => Direction::Past,
        }
    }

    /// The auxiliary up to three tokens before a verb.
    fn auxiliary(self, at: usize, floor: usize) -> Option<&'static str> {
        let mut before = at;
        for _ in 0..3 {
            before = before.checked_sub(1).filter(|next| *next >= floor)?;
            let word = self.reader.word(before);
            if let Some(known) = AUXILIARIES.iter().find(|known| **known == word) {
                return Some(known);
            }
            // "statements made": nothing but adverbs stands between an auxiliary and its verb.
            if self.reader.is_any(before, &[",", ";", "the", "a"]) || self.is_noun(before) {
                return None;
            }
        }
        None
    }

    fn word_at(self, at: usize) -> Option<&'a Word> {
        let start = self.reader.get(at)?.span.start;
        self.language
            .words
            .get(self.language.word_from(start))
            .filter(|word| word.span.start <= start)
    }

    fn is_noun(self, at: usize) -> bool {
        self.word_at(at)
            .is_some_and(|word| matches!(word.upos, Upos::Noun | Upos::Propn | Upos::Num))
    }

    fn form(self, at: usize) -> Form {
        let Some(token) = self.reader.get(at) else {
            return Form::None;
        };
        if !matches!(token.class, Class::Other | Class::Shift(_) | Class::Edge) {
            return Form::None;
        }
        if MODALS.contains(&token.lower.as_str()) {
            return Form::Modal;
        }
        match self.word_at(at).map(|word| (word.xpos, word.upos)) {
            Some(("VBD", _)) => Form::Past,
            Some(("VBZ" | "VBP", _)) => Form::Present,
            Some(("VB", _)) => Form::Base,
            Some(("VBN", _)) => Form::Participle,
            Some(("VBG", _)) => Form::Gerund,
            Some(("", Upos::X)) | None => guessed(&token.lower),
            _ => Form::None,
        }
    }
}

/// The form of a verb by its ending, where no tagger ran.
fn guessed(word: &str) -> Form {
    match word {
        "was" | "were" | "did" | "had" | "said" | "told" | "met" | "made" | "took" | "went" | "came" | "won"
        | "lost" | "began" => Form::Past,
        "is" | "are" | "has" | "have" => Form::Present,
        "meet" | "visit" | "go" | "take" | "be" | "hold" => Form::Base,
        _ if word.len() > 4 && word.ends_with("ed") => Form::Past,
        _ => Form::None,
    }
}

const MODALS: &[&str] = &[
    "will", "ll", "shall", "would", "may", "might", "could", "should", "must", "wo",
];
const AUXILIARIES: &[&str] = &[
    "is", "are", "s", "re", "m", "am", "was", "were", "be", "been", "has", "have", "had", "ve", "d",
];

static LEADS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("leads"));
static AHEAD: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("ahead"));
static OPENS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("opens"));
static DECIDES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("decides"));
static TIMETABLE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("timetable"));
static REFUSED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("refused"));
static NOBODY: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("nobody"));
static WENT: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| words("went"));

fn words(class: &str) -> FxHashSet<&'static str> {
    rows(include_str!("direction.tsv"))
        .filter_map(|row| match row.as_slice() {
            [named, word] if *named == class => Some(*word),
            _ => None,
        })
        .collect()
}
