//! Finds the titles directly before the names of people and after them. Titles in quoted words are left out: they are the speaker's.

use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;

use crate::analysis::actors::{LocalMention, LocalRole};
use crate::analysis::change::Change;
use crate::analysis::marked::Marked;
use crate::analysis::same::SameBlocks;
use crate::analysis::titles::types::HeldTitle;
use crate::analysis::{ActorKind, BlockFacts, Mention, MentionForm, MentionId, Place, Quotation};
use crate::markup::{BlockId, Markup};
use crate::text::{Span, table};

/// The titles of a draft, in the order of their mentions. Linear in the number of blocks, and in the mentions of those of which
/// something new is known. `before` has the titles of the version before and how many mentions it has.
#[must_use]
pub fn fold(
    markup: &Markup,
    blocks: &[Arc<BlockFacts>],
    (mentions, quotations): (&[Mention], &[Arc<Quotation>]),
    (same, change, before): (&SameBlocks, Option<&Change>, (&[HeldTitle], usize)),
) -> Vec<HeldTitle> {
    let marked = Marked::of(quotations);
    let (before, count) = before;
    let mut before = before.iter().peekable();
    let mut titles = Vec::new();
    let mut first = 0;
    for (id, facts) in BlockId::number(blocks) {
        let of_block = first..first + facts.mentions.len();
        first = of_block.end;
        while before.next_if(|title| title.place.block < id).is_some() {}
        if same.has(id) {
            // Before the change all mentions have the numbers that they had, and after it the same from the end.
            let is_after = change.is_some_and(|change| id.0 >= change.is.end);
            while let Some(title) = before.next_if(|title| title.place.block == id) {
                let moved = (title.mention.0 + mentions.len()).saturating_sub(count);
                titles.push(HeldTitle {
                    mention: if is_after { MentionId(moved) } else { title.mention },
                    ..*title
                });
            }
            continue;
        }
        let of_block = of_block.clone().zip(mentions.get(of_block).unwrap_or_default());
        for ((at, mention), local) in of_block.zip(&facts.mentions) {
            titles.extend(held_title(markup, (MentionId(at), mention), local, &marked));
        }
    }
    titles
}

/// The title of a person: the one directly before the name, or else the one after it.
fn held_title(
    markup: &Markup,
    (id, mention): (MentionId, &Mention),
    local: &LocalMention,
    marked: &Marked,
) -> Option<HeldTitle> {
    let place = mention.place;
    let is_person = mention.form == MentionForm::Named && mention.kind == ActorKind::Person;
    let block = place.block.of(&markup.blocks)?;
    if !is_person || block.in_quote || marked.covers(place) {
        return None;
    }
    let before = (local.roles.iter()).find(|role| is_before(role.span, place.span, &block.text));
    let behind = || (local.roles.iter()).find(|role| is_behind(role.span, place.span, &block.text));
    let role = before.or_else(behind)?;
    is_held(role, &block.text).then(|| HeldTitle {
        mention: id,
        place: Place::new(place.block, role.span),
        is_before: before.is_some(),
    })
}

fn is_before(title: Span, name: Span, text: &str) -> bool {
    let between = text.get(title.end..name.start);
    between.is_some_and(|between| between.trim().is_empty())
}

/// “Ana Weil, the mayor,”: with an article, since “Ana Weil, mayor of Senn, and …” may be the first of a list, and with nothing more
/// said of what is held (“the mayor and clerk”, “the mayor of Senn”).
fn is_behind(title: Span, name: Span, text: &str) -> bool {
    let leads = text
        .get(name.end..title.start)
        .is_some_and(|between| between == ", the ");
    let after = text.get(title.end..).unwrap_or("").trim_start_matches(['"', '”']);
    leads && (after.is_empty() || after.starts_with([',', '.', ';']) || after.starts_with(" who "))
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
