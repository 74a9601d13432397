//! What the form of a verb says about a time next to it: over, or yet to come. It looks at one verb and the few words around it.

use crate::analysis::times::direction::tagged::TimeVerbs;
use crate::analysis::times::types::Direction;
use crate::analysis::times::words::{TimeClass, TimeList, is_on};
use crate::language::{Relation, Tag, Upos};

impl<'a> TimeVerbs<'a> {
    /// What a verb at `at` says; nothing where there is none, or where its head must be asked.
    #[must_use]
    pub fn direction_at(self, at: usize, floor: usize) -> Direction {
        match self.tag(at) {
            Tag::Modal => self.modal(at, floor),
            Tag::PastTense => self.past(at, floor),
            Tag::PresentTense => self.present(at),
            Tag::BaseVerb => self.base(at, floor),
            Tag::PastParticiple => self.participle(at, floor),
            Tag::Gerund => self.gerund(at, floor),
            _ => self.planned_noun(at, floor),
        }
    }

    /// "will meet on Friday"; "could not be reached Friday", "would have met in May" are over.
    fn modal(self, at: usize, floor: usize) -> Direction {
        match self.reader.word(at) {
            "will" | "ll" | "shall" | "wo" => Direction::Future,
            _ if self.reader.is(at + 1, "have") => Direction::Past,
            "could" | "would" if self.is_refusal(at, floor) => Direction::Past,
            _ => Direction::Future,
        }
    }

    /// "met on Friday"; "scheduled a hearing Friday" and "hoped to sail on Friday" look ahead.
    fn past(self, at: usize, floor: usize) -> Direction {
        let word = self.reader.word(at);
        let timetable = is_on(TimeList::Timetable, word) && !self.goes_as_planned(at);
        let planned = is_on(TimeList::Ahead, word) && self.reader.is_any(at + 1, &["to", "for"]);
        if (timetable || planned) && !self.is_pluperfect(at, floor) {
            Direction::Future
        } else {
            Direction::Past
        }
    }

    /// "is meeting on Friday", "were meeting on Friday".
    fn gerund(self, at: usize, floor: usize) -> Direction {
        match self.auxiliary(at, floor) {
            Some("is" | "are" | "s" | "re" | "m" | "am" | "be") => Direction::Future,
            Some(_) => Direction::Past,
            None => Direction::Unknown,
        }
    }

    /// "a plan to close in May", "the date for Friday's vote"; an "offer for" something is not a plan for a day.
    fn planned_noun(self, at: usize, floor: usize) -> Direction {
        // "Is due in court Monday".
        let is = matches!(self.auxiliary(at, floor), Some("is" | "are" | "s" | "re" | "m" | "am"));
        if is && self.reader.is(at, "due") {
            return Direction::Future;
        }
        let planned = is_on(TimeList::Ahead, self.reader.word(at))
            && !self.is_verb_be(at)
            && (self.reader.is(at + 1, "to") || self.reader.is(at + 1, "for") && self.reads_time(at + 2));
        if !planned {
            Direction::Unknown
        } else if self.is_pluperfect(at, floor) {
            Direction::Past
        } else {
            Direction::Future
        }
    }

    /// "could not be reached", "would not comment", "neither could be found": reported of a day that is over.
    fn is_refusal(self, at: usize, floor: usize) -> bool {
        let denied = self.reader.is_any(at + 1, &["not", "n"]) || self.reader.is(at + 1, "'");
        let what = (at + 2..at + 2 + REFUSED_REACH).any(|next| is_on(TimeList::Refused, self.reader.word(next)));
        let nobody = (1..=SUBJECT_REACH)
            .map_while(|back| at.checked_sub(back).filter(|before| *before >= floor))
            .take_while(|before| !self.reader.is_any(*before, &[",", ";"]))
            .any(|before| is_on(TimeList::Nobody, self.reader.word(before)));
        match self.reader.word(at) {
            "could" => denied || nobody,
            _ => denied && what,
        }
    }

