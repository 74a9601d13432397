//! How a draft is divided among its sources, as plain data. Nothing here counts or decides.

use crate::analysis::register::EntryId;
use crate::engine::sources::SourceQuotation;
use crate::text::Span;

/// How a draft is divided among its sources.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Balance {
    /// Those who speak, by how many quoted words they have, and of equals whoever comes first; then the quotations of nobody
    /// by name.
    pub shares: Vec<SourceShare>,
    /// How many words of the running text are quoted: between quotation marks, or as an answer of an interview.
    pub quoted: usize,
    /// Which of `shares` is the only source of the draft; `None` if there are more, or if there may be.
    pub only: Option<usize>,
    /// The longest run of paragraphs in which nobody is quoted or cited.
    pub silence: Option<Silence>,
}

/// One source with its share.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceShare {
    /// How the draft presents it.
    pub standing: Standing,
    /// The fullest name that the draft gives, or its words if it gives none; empty of those that are nobody.
    pub name: String,
    /// Whether that is a name.
    pub is_named: bool,
    /// The title or role that the draft gives, else the one in the newsroom's actor file; may be empty.
    pub title: String,
    /// The entry in the newsroom's actor file.
    pub entry: Option<EntryId>,
    /// How many words of theirs are quoted.
    pub words: usize,
    /// What they say, in the order of the text; nothing of a document that is only cited.
    pub quotations: Vec<SourceQuotation>,
    /// Where they are first heard in the source, by their words or by the words that cite them.
    pub first: Option<Span>,
}

/// How a draft presents a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A person with a name.
    Named,
    /// A person by a role or a description alone ("the spokesman").
    RoleOnly,
    /// An organization, or a government by the name of its country or capital.
    Organization,
    /// A document ("the readout").
    Document,
    /// A crowd, or whatever else speaks.
    Other,
    /// People who are not named and of whom the draft says so ("a person familiar with the talks"), all together.
    Anonymous,
    /// Quotations of which it is not clear who speaks, all together.
    Unclear,
    /// Quotations without a speaker, all together.
    Unattributed,
}

impl Standing {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Standing; 8] = [
        Standing::Named,
        Standing::RoleOnly,
        Standing::Organization,
        Standing::Document,
        Standing::Other,
        Standing::Anonymous,
        Standing::Unclear,
        Standing::Unattributed,
    ];

    /// The word for it in data.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Standing::Named => "named",
            Standing::RoleOnly => "role-only",
            Standing::Organization => "organization",
            Standing::Document => "document",
            Standing::Other => "other",
            Standing::Anonymous => "anonymous",
            Standing::Unclear => "unclear",
            Standing::Unattributed => "unattributed",
        }
    }

    /// Whether it puts together quotations of which nobody knows how many people say them.
    #[must_use]
    pub fn is_group(self) -> bool {
        self >= Standing::Anonymous
    }
}

/// A run of paragraphs in which nobody is quoted or cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Its first and its last paragraph, from 1.
    pub paragraphs: (usize, usize),
    /// How many words it has.
    pub words: usize,
    /// Where its first paragraph is in the source.
    pub span: Span,
}
