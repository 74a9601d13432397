//! Where each element ends for the last time, so that an element that is never closed does not swallow a draft.

use rustc_hash::FxHashMap;

/// The last end tag of each element of a source.
#[derive(Debug, Default)]
pub(crate) struct Ends {
    last: FxHashMap<String, usize>,
}

/// Characters of the name of an end tag that are read: those of the elements that are asked for are shorter.
const LONGEST_NAME: usize = 12;

impl Ends {
    /// Finds every end tag once. Linear in the length of `source`.
    pub fn of(source: &str) -> Self {
        let mut last = FxHashMap::default();
        for (at, _) in source.match_indices("</") {
            let name: String = source
                .get(at + 2..)
                .unwrap_or_default()
                .chars()
                .take(LONGEST_NAME)
                .take_while(char::is_ascii_alphanumeric)
                .map(|c| c.to_ascii_lowercase())
                .collect();
            if !name.is_empty() {
                last.insert(name, at);
            }
        }
        Self { last }
    }

    /// Whether an end tag of `name` is after `offset`.
    pub fn is_closed_after(&self, name: &str, offset: usize) -> bool {
        self.last.get(name).is_some_and(|&last| last >= offset)
    }
}
