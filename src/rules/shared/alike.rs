//! Pairs of names that nobody bears in full: longer names with one word off, firms, last names alone. It decides about
//! no person who is introduced.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::analysis::register::is_slip;
use crate::rules::shared::names::{Written, is_of_a_state, is_proper};
use crate::rules::shared::variants::{COMPARED, Form, Pair, Spot};

/// How many words of a name are compared: longer ones are titles of works, and each word costs a look.
const MOST_WORDS: usize = 8;

/// “Untied Nations”: a longer name with one long word that differs by a letter inside.
pub fn similar_names<'a>(names: impl Iterator<Item = &'a Written<'a>>, pairs: &mut Vec<Pair>) {
    // Names that share all words but one, by the others.
    let mut by_rest: FxHashMap<(usize, usize, String), Vec<Form>> = FxHashMap::default();
    let mut order = Vec::new();
    for name in names.filter(|name| name.full().is_some() && is_proper(name)) {
        for (at, word) in name.keys().iter().enumerate().take(MOST_WORDS) {
            if word.chars().count() < SHORTEST || name.is_person() {
                continue;
            }
            let mut rest = name.keys().to_vec();
            rest.remove(at);
            let slot = (name.keys().len(), at, rest.join(" "));
            let forms = by_rest.entry(slot.clone()).or_insert_with(|| {
                order.push(slot);
                Vec::new()
            });
            let Some((_, text)) = name.word(at) else { continue };
            let spot = Spot::word(name, at);
            let is_room = forms.len() < 16;
            match forms.iter_mut().find(|form| form.spelling == *word) {
                Some(form) => form.spots.push(spot),
                None if is_room => forms.push(Form {
                    text: text.into(),
                    spelling: word.to_string(),
                    spots: vec![spot],
                }),
                None => {}
            }
        }
    }
    for slot in order {
        let Some([one, other]) = by_rest.get(&slot).map(Vec::as_slice) else {
            continue;
        };
        let ends_alike = one.spelling.chars().last() == other.spelling.chars().last();
        let rare = one.spots.len().min(other.spots.len());
        if ends_alike
            && rare == 1
            && is_slip(&one.spelling, &other.spelling)
            && strsim::osa_distance(&one.spelling, &other.spelling) == 1
            && !is_of_a_state(&one.text)
            && !is_of_a_state(&other.text)
        {
            pairs.push(Pair::anywhere(one.clone(), other.clone()));
        }
    }
}

/// Relatives in the names of firms.
const RELATIVES: [&str; 6] = ["son", "daughter", "brother", "sister", "partner", "associate"];

/// “Weil & Sons” and “Weil & Son”.
pub fn firms<'a>(names: impl Iterator<Item = &'a Written<'a>>, pairs: &mut Vec<Pair>) {
    let mut by_family: FxHashMap<(String, &str), Vec<Form>> = FxHashMap::default();
    let mut order = Vec::new();
    for name in names {
        let [family @ .., and, last] = name.keys() else {
            continue;
        };
        let one = last.strip_suffix('s').unwrap_or(last);
        let relative = RELATIVES.into_iter().find(|relative| *relative == one);
        let Some(relative) = relative.filter(|_| matches!(and.as_str(), "&" | "and") && !family.is_empty()) else {
            continue;
        };
        let slot = (family.join(" "), relative);
        let forms = by_family.entry(slot.clone()).or_insert_with(|| {
            order.push(slot);
            Vec::new()
        });
        match forms.iter_mut().find(|form| form.spelling == *last) {
            Some(form) => form.spots.push(Spot::whole(name)),
            None => forms.push(Form {
                text: name.text.into(),
                spelling: last.to_string(),
                spots: vec![Spot::whole(name)],
            }),
        }
    }
    for slot in order {
        if let Some([one, other]) = by_family.get(&slot).map(Vec::as_slice) {
            pairs.push(Pair::anywhere(one.clone(), other.clone()));
        }
    }
}

/// The shortest last name that is compared with another one without a full name.
const SHORTEST: usize = 6;

/// “Mallry” once, where Mallory is met several times: last names of people who are never given in full, a letter left
/// out, added or swapped inside. What was read as no name is compared as well.
pub fn never_in_full<'a>(names: impl Iterator<Item = &'a Written<'a>>, unread: &'a [Written<'a>]) -> Vec<Pair> {
    let mut forms: Vec<(Form, bool)> = Vec::new();
    let mut index: FxHashMap<&SmolStr, usize> = FxHashMap::default();
    let read = names.map(|name| (name, name.is_person()));
    for (name, is_person) in read.chain(unread.iter().map(|name| (name, false))) {
        let Some(word) = name.single().filter(|word| word.chars().count() >= SHORTEST - 1) else {
            continue;
        };
        let is_room = forms.len() < COMPARED;
        match index.get(word).and_then(|at| forms.get_mut(*at)) {
            Some((form, is_known)) => {
                form.spots.push(Spot::whole(name));
                *is_known |= is_person;
            }
            None if is_room => {
                index.insert(word, forms.len());
                forms.push((new_form(name, word), is_person));
            }
            None => {}
        }
    }
    let mut pairs = Vec::new();
    let usual = forms
        .iter()
        .filter(|(form, is_person)| *is_person && form.spots.len() > 1);
    for (usual, _) in usual.filter(|(form, _)| form.spelling.len() >= SHORTEST) {
        let odd = forms.iter().map(|(form, _)| form);
        let mut odd = odd.filter(|form| form.spots.len() == 1 && slips_inside(&form.spelling, &usual.spelling));
        if let (Some(odd), None) = (odd.next(), odd.next()) {
            pairs.push(Pair::anywhere(odd.clone(), usual.clone()));
        }
    }
    pairs
}

fn new_form(name: &Written, word: &SmolStr) -> Form {
    Form {
        text: name.text.into(),
        spelling: word.to_string(),
        spots: vec![Spot::whole(name)],
    }
}

/// Whether two words differ by one letter inside, begin and end alike and are not two words of the same length with
/// another letter: those are as often as not two people's.
fn slips_inside(one: &str, other: &str) -> bool {
    let is_same_length = one.chars().count() == other.chars().count();
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let is_swap = || sorted(one) == sorted(other);
    is_slip(one, other)
        && strsim::osa_distance(one, other) == 1
        && one.chars().next_back() == other.chars().next_back()
        && (!is_same_length || is_swap())
}
