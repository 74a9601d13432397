//! What the tests of outlines share.

use crate::engine::{Cache, Draft, analyse};
use crate::language;

/// The lines beneath the headline of a draft of one sentence.
pub fn lines(sentence: &str) -> Vec<String> {
    let text = format!("News of the week\n\n{sentence}\n");
    let draft = Draft {
        text: text.as_str().into(),
        ..Draft::default()
    };
    let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
    let below = outline.into_iter().flat_map(|headline| headline.children);
    below.map(|item| item.name).collect()
}
