//! A frame, as data: a cue with its speaker and its listener. No decisions.

use std::ops::Range;

use smol_str::SmolStr;

use crate::analysis::attribution::lexicon::{Complements, CueClass, complements};

/// How many items away from its verb a subject is looked for; this keeps a sentence without an end linear.
pub const REACH: usize = 80;

/// A word or phrase that reports something, with its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The cue, as items of the sentence.
    pub cue: Range<usize>,
    /// Its base form.
    pub lemma: SmolStr,
    /// What it can report.
    pub class: CueClass,
    /// What it reports without marks.
    pub takes: Complements,
    /// Which form of cue it is.
    pub form: CueForm,
    /// Who reports it.
    pub speaker: Option<Subject>,
    /// Who is addressed.
    pub addressee: Option<Range<usize>>,
    /// Who passes the words on: "the Courier" in "the Courier quoted Lund as saying".
    pub reteller: Option<Range<usize>>,
    /// Whether the cue is denied ("did not say").
    pub negated: bool,
}

impl Frame {
    /// The frame of a phrase or a mark, which has its speaker next to it and no listener.
    #[must_use]
    pub fn without_verb(cue: Range<usize>, lemma: &str, form: CueForm, speaker: Subject) -> Self {
        Self {
            cue,
            lemma: lemma.into(),
            class: CueClass::SAYS,
            takes: complements(lemma),
            form,
            speaker: Some(speaker),
            addressee: None,
            reteller: None,
            negated: false,
        }
    }

    /// The items from the first to the last of cue, speaker, addressee and reteller.
    #[must_use]
    pub fn extent(&self) -> Range<usize> {
        let speaker = self.speaker.as_ref().map(|subject| &subject.items);
        let others = [speaker, self.addressee.as_ref(), self.reteller.as_ref()];
        others.into_iter().flatten().fold(self.cue.clone(), |extent, items| {
            extent.start.min(items.start)..extent.end.max(items.end)
        })
    }

    /// How the speaker was found.
    #[must_use]
    pub fn speaker_kind(&self) -> Option<SubjectKind> {
        self.speaker.as_ref().map(|subject| subject.kind)
    }
}

/// The forms of cues.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueForm {
    /// A verb of the cue table.
    Verb,
    /// Any other verb with a subject; weak evidence, for marked fragments only.
    OtherVerb,
    /// A noun that reports: "Lund's claim that".
    Noun,
    /// "according to", "in the words of".
    Phrase,
    /// A colon after a name or a label.
    Colon,
    /// A dash before a name, after the quotation.
    Dash,
}

/// The subject of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its noun phrase, as items of the sentence.
    pub items: Range<usize>,
    /// How it was found.
    pub kind: SubjectKind,
}

impl Subject {
    /// A subject with how it was found.
    #[must_use]
    pub const fn new(items: Range<usize>, kind: SubjectKind) -> Self {
        Self { items, kind }
    }
}

/// How a subject was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// Directly before the verb: "Lund said".
    Before,
    /// Directly before the verb, but after a word that may govern it: "complaints against the council found". Weak evidence.
    Governed,
    /// After the verb: "said Lund".
    Inverted,
    /// Before an insertion: "Lund, who owns the mill, said".
    Apart,
    /// That of the verb that this one is joined to: "Lund came and said".
    Shared,
    /// The noun that a relative clause describes: "Lund, who said".
    Relative,
    /// The agent of a passive: "described by Lund as".
    Agent,
    /// Whose words another passes on: "the Courier quoted Lund as saying", "Weil recalled Lund saying".
    Retold,
}
