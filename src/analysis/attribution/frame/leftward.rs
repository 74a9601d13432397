//! The subject to the left of its verb: right before it, over a relative pronoun, before an insertion. It looks at no passive
//! and at nothing after the verb.

use std::ops::Range;

use crate::analysis::attribution::frame::antecedent::antecedent;
use crate::analysis::attribution::frame::insertion::before_insertion;
use crate::analysis::attribution::frame::set_apart;
use crate::analysis::attribution::frame::types::{REACH, Subject, SubjectKind};
use crate::analysis::attribution::lexicon::{Complement, WordClass, is_day, is_listed, noun_complements};
use crate::analysis::attribution::line::noun_phrase::{self, is_name_like_auxiliary, is_nominal, is_relative};
use crate::analysis::attribution::line::verb_group::has_auxiliary;
use crate::analysis::attribution::line::{Line, when};
use crate::language::{Relation, Tag, Upos};
use crate::text::table::WordList;

/// How many phrases a subject may depend on: "the head of the office of the mayor of Ostby said".
const MOST_LINKS: usize = 4;

/// What is to the left of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leftward {
    /// Its subject.
    Subject(Subject),
    /// An earlier verb that it is joined to, and whose subject it shares: "Lund came and said".
    JoinedTo(usize),
    /// Nothing that could do what it says.
    Nothing,
}

/// Looks to the left of the verb at item `verb`.
#[must_use]
pub fn look(line: Line<'_>, verb: usize) -> Leftward {
    let Some(at) = before_verb_group(line, verb) else {
        return named_like_day(line, verb).map_or(Leftward::Nothing, |items| {
            Leftward::Subject(Subject::new(items, SubjectKind::Before))
        });
    };
    if !is_relative(line, at) && !is_nominal(line, at) && line.has(at, &[Upos::Cconj]) {
        return parsed_conjunct(line, verb, at)
            .or_else(|| joined_verb(line, at))
            .map_or(Leftward::Nothing, Leftward::JoinedTo);
    }
    let subject = if let Some(name) = before_misread_verb(line, at, verb) {
        Some(Subject::new(noun_phrase::ending_at(line, name), SubjectKind::Before))
    } else if is_relative(line, at) {
        antecedent(line, at).map(|items| Subject::new(items, SubjectKind::Relative))
    } else if is_nominal(line, at) {
        Some(Subject::new(with_what_it_hangs_on(line, at), SubjectKind::Before))
    } else {
        set_apart::subject(line, at)
            .or_else(|| before_insertion(line, at))
            .or_else(|| named_like_day(line, verb))
            .map(|items| Subject::new(items, SubjectKind::Apart))
    };
    subject
        .filter(|subject| !when::is_time(line, &subject.items))
        .map(|subject| described_before(line, verb, subject))
        .map_or(Leftward::Nothing, Leftward::Subject)
}

/// "Ana Lund | issues claims that", both tagged one word late: the end of the name before a verb that was taken for a noun.
fn before_misread_verb(line: Line<'_>, noun: usize, verb: usize) -> Option<usize> {
    let name = noun.checked_sub(1).filter(|&name| line.has(name, &[Upos::Propn]))?;
    let plural = line.has(noun, &[Upos::Noun]) && line.form(noun).ends_with('s') && !line.is_capitalized(noun);
    let voices = plural && is_listed(WordClass::Voicing, line.lemma(noun));
    let claims = line.tag(verb) == Tag::ThirdPerson && noun_complements(line.lemma(verb)).takes(Complement::That);
    (voices && claims && verb == noun + 1).then_some(name)
}

/// "Asked about it, Sunday said": a day right before its verb is somebody's name where nothing else could be the subject.
fn named_like_day(line: Line<'_>, verb: usize) -> Option<Range<usize>> {
    let day = verb.checked_sub(1)?;
    let begins = day
        .checked_sub(1)
        .is_none_or(|before| line.is(before, ",") || line.is_quotation(before));
    let named = begins && line.has(day, &[Upos::Propn]) && is_day(line.form(day));
    (named || is_misread_name(line, day)).then_some(day..verb)
}

/// “…?” Neese wrote, Neese told Lund: a word with a capital right after a quotation or before "told" that was taken for an auxiliary, an adjective or an adverb.
fn is_misread_name(line: Line<'_>, at: usize) -> bool {
    static AUXILIARIES: WordList = WordList::new(include_str!("auxiliaries.txt"));
    if !line.is_capitalized(at) {
        return false;
    }
    // "Schilling told the council": somebody tells it.
    let tells =
        at == 0 && line.lemma(at + 1) == "tell" && matches!(line.tag(at + 1), Tag::PastTense | Tag::PastParticiple);
    let follows = tells || at.checked_sub(1).is_some_and(|before| line.is_quotation(before));
    let can_be_name = line.has(at, &[Upos::Aux, Upos::Adj, Upos::Verb, Upos::X])
        || line.has(at, &[Upos::Adv]) && line.tag(at + 1).is_finite();
    follows && can_be_name && !AUXILIARIES.has_in_any_case(line.form(at))
}

