//! What titles say about one another: their head, whether two can be the same office. It knows no office-holders.

use smol_str::SmolStr;

use crate::analysis::actors::tables;

/// The word that says what a title is: "minister" in "Foreign Minister of Oresia".
#[must_use]
pub fn head(title: &str) -> Option<SmolStr> {
    office_words(title).pop()
}

/// The words of a title without its country, its "of" and what follows a comma, in lowercase; its head is the last one.
#[must_use]
pub fn office_words(title: &str) -> Vec<SmolStr> {
    let title = title.split(',').next().unwrap_or(title);
    let mut words: Vec<SmolStr> = Vec::new();
    let mut is_after_of = false;
    for word in title.split_whitespace() {
        if matches!(word.to_lowercase().as_str(), "of" | "for") {
            // "Minister of Defence" is the Defence Minister; of "Minister of Oresia" nothing is left.
            is_after_of = true;
            continue;
        }
        let plain: String = word.trim_end_matches(['.', ',']).to_lowercase();
        if tables::state(word).is_some() || matches!(plain.as_str(), "the" | "a" | "an" | "and") {
            continue;
        }
        let at = if is_after_of {
            words.len().saturating_sub(1)
        } else {
            words.len()
        };
        words.insert(at, SmolStr::from(plain));
    }
    words
}

/// Words that make another rank of the same title.
const RANKS: [&str; 6] = ["deputy", "vice", "assistant", "associate", "under", "shadow"];

/// Whether two titles cannot be the same office: they share the head, and each says something about it that the other does not, or one is
/// the deputy of the other. Anything else may be the same said in other words.
#[must_use]
pub fn contradict(one: &str, other: &str) -> bool {
    let (one, other) = (office_words(one), office_words(other));
    let (Some(head), true) = (one.last(), one.last() == other.last()) else {
        return false;
    };
    if !HEADS.contains(&head.as_str()) {
        return false;
    }
    let rank = |words: &[SmolStr]| words.iter().find(|word| RANKS.contains(&word.as_str())).cloned();
    if rank(&one) != rank(&other) {
        return true;
    }
    let lacks = |words: &[SmolStr], of: &[SmolStr]| {
        words.iter().any(|word| {
            !of.iter()
                .any(|known| known == word || strsim::osa_distance(known, word) == 1)
        })
    };
    lacks(&one, &other) && lacks(&other, &one)
}

/// Offices of which a government or a company has several that differ by the word before them.
const HEADS: [&str; 6] = [
    "minister",
    "secretary",
    "president",
    "officer",
    "director",
    "commissioner",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_contradict_where_one_word_makes_another_office() {
        for (one, other) in [
            ("Foreign Minister", "Defence Minister"),
            ("Minister of Defence", "Foreign Minister"),
            ("Foreign Minister", "Deputy Foreign Minister"),
            ("Vice President", "President"),
            ("chief executive officer", "chief financial officer"),
        ] {
            assert!(contradict(one, other) && contradict(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("Minister", "Foreign Minister of Norland"),
            ("Defense Minister", "Minister of Defence"),
            ("Norwegian Foreign Minister", "Foreign Minister"),
            ("Mayor", "Foreign Minister"),
            ("harbour captain", "ship captain"),
        ] {
            assert!(!contradict(one, other) && !contradict(other, one), "{one} {other}");
        }
    }

    #[test]
    fn the_head_is_the_office() {
        assert_eq!(head("Foreign Minister of Norland").as_deref(), Some("minister"));
        assert_eq!(head("Mayor, Port Amity").as_deref(), Some("mayor"));
    }
}
