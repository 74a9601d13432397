//! Whether a name is a place where it is written, by the words around it. It asks no list of places.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::{ActorKind, Place};
use crate::markup::{BlockId, BlockKind};
use crate::rules::Context;
use crate::text::table;

/// After “in”, “near” or “the village of”, and before “County” or “and Holm Counties”, a name is a place, unless it owns
/// something: “in Kovak's hands”. What the draft takes for a place is one after “from” and “to” as well.
pub fn is_place_here(context: &Context<'_>, name: Place, kind: ActorKind) -> bool {
    let after = context.text_after(name);
    if after.starts_with(['\'', '’']) {
        return false;
    }
    let before = context.text_before(name);
    let before = before
        .get(before.ceil_char_boundary(before.len().saturating_sub(NEAR))..)
        .unwrap_or("");
    let mut before = before.split_whitespace().rev().map(str::to_lowercase);
    let (last, earlier) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
    let is_read = kind == ActorKind::Place;
    match last.as_str() {
        "in" | "near" | "outside" | "across" | "around" => true,
        "of" => KINDS.contains(singular(&earlier).as_str()),
        "from" | "to" | "at" | "through" | "toward" | "towards" | "via" | "for" | "between" => {
            is_read || lists_places(after)
        }
        // “A third town, Holm, …”.
        _ => lists_places(after) || last.strip_suffix(',').is_some_and(|noun| KINDS.contains(noun)),
    }
}

/// The items of lists that are no sentences: who and what is listed there has names of all kinds. An item may have many names, and
/// is looked at once for those that are asked for one after another.
#[derive(Debug, Default)]
pub struct ListItems {
    last: Option<(BlockId, bool)>,
}

impl ListItems {
    /// Whether a name is in one.
    pub fn hold(&mut self, context: &Context<'_>, name: Place) -> bool {
        if let Some((_, holds)) = self.last.filter(|(block, _)| *block == name.block) {
            return holds;
        }
        let holds = context
            .paragraph(name)
            .is_some_and(|paragraph| paragraph.block.kind == BlockKind::ListItem && !paragraph.facts.has_finite_verb());
        self.last = Some((name.block, holds));
        holds
    }
}

/// “County”, “and Holm Counties”, “, Holm and Velden Streets”: what follows the name says what it is.
fn lists_places(after: &str) -> bool {
    let after = after.get(..after.floor_char_boundary(NEAR)).unwrap_or("");
    let names = after.split_whitespace().take(REACH);
    let mut named =
        names.take_while(|word| word.starts_with(char::is_uppercase) || matches!(*word, "and" | "or" | "&" | ","));
    named.any(|word| {
        let word = word.trim_matches(|letter: char| !letter.is_alphabetic());
        word.starts_with(char::is_uppercase) && KINDS.contains(singular(word).as_str())
    })
}

/// How many words after a name may come before the word that says what kind of place it is.
const REACH: usize = 5;

/// How many bytes before and after a name hold the words that are looked at: what has no blank for as long is no word.
const NEAR: usize = 400;

fn singular(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None if lower.ends_with('s') => lower.trim_end_matches('s').to_owned(),
        None => lower,
    }
}

static KINDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/kinds_of_places.txt")).collect());
