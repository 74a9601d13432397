//! How one frame can relate to a quotation of its sentence: after it, before it, over it, at the end. It does not choose among
//! frames.

use std::ops::Range;

use crate::analysis::attribution::frame::{CueForm, Frame, SubjectKind};
use crate::analysis::attribution::lexicon::{CueClass, WordClass, is_day, is_listed};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::report::reported;
use crate::language::{Tag, Upos};

/// How many items may come between a frame and the quotation it leads into, or after a frame that ends its sentence.
const LONGEST_REST: usize = 30;

/// How far a cue governs: "said the road that … was “odd”", in items.
const LONGEST_CLAUSE: usize = 60;

/// How many items before a quotation a frame that another quotation parts from it may begin the sentence.
const BEGINS_WITHIN: usize = 2;

/// “…,” she said / “…,” said Lund / “…,” Lund, who owns the mill, said. `invites` says whether the quotation ends as one that
/// a frame follows.
#[must_use]
pub fn follows(line: Line<'_>, frame: &Frame, at: usize, invites: bool) -> bool {
    let extent = frame.extent();
    let Some(kind) = frame.speaker_kind() else { return false };
    if !may_follow(line, frame, at, invites)
        || extent.start <= at
        || matches!(kind, SubjectKind::Relative | SubjectKind::Shared)
    {
        return false;
    }
    if !invites && describes_noun(line, at) {
        return false;
    }
    // “…,” as Lund put it.
    let as_said = line.is(extent.start - 1, "as") && frame.class.speaks();
    let start = extent.start - usize::from(as_said);
    let first = (at + 1..start).find(|&at| !may_part(line, at)).unwrap_or(start);
    if first != start || starts_sentence(line, at, first) {
        return false;
    }
    if invites || frame.form == CueForm::Phrase || is_how(line, extent.start) {
        return true;
    }
    // Without a comma the frame must be the whole rest: “We met” Lund said.
    let end = extent.end;
    let is_whole_rest =
        line.len() <= end || line.is_quotation(end) || line.has(end, &[Upos::Punct, Upos::Adp, Upos::Adv]);
    kind != SubjectKind::Apart && frame.class.speaks() && is_whole_rest
}

/// the “odd” role of Lund in the talks once agreed: whether the marked words belong to the noun after them.
fn describes_noun(line: Line<'_>, at: usize) -> bool {
    let begins = at.checked_sub(1).is_some_and(|before| {
        line.is_any(before, &["a", "an", "the"])
            || matches!(line.tag(before), Tag::PossessivePronoun | Tag::PossessiveEnding)
    });
    begins && line.has(at + 1, &[Upos::Noun, Upos::Adj])
}

/// Whether a frame of this form can follow a quotation. After a comma inside the marks any finite verb with its subject is a
/// frame: “…,” she laughed.
fn may_follow(line: Line<'_>, frame: &Frame, at: usize, invites: bool) -> bool {
    let class = frame.class;
    match frame.form {
        CueForm::Phrase => true,
        CueForm::Noun => false,
        // “Shame,” hissed Lund.
        CueForm::Verb | CueForm::OtherVerb
            if !class.speaks() && frame.speaker_kind() == Some(SubjectKind::Inverted) =>
        {
            invites
        }
        // “We leave at dawn.” Ben nodded: a gesture frames only what asks or goes on.
        CueForm::Verb if is_listed(WordClass::Gesture, &frame.lemma) => invites,
        // the “odd” report published on Monday: without a comma a participle describes what is before it.
        CueForm::Verb if class.speaks() => {
            let participle = line.tag(frame.cue.start) == Tag::PastParticiple && frame.lemma != "say";
            invites || !participle || frame.speaker_kind() == Some(SubjectKind::Agent)
        }
        // “odd” - a word meant to amuse: a participle describes what is before it.
        CueForm::Verb if class.think || class.document => invites && is_present_or_past(line, frame),
        _ => invites && is_present_or_past(line, frame) && is_utterance(line, at),
    }
}

