//! Finds the titles directly before the names of people. Titles in quoted words are left out: they are the speaker's.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

use crate::analysis::actors::LocalRole;
use crate::analysis::marked::Marked;
use crate::analysis::mentions::local_mentions;
use crate::analysis::titles::types::TitleBefore;
use crate::analysis::{ActorKind, BlockFacts, Mention, MentionForm, MentionId, Place, Quotation};
use crate::markup::Markup;
use crate::text::{Span, table};

/// The titles of a draft, in the order of their mentions. Linear in the number of mentions.
#[must_use]
pub fn fold(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    mentions: &[Mention],
    quotations: &[Quotation],
) -> Vec<TitleBefore> {
    let marked = Marked::of(quotations);
    let mut titles = Vec::new();
    for (at, (mention, local)) in mentions.iter().zip(local_mentions(blocks, mentions)).enumerate() {
        let place = mention.place;
        let is_person = mention.form == MentionForm::Named && mention.kind == ActorKind::Person;
        let (Some(local), Some(block)) = (local, place.block.of(&markup.blocks)) else {
            continue;
        };
        if !is_person || block.in_quote || marked.covers(place) {
            continue;
        }
        let role = local
            .roles
            .iter()
            .find(|role| is_before(role.span, place.span, &block.text));
        if let Some(role) = role.filter(|role| is_held(role, &block.text)) {
            titles.push(TitleBefore {
                mention: MentionId(at),
                place: Place::new(place.block, role.span),
            });
        }
    }
    titles
}

fn is_before(title: Span, name: Span, text: &str) -> bool {
    let between = text.get(title.end..name.start);
    between.is_some_and(|between| between.trim().is_empty())
}

/// How far before a title a word may be that qualifies it, in bytes.
const REACH: usize = 24;

/// Whether nothing says that the title is a former one, or held in another way than in full.
fn is_held(role: &LocalRole, text: &str) -> bool {
    let from = text.floor_char_boundary(role.span.start.saturating_sub(REACH));
    let around = text.get(from..role.span.end).unwrap_or("").to_lowercase();
    let mut words = around.split(|letter: char| !letter.is_alphanumeric());
    !role.former && !role.span.is_empty() && !words.any(qualifies)
}

static QUALIFIERS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("qualifiers.txt")).collect());

/// “Former”, “acting”, “elect”.
fn qualifies(word: &str) -> bool {
    QUALIFIERS.contains(word)
}
