//! The name of a person in its parts, and whether two can be one person's. It knows no people.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::actors::tables;
use crate::analysis::register::folded;
use crate::text::table;

/// A name without case, accents, marks and nicknames.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// The last name, with what belongs to it: "von der leyen". Where names begin with it ("Wang Yi"), the first word.
    pub family: String,
    /// The other names, in order. Nothing where the last name is alone.
    pub given: Vec<String>,
    /// "jr" or "sr", "ii" and so on.
    pub suffix: Option<String>,
}

impl PersonName {
    /// All of it, as names are compared and sorted.
    #[must_use]
    pub fn key(&self) -> String {
        let mut words = self.given.clone();
        words.push(self.family.clone());
        words.extend(self.suffix.clone());
        words.join(" ")
    }

    /// The letter that the first name begins with.
    #[must_use]
    pub fn initial(&self) -> Option<char> {
        self.given.first().and_then(|first| first.chars().next())
    }

    /// Whether both can be one person's: no word contradicts one of the other. "R. Weil" can be Rosa Weil, and Rosa B. Weil can
    /// be Rosa Weil; a junior is no senior.
    #[must_use]
    pub fn may_be(&self, other: &PersonName) -> bool {
        let suffix = match (&self.suffix, &other.suffix) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let mut given = self.given.iter().zip(&other.given);
        suffix && self.family == other.family && given.all(|(one, other)| is_same_word(one, other))
    }
}

/// The same word, or one is the initial of the other.
fn is_same_word(one: &str, other: &str) -> bool {
    let is_initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
    one == other || is_initial(one, other) || is_initial(other, one)
}

static PARTICLES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/particles.txt")).collect());

/// Whether what stands for a name is a description: "the young man", "Two officers". Of a name every word has a capital, or
/// is one that last names begin with ("de").
#[must_use]
pub fn is_described(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let is_name = |word: &str| {
        let mut letters = word
            .trim_start_matches(|letter: char| !letter.is_alphanumeric())
            .chars();
        letters.next().is_some_and(char::is_uppercase)
            || word
                .split(['-', '’', '\''])
                .any(|part| part.starts_with(char::is_uppercase))
            || PARTICLES.contains(folded(word).as_str())
    };
    !words.all(is_name)
}

/// The parts of a name.
///
/// ```
/// let name = copydesk::people::person_name("Rosa B. Weíl Jr.");
/// assert_eq!((name.family.as_str(), name.suffix.as_deref()), ("weil", Some("jr")));
/// assert_eq!(name.given, ["rosa", "b"]);
/// assert!(copydesk::people::person_name("Weil").given.is_empty());
/// ```
#[must_use]
pub fn person_name(name: &str) -> PersonName {
    let words = without_nicknames(name);
    let mut words = words.get(titles_before(&words)..).unwrap_or_default();
    let mut suffix = None;
    if let [before @ .., last] = words
        && before.len() > 1
        && let Some(found) = suffix_of(last)
    {
        suffix = Some(found);
        words = before;
    }
    let parts = |words: &[&str]| -> Vec<String> {
        let folded = words.iter().map(|word| folded(word));
        folded
            .flat_map(|word| word.split(' ').map(str::to_owned).collect::<Vec<_>>())
            .filter(|word| !word.is_empty())
            .collect()
    };
    if let [first, rest @ ..] = words
        && tables::may_be_family_first(first, rest)
    {
        return PersonName {
            family: folded(first),
            given: parts(rest),
            suffix,
        };
    }
    let Some((last, before)) = words.split_last() else {
        return PersonName::default();
    };
    let particles = before.iter().rev().take_while(|word| is_particle(word)).count();
    let (given, particles) = before.split_at(before.len() - particles);
    let mut given = parts(given);
    // Of "Soto-Reyes" the last part finds the name under which others are filed, as without the hyphen.
    let mut family = parts(&[last]);
    let end = family.pop().unwrap_or_default();
    given.extend(family);
    let family = parts(particles).into_iter().chain([end]).collect::<Vec<_>>().join(" ");
    PersonName { family, given, suffix }
}

