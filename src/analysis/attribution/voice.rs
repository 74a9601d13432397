//! A speaker as a frame names it: the noun phrase, the cue, the listener, the document. It finds no frames.

use crate::analysis::attribution::attach::Fit;
use crate::analysis::attribution::frames::{Form, Frame};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::parsed;
use crate::analysis::attribution::phrase;
use crate::analysis::attribution::speaker_words;
use crate::analysis::attribution::types::QuotationStatus;
use crate::language::{Tag, Upos};
use crate::text::Span;

/// A speaker with the words that name the act of speaking.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// The noun phrase of the speaker.
    pub speaker: Span,
    /// The cue.
    pub cue: Span,
    /// Its base form.
    pub lemma: String,
    /// To whom.
    pub addressee: Option<Span>,
    /// From which document or outlet.
    pub source: Option<Span>,
}

impl Voice {
    /// Whether the speaker is one person, by pronoun or name.
    #[must_use]
    pub fn is_person(&self, text: &str) -> bool {
        let speaker = self.speaker.of(text);
        let last = speaker.rsplit(' ').next().unwrap_or("");
        ["he", "she"]
            .iter()
            .any(|pronoun| speaker.eq_ignore_ascii_case(pronoun))
            || last.starts_with(char::is_uppercase)
                && !last.ends_with('s')
                && !speaker.to_lowercase().starts_with("the ")
    }
}

/// The speaker of a frame, with its addressee and its source.
#[must_use]
pub fn of_frame(line: Line<'_>, frame: &Frame, source: Option<&(usize, Span)>) -> Option<Voice> {
    let speaker = line.span(frame.speaker.as_ref()?.items.clone());
    let addressee = frame.addressee.clone().map(|items| line.span(items));
    let source = source
        .map(|&(_, span)| span)
        .filter(|span| !span.overlaps(speaker))
        .or_else(|| {
            addressee
                .filter(|_| frame.lemma == "tell")
                .filter(|span| speaker_words::names_outlet(span.of(line.text())))
        });
    Some(Voice {
        speaker,
        cue: line.span(frame.cue.clone()),
        lemma: frame.lemma.clone(),
        addressee,
        source,
    })
}

/// "…, according to the readout": the document that the sentence is taken from, with the index of its frame.
#[must_use]
pub fn source_of(line: Line<'_>, frames: &[Frame]) -> Option<(usize, Span)> {
    frames.iter().enumerate().find_map(|(index, frame)| {
        (frame.form == Form::Phrase).then_some(())?;
        let others = frames
            .iter()
            .any(|other| other.form == Form::Verb && other.speaker.is_some() && other.class.speaks());
        others.then(|| {
            frame
                .speaker
                .as_ref()
                .map(|subject| (index, line.span(subject.items.clone())))
        })?
    })
}

/// Whether the speaker is named or nameless.
#[must_use]
pub fn status_of(line: Line<'_>, voice: &Voice) -> QuotationStatus {
    let text = voice.speaker.of(line.text());
    let named = text
        .split_whitespace()
        .skip(1)
        .any(|word| word.starts_with(char::is_uppercase));
    let nameless = text
        .split(|c: char| !c.is_alphanumeric())
        .any(speaker_words::is_nameless);
    if nameless && !named {
        QuotationStatus::Anonymous
    } else {
        QuotationStatus::Attributed
    }
}

/// Who holds what a noun or an adjective reports: "Lund's claim that", "he is confident that".
#[must_use]
pub fn of_noun(line: Line<'_>, noun: usize) -> Option<Voice> {
    let word = line.word(noun)?;
    let before = noun.checked_sub(1)?;
    let items = if word.upos == Upos::Adj {
        parsed::subject(line, noun)?
    } else if line.word(before)?.tag == Tag::PossessivePronoun {
        before..noun
    } else if line.word(before)?.tag == Tag::PossessiveEnding {
        phrase::ending_at(line, before.checked_sub(1)?, 0)
    } else {
        return None;
    };
    Some(Voice {
        speaker: line.span(items),
        cue: word.span,
        lemma: word.lemma.to_string(),
        addressee: None,
        source: None,
    })
}

/// Whose words the quotation at item `at` is in "Lund's “not one cent” promise".
/// "their chants of “go home”" is read in the same way.
#[must_use]
pub fn of_possessor(line: Line<'_>, at: usize) -> Option<Voice> {
    let called = line.is(at.checked_sub(1)?, "of");
    let (noun, mark) = if called {
        let noun = at.checked_sub(2)?;
        (noun, noun.checked_sub(1)?)
    } else {
        (at + 1, at.checked_sub(1)?)
    };
    let noun = line
        .word(noun)
        .filter(|word| speaker_words::is_utterance(&word.lemma) || called && word.lemma == "chant")?;
    let items = match line.word(mark)?.tag {
        Tag::PossessivePronoun => mark..mark + 1,
        Tag::PossessiveEnding => phrase::ending_at(line, mark.checked_sub(1)?, 0),
        _ => return None,
    };
    Some(Voice {
        speaker: line.span(items),
        cue: noun.span,
        lemma: noun.lemma.to_string(),
        addressee: None,
        source: None,
    })
}

/// Why a frame names the speaker, in the words of a reporter.
#[must_use]
pub fn because(frame: &Frame, fit: Fit) -> String {
    let cue = &frame.lemma;
    match (frame.form, fit) {
        (Form::Phrase, _) => format!("named by “{cue}” in the same sentence"),
        (Form::Colon, _) => "named before the colon".to_owned(),
        (Form::Dash, _) => "named behind the dash".to_owned(),
        (_, Fit::Behind) => format!("subject of “{cue}”, right behind the quotation"),
        (_, Fit::Before) => format!("subject of “{cue}”, which leads into the quotation"),
        (_, Fit::Between) => format!("subject of “{cue}”, between the two parts of the quotation"),
        (_, Fit::Governs) => format!("subject of “{cue}” in the same sentence"),
        (_, Fit::Ends) => format!("subject of “{cue}” at the end of the sentence"),
        (_, Fit::Weak) => format!("subject of “{cue}”, the nearest verb before the quotation"),
    }
}
