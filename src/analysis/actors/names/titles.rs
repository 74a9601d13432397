//! Titles that the steps of `language/names` left in a name (they cut by lists; here nouns and small letters tell): where they
//! are cut off, and when a name is nothing but a title. It keeps no title; those before a name are read by
//! [`crate::analysis::actors::adjacent`].

use std::ops::Range;

use crate::analysis::actors::{ActorKind, tables};
use crate::language::{Upos, View};

/// Titles that are names as often ("Baker", "Cook"), so that they are not cut off here. Those that the lists of the name layer
/// have as titles are gone before.
const TITLES_OR_NAMES: [&str; 8] = ["Pope", "Baker", "Cook", "King", "Prince", "Duke", "Bishop", "Judge"];

/// Words that make an office with *for* or *of*: "Minister for Trade", "Secretary of State for Health".
const OFFICES: [&str; 4] = ["Minister", "Secretary", "Chancellor", "Commissioner"];

/// The longest name after an office, in words.
const LONGEST_NAME: usize = 4;

/// The words of a person's name without the titles before it: "Ana Weil" of "Mayor Ana Weil", and of "Norland envoy Ana
/// Weil", since no name goes on over a title in lowercase.
pub(super) fn cut_title_before_name(words: View<'_>, mut name: Range<usize>) -> Range<usize> {
    // "Emir Weil", "Dean Weil": of two words, a title that is a given name as well stays.
    let is_given = |at: usize| tables::usual_gender(words.form(at)).is_some();
    while name.len() > 1 && is_title(words, name.start) && !(name.len() == 2 && is_given(name.start)) {
        name.start += 1;
    }
    let inside = name.start + 1..name.end.saturating_sub(1);
    let is_small = |at: usize| words.form(at).starts_with(char::is_lowercase);
    if let Some(title) = inside.rev().find(|at| is_small(*at) && is_title(words, *at)) {
        name.start = title + 1;
    }
    after_office(words, &name).map_or(name.clone(), |start| start..name.end)
}

/// "Minister for Trade | Ana Weil": where the name begins after an office with its field.
pub(super) fn after_office(words: View<'_>, name: &Range<usize>) -> Option<usize> {
    after_field(name, |at| words.form(at), |at| is_title(words, at))
}

/// Where the name begins in a phrase that names somebody, if titles come before it: "Ana Weil" of "Women and Families Minister Ana
/// Weil" and of "Minister for Trade Ana Weil".
pub(in crate::analysis) fn name_after_titles(phrase: &[&str]) -> Option<usize> {
    let form = |at: usize| phrase.get(at).copied().unwrap_or("");
    let is_title = |at: usize| is_person_title(&form(at).to_lowercase(), form(at));
    let is_name = |at: usize| {
        let mut rest = phrase.get(at..).unwrap_or(&[]).iter();
        rest.all(|word| word.starts_with(char::is_uppercase))
    };
    let is_capital = |at: usize| form(at).starts_with(char::is_uppercase);
    let after_title = (1..phrase.len()).rfind(|at| is_name(*at) && is_capital(at - 1) && is_title(at - 1));
    after_title.max(after_field(&(0..phrase.len()), form, is_title))
}

/// Where the name begins after an office with its field, by the last given name that a family name follows. Without a given name
/// nobody can tell where the field ends. `form` and `is_title` answer for one word.
fn after_field<'t>(
    name: &Range<usize>,
    form: impl Fn(usize) -> &'t str,
    is_title: impl Fn(usize) -> bool,
) -> Option<usize> {
    let office = |at: usize| is_title(at) || OFFICES.contains(&form(at));
    let preposition = |at: usize| ["for", "of"].iter().any(|word| word.eq_ignore_ascii_case(form(at)));
    let field = |at: usize| preposition(at) && at.checked_sub(1).is_some_and(&office);
    let has_office = name.clone().chain(name.start.checked_sub(1)).any(field);
    let last = name.end.checked_sub(2).filter(|_| has_office)?;
    (name.start + 1..=last)
        .rev()
        // "A spokesman for St Cuthbert's Hospital": whoever owns something holds no office here.
        .find(|at| tables::usual_gender(form(*at)).is_some() && !matches!(form(*at + 1), "'s" | "’s" | "'" | "’"))
        .filter(|at| name.end - at <= LONGEST_NAME)
}

/// Whether a name of one word is only a title: "the President", "minister".
pub(super) fn is_only_a_title(words: View<'_>, name: &Range<usize>) -> bool {
    let word = words.lower(name.start);
    name.len() == 1
        && tables::noun(&word).is_some_and(|(_, noun)| noun.title)
        && (is_determined(words, name.start) || word == words.form(name.start))
}

/// Whether the word at `at` is a title that stands for its holder: "the Mayor", "Norland's President".
pub(in crate::analysis::actors) fn is_title_alone(words: View<'_>, at: usize) -> bool {
    is_determined(words, at) && is_title(words, at)
}

fn is_title(words: View<'_>, at: usize) -> bool {
    is_person_title(&words.lower(at), words.form(at))
}

fn is_person_title(lower: &str, form: &str) -> bool {
    tables::noun(lower).is_some_and(|(_, noun)| noun.title && noun.kind == ActorKind::Person)
        && !TITLES_OR_NAMES.contains(&form)
}

fn is_determined(words: View<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| words.upos(before) == Upos::Det || words.form(before) == "'s")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::actors::toy;

    #[test]
    fn titles_before_a_name_are_cut_off() {
        for (text, name) in [
            ("Mayor Ana Weil", "Ana Weil"),
            ("Norland envoy Ana Weil", "Ana Weil"),
            ("Prince Weil", "Prince Weil"),
            ("Mayor", "Mayor"),
        ] {
            let language = toy::language(text);
            let words = View::new(text, &language);
            let cut = cut_title_before_name(words, 0..words.len());
            assert_eq!(words.span(cut).of(text), name, "{text}");
        }
    }

    #[test]
    fn a_phrase_names_somebody_after_its_titles() {
        for (phrase, name) in [
            ("Women and Families Minister Ana Weil", "Ana Weil"),
            ("Minister for Trade Ana Weil", "Ana Weil"),
            ("Mayor Weil", "Weil"),
            ("Prince Weil", ""),
            ("Ana Weil", ""),
            ("Minister for Trade", ""),
        ] {
            let words: Vec<&str> = phrase.split(' ').collect();
            let found = name_after_titles(&words).map(|start| words[start..].join(" "));
            assert_eq!(found.unwrap_or_default(), name, "{phrase}");
        }
    }

    #[test]
    fn a_title_with_a_determiner_or_in_small_letters_is_no_name() {
        for (text, expected) in [
            ("the Mayor left", true),
            ("a mayor left", true),
            ("Weil Mayor left", false),
        ] {
            let language = toy::language(text);
            assert_eq!(is_only_a_title(View::new(text, &language), &(1..2)), expected, "{text}");
        }
        let text = "Weil's Mayor left";
        let language = toy::language(text);
        assert!(is_title_alone(View::new(text, &language), 2));
    }
}
