//! Cue frames: which words of a sentence report something, and who does it. It does not look at what is reported.

use std::ops::Range;

use crate::analysis::attribution::cues::{self, Cue};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::marks;
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{self, How, Subject};
use crate::language::{Tag, Upos};

/// A word or phrase that reports something, with its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The cue, as items of the unit.
    pub cue: Range<usize>,
    /// Its base form.
    pub lemma: String,
    /// What it can report.
    pub class: Cue,
    /// Which form of cue it is.
    pub form: Form,
    /// Who reports it.
    pub speaker: Option<Subject>,
    /// To whom.
    pub addressee: Option<Range<usize>>,
    /// Whether the cue is denied ("did not say").
    pub negated: bool,
}

impl Frame {
    /// The items from the first to the last of cue, speaker and addressee.
    #[must_use]
    pub fn extent(&self) -> Range<usize> {
        let mut extent = self.cue.clone();
        for items in self.speaker.iter().map(|subject| &subject.items).chain(&self.addressee) {
            extent = extent.start.min(items.start)..extent.end.max(items.end);
        }
        extent
    }
}

/// The forms of cues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A verb of the cue table.
    Verb,
    /// Any other verb with a subject; weak evidence, for marked fragments only.
    OtherVerb,
    /// "according to", "in the words of".
    Phrase,
    /// A colon behind a name or a label.
    Colon,
    /// A dash before a name, behind the quotation.
    Dash,
}

/// What a phrase or a mark does: it reports speech as "say" does, but no bare clause.
pub const SAYS: Cue = Cue {
    say: true,
    write: false,
    ask: false,
    think: false,
    describe: false,
    document: false,
    that: false,
};

/// Verbs whose object is the listener.
const TAKES_LISTENER: [&str; 6] = ["tell", "inform", "remind", "assure", "reassure", "notify"];

/// The frames of a unit, in the order of their cues.
#[must_use]
pub fn frames(line: Line<'_>) -> Vec<Frame> {
    let mut frames = Vec::new();
    for at in 0..line.len() {
        let Some(word) = line.word(at) else { continue };
        let found = match word.upos {
            Upos::Verb => verb(line, at, &word.lemma),
            Upos::Noun if line.form_of(word) == "read" && reads(line, at) => verb(line, at, "read"),
            Upos::Noun | Upos::Adj | Upos::Propn => misread(line.form_of(word)).and_then(|lemma| verb(line, at, lemma)),
            Upos::Punct if line.form_of(word) == ":" => marks::colon(line, at),
            Upos::Punct | Upos::Sym if matches!(line.form_of(word), "—" | "–" | "―" | "-" | "--") => {
                marks::dash(line, at)
            }
            _ => phrase_cue(line, at),
        };
        frames.extend(found);
    }
    frames
}

/// The base form of a word that is tagged as a noun but can be nothing else than a verb of saying in the past.
fn misread(form: &str) -> Option<&'static str> {
    let forms = [
        ("said", "say"),
        ("wrote", "write"),
        ("told", "tell"),
        ("tweeted", "tweet"),
        ("replied", "reply"),
    ];
    forms.iter().find(|(known, _)| *known == form).map(|&(_, lemma)| lemma)
}

/// Whether "read" ends a frame behind a quotation: “…,” the statement read.
fn reads(line: Line<'_>, at: usize) -> bool {
    let closes = line.len() <= at + 1 || line.has(at + 1, &[Upos::Punct]);
    let Some(noun) = at.checked_sub(1).filter(|&noun| line.has(noun, &[Upos::Noun])) else {
        return false;
    };
    let start = phrase::ending_at(line, noun, 0).start;
    closes && start.checked_sub(1).is_some_and(|before| line.is_quotation(before))
}

