//! Verbs whose subject does nothing: passives, and participles that describe what is before them. Whoever acts comes after *by*.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::attribution::frame::types::{Subject, SubjectKind};
use crate::analysis::attribution::lexicon::is_day;
use crate::analysis::attribution::line::verb_group::{self, follows_passive_auxiliary};
use crate::analysis::attribution::line::{Line, noun_phrase, when};
use crate::language::calendar::is_month;
use crate::language::{Tag, Upos};

/// How far after a passive verb its *by* may stand, in items.
const FARTHEST_AGENT: usize = 12;

/// Whether what is before the verb at item `verb` does not do what it says.
#[must_use]
pub fn is_acted_on(line: Line<'_>, verb: usize) -> bool {
    follows_passive_auxiliary(line, verb) || describes_thing(line, verb) || is_set_off_passive(line, verb)
}

/// "described by Lund as": who did what a passive says.
#[must_use]
pub fn agent(line: Line<'_>, verb: usize) -> Option<Subject> {
    let by = (verb + 1..(verb + FARTHEST_AGENT).min(line.len())).find(|&at| line.is(at, "by"))?;
    // "is expected to be signed by Lund": the phrase belongs to the infinitive.
    let of_infinitive = !line.holds_quotation(verb..by) && (verb + 1..by).any(|at| verb_group::is_infinitive(line, at));
    let items = noun_phrase::starting_at(line, by + 1).filter(|_| !of_infinitive)?;
    (!is_limit(line, &items)).then(|| Subject::new(items, SubjectKind::Agent))
}

/// "announced by Monday", "was put by 5 percent": whether what follows *by* says until when, or how much.
fn is_limit(line: Line<'_>, items: &Range<usize>) -> bool {
    let last = items.end - 1;
    let counts_people = || {
        items
            .clone()
            .any(|at| noun_phrase::is_person_noun(line, at) || line.has(at, &[Upos::Propn]))
    };
    is_day(line.form(last))
        || is_month(line.form(last))
        || when::is_time(line, items)
        || line.has(items.start, &[Upos::Num, Upos::Sym]) && !counts_people()
}

/// "a platform branded with “…”", "purchases reported as “…”", "a flier titled “…”": whether a verb after a thing is a participle that describes it, so that
/// the thing does nothing.
fn describes_thing(line: Line<'_>, verb: usize) -> bool {
    let Some(noun) = verb.checked_sub(1) else { return false };
    let after = if line.has(verb + 1, &[Upos::Adv]) {
        verb + 2
    } else {
        verb + 1
    };
    matches!(line.tag(verb), Tag::PastParticiple | Tag::PastTense)
        && (line.is_any(after, &["as", "by", "with"]) || line.is_quotation(after) && line.lemma(verb) == "title")
        && line.has(noun, &[Upos::Noun])
        && !line.is_capitalized(noun)
        && tables::noun(&line.form(noun).to_lowercase()).is_none()
}

/// "The plan, criticized by Lund as “…”, passed": whether a participle after a comma has the person or the body for its agent whose name
/// comes after *by*, so that what the comma ends does nothing.
fn is_set_off_passive(line: Line<'_>, verb: usize) -> bool {
    let after_comma = verb.checked_sub(1).is_some_and(|before| line.is(before, ","));
    let is_past = matches!(line.tag(verb), Tag::PastParticiple | Tag::PastTense);
    if !after_comma || !is_past {
        return false;
    }
    // "The film, billed as “…”, opened".
    if line.is(verb + 1, "as") && line.is_quotation(verb + 2) {
        return true;
    }
    if !line.is(verb + 1, "by") {
        return false;
    }
    noun_phrase::starting_at(line, verb + 2).is_some_and(|items| {
        let last = items.end - 1;
        line.has(last, &[Upos::Propn]) || noun_phrase::is_person_noun(line, last)
    })
}
