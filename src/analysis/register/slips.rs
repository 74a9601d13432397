//! Whether two spellings are one that was written with a slip. It knows no names.

/// Whether two folded words are the same but for a slip: one letter, two in long words, or two letters that changed
/// places; with the same first letter, and neither a plural nor a pet name of the other.
#[must_use]
pub fn is_slip(one: &str, other: &str) -> bool {
    one.chars().count() >= SHORTEST && other.chars().count() >= SHORTEST && is_near(one, other)
}

/// The same for words of any length, of which one is known to be right.
#[must_use]
pub fn is_near(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    if long.len() > LONGEST || one.chars().next() != other.chars().next() {
        return false;
    }
    let length = short.chars().count();
    let limit = if length < LONG { 1 } else { 2 };
    if long.chars().count().saturating_sub(length) > limit || are_of_other_letters(one, other, limit) {
        return false;
    }
    !is_plural(short, long) && !is_demonym(short, long) && (1..=limit).contains(&strsim::osa_distance(one, other))
}

/// Whether two names as [`super::key`] gives them are one that was written with slips: as many words, each the same or a slip of
/// the other. Names of one word are too near to too many others.
#[must_use]
pub fn is_slip_of_name(one: &str, other: &str) -> bool {
    let words = || one.split(' ').zip(other.split(' '));
    one != other
        && one.contains(' ')
        && one.split(' ').count() == other.split(' ').count()
        && words().all(|(one, other)| one == other || is_slip(one, other))
}

/// The first letters of the words of a key: two names that are slips of one another share them.
#[must_use]
pub fn initials_of(key: &str) -> String {
    key.split(' ').filter_map(|word| word.chars().next()).collect()
}

/// Whether the letters that only one of two words has are too many for so many slips: each puts one in the place of another
/// at most. Far quicker than to count the slips, and most pairs of names end here.
fn are_of_other_letters(one: &str, other: &str, slips: usize) -> bool {
    let letters = |word: &str| {
        word.chars()
            .fold(0_u64, |all, letter| all | 1 << (u32::from(letter) % 64))
    };
    (letters(one) ^ letters(other)).count_ones() as usize > 2 * slips
}

/// Shorter words are one letter away from too many others.
const SHORTEST: usize = 5;

/// From this length on two letters can be wrong.
const LONG: usize = 8;

/// Longer words are not names.
const LONGEST: usize = 60;

fn is_plural(short: &str, long: &str) -> bool {
    long.strip_prefix(short)
        .is_some_and(|rest| matches!(rest, "s" | "es" | "y" | "ie"))
}

/// Whether the longer word is the people of the shorter: “Californians”, “Dalerite”.
fn is_demonym(short: &str, long: &str) -> bool {
    let stem = short.strip_suffix(['a', 'e', 'o', 'y']).unwrap_or(short);
    let rest = long.strip_prefix(short).or_else(|| long.strip_prefix(stem));
    rest.is_some_and(|rest| {
        let one = rest.strip_suffix('s').unwrap_or(rest);
        matches!(one, "n" | "an" | "ian" | "er" | "ite")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_few_letters_in_long_words() {
        for (one, other) in [
            ("kovac", "kovak"),
            ("berhrmann", "behrmann"),
            ("hollister", "holister"),
            ("lindqvist", "lindkwist"),
        ] {
            assert!(is_slip(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("kovac", "kovac"),
            ("weil", "weill"),
            ("rogan", "rogans"),
            ("baker", "maker"),
            ("jones", "joneses"),
            ("kovac", "kovick"),
            ("boles", "bolesy"),
            ("velda", "veldans"),
            ("norda", "nordans"),
        ] {
            assert!(!is_slip(one, other), "{one} {other}");
        }
    }

    #[test]
    fn a_name_is_a_slip_word_by_word() {
        for (one, other) in [
            ("tomas brandvold", "tomas brandwold"),
            ("ana maria lindqvist", "ana maria lindkwist"),
            ("andreas hollister", "andraes holister"),
        ] {
            assert!(is_slip_of_name(one, other), "{one} {other}");
            assert_eq!(initials_of(one), initials_of(other));
        }
        for (one, other) in [
            ("tomas brandvold", "tomas brandvold"),
            ("brandvold", "brandwold"),
            ("jon berg", "john berg"),
            ("senn county schools", "senn county school"),
            ("tomas brandvold", "tomas e brandvold"),
        ] {
            assert!(!is_slip_of_name(one, other), "{one} {other}");
        }
    }
}
