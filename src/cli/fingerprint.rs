//! What a finding is known by after the lines around it moved: its rule, its words, and the words next to them. It never
//! looks at line numbers.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::rules::Finding;
use crate::text::Span;

/// Bytes of a digest that are shown: enough that no two findings share them by chance.
const BYTES: usize = 16;

/// A finding without its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Traits {
    /// The rule.
    pub code: String,
    /// The last words before it in its line.
    pub before: String,
    /// The words it is about; of many, the first and the last ones.
    pub words: String,
    /// The next words in its line.
    pub after: String,
}

/// How many words on each side are a neighborhood, and how many of a long stretch are kept from each end.
const NEIGHBORS: usize = 4;
const ENDS: usize = 6;

/// No more than this is looked at on each side: lines can be megabytes long.
const REACH: usize = 400;

impl Traits {
    /// Whether nothing tells the two apart.
    pub fn is_same(&self, other: &Self) -> bool {
        self == other
    }

    /// Whether the words are the same, and so are the words on one side.
    pub fn is_alike(&self, other: &Self) -> bool {
        let has_neighbors = |words: &str| !words.is_empty();
        self.code == other.code
            && self.words == other.words
            && ((self.before == other.before && has_neighbors(&self.before))
                || (self.after == other.after && has_neighbors(&self.after)))
    }

    /// The traits of a finding in `source`.
    pub fn of(source: &str, finding: &Finding) -> Self {
        let Span { start, end } = finding.span;
        let (start, end) = (source.floor_char_boundary(start), source.ceil_char_boundary(end));
        let before = source
            .get(source.ceil_char_boundary(start.saturating_sub(REACH))..start)
            .unwrap_or("");
        let before = before.rsplit(['\n', '\r']).next().unwrap_or("");
        let after = source
            .get(end..source.floor_char_boundary(end.saturating_add(REACH)))
            .unwrap_or("");
        let after = after.split(['\n', '\r']).next().unwrap_or("");
        let before: Vec<&str> = before.split_whitespace().rev().take(NEIGHBORS).collect();
        let after: Vec<&str> = after.split_whitespace().take(NEIGHBORS).collect();
        Self {
            code: finding.code.to_owned(),
            before: before.into_iter().rev().collect::<Vec<_>>().join(" "),
            words: shortened(source.get(start..end.max(start)).unwrap_or("")),
            after: after.join(" "),
        }
    }
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    match (words.get(..ENDS), words.get(words.len().saturating_sub(ENDS)..)) {
        (Some(first), Some(last)) if words.len() > 2 * ENDS => {
            format!("{} … {}", first.join(" "), last.join(" "))
        }
        _ => words.join(" "),
    }
}

/// Fingerprints for the findings of one draft. Findings with the same traits are told apart by their order.
pub struct Fingerprints<'a> {
    path: &'a str,
    source: &'a str,
    seen: HashMap<Traits, usize>,
}

impl<'a> Fingerprints<'a> {
    /// Of the draft called `path`.
    pub fn new(path: &'a str, source: &'a str) -> Self {
        Self {
            path,
            source,
            seen: HashMap::new(),
        }
    }

    /// The fingerprint of the next finding: 32 hexadecimal digits.
    pub fn of(&mut self, finding: &Finding) -> String {
        let traits = Traits::of(self.source, finding);
        let before = self.seen.entry(traits.clone()).or_default();
        *before += 1;
        let parts = [
            self.path,
            traits.code.as_str(),
            traits.before.as_str(),
            traits.words.as_str(),
            traits.after.as_str(),
        ];
        let mut hash = Sha256::new();
        for part in parts {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.update(before.to_le_bytes());
        hash.finalize()
            .iter()
            .take(BYTES)
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traits_do_not_change_where_lines_move_and_are_short() {
        let source = "One two three four five the the six.\nSeven.";
        let place = source.find("the the").unwrap();
        let finding = Finding::at(Span::new(place, place + 7), "");
        let traits = Traits::of(source, &finding);
        assert_eq!(
            (traits.before.as_str(), traits.words.as_str(), traits.after.as_str()),
            ("two three four five", "the the", "six.")
        );
        let moved = format!("New line.\n\n{source}");
        let later = Finding::at(Span::new(place + 11, place + 18), "");
        assert_eq!(Traits::of(&moved, &later), traits);
        assert_eq!(shortened(&"word ".repeat(40)).split(' ').count(), 13);
    }

    #[test]
    fn the_same_words_twice_have_two_fingerprints() {
        let source = "a a";
        let mut fingerprints = Fingerprints::new("story.txt", source);
        let finding = Finding::at(Span::new(0, 3), "");
        let [one, two] = [fingerprints.of(&finding), fingerprints.of(&finding)];
        assert_ne!(one, two);
        assert_eq!(one.len(), 32);
        assert_eq!(Fingerprints::new("story.txt", source).of(&finding), one);
    }
}