    /// "had been due to expire": what was planned is over.
    fn is_pluperfect(self, at: usize, floor: usize) -> bool {
        (1..=AUXILIARY_REACH)
            .filter_map(|back| at.checked_sub(back).filter(|before| *before > floor))
            .any(|before| self.reader.is(before, "been") && self.reader.is(before - 1, "had"))
    }

    /// Whether a time is at `at`, or after the small words that lead to one.
    fn reads_time(self, at: usize) -> bool {
        let is_month = |at: usize| matches!(self.reader.class(at), TimeClass::Month { .. });
        let is_time = |at: usize| match self.reader.class(at) {
            TimeClass::Month { .. } | TimeClass::Weekday { .. } | TimeClass::Shift(_) | TimeClass::Season { .. } => {
                true
            }
            TimeClass::Digits => is_month(at + 1),
            _ => false,
        };
        let leads =
            |at: usize| is_on(TimeList::Leads, self.reader.word(at)) || matches!(self.upos(at), Upos::Adj | Upos::Adv);
        (at..at + TIME_REACH)
            .find(|at| is_time(*at) || !leads(*at))
            .is_some_and(is_time)
    }

    /// "as planned", "as originally scheduled": it went as it had been planned.
    fn goes_as_planned(self, at: usize) -> bool {
        let before = self.reader.before(at);
        before == "as" || before.ends_with("ly") && self.reader.is(at.wrapping_sub(2), "as")
    }

    /// A form of "be" is not a plan, though "is to" is: see `present`.
    fn is_verb_be(self, at: usize) -> bool {
        self.reader.is_any(at, &["is", "are", "was", "were"])
    }

    /// "speaks Friday", "the fair opens in May", "the vote is on Friday".
    fn present(self, at: usize) -> Direction {
        let word = self.reader.word(at);
        match word {
            "has" | "have" | "ve" => Direction::Unknown,
            "is" | "are" if self.reader.is(at + 1, "to") => Direction::Future,
            // "The vote is on Friday" looks ahead; "homes worth little in May are worth nothing" does not.
            // "Doors are open from 6 p.m. on Friday", "she is in court on Friday".
            "is" | "are"
                if is_on(
                    TimeList::Stands,
                    self.reader.word(at + 1 + usize::from(self.reader.is(at + 1, "in"))),
                ) =>
            {
                Direction::Future
            }
            "is" | "are" if !self.reads_time(at + 1) => Direction::Unknown,
            _ if is_on(TimeList::Opens, word)
                || is_on(TimeList::Awaits, word)
                || is_on(TimeList::Ahead, word) && self.reader.is_any(at + 1, &["to", "for"]) =>
            {
                Direction::Future
            }
            // "She speaks Friday.", where the parse agrees that it is the verb of its sentence. Headlines report what is over in the same form, and have no period.
            _ if self.is_main(at)
                && !is_on(TimeList::Reports, word)
                && (self.reads_time(at + 1) || self.has_weekday(at))
                && self.is_in_prose(at) =>
            {
                Direction::Future
            }
            _ => Direction::Unknown,
        }
    }

    /// "The club presents its coach in Lund Friday": whether the parse gives the verb the weekday that is asked about.
    fn has_weekday(self, at: usize) -> bool {
        let is_weekday = matches!(self.reader.class(self.time), TimeClass::Weekday { .. });
        let head = self.word(self.time).and_then(|time| self.view.head(time));
        is_weekday && head.is_some() && head == self.word(at)
    }

    /// "Friday marks a year": whether a verb in the present tense at `at` has the time before it as its subject.
    #[must_use]
    pub fn is_subject_of_present(self, at: usize) -> bool {
        self.tag(at) == Tag::PresentTense
            && !self.reader.is_any(at, &["has", "have", "says", "s"])
            && self.relation(self.time).is_kind_of(Relation::Nsubj)
            && self.is_in_prose(at)
    }

    /// Whether a noun or what may stand before one is at `at`.
    #[must_use]
    pub fn is_nominal(self, at: usize) -> bool {
        self.is_noun(at) || self.upos(at) == Upos::Adj
    }

