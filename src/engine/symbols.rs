//! Looking events, actors and quotations up by a few letters. It finds what is in the facts and never searches the text.

use crate::analysis::{ActorKind, MentionForm};
use crate::engine::outline::{OutlineItem, OutlineKind};
use crate::engine::types::Snapshot;
use crate::text::Span;

/// Something that can be looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// How it is called.
    pub name: String,
    /// What is shown next to it: roles, who and when, the speaker; may be empty.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where it is in the source.
    pub span: Span,
    /// How well it answers the query; smaller is better.
    pub distance: u8,
}

/// What can be looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SymbolKind {
    /// A line of the outline.
    Line(OutlineKind),
    /// Somebody or something that acts or speaks.
    Actor(ActorKind),
}

/// Something that can be looked up, before anybody asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// What it is. Its distance is that from an empty query.
    pub symbol: Symbol,
    /// What it is called besides its name.
    aliases: Vec<String>,
}

impl Known {
    /// How well it answers a query, smaller being better: its name has the query inside, or has words that begin with its
    /// letters in this order, whatever their case. Everything answers an empty query.
    #[must_use]
    pub fn answers(&self, query: &str) -> Option<u8> {
        let names = self.aliases.iter().chain([&self.symbol.name]);
        names.filter_map(|name| distance(name, query)).min()
    }
}

/// What answers a query, in no particular order.
pub(super) fn symbols(snapshot: &Snapshot, query: &str) -> Vec<Symbol> {
    let found = known(snapshot).into_iter().filter_map(|known| {
        let distance = known.answers(query)?;
        Some(Symbol {
            distance,
            ..known.symbol
        })
    });
    found.collect()
}

/// Everything that can be looked up, in no particular order.
pub(super) fn known(snapshot: &Snapshot) -> Vec<Known> {
    let mut all = Vec::new();
    for actor in &snapshot.facts.actors {
        let named = snapshot
            .mentions_of(actor)
            .any(|mention| mention.form == MentionForm::Named);
        if let (true, Some(full)) = (named, snapshot.full_mention(actor)) {
            let roles: Vec<&str> = actor.roles.iter().map(|role| role.text.as_str()).collect();
            let aliases = actor.aliases.iter().map(|(name, _)| name);
            all.push(Known {
                symbol: Symbol {
                    name: actor.name.clone(),
                    detail: roles.join("; "),
                    kind: SymbolKind::Actor(actor.kind),
                    span: snapshot.source_span(full.place),
                    distance: 0,
                },
                aliases: aliases.filter(|alias| **alias != actor.name).cloned().collect(),
            });
        }
    }
    add_lines(&snapshot.outline_items(), &mut all);
    all
}

fn add_lines(items: &[OutlineItem], all: &mut Vec<Known>) {
    for item in items {
        // Headings are text; they can be found as text.
        if item.kind != OutlineKind::Heading {
            all.push(Known {
                symbol: Symbol {
                    name: item.name.clone(),
                    detail: item.detail.clone(),
                    kind: SymbolKind::Line(item.kind),
                    span: item.selection,
                    distance: 0,
                },
                aliases: Vec::new(),
            });
        }
        add_lines(&item.children, all);
    }
}

/// How far a name is from a query: it begins with it, a word of it does, it has it inside, or its words begin with its
/// letters in order.
fn distance(name: &str, query: &str) -> Option<u8> {
    let (name, query) = (name.to_lowercase(), query.trim().to_lowercase());
    let words = || name.split(|c: char| !c.is_alphanumeric());
    if name.starts_with(&query) {
        return Some(0);
    }
    if words().any(|word| word.starts_with(&query)) {
        return Some(1);
    }
    if name.contains(&query) {
        return Some(2);
    }
    let mut initials = words().filter_map(|word| word.chars().next());
    let has_all = query
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .all(|letter| initials.any(|other| other == letter));
    has_all.then_some(3)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn the_nearer_the_better() {
        assert_eq!(distance("Rosa Weil", ""), Some(0));
        assert_eq!(distance("Rosa Weil", "ros"), Some(0));
        assert_eq!(distance("Rosa Weil", "wei"), Some(1));
        assert_eq!(distance("Rosa Weil", "eil"), Some(2));
        assert_eq!(distance("Rosa Weil", "rw"), Some(3));
        assert_eq!(distance("Rosa Weil", "wr"), None);
        assert_eq!(distance("Rosa Weil", "rl"), None);
    }
}
