//! The frame of a verb: "Lund said", "said Lund", "Lund told the council". It does not look for the subject itself.

use std::ops::Range;

use crate::analysis::attribution::frame::types::{CueForm, Frame, Subject, SubjectKind};
use crate::analysis::attribution::frame::{clause, phrases, retold, subject, untagged};
use crate::analysis::attribution::lexicon::{CueClass, WordClass, cue_verb, is_day, is_listed};
use crate::analysis::attribution::line::{Line, noun_phrase, verb_group};
use crate::language::{Tag, Upos};

/// How many items after an inverted speaker may hold no modal: "…, said Lund, who" is a frame, "…, said Lund would" is not.
const NO_MODAL_WITHIN: usize = 12;

/// The frame of the verb at item `at` with the base form `lemma`. A verb that is not a cue has a frame as well: weak evidence.
#[must_use]
pub fn frame(line: Line<'_>, at: usize, lemma: &str) -> Option<Frame> {
    // "rules regarding “curing”": a preposition by now. "Said thank you to the crew": what was said.
    let is_no_verb = line.is_any(at, &["regarding", "concerning", "considering"])
        || line.is(at, "thank") && line.is(at + 1, "you") && at > 0;
    if is_in_compound(line, at) || is_no_verb {
        return None;
    }
    let phrasal = phrases::phrasal_verb(line, at, lemma);
    let verb = cue_verb(lemma);
    let class = phrasal.or(verb.class);
    if class.is_none() && is_bare_form(line, at) {
        return None;
    }
    let speaker = speaker(line, at, class);
    let inverted = speaker
        .as_ref()
        .is_some_and(|subject| subject.kind == SubjectKind::Inverted);
    let told = speaker
        .as_ref()
        .filter(|subject| subject.kind == SubjectKind::Retold)
        .and_then(|_| retold::told(line, at));
    let takes_listener = !inverted && class.is_some_and(|class| class.say || class.ask);
    Some(Frame {
        cue: at..at + 1 + usize::from(phrasal.is_some()),
        lemma: lemma.into(),
        class: class.unwrap_or_default(),
        takes: verb.complements,
        form: if class.is_some() {
            CueForm::Verb
        } else {
            CueForm::OtherVerb
        },
        speaker,
        addressee: if takes_listener {
            listener(line, at, lemma)
        } else {
            None
        },
        reteller: told.and_then(|told| told.reteller),
        negated: verb_group::is_negated(line, at),
    })
}

/// "self-described", "left-leaning": whether a participle is the last part of a compound, which reports nothing.
fn is_in_compound(line: Line<'_>, at: usize) -> bool {
    at >= 2
        && line.is(at - 1, "-")
        && line.touches_next(at - 1)
        && line.touches_next(at - 2)
        && line.tag(at).is_participle()
}

/// “…,” the statement read: whether "read" ends a frame after a quotation.
#[must_use]
pub fn reads_after_quotation(line: Line<'_>, at: usize) -> bool {
    let closes = line.len() <= at + 1 || line.has(at + 1, &[Upos::Punct]);
    let Some(noun) = at.checked_sub(1).filter(|&noun| line.has(noun, &[Upos::Noun])) else {
        return false;
    };
    let start = noun_phrase::ending_at(line, noun).start;
    closes && start.checked_sub(1).is_some_and(|before| line.is_quotation(before))
}

/// "to go", "go": a base form without an auxiliary.
fn is_bare_form(line: Line<'_>, at: usize) -> bool {
    line.tag(at) == Tag::BaseVerb && !line.has(at.wrapping_sub(1), &[Upos::Aux])
}

/// Who speaks: the subject of the verb, or the name after it where a quotation or a comma before it invites one.
fn speaker(line: Line<'_>, at: usize, class: Option<CueClass>) -> Option<Subject> {
    if retold::passes_on(line, at) {
        cov_mark::hit!(whoever_is_quoted_by_another_speaks);
        return None;
    }
    if class.is_none_or(|class| !class.speaks())
        && let Some(items) = untagged::speaker(line, at)
    {
        cov_mark::hit!(any_verb_between_a_quotation_and_a_name);
        return Some(Subject::new(items, SubjectKind::Inverted));
    }
    let speaker = subject::subject(line, at);
    let can_invert = class.is_some_and(CueClass::speaks)
        && (line.tag(at).is_finite() || line.tag(at) == Tag::PastParticiple)
        && !verb_group::follows_passive_auxiliary(line, at);
    let reports = class.is_some_and(|class| class.say && class.that) && !is_listed(WordClass::Listener, line.lemma(at));
    let invited = || follows_quotation(line, at) || reports && names_speaker_after(line, at);
    // “…,” Ravely told Weil: whoever comes after "told" is told.
    let has_listener = line.lemma(at) == "tell";
    if can_invert
        && !has_listener
        && (speaker.is_none() || invited())
        && let Some(inverted) = subject::inverted(line, at)
    {
        return Some(inverted);
    }
    speaker
}