    /// Whether a mark ends the sentence.
    fn is_in_prose(self, at: usize) -> bool {
        (at..at + SENTENCE_REACH).any(|next| self.reader.is_any(next, &[".", "!", "?"]))
    }

    /// "will meet", "agreed to meet", "did not meet": what is before the infinitive decides.
    fn base(self, at: usize, floor: usize) -> Direction {
        let mut before = at;
        for _ in 0..AUXILIARY_REACH {
            let Some(next) = before.checked_sub(1).filter(|next| *next >= floor) else {
                return Direction::Unknown;
            };
            before = next;
            match self.reader.word(before) {
                "to" => {
                    let governor = before.checked_sub(1).map_or("", |governor| self.reader.word(governor));
                    return if self.is_pluperfect(before, floor) || is_on(TimeList::Went, governor) {
                        Direction::Past
                    } else if is_on(TimeList::Decides, governor) {
                        self.decided(at, before - 1)
                    } else if is_on(TimeList::Ahead, governor) {
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
                    } else if self.is_headline_future(before, floor) {
                        Direction::Future
                    } else {
                        Direction::Unknown
                    };
                }
                "could" | "would" if self.is_refusal(before, floor) => return Direction::Past,
                word if is_on(TimeList::LooksAhead, word) => return Direction::Future,
                "did" | "didn" => return Direction::Past,
                _ => {}
            }
        }
        Direction::Unknown
    }

    /// "agreed to meet on Friday", "has voted to raise taxes next week": what has a timetable is for later, and so is what a verb
    /// without a past decides. "voted to raise taxes on Wednesday" may say when the vote was.
    fn decided(self, verb: usize, governor: usize) -> Direction {
        let is_told = self.tag(governor) == Tag::PastTense;
        if is_told && !is_on(TimeList::Opens, self.reader.word(verb)) {
            Direction::Either
        } else {
            Direction::Future
        }
    }

    /// "Ferries to run again on Thursday": in a headline, which has no period, "to" right after its subject says "will".
    fn is_headline_future(self, to: usize, floor: usize) -> bool {
        to > floor
            && self.is_noun(to - 1)
            && (floor..to).all(|before| self.tag(before) == Tag::None)
            && !self.is_in_prose(to)
    }

    /// "is scheduled for Friday", "was closed on Friday", "to be published in May".
    fn participle(self, at: usize, floor: usize) -> Direction {
        let word = self.reader.word(at);
        let fixed = is_on(TimeList::Timetable, word) && !self.goes_as_planned(at);
        let planned = is_on(TimeList::Ahead, word) && self.reader.is_any(at + 1, &["to", "for"])
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
            // "rules to be published", "it will be closed": what comes before "be" decides.
            Some("be") => self.base(at, floor),
            Some("is" | "are") => Direction::Future,
            _ => Direction::Past,
        }
    }

    /// The auxiliary up to three tokens before a verb.
    fn auxiliary(self, at: usize, floor: usize) -> Option<&'a str> {
        let mut before = at;
        for _ in 0..AUXILIARY_REACH {
            before = before.checked_sub(1).filter(|next| *next >= floor)?;
            let word: &'a str = self.reader.word(before);
            if is_on(TimeList::Auxiliary, word) {
                return Some(word);
            }
            // "statements made": nothing but adverbs comes between an auxiliary and its verb.
            if self.reader.is_any(before, &[",", ";", "the", "a"]) || self.is_noun(before) {
                return None;
            }
        }
        None
    }
}

/// How many words of the complement of "would not" are asked what was refused.
const REFUSED_REACH: usize = 3;
/// How many words before "could" are asked whether they deny.
const SUBJECT_REACH: usize = 11;
/// How many words before a verb its auxiliary may be.
const AUXILIARY_REACH: usize = 3;
/// How many words after a verb its time may begin.
const TIME_REACH: usize = 4;
/// How many words after a verb the end of its sentence is looked for.
const SENTENCE_REACH: usize = 40;
