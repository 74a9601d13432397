//! Ways out of a draft: from a name to its entry in the newsroom's actor file, and to the address the entry gives. It opens
//! nothing.

use crate::analysis::register::Entry;
use crate::engine::types::Snapshot;
use crate::text::Span;

/// A name that leads somewhere.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// Where the name is.
    pub span: Span,
    /// The entry of whoever has it.
    pub entry: &'a Entry,
}

/// The first mention by name of each actor that the actor file has, in the order of the text.
pub(super) fn links(snapshot: &Snapshot) -> Vec<Link<'_>> {
    let Some(register) = &snapshot.register else {
        return Vec::new();
    };
    let mut links: Vec<Link<'_>> = snapshot
        .facts
        .actors
        .iter()
        .filter_map(|actor| {
            let entry = register.get(actor.entry?)?;
            let mention = snapshot.named_mentions_of(actor).next()?;
            Some(Link {
                span: snapshot.source_span(mention.place),
                entry,
            })
        })
        .collect();
    links.sort_by_key(|link| link.span);
    links
}
