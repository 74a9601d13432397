//! Which English a draft is written in. It never looks at words again, only at what its blocks have counted.

use std::sync::Arc;

use crate::analysis::BlockFacts;
use crate::analysis::locale::types::{Locale, LocaleHints};

/// The English of a draft: the newsroom's choice, else that of most of its words and dates; American where they are equal.
#[must_use]
pub fn of_draft(blocks: &[Arc<BlockFacts>], chosen: Option<Locale>) -> Locale {
    let sum = |count: fn(&LocaleHints) -> usize| -> usize { blocks.iter().map(|block| count(&block.locale)).sum() };
    let by_draft = if sum(|hints| hints.british) > sum(|hints| hints.american) {
        Locale::British
    } else {
        Locale::American
    };
    chosen.unwrap_or(by_draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_words_decide_and_the_newsroom_before_them() {
        let block = |american, british| {
            Arc::new(BlockFacts {
                locale: LocaleHints { american, british },
                ..BlockFacts::default()
            })
        };
        assert_eq!(of_draft(&[], None), Locale::American);
        assert_eq!(of_draft(&[block(1, 0), block(0, 1)], None), Locale::American);
        assert_eq!(of_draft(&[block(1, 0), block(0, 2)], None), Locale::British);
        assert_eq!(of_draft(&[block(0, 2)], Some(Locale::American)), Locale::American);
    }
}