fn verb(line: Line<'_>, at: usize, lemma: &str) -> Option<Frame> {
    let word = line.word(at)?;
    if line.form_of(word).eq_ignore_ascii_case("according") {
        return phrase_cue(line, at);
    }
    // "as she put it", "she went on"
    let phrasal =
        lemma == "put" && line.is(at + 1, "it") || lemma == "go" && line.is(at + 1, "on") && !line.is(at + 2, "to");
    let class = if phrasal { Some(SAYS) } else { cues::cue(lemma) };
    if class.is_none() && word.tag == Tag::BaseVerb && !line.has(at.wrapping_sub(1), &[Upos::Aux]) {
        return None;
    }
    let quote_before = before_is_quote(line, at);
    let mut speaker = subject::subject(line, at);
    let can_invert = class.is_some_and(Cue::speaks) && word.tag.is_finite()
        || (word.tag == Tag::PastParticiple && class.is_some_and(Cue::speaks));
    let quote_before = quote_before || lemma == "say" && names_speaker_behind(line, at);
    if can_invert && (speaker.is_none() || quote_before) {
        let passive = subject::is_passive(line, at);
        if !passive && let Some(inverted) = subject::inverted(line, at) {
            speaker = Some(inverted);
        }
    }
    let inverted = speaker.as_ref().is_some_and(|subject| subject.how == How::Inverted);
    let addressee = (!inverted && class.is_some_and(|class| class.say || class.ask))
        .then(|| addressee(line, at, lemma))
        .flatten();
    Some(Frame {
        cue: at..at + 1,
        lemma: lemma.to_owned(),
        class: class.unwrap_or_default(),
        form: if class.is_some() { Form::Verb } else { Form::OtherVerb },
        speaker,
        addressee,
        negated: subject::is_negated(line, at),
    })
}

/// ", said Lund, who": a comma before the verb and nothing but a name with its description behind it.
fn names_speaker_behind(line: Line<'_>, at: usize) -> bool {
    let comma = at.checked_sub(1).is_some_and(|before| line.is(before, ","));
    comma
        && phrase::core_starting_at(line, at + 1).is_some_and(|items| {
            let named = phrase::is_name(line, items.end - 1);
            let ends = line.len() <= items.end || line.has(items.end, &[Upos::Punct]);
            // "…, said several residents." closes the sentence and needs no name.
            let closes = line.len() <= items.end || line.is(items.end, ".");
            (named && ends || closes) && !(items.end..line.len()).take(12).any(|at| line.tag(at) == Tag::Modal)
        })
}

/// Whether the verb stands right behind a quotation, a comma between them not counted.
fn before_is_quote(line: Line<'_>, at: usize) -> bool {
    let mut before = at.checked_sub(1);
    while let Some(place) = before {
        if line.is(place, ",") || line.has(place, &[Upos::Adv]) {
            before = place.checked_sub(1);
        } else {
            return line.is_quotation(place);
        }
    }
    false
}

/// To whom something is said: the noun phrase behind "told" and its like.
fn addressee(line: Line<'_>, verb: usize, lemma: &str) -> Option<Range<usize>> {
    let first =
        if TAKES_LISTENER.contains(&lemma) || ["ask", "warn", "promise", "advise", "urge", "thank"].contains(&lemma) {
            verb + 1
        } else if line.is(verb + 1, "to") && line.has(verb + 1, &[Upos::Adp]) {
            verb + 2
        } else {
            return None;
        };
    let items = phrase::with_of(line, first)?;
    (!phrase::is_day(line.span(items.clone()).of(line.text()))).then_some(items)
}

fn phrase_cue(line: Line<'_>, at: usize) -> Option<Frame> {
    let (length, lemma) = if line.is(at, "according") && line.is(at + 1, "to") {
        (2, "according to")
    } else if line.is(at, "in") && line.is(at + 1, "the") && line.is(at + 2, "words") && line.is(at + 3, "of") {
        (4, "in the words of")
    } else if line.is(at, "in") && line.tag(at + 1) == Tag::PossessivePronoun && line.is(at + 2, "words") {
        // "because, in her words, “…”": the possessive is the speaker.
        return Some(phrase_frame(at..at + 3, "in the words of", at + 1..at + 2));
    } else if line.is(at, "per") && line.has(at + 1, &[Upos::Propn, Upos::Det]) {
        (1, "per")
    } else {
        return None;
    };
    let items = phrase::starting_at(line, at + length)?;
    Some(phrase_frame(at..at + length, lemma, items))
}

fn phrase_frame(cue: Range<usize>, lemma: &str, items: Range<usize>) -> Frame {
    Frame {
        cue,
        lemma: lemma.to_owned(),
        class: SAYS,
        form: Form::Phrase,
        speaker: Some(Subject {
            items,
            how: How::Inverted,
        }),
        addressee: None,
        negated: false,
    }
}