/// "Ana Lund, the mayor of Ostby said in a letter": the name, where the comma after the description is missing. Not "Lund, the
/// mayor said, was late", which goes on with what is said of Lund.
fn described_before(line: Line<'_>, verb: usize, subject: Subject) -> Subject {
    let Some(name) = name_before_comma(line, subject.items.start) else {
        return subject;
    };
    let is_description = line.has(subject.items.start, &[Upos::Det])
        && (subject.items.clone()).any(|at| noun_phrase::is_person_noun(line, at))
        && line.has(verb + 1, &[Upos::Adp, Upos::Verb, Upos::Sconj])
        && !(verb + 1..line.len().min(verb + REACH)).any(|at| line.tag(at).is_finite());
    if is_description {
        Subject::new(name, SubjectKind::Apart)
    } else {
        subject
    }
}

/// The name that begins the sentence and ends at the comma before item `start`.
fn name_before_comma(line: Line<'_>, start: usize) -> Option<Range<usize>> {
    let comma = start.checked_sub(1).filter(|&at| line.is(at, ","))?;
    let last = comma.checked_sub(1).filter(|&last| line.has(last, &[Upos::Propn]))?;
    let name = noun_phrase::ending_at(line, last);
    (name.start == 0 && name.len() > 1 && !is_day(line.form(last))).then_some(name)
}

/// The last item before a verb that is not of its group: auxiliaries, adverbs, days and "himself" are stepped over.
fn before_verb_group(line: Line<'_>, verb: usize) -> Option<usize> {
    let mut at = verb.checked_sub(1)?;
    loop {
        // "Lund last week said", "in a letter on Tuesday night said"
        if let Some(start) = when::begins_at(line, at) {
            at = start.checked_sub(1)?;
            if line.has(at, &[Upos::Adp]) {
                at = at.checked_sub(1)?;
            }
            continue;
        }
        let day = is_day(line.form(at));
        if !(day || is_in_verb_group(line, at) || is_reflexive(line, at)) {
            // A quotation ends the look to the left.
            return line.word(at).map(|_| at);
        }
        at = at.checked_sub(1)?;
        if day && line.is(at, "on") {
            at = at.checked_sub(1)?;
        }
    }
}

/// "has never said": whether the item is an auxiliary or an adverb of the verb after it.
fn is_in_verb_group(line: Line<'_>, at: usize) -> bool {
    // "have said": the auxiliary may be tagged as a verb.
    let auxiliary = line.lemma(at) == "have" && line.tag(at + 1) == Tag::PastParticiple;
    (auxiliary || line.has(at, &[Upos::Adv, Upos::Aux, Upos::Part]))
        && !is_name_like_auxiliary(line, at)
        && !matches!(line.tag(at), Tag::PossessiveEnding | Tag::WhAdverb)
}

/// "Lund himself said"
fn is_reflexive(line: Line<'_>, at: usize) -> bool {
    line.is_any(at, &["himself", "herself", "itself", "themselves"])
}

/// "Lund was quick to act after Weil spoke and said": the finite verb that the parse joins the later one to.
fn parsed_conjunct(line: Line<'_>, verb: usize, conjunction: usize) -> Option<usize> {
    let head = line.head(verb).filter(|_| line.relation(verb) == Relation::Conj)?;
    (conjunction.saturating_sub(REACH)..conjunction)
        .rev()
        .find(|&at| line.index(at) == Some(head))
        .filter(|&at| line.tag(at).is_finite() && line.has(at, &[Upos::Verb]))
}

/// "Lund came and said": the finite verb before a conjunction, as an item.
fn joined_verb(line: Line<'_>, conjunction: usize) -> Option<usize> {
    let before = || {
        (conjunction.saturating_sub(REACH)..conjunction)
            .rev()
            .take_while(|&at| line.word(at).is_some())
    };
    before()
        .find(|&at| {
            // "have not come and said", "has been counting and said": the participle stands for its finite verb.
            let compound = line.tag(at).is_participle() && line.has(at, &[Upos::Verb]) && has_auxiliary(line, at);
            line.tag(at).is_finite() && !line.has(at, &[Upos::Aux]) || compound
        })
        // "has been mayor since May and says"
        .or_else(|| before().find(|&at| line.tag(at).is_finite()))
}

