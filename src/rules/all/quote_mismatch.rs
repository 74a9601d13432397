//! Flags quotations that differ from the notes of the draft. It knows only those notes.
//!
//! ## What it flags
//!
//! A quotation whose words the notes have otherwise: a “not” that came or went, another number, name, verb of “will” or
//! “must”, any other word. Words that the speaker takes back in the same sentence (“I don't think that we will”), asks, or makes depend on
//! something (“if the board agrees, we will”). Words that somebody else says in a transcript with labels. Words that the notes do not have at
//! all: a hint, and a warning if the notes are named for this draft and name the speaker. Notes that are missing or cannot be read. Without notes
//! ([where they are looked for, and what counts as said](../notes.md)) it finds nothing.
//!
//! ## Why it matters in a newsroom
//!
//! A quotation is a promise that somebody said these words. Comparing it with the recording is the check that is left out
//! when time is short, and a lost “not” is the correction that costs most.
//!
//! ## Example
//!
//! > “We will close the harbor this winter,” Ana Lund said.
//!
//! ```notes
//! LUND: We will not close the harbor this winter.
//! ```
//!
//! ## Better
//!
//! > “We will not close the harbor this winter,” Ana Lund said.
//!
//! ## When it is wrong
//!
//! Spaces, punctuation, capitals, an ellipsis, words in brackets, “um” and “uh”, a phrase begun anew, contractions and other
//! spellings are not differences. An ellipsis inside a sentence that leaves out a negation, a number or a name is one; so are
//! brackets that stand for a “not”, and a quotation that begins as a sentence right after one (“All of the crews knew”, where the
//! notes have “Not all of the crews knew”). Transcripts made by machines mishear names and numbers: listen to the recording, and mark
//! the quotation as checked. Nothing is said where the paragraph or the notes show that the words are translated.

use crate::analysis::QuotationKind;
use crate::analysis::notes::Verification;
use crate::markup::Place;
use crate::rules::shared::otherwise::difference;
use crate::rules::shared::restored::{in_block, restored};
use crate::rules::{Category, Context, Finding, Level, Rule, RuleOption, Scope};
use crate::text::Span;
use crate::verify::{Change, Checked, Notes, NotesPlace, NotesProblem, Verdict, Weight, is_labelled};

/// The rule.
pub const RULE: Rule = Rule {
    code: "quote-mismatch",
    name: "difference from the notes",
    summary: "a quotation that differs from the notes",
    category: Category::Quotes,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[&MIN_WORDS],
    file: include_str!("quote_mismatch.rs"),
    check,
};

/// How many words a quotation must have to be missed in the notes.
const MIN_WORDS: RuleOption<usize> = RuleOption {
    name: "min-words",
    default: 4,
    summary: "Quotations of fewer words are not flagged as missing in the notes.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(notes) = &context.facts.notes else { return };
    findings.extend(notes.problems().iter().map(|problem| of_problem(context, problem)));
    let verified = context.facts.verifications.iter();
    findings.extend(verified.filter_map(|one| of_quotation(context, one, notes)));
}

/// Notes that are missing, or cannot be read.
fn of_problem(context: &Context<'_>, problem: &NotesProblem) -> Finding {
    let span = problem.named_at.unwrap_or_else(|| head(context));
    let finding = Finding::at(span, format!("The notes {} {}", problem.name, problem.message));
    let finding = match problem.is_read {
        true => finding,
        false => finding.help("Until then, quotations are not compared with them."),
    };
    match problem.is_read || !problem.is_for_draft {
        true => Finding {
            level: Level::Info,
            ..finding
        },
        false => finding,
    }
}

/// The first word of the draft, for what is about all of it.
fn head(context: &Context<'_>) -> Span {
    let Some(first) = context.lead().or_else(|| context.paragraphs().next()) else {
        return Span::default();
    };
    let length = first
        .block
        .text
        .find(char::is_whitespace)
        .unwrap_or(first.block.text.len());
    context.source_span(Place::new(first.id, Span::new(0, length)))
}

