//! The joint tags that the tagger chooses from. It chooses none.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::base::hashing::Form;
use crate::language::{Tag, Upos};

/// A joint tag, as a place in [`tags`].
pub type TagId = u8;

/// The joint tags: universal tag and Penn tag. Their order is that of the weights.
#[must_use]
pub fn tags() -> &'static [(Upos, Tag)] {
    &TAGS
}

static TAGS: LazyLock<Vec<(Upos, Tag)>> = LazyLock::new(|| {
    include_str!("tags.tsv")
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(upos, tag)| Some((Upos::from_name(upos)?, Tag::from_name(tag)?)))
        .collect()
});

static PLACES: LazyLock<FxHashMap<(Upos, Tag), TagId>> =
    LazyLock::new(|| (0..).zip(TAGS.iter()).map(|(place, tag)| (*tag, place)).collect());

/// The place of a joint tag in [`tags`].
#[must_use]
pub fn tag_of(upos: Upos, tag: Tag) -> TagId {
    PLACES.get(&(upos, tag)).copied().unwrap_or(255)
}

/// What comes before the first word and after the last one.
pub(super) fn edge() -> Form {
    Form {
        word: 1,
        ..Form::default()
    }
}