/// Whether the verb comes right after a quotation, a comma or an adverb between them not counted.
fn follows_quotation(line: Line<'_>, at: usize) -> bool {
    let before = (0..at)
        .rev()
        .find(|&at| !(line.is(at, ",") || line.has(at, &[Upos::Adv])));
    before.is_some_and(|before| line.is_quotation(before))
}

/// ", said Lund, who": a comma before the verb and nothing but a name with its description after it.
fn names_speaker_after(line: Line<'_>, at: usize) -> bool {
    if !at.checked_sub(1).is_some_and(|before| line.is(before, ",")) {
        return false;
    }
    let Some(items) = noun_phrase::core_starting_at(line, at + 1) else {
        return false;
    };
    // "Not one cent, said Lund.": nobody says somebody.
    let says_somebody = line.is(at, "said") && noun_phrase::is_name(line, items.end - 1);
    if !says_somebody && !clause::has_main_verb(line, 0..at) {
        cov_mark::hit!(a_described_subject_has_an_object);
        return false;
    }
    let ends_line = line.len() <= items.end;
    let named = noun_phrase::is_name(line, items.end - 1) && (ends_line || line.has(items.end, &[Upos::Punct]));
    // "…, said several residents." closes the sentence and needs no name.
    let closes = ends_line || line.is(items.end, ".");
    let mut rest = (items.end..line.len()).take(NO_MODAL_WITHIN);
    (named || closes) && !rest.any(|at| line.tag(at) == Tag::Modal)
}

/// Who something is said to: "told the council", "said to the council".
fn listener(line: Line<'_>, verb: usize, lemma: &str) -> Option<Range<usize>> {
    let first = if is_listed(WordClass::Listener, lemma) {
        verb + 1
    } else if line.is(verb + 1, "to") && line.has(verb + 1, &[Upos::Adp]) {
        verb + 2
    } else {
        return None;
    };
    let items = noun_phrase::with_of(line, first)?;
    (!is_day(line.span(items.clone()).of(line.text()))).then_some(items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_listener_is_found_and_a_day_is_none() {
        with_line("Lund told the council of Ostby that it rained.", |line| {
            assert_eq!(frame(line, 1, "tell").unwrap().addressee, Some(2..6));
        });
        with_line("Lund told Monday that it rained.", |line| {
            assert_eq!(frame(line, 1, "tell").unwrap().addressee, None);
        });
    }

    #[test]
    fn whoever_is_quoted_or_named_last_speaks() {
        cov_mark::check!(whoever_is_quoted_by_another_speaks);
        cov_mark::check!(any_verb_between_a_quotation_and_a_name);
        cov_mark::check!(a_described_subject_has_an_object);
        let speaker = |text: &str, form: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, form)).unwrap();
                let found = frame(line, at, line.lemma(at)).and_then(|frame| frame.speaker);
                found.map(|found| line.span(found.items).of(text).to_owned())
            })
        };
        let text = "The Courier quoted Ana Lund as saying it was “odd”.";
        assert_eq!(speaker(text, "quoted").as_deref(), None);
        assert_eq!(speaker(text, "saying").as_deref(), Some("Ana Lund"));
        assert_eq!(
            speaker("“It is odd,” wheezed Lund.", "wheezed").as_deref(),
            Some("Lund")
        );
        assert_eq!(
            speaker("“It is odd,” said Ned Lund.", "said").as_deref(),
            Some("Ned Lund")
        );
        assert_eq!(
            speaker("Ana Lund, a vet, denied the charge.", "denied").as_deref(),
            Some("Ana Lund")
        );
        assert_eq!(
            speaker("It will rain, confirmed the pilot.", "confirmed").as_deref(),
            Some("the pilot")
        );
    }

    #[test]
    fn a_name_after_the_verb_speaks_where_a_quotation_invites_it() {
        let kind = |text: &str, at| with_line(text, |line| frame(line, at, "say").unwrap().speaker_kind());
        assert_eq!(kind("“We leave at dawn,” said Lund.", 1), Some(SubjectKind::Inverted));
        assert_eq!(kind("“We leave at dawn,” Lund said.", 2), Some(SubjectKind::Before));
    }
}