/// A word that belongs to the last name: "de", and "De" in "De Blasio", but not "Al" of "Al Roth".
fn is_particle(word: &str) -> bool {
    let is_small = word.starts_with(char::is_lowercase);
    PARTICLES.contains(folded(word).as_str()) && (is_small || tables::usual_gender(word).is_none())
}

/// "Jr.", "II".
fn suffix_of(word: &str) -> Option<String> {
    match folded(word).as_str() {
        "jr" | "junior" => Some("jr".to_owned()),
        "sr" | "senior" => Some("sr".to_owned()),
        number @ ("ii" | "iii" | "iv") => Some(number.to_owned()),
        _ => None,
    }
}

/// How many words before a name of two words or more are titles that were taken for a part of it: "Dr. Rosa Weil".
fn titles_before(words: &[&str]) -> usize {
    let most = words.len().saturating_sub(2);
    let is_title = |word: &str| {
        let noun = tables::noun(&word.to_lowercase());
        noun.is_some_and(|(_, noun)| noun.title) && tables::usual_gender(word).is_none()
    };
    (0..most)
        .rev()
        .find(|at| words.get(*at).is_some_and(|word| is_title(word)))
        .map_or(0, |at| at + 1)
}

/// The words of a name without those in quotation marks: “Dana ‘Duke’ Marsh”.
fn without_nicknames(name: &str) -> Vec<&str> {
    let mut inside = false;
    let mut words = Vec::new();
    for word in name.split_whitespace() {
        let begins = word.starts_with(['“', '"', '‘', '(']);
        let ends = word.ends_with(['”', '"', '’', ')']);
        if !begins && !inside {
            words.push(word);
        }
        inside = (inside || begins) && !ends;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_family_name_and_given_names() {
        for (name, family, given) in [
            ("Rosa Weil", "weil", "rosa"),
            ("ROSA B. WEIL", "weil", "rosa b"),
            ("Ana-María Soto-Reyes", "reyes", "ana maria soto"),
            ("Hanne von der Brede", "von der brede", "hanne"),
            ("Von der Brede", "von der brede", ""),
            ("De Brede", "de brede", ""),
            ("Al Roth", "roth", "al"),
            ("Wang Yi", "wang", "yi"),
            ("Dana “Duke” Marsh", "marsh", "dana"),
            ("Dr. Rosa Weil", "weil", "rosa"),
            ("Weil", "weil", ""),
            ("Niamh O’Hara", "ohara", "niamh"),
        ] {
            let found = person_name(name);
            assert_eq!(
                (found.family.as_str(), found.given.join(" ").as_str()),
                (family, given),
                "{name}"
            );
        }
    }

    #[test]
    fn names_may_be_the_same_where_no_word_contradicts() {
        let may_be = |one: &str, other: &str| person_name(one).may_be(&person_name(other));
        for (one, other) in [
            ("Rosa Weil", "R. Weil"),
            ("Rosa Weil", "Rosa B. Weil"),
            ("Rosa Berta Weil", "Rosa B. Weil"),
            ("Tom Holt", "Tom Holt Jr."),
        ] {
            assert!(may_be(one, other) && may_be(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("Rosa Weil", "Rita Weil"),
            ("Rosa B. Weil", "Rosa C. Weil"),
            ("Tom Holt Sr.", "Tom Holt Jr."),
            ("Rosa Weil", "Rosa Weill"),
        ] {
            assert!(!may_be(one, other), "{one} {other}");
        }
    }

    #[test]
    fn descriptions_are_no_names() {
        for name in ["the young man", "Two officers", "A man", "people"] {
            assert!(is_described(name), "{name}");
        }
        for name in [
            "Rosa Weil",
            "Hanne von der Brede",
            "Dana “Duke” Marsh",
            "Abdel al-Masri",
            "D’Arco",
        ] {
            assert!(!is_described(name), "{name}");
        }
    }
}
