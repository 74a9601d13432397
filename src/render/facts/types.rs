//! The published format of `extract`, as it is serialized: documents, refusals, and what is in several of their lists. It is apart
//! from the fact types, so that no inner type becomes a public format by accident. The comments are in the published schema.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::Serialize;

use crate::language;
use crate::render::facts::OffsetUnit;
use crate::render::facts::id::Id;
use crate::render::facts::lists::{Actor, Event, Finding, Flag, MainEvent, Mention, Time};
use crate::render::facts::spot::Spot;

/// The version of the format. It changes when a field is taken out or means something else, not when one is added.
pub const VERSION: u32 = 2;

/// Everything `extract` says about one document. Lists that were not asked for with `--fields` are not there.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Document {
    /// What the line or the file is called.
    pub(super) id: Id,
    /// The version of this format.
    pub(super) version: u32,
    /// What made this.
    pub(super) program: &'static Program,
    /// What `start` and `end` count.
    pub(super) offsets: OffsetUnit,
    /// The day that the document was read against (YYYY-MM-DD).
    pub(super) date: Option<String>,
    /// The section of the paper, as the line or the front matter says.
    pub(super) section: Option<String>,
    /// The language (ISO 639-3) of a document that was left alone because it is not English; all lists are then empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) left_alone: Option<&'static str>,
    /// Quotations, in the order of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) quotes: Option<Vec<Quote>>,
    /// People, organizations and places: the named ones by first mention, then those that are only described.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) actors: Option<Vec<Actor>>,
    /// Where they are mentioned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) mentions: Option<Vec<Mention>>,
    /// Time expressions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) times: Option<Vec<Time>>,
    /// What happened, happens or is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) events: Option<Vec<Event>>,
    /// What the story is about; `null` if nothing is sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) main_event: Option<Option<MainEvent>>,
    /// Dates that contradict the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) flags: Option<Vec<Flag>>,
    /// What `lint` would say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) findings: Option<Vec<Finding>>,
}

/// The answer to a line that could not be used.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Refusal {
    /// The line's own name, where it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The version of this format.
    version: u32,
    /// What refused it.
    program: &'static Program,
    /// Which line of the input it was, from 1.
    pub line: u64,
    /// What is wrong with the line, and what to do.
    pub error: String,
}

impl Refusal {
    /// A line that could not be used.
    pub fn new(id: Option<Id>, line: u64, error: String) -> Self {
        Self {
            id,
            version: VERSION,
            program: Program::this(),
            line,
            error,
        }
    }
}

/// What made an output. Outputs of the same program with the same weights and settings are the same.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Program {
    /// The version of copydesk.
    pub version: &'static str,
    /// The digest of its sources.
    pub digest: &'static str,
    /// The digest of the weights that words are tagged and parsed with.
    pub weights: String,
}

impl Program {
    /// This program.
    pub fn this() -> &'static Self {
        static THIS: LazyLock<Program> = LazyLock::new(|| Program {
            version: env!("CARGO_PKG_VERSION"),
            digest: env!("COPYDESK_SOURCES"),
            weights: language::weights_digest(),
        });
        &THIS
    }
}

/// A quotation: the marked region with its marks, for an indirect quotation the reported words.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Quote {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// Whole sentences in marks, a marked part of the writer's sentence, no marks, or marks but nobody is quoted.
    #[schemars(extend("enum" = ["direct", "mixed", "indirect", "mention"]))]
    pub(super) kind: &'static str,
    /// The whole reported content; for `mixed` the clause around the marked words, for a quotation that runs on over paragraphs
    /// all of them.
    pub(super) content: Spot,
    /// Who is quoted.
    pub(super) speaker: Option<Speaker>,
    /// The word that reports.
    pub(super) cue: Option<Spot>,
    /// The document or outlet that the words are taken from.
    pub(super) source: Option<Spot>,
    /// How the speaker was found.
    #[schemars(extend("enum" = ["attributed", "carried", "anonymous", "unattributed", "none"]))]
    pub(super) status: &'static str,
    /// The same number for the parts of one quotation.
    pub(super) group: usize,
    /// How sure speaker and kind are.
    #[schemars(range(min = 0, max = 1))]
    pub(super) confidence: f64,
    /// Why this speaker, in words.
    pub(super) because: String,
}

/// Who is quoted, as the draft says it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Speaker {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// The full name.
    pub(super) resolved: Option<String>,
    /// The `id` of an actor.
    pub(super) actor: Option<String>,
}
