//! The subject of a verb: "Lund" in "Lund said of Weil" and in "said Lund". It does not know which verbs report anything.
//!
//! A passive has its agent, a participle the subject of the clause it depends on, any other verb the subject to its left, by
//! parts of speech first (`leftward.rs`), then by the parse (`parsed.rs`).

use std::ops::Range;

use crate::analysis::attribution::frame::antecedent::antecedent;
use crate::analysis::attribution::frame::leftward::{self, Leftward};
use crate::analysis::attribution::frame::types::{REACH, Subject, SubjectKind};
use crate::analysis::attribution::frame::{governor, parsed, passive, quoted, retold, rivals, untagged};
use crate::analysis::attribution::lexicon::{Complement, FormKind, complements, is_day, speaking_form};
use crate::analysis::attribution::line::verb_group::has_auxiliary;
use crate::analysis::attribution::line::{Line, noun_phrase, when};
use crate::language::{Tag, Upos};

/// How far before its verb the word may stand that opens a clause, in items.
const NEAR_CLAUSE: usize = 16;

/// How many steps a subject is followed through joined verbs.
const FARTHEST: usize = 4;

/// The subject of the verb at item `verb`; `None` where it has none (a passive without an agent, an imperative).
#[must_use]
pub fn subject(line: Line<'_>, verb: usize) -> Option<Subject> {
    follow(line, verb, FARTHEST)
}

/// The subject after the verb: "said the mayor of Ostby".
#[must_use]
pub fn inverted(line: Line<'_>, verb: usize) -> Option<Subject> {
    let first = verb + 1;
    let object = line.has(first, &[Upos::Pron])
        && line.tag(first) != Tag::PossessivePronoun
        && line.is_any(first, &["him", "her", "them", "me", "us", "it", "that", "this"]);
    // "Lund, who called it “odd,” said he would go": the pronoun begins what is said.
    let begins_clause =
        line.has(first, &[Upos::Pron]) && (line.tag(first + 1).is_finite() || line.has(first + 1, &[Upos::Aux]));
    if object || begins_clause || noun_phrase::is_relative(line, first) || is_day(line.form(first)) {
        return None;
    }
    let misread = verb.checked_sub(1).filter(|&before| line.is_quotation(before));
    let items = misread
        .and_then(|_| untagged::misread_name(line, first))
        .or_else(|| noun_phrase::starting_at(line, first))
        .filter(|items| !when::is_time(line, items))?;
    Some(Subject::new(without_topic(line, items), SubjectKind::Inverted))
}

/// "said Ana Lund | of Weil's boat": a name without what it speaks of; "Ana Lund of Ostby" is from there.
fn without_topic(line: Line<'_>, items: Range<usize>) -> Range<usize> {
    let is_topic = |of: &usize| {
        line.is(*of, "of")
            && of.checked_sub(1).is_some_and(|name| line.has(name, &[Upos::Propn]))
            && (*of..items.end).any(|at| line.tag(at) == Tag::PossessiveEnding)
    };
    let end = items.clone().skip(1).find(is_topic).unwrap_or(items.end);
    items.start..end
}

/// The subject of a verb, followed through no more than `steps` joined verbs.
fn follow(line: Line<'_>, verb: usize, steps: usize) -> Option<Subject> {
    let steps = steps.checked_sub(1)?;
    if let Some(subject) = quoted::subject(line, verb) {
        return Some(subject);
    }
    if let Some(told) = retold::told(line, verb) {
        return Some(Subject::new(told.speaker, SubjectKind::Retold));
    }
    if passive::is_acted_on(line, verb) {
        return passive::agent(line, verb);
    }
    if let Some(items) = with_participle(line, verb) {
        return Some(Subject::new(items, SubjectKind::Before));
    }
    let infinitive = line.tag(verb) == Tag::BaseVerb && verb > 0 && line.is(verb - 1, "to");
    let participle = line.tag(verb) == Tag::Gerund && !has_auxiliary(line, verb) || is_misread_gerund(line, verb);
    if infinitive || participle {
        return of_participle(line, verb, steps);
    }
    let left = match leftward::look(line, verb) {
        Leftward::Subject(subject) => Some(match rivals::meant_instead(line, &subject.items) {
            Some(meant) => Subject::new(meant, SubjectKind::Apart),
            None => overruled(line, verb, subject),
        }),
        Leftward::JoinedTo(earlier) => shared(line, earlier, steps),
        Leftward::Nothing => None,
    };
    // On published news the parts of speech were right more often wherever both name somebody and nothing governs the phrase.
    left.or_else(|| Some(Subject::new(parsed::subject(line, verb)?, SubjectKind::Apart)))
        .filter(|subject| !rivals::is_denied(line, &subject.items))
}

/// "The laws governing those duties say", "Emails sent by Lund through a friend show": the subject of the parse, where a preposition or a
/// verb governs the phrase before the verb.
fn overruled(line: Line<'_>, verb: usize, subject: Subject) -> Subject {
    let start = subject.items.start;
    let governs =
        |before: &usize| line.has(*before, &[Upos::Adp, Upos::Verb]) && !line.is_any(*before, &["as", "like"]);
    let governor = start.checked_sub(1).filter(governs);
    if governor.is_none() || subject.kind != SubjectKind::Before {
        return subject;
    }
    if let Some(described) = governor.and_then(|governor| before_relative_clause(line, governor)) {
        return Subject::new(described, SubjectKind::Apart);
    }
    match parsed::subject(line, verb) {
        Some(far) if far.end <= start => Subject::new(
            noun_phrase::with_participle(line, far, subject.items.end),
            SubjectKind::Apart,
        ),
        Some(_) => subject,
        None => Subject::new(subject.items, SubjectKind::Governed),
    }
}