fn of_quotation(context: &Context<'_>, one: &Verification, notes: &Notes) -> Option<Finding> {
    // A translation has other words than the notes, and may have them all wrong or all right.
    if one.is_translated {
        return None;
    }
    let checked = &*one.checked;
    match (checked.verdict, &checked.found) {
        (Verdict::Near, Some(found)) => of_changes(context, one, checked, found),
        (Verdict::OtherSpeaker, Some(found)) => Some(of_speaker(context, one, found)),
        (Verdict::Absent, _) => of_absent(context, one, notes),
        _ => None,
    }
}

/// Words that differ. The weightiest difference is named, and all are shown.
fn of_changes(context: &Context<'_>, one: &Verification, checked: &Checked, found: &NotesPlace) -> Option<Finding> {
    let weight = checked.weight()?;
    let worst = checked.changes.iter().find(|change| change.weight == weight)?;
    let more = match checked.changes.len() {
        1 => String::new(),
        2 => " (and one more difference)".to_owned(),
        all => format!(" (and {} more differences)", all - 1),
    };
    let words = context.text(one.words);
    let finding = Finding::at(marked(context, one, worst), format!("{}{more}", difference(worst)))
        .help(format!(
            "Compared with the notes: “{}”",
            one_line(&checked.shown(words))
        ))
        .related_in_notes(found, said_there(found))
        .fixes(restored(context, one, checked));
    Some(match weight {
        Weight::Slight => Finding {
            level: Level::Info,
            ..finding
        },
        _ => finding,
    })
}

fn of_speaker(context: &Context<'_>, one: &Verification, found: &NotesPlace) -> Finding {
    if !one.checked.speakers.is_empty() {
        let all = one.checked.speakers.join(" and ");
        let message = format!("In the notes, these words are spoken by {all}");
        return Finding::at(context.source_span(one.words), message)
            .help("Quote each of them alone.")
            .related_in_notes(found, said_there(found));
    }
    let label = found.speaker.as_deref().unwrap_or("somebody else");
    let quotation = one.quotation.and_then(|index| context.facts.quotations.get(index));
    let speaker = quotation.and_then(|quotation| quotation.speaker.as_ref()?.resolved.clone());
    if let Some(name) = speaker.as_ref().filter(|name| !is_labelled(name, &found.source)) {
        let message = format!("The notes label these words “{label}”, and no label names {name}");
        let finding = Finding::at(context.source_span(one.words), message)
            .help("Check who spoke.")
            .related_in_notes(found, said_there(found));
        // What stands there once may be a heading.
        let is_sure = found.source.labels.get(label).is_some_and(|count| *count > 1);
        return Finding {
            level: if is_sure { finding.level } else { Level::Info },
            ..finding
        };
    }
    let not = speaker.map(|speaker| format!(", not {speaker}")).unwrap_or_default();
    Finding::at(
        context.source_span(one.words),
        format!("In the notes, {label} says this{not}"),
    )
    .help("Check who spoke.")
    .related_in_notes(found, said_there(found))
}

fn of_absent(context: &Context<'_>, one: &Verification, notes: &Notes) -> Option<Finding> {
    let count = context.text(one.words).split_whitespace().count();
    // What is written in another language has these words in that language.
    let is_told = count >= context.option(&MIN_WORDS) && notes.has_words() && notes.foreign_language().is_none();
    // A block quotation may be from anywhere.
    let quotation = context.facts.quotations.get(one.quotation?)?;
    if !is_told || !matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed) {
        return None;
    }
    let mut finding = Finding::at(context.source_span(one.words), "This quotation is not in the notes")
        .help("Compare it with the recording, or add the notes that contain it.");
    // The notes of one interview do not have what others said elsewhere.
    let speaker = quotation.speaker.as_ref();
    let name = speaker.and_then(|speaker| speaker.resolved.as_deref().or(Some(speaker.text.as_str())));
    let family = name.and_then(|name| name.split_whitespace().next_back());
    let is_theirs = notes.are_for_draft() && family.is_some_and(|family| notes.name_somebody(family));
    if !is_theirs {
        finding.level = Level::Hint;
    }
    Some(finding)
}