/// From the head of a phrase to the left, over *of*, *at*, *and* and the like, to the phrase that they depend on: "the head of
/// the council and her deputy".
fn with_what_it_hangs_on(line: Line<'_>, head: usize) -> Range<usize> {
    let mut items = noun_phrase::ending_at(line, head);
    for _ in 0..MOST_LINKS {
        if let Some(actor) = before_active_participle(line, items.start) {
            return actor;
        }
        let Some(start) = start_of_link(line, items.start) else {
            break;
        };
        items.start = start;
    }
    items.start = start_of_list(line, &items);
    items
}

/// "Dockers marching through the gate chanted": who does what a participle before the preposition at the left of item `start` says.
fn before_active_participle(line: Line<'_>, start: usize) -> Option<Range<usize>> {
    let participle = start.checked_sub(2).filter(|_| line.has(start - 1, &[Upos::Adp]))?;
    let active = line.tag(participle) == Tag::Gerund && line.relation(participle) == Relation::Acl;
    let actor = participle
        .checked_sub(1)
        .filter(|&actor| active && is_nominal(line, actor))?;
    Some(noun_phrase::ending_at(line, actor))
}

/// Where a list begins of which the last two phrases are joined: "Lund, Weil and Holm said".
fn start_of_list(line: Line<'_>, joined: &Range<usize>) -> usize {
    let mut start = joined.start;
    if !joined.clone().any(|at| line.has(at, &[Upos::Cconj])) {
        return start;
    }
    for _ in 0..MOST_LINKS {
        let Some(last) = start.checked_sub(2).filter(|_| line.is(start - 1, ",")) else {
            break;
        };
        let earlier = noun_phrase::ending_at(line, last);
        let apart = earlier
            .start
            .checked_sub(1)
            .is_none_or(|before| line.is_quotation(before) || line.is(before, ","));
        if !apart || !is_nominal(line, last) || is_day(line.form(last)) || when::is_time(line, &earlier) {
            break;
        }
        start = earlier.start;
    }
    start
}

/// Where the phrase begins that the one at item `start` depends on; `None` where it depends on none.
fn start_of_link(line: Line<'_>, start: usize) -> Option<usize> {
    let link = start.checked_sub(1)?;
    let last = link.checked_sub(1)?;
    let preposition = (line.has(link, &[Upos::Adp]) || line.is(link, "for")) && !begins_adverbial(line, link);
    if preposition && is_described(line, last) {
        return Some(noun_phrase::ending_at(line, last - 1).start);
    }
    let coordinated = line.has(link, &[Upos::Cconj]) && !finite_between(line, link.saturating_sub(REACH), link);
    if !(preposition || coordinated) || !is_nominal(line, last) || is_relative(line, last) {
        return None;
    }
    let further = noun_phrase::ending_at(line, last).start;
    // "met officials in Ostby said": the phrase to the left is an object.
    let object = preposition && line.has(further.wrapping_sub(1), &[Upos::Verb]);
    (!object).then_some(further)
}

/// "Lund, after the vote, said": whether a preposition leads a phrase that says when or how and belongs to no noun.
fn begins_adverbial(line: Line<'_>, at: usize) -> bool {
    line.is_any(
        at,
        &[
            "as", "like", "after", "before", "despite", "during", "since", "until", "because",
        ],
    )
}

/// "a source familiar with the plan", "a person briefed on it": whether the adjective depends on the noun before it.
fn is_described(line: Line<'_>, at: usize) -> bool {
    (line.has(at, &[Upos::Adj]) || line.tag(at) == Tag::PastParticiple)
        && !is_nominal(line, at)
        && at.checked_sub(1).is_some_and(|noun| line.has(noun, &[Upos::Noun]))
}

fn finite_between(line: Line<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| line.tag(at).is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    /// What is to the left of *said*.
    fn left(text: &str) -> Option<String> {
        with_line(text, |line| {
            let said = (0..line.len()).find(|&at| line.is(at, "said")).unwrap();
            match look(line, said) {
                Leftward::Subject(subject) => Some(line.span(subject.items).of(text).to_owned()),
                Leftward::JoinedTo(verb) => Some(format!("+{}", line.form(verb))),
                Leftward::Nothing => None,
            }
        })
    }

    #[test]
    fn the_whole_phrase_before_the_verb_is_the_subject() {
        for (text, expected) in [
            (
                "The head of the council of Ostby has never said so.",
                "The head of the council of Ostby",
            ),
            (
                "A source familiar with the plan said so.",
                "A source familiar with the plan",
            ),
            ("Lund on Monday said so.", "Lund"),
            ("Lund came and said so.", "+came"),
            ("After the vote, Lund, citing the report, said so.", "Lund"),
        ] {
            assert_eq!(left(text).as_deref(), Some(expected), "{text}");
        }
    }
}
