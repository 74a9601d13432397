//! Takes contracted words apart: “don't” is “do not”. It chooses no verb where two fit.

use crate::text::table::WordList;

/// The parts of a contracted word; `None` for one that is none.
pub fn parts(word: &str) -> Option<(&str, &'static str)> {
    let at = word.find('\'')?;
    if let Some(base) = word.strip_suffix("n't").filter(|base| !base.is_empty()) {
        return Some((base, "not"));
    }
    let (base, end) = word.split_at_checked(at)?;
    let verb = match end {
        "'re" => "are",
        "'ve" => "have",
        "'ll" => "will",
        "'m" => "am",
        "'d" => "'d",
        "'s" if BEFORE_VERB.has(base) => "'s",
        _ => return None,
    };
    (!base.is_empty()).then_some((base, verb))
}

/// Whether "'s" after a word is more likely a verb than a possessive.
static BEFORE_VERB: WordList = WordList::new(include_str!("../data/before_short_verbs.txt"));

/// The words that a folded word may stand for, or be written out from: of "'s" and "'d" nobody can say what they stand for.
pub fn others(word: &str) -> &'static [&'static str] {
    match word {
        "'s" => &["is", "has"],
        "'d" => &["would", "had"],
        "is" | "has" => &["'s"],
        "would" | "had" => &["'d"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_are_taken_apart_and_possessives_are_not() {
        assert_eq!(parts("don't"), Some(("do", "not")));
        assert_eq!(parts("we'll"), Some(("we", "will")));
        assert_eq!(parts("it's"), Some(("it", "'s")));
        assert_eq!(parts("council's"), None);
        assert_eq!(parts("o'clock"), None);
        assert!(others("'s").contains(&"has") && others("had").contains(&"'d") && others("was").is_empty());
    }
}
