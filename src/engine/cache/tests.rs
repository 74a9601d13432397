//! Names that come and go while a draft is typed.

use super::*;
use crate::language::{NameKind, embedded};

fn kinds_of(facts: &BlockFacts) -> Vec<NameKind> {
    facts.language.names.iter().map(|name| name.kind).collect()
}

#[test]
fn a_word_that_is_no_longer_there_in_small_letters_leaves_a_name() {
    let cache = Cache::default();
    let facts = |cache: &Cache, text: &str| cache.facts_of(&markup::read(text, Format::Plain), embedded()).0;
    let both = facts(&cache, "Velda rose on Friday.\n\nThey buy velda by the ton.");
    assert_eq!(kinds_of(&both[0]).len(), 0);
    let typed = "Velda rose on Friday.\n\nThey buy veldas by the ton.";
    let one = facts(&cache, typed);
    assert_eq!(kinds_of(&one[0]).len(), 1);
    assert_eq!(one, facts(&Cache::default(), typed));
}

#[test]
fn a_name_that_one_block_introduces_is_known_in_the_others_as_long_as_it_stands() {
    let read = |text: &str| markup::read(text, Format::Plain);
    let cache = Cache::default();
    let alone = "Orbel kept silent in Geneva.\n\nThe ferry left at noon.";
    let introduced = format!("Mr. Milan Orbel met Paula Quist.\n\n{alone}");
    let before = cache.facts_of(&read(alone), embedded()).0;
    let with = cache.facts_of(&read(&introduced), embedded()).0;
    assert_eq!(kinds_of(&with[1]), [NameKind::Person, NameKind::Place]);
    assert!(
        Arc::ptr_eq(&before[1], &with[2]),
        "a block without names is not analysed again"
    );
    let typed = cache.facts_of(&read(&format!("{introduced} All slept.")), embedded()).0;
    assert!(Arc::ptr_eq(&with[1], &typed[1]), "nothing new is known of its names");
    let after = cache.facts_of(&read(alone), embedded()).0;
    assert_eq!(before, after);
}