/// Whether an item may come between a quotation and the frame after it: a comma, a dash, an adverb.
fn may_part(line: Line<'_>, at: usize) -> bool {
    line.is(at, ",")
        || line.is_dash(at)
        || line.is(at, "-")
        // “…” was how Lund put it.
        || is_how(line, at + 1)
        || line.has(at, &[Upos::Adv, Upos::Aux]) && !line.tag(at).is_wh()
}

/// “…” is how | Lund described it.
fn is_how(line: Line<'_>, start: usize) -> bool {
    start > 1 && line.is(start - 1, "how") && line.lemma(start - 2) == "be"
}

/// She said: “…” / Lund told the paper that “…” / “…,” he added, “…”.
#[must_use]
pub fn leads(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    let end = frame.extent().end;
    match frame.form {
        CueForm::Colon => end == at,
        CueForm::Dash | CueForm::OtherVerb => false,
        // "to open “the second gate”": such verbs report only before a comma or a colon.
        CueForm::Verb if is_listed(WordClass::Loose, &frame.lemma) && !opens_after_mark(line, at) => false,
        CueForm::Verb | CueForm::Noun | CueForm::Phrase => {
            end <= at
                && ((end..at).rev().all(|at| is_glue(line, at))
                    || describes_speaker(line, frame, at)
                    || opens_after_adverbials(line, frame, at)
                    || opens_with_as(line, frame, at))
        }
    }
}

fn opens_after_mark(line: Line<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| line.is_any(before, &[",", ":"]))
}

/// “…,” said Lund, the head of the harbour, “…”: whether nothing but a description of the speaker is between a frame inside a
/// split quotation and its second part.
fn describes_speaker(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    let end = frame.extent().end;
    frame.speaker_kind() == Some(SubjectKind::Inverted)
        && quotation_before(line, frame)
        && line.is(at - 1, ",")
        && at - end <= LONGEST_REST
        && (end..at).all(|at| line.word(at).is_some_and(|word| !word.tag.is_finite()))
}

/// "In a statement issued on Monday, Lund said on the radio: “…”": whether a colon or a dash opens the quotation after words
/// that say when and where.
fn opens_after_adverbials(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    let end = frame.extent().end;
    (line.is(at - 1, ":") || line.is_dash(at - 1)) && !line.holds_quotation(end..at) && at - end <= LONGEST_REST
}

/// "As the coach, Ana Lund, put it after the match, “…”": whether the sentence begins with a frame after "as", and a comma parts it and
/// what says when and where from the quotation.
fn opens_with_as(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    let cue = frame.cue.clone();
    let adverbial = |mut items: Range<usize>| items.all(|at| line.word(at).is_some_and(|word| !word.tag.is_finite()));
    line.is(0, "as")
        && frame.form == CueForm::Verb
        && frame.class.speaks()
        && line.is(at - 1, ",")
        && at <= LONGEST_REST
        && adverbial(0..cue.start)
        && adverbial(cue.end..at)
}

/// "Lund said the road was “odd”": whether the cue comes before the quotation and its clause reaches over it.
#[must_use]
pub fn governs(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    matches!(frame.form, CueForm::Verb | CueForm::Noun)
        && frame.cue.end <= at
        && at - frame.cue.end <= LONGEST_CLAUSE
        && frame.speaker_kind() != Some(SubjectKind::Inverted)
        && takes_clause(frame.class)
        && !stops_between(line, frame.cue.end, at)
        && reaches(line, frame, at)
}

/// Whether what a cue reports goes on to item `at`: "writes a column and leads “the band”" does not.
fn reaches(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    // "describes himself on his page as a “…”": what a verb of describing takes goes on after other phrases.
    let as_what = (at.saturating_sub(2)..at).any(|at| line.is(at, "as"));
    as_what && frame.class.describe || reported(line, frame, false).is_none_or(|items| at < items.end)
}

