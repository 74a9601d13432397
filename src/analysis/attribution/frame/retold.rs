//! Words that one passes on from another: "the Courier quoted Lund as saying", "Weil recalled Lund telling him". Lund says them. It
//! reads no passive.

use std::ops::Range;

use crate::analysis::attribution::frame::leftward::{self, Leftward};
use crate::analysis::attribution::lexicon::{FormKind, speaking_form};
use crate::analysis::attribution::line::verb_group::follows_passive_auxiliary;
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::{Tag, Upos};

/// How far before the participle the verb that passes its words on may stand, in items.
const FARTHEST: usize = 12;

/// Whose words are passed on, and who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retelling {
    /// Who said them.
    pub speaker: Range<usize>,
    /// Who passes them on, where the sentence says so.
    pub reteller: Option<Range<usize>>,
}

/// Whose words the participle at item `verb` leads in, where another passes them on.
#[must_use]
pub fn told(line: Line<'_>, verb: usize) -> Option<Retelling> {
    if line.tag(verb) != Tag::Gerund || speaking_form(line.form(verb)).is_none_or(|form| form.kind != FormKind::Gerund)
    {
        return None;
    }
    let as_saying = line.is(verb.checked_sub(1)?, "as");
    let end = verb - usize::from(as_saying);
    let passes_on = |at: usize| {
        line.has(at, &[Upos::Verb])
            && match line.lemma(at) {
                "quote" | "cite" => as_saying,
                "recall" | "remember" | "hear" | "recollect" => !as_saying,
                _ => false,
            }
    };
    let retells = (end.saturating_sub(FARTHEST)..end)
        .rev()
        .take_while(|&at| line.word(at).is_some_and(|word| !word.tag.is_finite() || passes_on(at)))
        .find(|&at| passes_on(at) && !follows_passive_auxiliary(line, at))?;
    let speaker = noun_phrase::core_starting_at(line, retells + 1).or_else(|| object_pronoun(line, retells + 1))?;
    // "the head of the port", "Ana Lund, the mayor,"
    let described = speaker.end < end
        && (line.is(speaker.end, ",") && line.is(end - 1, ",") || line.has(speaker.end, &[Upos::Adp]));
    if speaker.end != end && !described {
        return None;
    }
    let reteller = match leftward::look(line, retells) {
        Leftward::Subject(subject) => Some(subject.items),
        Leftward::JoinedTo(_) | Leftward::Nothing => None,
    };
    Some(Retelling { speaker, reteller })
}

/// "recalled her saying"
fn object_pronoun(line: Line<'_>, at: usize) -> Option<Range<usize>> {
    line.is_any(at, &["him", "her", "them"]).then_some(at..at + 1)
}

/// Whether the verb at an item only passes on what another says, by a participle after it.
#[must_use]
pub fn passes_on(line: Line<'_>, verb: usize) -> bool {
    if is_told(line, verb) {
        return true;
    }
    matches!(
        line.lemma(verb),
        "quote" | "cite" | "recall" | "remember" | "hear" | "recollect"
    ) && (verb + 2..(verb + FARTHEST).min(line.len()))
        .take_while(|&at| line.word(at).is_some_and(|word| !word.tag.is_finite()))
        .any(|at| line.tag(at) == Tag::Gerund && told(line, at).is_some_and(|told| told.speaker.start == verb + 1))
}

/// "recalls being told", "remembered having been asked": whoever recalls it did not say it.
fn is_told(line: Line<'_>, verb: usize) -> bool {
    let after = if line.is(verb + 1, "having") {
        verb + 2
    } else {
        verb + 1
    };
    matches!(line.lemma(verb), "recall" | "remember" | "recollect")
        && line.is_any(after, &["being", "been"])
        && line.tag(after + 1) == Tag::PastParticiple
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn whoever_is_quoted_by_another_says_it() {
        for (text, verb, expected) in [
            (
                "The Courier quoted Ana Lund as saying it was “odd”.",
                "saying",
                Some(("Ana Lund", "The Courier")),
            ),
            (
                "Weil recalled his aunt telling him, “Go.”",
                "telling",
                Some(("his aunt", "Weil")),
            ),
            (
                "The agency cited a guard at the gate as saying so.",
                "saying",
                Some(("a guard", "The agency")),
            ),
            ("Weil left the hall, saying, “Go.”", "saying", None),
            ("Ana Lund was quoted as saying so.", "saying", None),
        ] {
            let found = with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, verb)).unwrap();
                let of = |items: Range<usize>| line.span(items).of(text).to_owned();
                told(line, at).map(|told| (of(told.speaker), told.reteller.map(of).unwrap_or_default()))
            });
            let expected = expected.map(|(speaker, reteller)| (speaker.to_owned(), reteller.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
