//! What differs between two versions of a draft, as plain data. Nothing here compares.

use crate::text::Span;

/// One thing that two versions of a draft have differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind of thing it is.
    pub topic: Topic,
    /// As the old version has it; `None` if it is new.
    pub old: Option<Noted>,
    /// As the new version has it; `None` if it is gone.
    pub new: Option<Noted>,
}

impl Difference {
    /// What became of it.
    #[must_use]
    pub fn kind(&self) -> DifferenceKind {
        match (&self.old, &self.new) {
            (None, _) => DifferenceKind::Added,
            (Some(_), None) => DifferenceKind::Removed,
            (Some(_), Some(_)) => DifferenceKind::Changed,
        }
    }
}

/// What became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Only the new version has it.
    Added,
    /// Only the old version has it.
    Removed,
    /// Both have it, each in another way.
    Changed,
}

impl DifferenceKind {
    /// The word for it in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            DifferenceKind::Added => "added",
            DifferenceKind::Removed => "removed",
            DifferenceKind::Changed => "changed",
        }
    }

    /// The sign for it in a list.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            DifferenceKind::Added => '+',
            DifferenceKind::Removed => '-',
            DifferenceKind::Changed => '~',
        }
    }
}

/// What is compared, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Words between quotation marks that somebody says.
    Quotation,
    /// Who says them.
    Speaker,
    /// The names of people, organizations and places.
    Name,
    /// The titles and roles of people who are in both versions.
    Title,
    /// Numbers, in figures or in words.
    Figure,
    /// Days and times.
    Date,
    /// Findings of the rules.
    Finding,
}

impl Topic {
    /// All topics, in the order in which they are shown.
    pub const ALL: [Topic; 7] = [
        Topic::Quotation,
        Topic::Speaker,
        Topic::Name,
        Topic::Title,
        Topic::Figure,
        Topic::Date,
        Topic::Finding,
    ];

    /// The word for it in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Topic::Quotation => "quotation",
            Topic::Speaker => "speaker",
            Topic::Name => "name",
            Topic::Title => "title",
            Topic::Figure => "figure",
            Topic::Date => "date",
            Topic::Finding => "finding",
        }
    }
}

/// A thing as one version has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Its words, on one line.
    pub text: String,
    /// What belongs to it: the speaker of a quotation, the person who has a title, the rule of a finding; may be empty.
    pub about: String,
    /// In which part of the draft it is.
    pub part: DraftPart,
    /// Where it is in the source of its version.
    pub span: Span,
}

/// A part of a draft, as people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftPart {
    /// A paragraph of the running text, from 1.
    Paragraph(usize),
    /// The headline.
    Headline,
    /// Another heading.
    Heading,
    /// A caption.
    Caption,
    /// A table.
    Table,
    /// Another field of the front matter, by its key.
    Field(String),
    /// What a desk or a wire puts around a story.
    Furniture,
}
