//! What the form of a verb tells of a time beside it: over, or yet to come. It looks at one verb and the few words around it.

use crate::analysis::times::expression::Direction;
use crate::analysis::times::lists::{List, is_on};
use crate::analysis::times::reader::Reader;
use crate::analysis::times::words::Class;
use crate::language::{Language, Relation, Tag, Upos, Word};

/// The verbs of a block.
#[derive(Clone, Copy)]
pub struct Verbs<'a> {
    /// The tokens.
    pub reader: Reader<'a>,
    /// Words with tags.
    pub language: &'a Language,
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

impl<'a> Verbs<'a> {
    /// What a verb at `at` tells; nothing where there is none, or where its head must be asked.
    #[must_use]
    pub fn told_by(self, at: usize, floor: usize) -> Direction {
        let form = self.form(at);
        let planned = is_on(List::Ahead, self.reader.word(at));
        match form {
            Form::Modal => match self.reader.word(at) {
                "will" | "ll" | "shall" | "wo" => Direction::Future,
                _ if self.reader.is(at + 1, "have") => Direction::Past,
                "could" | "would" if self.is_refusal(at, floor) => Direction::Past,
                _ => Direction::Future,
            },
            Form::Past => {
                let timetable = is_on(List::Timetable, self.reader.word(at)) && !self.goes_as_planned(at);
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
        let what = (at + 2..at + 5).any(|next| is_on(List::Refused, self.reader.word(next)));
        let nobody = (1..12)
            .map_while(|back| at.checked_sub(back).filter(|before| *before >= floor))
            .take_while(|before| !self.reader.is_any(*before, &[",", ";"]))
            .any(|before| is_on(List::Nobody, self.reader.word(before)));
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
        let is_month = |at: usize| matches!(self.reader.class(at), Class::Month { .. });
        let is_time = |at: usize| match self.reader.class(at) {
            Class::Month { .. } | Class::Weekday { .. } | Class::Shift(_) | Class::Season { .. } => true,
            Class::Digits => is_month(at + 1),
            _ => false,
        };
        let leads = |at: usize| {
            is_on(List::Leads, self.reader.word(at))
                || self
                    .word_at(at)
                    .is_some_and(|word| matches!(word.upos, Upos::Adj | Upos::Adv))
        };
        (at..at + 4).find(|at| is_time(*at) || !leads(*at)).is_some_and(is_time)
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
            _ if is_on(List::Opens, word) || is_on(List::Ahead, word) && self.reader.is_any(at + 1, &["to", "for"]) => {
                Direction::Future
            }
            // "She speaks Friday.", where the parse agrees that it is the verb of its sentence. Headlines tell what is over in the same form, and have no full stop.
            _ if self.is_main(at) && !is_on(List::Reports, word) && self.reads_time(at + 1) && self.is_in_prose(at) => {
                Direction::Future
            }
            _ => Direction::Unknown,
        }
    }

    fn is_main(self, at: usize) -> bool {
        self.word_at(at).is_some_and(|word| word.relation == Relation::Root)
    }

    /// Whether a mark ends the sentence.
    fn is_in_prose(self, at: usize) -> bool {
        (at..at + 40).any(|next| self.reader.is_any(next, &[".", "!", "?"]))
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
                    return if self.is_pluperfect(before, floor) || is_on(List::Went, governor) {
                        Direction::Past
                    } else if is_on(List::Ahead, governor) || is_on(List::Decides, governor) {
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
        let fixed = is_on(List::Timetable, word) && !self.goes_as_planned(at);
        let planned = is_on(List::Ahead, word) && self.reader.is_any(at + 1, &["to", "for"])
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
    fn auxiliary(self, at: usize, floor: usize) -> Option<&'a str> {
        let mut before = at;
        for _ in 0..3 {
            before = before.checked_sub(1).filter(|next| *next >= floor)?;
            let word: &'a str = self.reader.word(before);
            if is_on(List::Auxiliary, word) {
                return Some(word);
            }
            // "statements made": nothing but adverbs stands between an auxiliary and its verb.
            if self.reader.is_any(before, &[",", ";", "the", "a"]) || self.is_noun(before) {
                return None;
            }
        }
        None
    }

    /// The word at a token.
    #[must_use]
    pub fn word_at(self, at: usize) -> Option<&'a Word> {
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
        if is_on(List::Modal, &token.lower) {
            return Form::Modal;
        }
        match self.word_at(at).map(|word| (word.tag, word.upos)) {
            Some((Tag::PastTense, _)) => Form::Past,
            Some((Tag::ThirdPerson | Tag::PresentTense, _)) => Form::Present,
            Some((Tag::BaseVerb, _)) => Form::Base,
            Some((Tag::PastParticiple, _)) => Form::Participle,
            Some((Tag::Gerund, _)) => Form::Gerund,
            Some((Tag::None, Upos::X)) | None => guessed(&token.lower),
            _ => Form::None,
        }
    }
}

/// The form of a verb by its ending, where no tagger ran.
fn guessed(word: &str) -> Form {
    match word {
        _ if is_on(List::PastForm, word) => Form::Past,
        _ if is_on(List::PresentForm, word) => Form::Present,
        _ if is_on(List::BaseForm, word) => Form::Base,
        _ if word.len() > 4 && word.ends_with("ed") => Form::Past,
        _ => Form::None,
    }
}
