//! The façade: give it a text, take an immutable snapshot, ask for facts and findings as plain data.
//!
//! No protocol and no output format shapes what is here.

mod cache;
mod completion;
mod entries;
mod fixes;
mod headline;
mod hints;
mod host;
mod hover;
mod navigation;
mod outline;
mod pointing;
mod rename;
mod snapshot;
mod symbols;
mod timeline;

pub use cache::Cache;
pub use completion::{Completion, CompletionKind};
pub use hints::{Hint, HintSettings};
pub use host::{DraftVersion, Host, ReadAs, Revision};
pub use hover::{
    ActorCard, Card, Counterpart, Days, EntryCard, EventCard, EventLine, Excerpt, Hover, QuotationCard, QuotationLine,
    TimeCard,
};
pub use navigation::{Highlight, Part, Target};
pub use outline::{OutlineItem, OutlineKind};
pub use pointing::Fact;
pub use rename::{NotRenamable, Renamable, Renaming};
pub use snapshot::{Draft, Snapshot};
pub use symbols::{Symbol, SymbolKind};
pub use timeline::TimelineRow;

use std::sync::Arc;

use crate::analysis::{self, DraftSettings};
use crate::language::Model;
use crate::markup;
use crate::rules;

/// Analyses a draft. Blocks whose text is in `cache` are not analysed again.
#[must_use]
pub fn analyse(draft: &Draft, cache: &Cache, model: &dyn Model) -> Snapshot {
    let markup = markup::read(&draft.text, draft.format);
    let (blocks, unread) = cache.facts_of(&markup, model);
    let facts = analysis::fold(&markup, &blocks, &draft.settings);
    let findings = rules::check(&rules::Context {
        source: &draft.text,
        markup: &markup,
        blocks: &blocks,
        facts: &facts,
        register: draft.settings.register.as_deref(),
        settings: &draft.rules,
    });
    Snapshot {
        text: Arc::clone(&draft.text),
        markup,
        blocks,
        facts,
        register: draft.settings.register.clone(),
        findings,
        unread,
    }
}

/// The settings of a draft that come from its caller; re-exported so that the front ends need not know `analysis`.
pub type FoldSettings = DraftSettings;