/// "A source who had seen the menu said", where *seen* governs the phrase before the verb: whom the relative clause describes. None
/// where the verb of that clause may report what follows it: "the woman who thinks the council said so".
fn before_relative_clause(line: Line<'_>, governor: usize) -> Option<Range<usize>> {
    let reports = complements(line.lemma(governor)).takes(Complement::Zero);
    if !line.has(governor, &[Upos::Verb]) || reports {
        return None;
    }
    let relative = (governor.saturating_sub(NEAR_CLAUSE)..governor)
        .rev()
        .take_while(|&at| line.word(at).is_some() && !line.is(at, ","))
        .find(|&at| noun_phrase::is_relative(line, at))?;
    let verbs = (relative..=governor).filter(|&at| line.tag(at).is_finite()).count();
    antecedent(line, relative).filter(|_| verbs == 1)
}

/// "The law stands, with Judge Ana Lund writing that": who does what the participle says in a phrase with *with*.
fn with_participle(line: Line<'_>, verb: usize) -> Option<Range<usize>> {
    let last = verb
        .checked_sub(1)
        .filter(|&last| line.tag(verb) == Tag::Gerund && noun_phrase::is_nominal(line, last))?;
    let items = noun_phrase::ending_at(line, last);
    let with = items.start.checked_sub(1)?;
    line.is(with, "with").then_some(items)
}

/// "Weil ruled for the growers, writing, “…”": whether a word that is tagged as a noun is the participle that leads in what comes after
/// it, since marks are on both sides of it.
#[must_use]
pub fn is_misread_gerund(line: Line<'_>, at: usize) -> bool {
    let gerund = || speaking_form(line.form(at)).is_some_and(|form| form.kind == FormKind::Gerund);
    line.has(at, &[Upos::Noun, Upos::Adj, Upos::Propn])
        && at.checked_sub(1).is_some_and(|before| line.is(before, ","))
        && (line.is_any(at + 1, &[",", ":"]) && line.is_quotation(at + 2) || line.is_quotation(at + 1))
        && gerund()
}

/// The subject of a bare participle or an infinitive is that of the clause it depends on: the one before it, or the one after
/// it where the sentence begins with the participle ("Asked whether it rained, Lund said").
fn of_participle(line: Line<'_>, verb: usize, steps: usize) -> Option<Subject> {
    let finite = |at: &usize| line.tag(*at).is_finite();
    let main = governor::of_participle(line, verb)
        .or_else(|| (verb.saturating_sub(REACH)..verb).rev().find(finite))
        .or_else(|| (verb + 1..line.len().min(verb + REACH)).find(finite))?;
    // "…, said Lund, adding that"
    if main < verb
        && let Some(inverted) = inverted(line, main)
        && !matches!(leftward::look(line, main), Leftward::Subject(_))
    {
        return Some(Subject::new(inverted.items, SubjectKind::Shared));
    }
    shared(line, main, steps)
}

/// The subject of an earlier verb that a later one shares: "Lund came and said".
fn shared(line: Line<'_>, verb: usize, steps: usize) -> Option<Subject> {
    follow(line, verb, steps).map(|found| Subject::new(found.items, SubjectKind::Shared))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    /// The subject of the first word that reads `verb`.
    fn of(text: &str, verb: &str) -> Option<(String, SubjectKind)> {
        with_line(text, |line| {
            let at = (0..line.len()).find(|&at| line.is(at, verb)).unwrap();
            let found = subject(line, at)?;
            Some((line.span(found.items).of(text).to_owned(), found.kind))
        })
    }

    #[test]
    fn every_kind_of_subject_is_found() {
        for (text, verb, name, kind) in [
            (
                "“We leave at dawn,” Lund said of Weil.",
                "said",
                "Lund",
                SubjectKind::Before,
            ),
            ("Lund, who owns the mill, said so.", "said", "Lund", SubjectKind::Apart),
            ("Ana Lund came and said so.", "said", "Ana Lund", SubjectKind::Shared),
            (
                "A man can be heard telling the crew.",
                "telling",
                "A man",
                SubjectKind::Before,
            ),
            (
                "The road, described by Lund as odd, opened.",
                "described",
                "Lund",
                SubjectKind::Agent,
            ),
            ("The man who said so left.", "said", "The man", SubjectKind::Relative),
            (
                "A source who had seen the menu said so.",
                "said",
                "A source",
                SubjectKind::Apart,
            ),
            (
                "The lawyer who read the letter said so.",
                "said",
                "The lawyer",
                SubjectKind::Apart,
            ),
            (
                "Noting that Weil was late, Ana Lund left.",
                "Noting",
                "Ana Lund",
                SubjectKind::Shared,
            ),
            (
                "The road was described by Lund as odd.",
                "described",
                "Lund",
                SubjectKind::Agent,
            ),
        ] {
            assert_eq!(of(text, verb), Some((name.to_owned(), kind)), "{text}");
        }
    }

    #[test]
    fn whoever_is_spoken_of_does_not_speak() {
        let after = |text: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, "said")).unwrap();
                inverted(line, at).map(|found| line.span(found.items).of(text).to_owned())
            })
        };
        assert_eq!(
            after("“It is late,” said Ana Lund of Weil's boat.").as_deref(),
            Some("Ana Lund")
        );
        assert_eq!(
            after("“It is late,” said Ana Lund of Ostby.").as_deref(),
            Some("Ana Lund of Ostby")
        );
    }

    #[test]
    fn a_passive_without_an_agent_has_none() {
        assert_eq!(of("The fee is expected to rise by noon.", "expected"), None);
        assert_eq!(of("The fee is expected to be paid by Lund.", "expected"), None);
        assert_eq!(of("Lund was told of it.", "told"), None);
    }
}
