//! Cue frames: which words of a sentence report something, and who does it. It does not look at what is reported.

use std::ops::Range;

use crate::analysis::attribution::cues::{self, Cue};
use crate::analysis::attribution::marks;
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::subject::{self, How, Subject};
use crate::analysis::attribution::unit::{Page, Unit};
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
pub fn frames(page: &Page<'_>, unit: &Unit) -> Vec<Frame> {
    let mut frames = Vec::new();
    for at in 0..unit.items.len() {
        let Some(word) = page.word(unit, at) else { continue };
        let found = match word.upos {
            Upos::Verb => verb(page, unit, at, &word.lemma),
            Upos::Noun if page.form(word) == "read" && reads(page, unit, at) => verb(page, unit, at, "read"),
            Upos::Noun | Upos::Adj | Upos::Propn => {
                misread(page.form(word)).and_then(|lemma| verb(page, unit, at, lemma))
            }
            Upos::Punct if page.form(word) == ":" => marks::colon(page, unit, at),
            Upos::Punct | Upos::Sym if matches!(page.form(word), "—" | "–" | "―" | "-" | "--") => {
                marks::dash(page, unit, at)
            }
            _ => phrase_cue(page, unit, at),
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
fn reads(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    let closes = unit.items.len() <= at + 1 || page.has(unit, at + 1, &[Upos::Punct]);
    let Some(noun) = at.checked_sub(1).filter(|&noun| page.has(unit, noun, &[Upos::Noun])) else {
        return false;
    };
    let start = phrase::ending_at(page, unit, noun, 0).start;
    closes && start.checked_sub(1).is_some_and(|before| unit.is_quotation(before))
}

fn verb(page: &Page<'_>, unit: &Unit, at: usize, lemma: &str) -> Option<Frame> {
    let word = page.word(unit, at)?;
    if page.form(word).eq_ignore_ascii_case("according") {
        return phrase_cue(page, unit, at);
    }
    // "as she put it", "she went on"
    let phrasal = lemma == "put" && page.is(unit, at + 1, "it")
        || lemma == "go" && page.is(unit, at + 1, "on") && !page.is(unit, at + 2, "to");
    let class = if phrasal { Some(SAYS) } else { cues::cue(lemma) };
    if class.is_none() && word.tag == Tag::BaseVerb && !page.has(unit, at.wrapping_sub(1), &[Upos::Aux]) {
        return None;
    }
    let quote_before = before_is_quote(unit, page, at);
    let mut speaker = subject::subject(page, unit, at);
    let can_invert = class.is_some_and(Cue::speaks) && word.tag.is_finite()
        || (word.tag == Tag::PastParticiple && class.is_some_and(Cue::speaks));
    let quote_before = quote_before || lemma == "say" && names_speaker_behind(page, unit, at);
    if can_invert && (speaker.is_none() || quote_before) {
        let passive = subject::is_passive(page, unit, at);
        if !passive && let Some(inverted) = subject::inverted(page, unit, at) {
            speaker = Some(inverted);
        }
    }
    let inverted = speaker.as_ref().is_some_and(|subject| subject.how == How::Inverted);
    let addressee = (!inverted && class.is_some_and(|class| class.say || class.ask))
        .then(|| addressee(page, unit, at, lemma))
        .flatten();
    Some(Frame {
        cue: at..at + 1,
        lemma: lemma.to_owned(),
        class: class.unwrap_or_default(),
        form: if class.is_some() { Form::Verb } else { Form::OtherVerb },
        speaker,
        addressee,
        negated: subject::is_negated(page, unit, at),
    })
}

/// ", said Lund, who": a comma before the verb and nothing but a name with its description behind it.
fn names_speaker_behind(page: &Page<'_>, unit: &Unit, at: usize) -> bool {
    let comma = at.checked_sub(1).is_some_and(|before| page.is(unit, before, ","));
    comma
        && phrase::core_starting_at(page, unit, at + 1).is_some_and(|items| {
            let named = phrase::is_name(page, unit, items.end - 1);
            let ends = unit.items.len() <= items.end || page.has(unit, items.end, &[Upos::Punct]);
            // "…, said several residents." closes the sentence and needs no name.
            let closes = unit.items.len() <= items.end || page.is(unit, items.end, ".");
            (named && ends || closes)
                && !(items.end..unit.items.len())
                    .take(12)
                    .any(|at| page.word(unit, at).is_some_and(|word| word.tag == Tag::Modal))
        })
}

/// Whether the verb stands right behind a quotation, a comma between them not counted.
fn before_is_quote(unit: &Unit, page: &Page<'_>, at: usize) -> bool {
    let mut before = at.checked_sub(1);
    while let Some(place) = before {
        if page.is(unit, place, ",") || page.has(unit, place, &[Upos::Adv]) {
            before = place.checked_sub(1);
        } else {
            return unit.is_quotation(place);
        }
    }
    false
}

/// To whom something is said: the noun phrase behind "told" and its like.
fn addressee(page: &Page<'_>, unit: &Unit, verb: usize, lemma: &str) -> Option<Range<usize>> {
    let first =
        if TAKES_LISTENER.contains(&lemma) || ["ask", "warn", "promise", "advise", "urge", "thank"].contains(&lemma) {
            verb + 1
        } else if page.is(unit, verb + 1, "to") && page.has(unit, verb + 1, &[Upos::Adp]) {
            verb + 2
        } else {
            return None;
        };
    let items = phrase::with_of(page, unit, first)?;
    (!phrase::is_day(page.span(unit, items.clone()).of(page.text))).then_some(items)
}

fn phrase_cue(page: &Page<'_>, unit: &Unit, at: usize) -> Option<Frame> {
    let (length, lemma) = if page.is(unit, at, "according") && page.is(unit, at + 1, "to") {
        (2, "according to")
    } else if page.is(unit, at, "in")
        && page.is(unit, at + 1, "the")
        && page.is(unit, at + 2, "words")
        && page.is(unit, at + 3, "of")
    {
        (4, "in the words of")
    } else if page.is(unit, at, "in")
        && page
            .word(unit, at + 1)
            .is_some_and(|word| word.tag == Tag::PossessivePronoun)
        && page.is(unit, at + 2, "words")
    {
        // "because, in her words, “…”": the possessive is the speaker.
        return Some(phrase_frame(at..at + 3, "in the words of", at + 1..at + 2));
    } else if page.is(unit, at, "per") && page.has(unit, at + 1, &[Upos::Propn, Upos::Det]) {
        (1, "per")
    } else {
        return None;
    };
    let items = phrase::starting_at(page, unit, at + length)?;
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
