//! Who speaks in a draft, as plain data. Nothing here counts or decides.

use crate::analysis::{ActorId, QuotationKind};
use crate::engine::said::SaidCard;
use crate::text::Span;

/// Who speaks in a draft, and how much.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// First the words that are nobody's, then those who speak, by how many quoted words they have; of those with equally
    /// many, whoever speaks first.
    pub list: Vec<Source>,
    /// How many quoted words the draft has.
    pub words: usize,
}

/// Somebody who speaks, or a group of quotations without a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What it is.
    pub kind: SourceKind,
    /// The actor, if the draft shows one.
    pub actor: Option<ActorId>,
    /// The fullest name the draft gives, or its words where it gives none; empty for the groups.
    pub name: String,
    /// Whether that is a name.
    pub is_named: bool,
    /// The title or role that the draft gives, else the one in the newsroom's actor file; may be empty.
    pub title: String,
    /// Where the draft first refers to the actor.
    pub first_reference: Option<Said>,
    /// What they say, in the order of the text.
    pub quotations: Vec<SourceQuotation>,
    /// How many words of theirs are quoted: between quotation marks, or as an answer of an interview.
    pub words: usize,
}

/// What a source is. The order is the one in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// Quotations without a speaker.
    Unattributed,
    /// Quotations that somebody of several may have said, or somebody who is not known for sure.
    Unclear,
    /// Quotations of people who are not named ("a person familiar with the talks").
    Anonymous,
    /// A person.
    Person,
    /// An organization, or a government by the name of its country or capital.
    Organization,
    /// A document, a crowd, whatever else speaks.
    Other,
}

impl SourceKind {
    /// The word for it, in every output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SourceKind::Unattributed => "unattributed",
            SourceKind::Unclear => "unclear",
            SourceKind::Anonymous => "anonymous",
            SourceKind::Person => "person",
            SourceKind::Organization => "organization",
            SourceKind::Other => "other",
        }
    }

    /// Whether it stands for quotations without a name.
    #[must_use]
    pub fn is_group(self) -> bool {
        self <= SourceKind::Anonymous
    }
}

/// A quotation with all its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceQuotation {
    /// Direct, mixed or indirect.
    pub kind: QuotationKind,
    /// Its parts, marks included, in the order of the text.
    pub parts: Vec<Said>,
    /// How many words are between its marks; none of an indirect quotation.
    pub words: usize,
    /// Who says it, in the words that are there.
    pub speaker: Option<Said>,
    /// Why it is theirs, as one sentence; may be empty.
    pub because: String,
    /// What the notes of the draft say of its parts; empty without notes, and of an indirect quotation.
    pub said: Vec<SaidCard>,
}

impl SourceQuotation {
    /// What the notes say of the part that matters most.
    #[must_use]
    pub fn worst_said(&self) -> Option<&SaidCard> {
        // The first one of several that matter as much.
        self.said.iter().rev().max_by_key(|card| card.verdict)
    }
}

/// Words of the draft, with their place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Where they are.
    pub span: Span,
}