/// "The road is “odd”, officials said.": whether the sentence ends in the frame, with the quotation before it.
#[must_use]
pub fn ends_line(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    let reports = frame.form == CueForm::Verb && (frame.class.speaks() || frame.class.think);
    if !reports
        || extent.start <= at
        || matches!(
            frame.speaker_kind(),
            None | Some(SubjectKind::Shared | SubjectKind::Relative)
        )
    {
        return false;
    }
    let parted = extent.start.checked_sub(1).is_some_and(|before| {
        line.is_any(before, &[",", "—"]) || line.is_quotation(before) && invites_frame(line, before)
    });
    if is_in_brackets(line, at, extent.start) {
        return false;
    }
    let mut rest = extent.end..line.len();
    parted
        && rest.len() <= LONGEST_REST
        && !line.holds_quotation(rest.clone())
        && !rest.any(|at| line.is(at, "that") || line.tag(at).is_finite())
}

/// The “odd” fee (in May, a panel said so): whether a bracket opens between a quotation and a frame after it and does not close.
fn is_in_brackets(line: Line<'_>, at: usize, frame: usize) -> bool {
    let last = (at..frame).rev().find(|&at| line.is_any(at, &["(", ")"]));
    last.is_some_and(|last| line.is(last, "("))
}

/// Whether the quotation ends, or is followed, as one that a frame follows: “We leave,” / “Is it?” / “We leave”,
#[must_use]
pub fn invites_frame(line: Line<'_>, at: usize) -> bool {
    // “They said, ‘We leave,’”
    let quoted = line.quoted(at).trim_end().trim_end_matches(['’', '\'']);
    line.is_quotation(at)
        && (quoted.ends_with([',', '?', '!', '…', '—', '–', '-'])
            || quoted.ends_with("...")
            || line.is_any(at + 1, &[",", "-"])
            || line.is_dash(at + 1))
}

/// Whether a quotation is between a frame and the one at item `at`, where the frame does not begin the sentence.
#[must_use]
pub fn crosses(line: Line<'_>, frame: &Frame, at: usize) -> bool {
    let extent = frame.extent();
    if extent.end <= at {
        line.holds_quotation(extent.end..at) && extent.start > BEGINS_WITHIN
    } else {
        line.holds_quotation(at + 1..extent.start)
    }
}

/// “We leave,” Lund said: whether a quotation ends right before the frame, a mark between them not counted.
#[must_use]
pub fn quotation_before(line: Line<'_>, frame: &Frame) -> bool {
    let start = frame.extent().start;
    (start.saturating_sub(2)..start).any(|at| line.is_quotation(at))
}

/// Whether a sentence or a half of one ends between two items.
#[must_use]
pub fn stops_between(line: Line<'_>, from: usize, to: usize) -> bool {
    (from.max(to.saturating_sub(LONGEST_CLAUSE))..to).any(|at| line.is_stop(at) || line.is(at, ";"))
}

/// Whether the marked words are a sentence rather than a fragment: a capital and four words.
fn is_utterance(line: Line<'_>, at: usize) -> bool {
    let quoted = line.quoted(at);
    quoted.starts_with(char::is_uppercase) && quoted.split_whitespace().nth(3).is_some()
}

/// “Go home!” She replied that …: whether a pronoun with a capital begins a new sentence after the quotation.
fn starts_sentence(line: Line<'_>, at: usize, first: usize) -> bool {
    first == at + 1
        && line.has(first, &[Upos::Pron, Upos::Det])
        && line.is_capitalized(first)
        && line.form(first) != "I"
}

fn is_present_or_past(line: Line<'_>, frame: &Frame) -> bool {
    matches!(
        line.tag(frame.cue.start),
        Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense
    )
}

/// Whether an item may come between a frame and the quotation it leads into: "said on Monday that the “…”".
fn is_glue(line: Line<'_>, at: usize) -> bool {
    line.has(at, &[Upos::Adv, Upos::Sconj])
        || line.is_any(at, &[",", ":", "that", "as", "of", "the", "a", "an"])
        || matches!(line.form(at), "—" | "–")
        || is_day(line.form(at))
        || line.is(at, "on") && is_day(line.form(at + 1))
}

/// Whether a cue takes a clause that may hold a fragment.
fn takes_clause(class: CueClass) -> bool {
    class.that || class.write || class.ask || class.think || class.describe || class.document
}
