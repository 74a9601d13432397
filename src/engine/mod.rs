//! The façade: give it a draft ([`analyse`], or a [`Host`] that keeps the open ones), take an immutable [`Snapshot`], ask it
//! for facts and findings as plain data. All questions are in `snapshot.rs`.
//!
//! No protocol and no output format shapes what is here.

mod attributions;
mod balance;
mod cache;
mod check;
mod coloring;
mod compare;
mod completion;
mod days;
mod entries;
mod fixes;
mod folding;
mod headline;
mod hints;
mod host;
mod hover;
mod kinds;
mod lenses;
mod lines;
mod links;
mod lookup;
mod meant;
mod navigation;
mod outline;
mod paired_marks;
mod paragraphs;
mod pointing;
mod queries;
mod relations;
mod relatives;
mod rename;
mod said;
mod selection;
mod shown;
mod snapshot;
mod sources;
mod surname;
mod symbols;
#[cfg(test)]
mod testing;
mod timeline;
mod title;
mod types;
mod work;

pub use balance::{Balance, Silence, SourceShare, Standing};
pub use cache::Cache;
pub use coloring::{Colored, ColoredKind};
pub use compare::{Difference, DifferenceKind, DraftPart, Noted, Topic};
pub use completion::{Completion, CompletionKind};
pub use days::Days;
pub use folding::{Fold, FoldKind};
pub use headline::one_line;
pub use hints::{Hint, HintSettings};
pub use host::{DraftVersion, Host, Revision};
pub use hover::{
    ActorCard, Card, Counterpart, EntryCard, EventCard, EventLine, Excerpt, Hover, QuotationCard, QuotationLine,
    TimeCard,
};
pub use lenses::Lens;
pub use links::Link;
pub use navigation::{Highlight, Part, Target};
pub use outline::{OutlineItem, OutlineKind};
pub use paragraphs::{Paragraph, Paragraphs};
pub use relations::Relation;
pub use relatives::Unlisted;
pub use rename::{NotRenamable, Renamable, Renaming};
pub use said::{SaidCard, said_summary};
pub use shown::Shown;
pub use sources::{Said, Source, SourceKind, SourceQuotation, Sources};
pub use symbols::{Known, Symbol, SymbolKind};
pub use timeline::TimelineRow;
pub use types::{Draft, ReadAs, Snapshot};
pub use work::Work;

use std::sync::Arc;

use crate::engine::check::Version;
use crate::language::Model;
use crate::rules;

/// Analyzes a draft. Blocks with their text in `cache` are not analyzed again.
#[must_use]
pub fn analyse(draft: &Draft, cache: &Cache, model: &dyn Model) -> Snapshot {
    let ReadAs {
        format,
        settings,
        rules: rule_settings,
    } = &draft.read_as;
    let markup = cache.markup_of(&draft.text, *format);
    let (blocks, unread) = cache.facts_of(&markup, model);
    let (facts, lines, since) = cache.facts_of_draft(&markup, &blocks, settings);
    let facts = Arc::new(facts);
    let rules::Checked { findings, suppressed } = cache.check(Version {
        text: Arc::clone(&draft.text),
        markup: Arc::clone(&markup),
        blocks: blocks.clone(),
        facts: Arc::clone(&facts),
        register: settings.register.clone(),
        since,
        rules: Arc::clone(rule_settings),
    });
    Snapshot {
        text: Arc::clone(&draft.text),
        markup,
        blocks,
        facts,
        register: settings.register.clone(),
        findings,
        suppressed,
        unread,
        lines,
    }
}