/// “Said here”, with speaker and time as the notes have them.
fn said_there(found: &NotesPlace) -> String {
    let told: Vec<&str> = [found.speaker.as_deref(), found.time.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    match told.is_empty() {
        true => "Said here".to_owned(),
        false => format!("Said here ({})", told.join(", ")),
    }
}

/// The words that a change is about; where the quotation lacks some, the word before.
fn marked(context: &Context<'_>, one: &Verification, change: &Change) -> Span {
    let text = context.text(one.words);
    let place = match change.place.is_empty() {
        false => change.place,
        true => {
            let before = text.get(..change.place.start).unwrap_or("");
            let start = before.rfind(char::is_whitespace).map_or(0, |space| space + 1);
            let after = text.get(change.place.start..).unwrap_or("");
            match before.is_empty() {
                false => Span::new(start, change.place.start),
                true => Span::new(0, after.find(char::is_whitespace).unwrap_or(after.len())),
            }
        }
    };
    context.source_span(in_block(one, place))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::with_notes;

    const NOTES: &str = "LUND: We will not close the harbor this winter.\n\nWEIL: I doubt that very much, Ana.\n\n\
                         LUND: So be it.\n\nWEIL: We will see.";

    /// Level and message of what is found.
    fn told(draft: &str) -> Vec<String> {
        let findings = with_notes(draft, NOTES, true);
        findings
            .iter()
            .filter(|finding| finding.code == RULE.code)
            .map(|finding| format!("{}: {}", finding.level.name(), finding.message))
            .collect()
    }

    #[test]
    fn the_weight_of_a_difference_is_its_level() {
        assert_eq!(
            told("“We will close the harbor this winter,” Ana Lund said."),
            ["warning: The notes have “not” here; the quotation leaves it out"]
        );
        assert_eq!(
            told("“We will not close harbor this winter,” Ana Lund said."),
            ["info: The notes have “the” here; the quotation leaves it out"]
        );
        assert_eq!(
            told("“We will not close the harbor this winter,” Ana Lund said."),
            [""; 0]
        );
    }

    #[test]
    fn an_ellipsis_that_leaves_out_what_matters_is_told() {
        assert_eq!(
            told("“We will … close the harbor this winter,” Ana Lund said."),
            ["warning: The ellipsis leaves out “not”"]
        );
        assert_eq!(told("“We will not … this winter,” Ana Lund said."), [""; 0]);
    }

    #[test]
    fn what_the_notes_lack_is_a_hint_unless_they_are_for_this_draft_and_name_the_speaker() {
        let draft = "“Nobody told us of the strike,” Ana Lund said.";
        assert_eq!(told(draft), ["warning: This quotation is not in the notes"]);
        let elsewhere = "“Nobody told us of the strike,” Ida Quist said.";
        assert_eq!(told(elsewhere), ["hint: This quotation is not in the notes"]);
        let shared = with_notes(draft, NOTES, false);
        assert_eq!(shared[0].level, Level::Hint);
    }

    #[test]
    fn what_the_writer_denies_may_stand_without_its_denial() {
        let notes = "LUND: We will not close the harbor this winter.";
        let found = |draft: &str| {
            with_notes(draft, notes, true)
                .iter()
                .filter(|one| one.code == RULE.code)
                .count()
        };
        assert_eq!(found("Ana Lund said they would not “close the harbor this winter”."), 0);
        assert_eq!(found("Ana Lund said they would “close the harbor this winter”."), 1);
    }

    #[test]
    fn words_of_two_people_are_told_as_theirs() {
        assert_eq!(
            told("“We will not close the harbor … I doubt that very much,” Ana Lund said."),
            ["warning: In the notes, these words are spoken by LUND and WEIL"]
        );
    }

    #[test]
    fn a_speaker_whom_no_label_names_is_told() {
        assert_eq!(
            told("“We will not close the harbor this winter,” Ida Rossi said."),
            ["warning: The notes label these words “LUND”, and no label names Ida Rossi"]
        );
    }

    #[test]
    fn translations_are_left_alone() {
        assert_eq!(
            told("“Nobody told us of the strike,” Ana Lund said in Spanish."),
            [""; 0]
        );
    }
}
