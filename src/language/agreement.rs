//! Names over a whole draft: what one paragraph knows, the others learn. It never reads a name that no paragraph has.

use std::collections::{HashMap, HashSet};

use smol_str::SmolStr;

use crate::language::base::gazetteer::{self, CITY, COUNTRY, TITLE};
use crate::language::base::hashing::Form;
use crate::language::{Language, Name, NameKind, Upos, Word};

/// How often a word must stand for a person before its loneliness is telling.
const LONELY: u32 = 3;

/// What the draft as a whole says of a word sequence.
#[derive(Default)]
struct Votes {
    counts: [u32; 4],
}

impl Votes {
    fn add(&mut self, kind: NameKind, weight: u32) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            *count += weight;
        }
    }

    /// The kind with clearly more votes than any other.
    fn winner(&self) -> Option<NameKind> {
        let kinds = [
            NameKind::Person,
            NameKind::Organization,
            NameKind::Place,
            NameKind::Other,
        ];
        let (kind, top) = kinds
            .into_iter()
            .zip(self.counts)
            .max_by_key(|(kind, count)| (*count, std::cmp::Reverse(*kind)))?;
        let rest: u32 = self.counts.iter().sum::<u32>() - top;
        (top > rest).then_some(kind)
    }
}

/// Makes the names of a draft agree: a surname is the person who was introduced, a word sequence bears one kind, and a
/// name that was seen once is seen everywhere. `texts` are the blocks, `languages` what [`super::analyse`] says of them.
pub fn agree(texts: &[&str], languages: &mut [Language]) {
    let mut votes: HashMap<SmolStr, Votes> = HashMap::new();
    let mut introduced: HashSet<SmolStr> = HashSet::new();
    let mut surnames: HashMap<SmolStr, u32> = HashMap::new();
    for (text, language) in texts.iter().zip(languages.iter()) {
        for name in &language.names {
            let words = language.words.get(name.words.clone()).unwrap_or(&[]);
            let size = words.len() as u32;
            votes.entry(key(text, words)).or_default().add(
                name.kind,
                1 + u32::from(size > 1) + u32::from(has_title(text, language, name)) * 2,
            );
            let titled = has_title(text, language, name);
            if name.kind == NameKind::Person && (size > 1 || titled || is_given(text, words)) {
                introduced.extend(words.iter().map(|word| key(text, std::slice::from_ref(word))));
            }
            if let Some(size) = short_forms(text, words, name.kind) {
                votes
                    .entry(key(text, words.get(..size).unwrap_or(&[])))
                    .or_default()
                    .add(NameKind::Organization, 2);
            }
            if name.kind == NameKind::Person
                && size > 1
                && let Some(last) = words.last()
            {
                *surnames.entry(key(text, std::slice::from_ref(last))).or_default() += 1;
            }
        }
    }
    for surname in surnames.keys() {
        votes.entry(surname.clone()).or_default().add(NameKind::Person, 2);
    }
    // A person is introduced by more than a surname: a word that stands alone every time is more often a company.
    for (words, votes) in &mut votes {
        let is_introduced = introduced.contains(words) || words.contains(' ');
        if !is_introduced && votes.winner() == Some(NameKind::Person) && votes.counts.iter().sum::<u32>() >= LONELY {
            votes
                .counts
                .swap(NameKind::Person as usize, NameKind::Organization as usize);
        }
    }
    let known: HashMap<SmolStr, NameKind> = votes
        .into_iter()
        .filter_map(|(words, votes)| Some((words, votes.winner()?)))
        .collect();
    let longest = known
        .keys()
        .map(|words| words.split(' ').count())
        .max()
        .unwrap_or(0)
        .min(6);
    for (text, language) in texts.iter().zip(languages.iter_mut()) {
        relabel(text, language, &known);
        complete(text, language, &known, longest);
    }
}

fn is_given(text: &str, words: &[Word]) -> bool {
    words.first().is_some_and(|word| {
        gazetteer::look_up(&[Form::new(word.span.of(text))])
            .first()
            .is_some_and(|kinds| kinds & gazetteer::GIVEN != 0)
    })
}

/// How many words the short forms of an organisation's name have: "Sel Line Ltd." is also "Sel Line".
fn short_forms(text: &str, words: &[Word], kind: NameKind) -> Option<usize> {
    if kind != NameKind::Organization || words.len() < 2 {
        return None;
    }
    let forms: Vec<Form> = words.iter().map(|word| Form::new(word.span.of(text))).collect();
    let suffixes = gazetteer::look_up(&forms)
        .iter()
        .rev()
        .take_while(|kinds| **kinds & gazetteer::ORGANIZATION_WORD != 0)
        .count();
    (suffixes > 0 && suffixes < words.len()).then(|| words.len() - suffixes)
}

fn key(text: &str, words: &[Word]) -> SmolStr {
    let mut key = String::new();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.span.of(text).chars().flat_map(char::to_lowercase));
    }
    SmolStr::new(key)
}

fn has_title(text: &str, language: &Language, name: &Name) -> bool {
    let before = name.words.start.checked_sub(1).and_then(|at| language.words.get(at));
    before.is_some_and(|word| {
        gazetteer::look_up(&[Form::new(word.span.of(text))])
            .first()
            .is_some_and(|kinds| kinds & TITLE != 0)
    })
}

/// Gives names the kind that the draft as a whole says.
fn relabel(text: &str, language: &mut Language, known: &HashMap<SmolStr, NameKind>) {
    let words = &language.words;
    for name in &mut language.names {
        let words = words.get(name.words.clone()).unwrap_or(&[]);
        let Some(&kind) = known.get(&key(text, words)) else {
            continue;
        };
        let forms: Vec<Form> = words.iter().map(|word| Form::new(word.span.of(text))).collect();
        // "Washington" may be a place here and a person there.
        let is_place = gazetteer::look_up(&forms)
            .iter()
            .any(|kinds| kinds & (COUNTRY | CITY) != 0);
        if !is_place {
            name.kind = kind;
        }
    }
}

/// Adds the names that other paragraphs have and this one missed.
fn complete(text: &str, language: &mut Language, known: &HashMap<SmolStr, NameKind>, longest: usize) {
    let mut added = Vec::new();
    let mut next = 0;
    let mut at = 0;
    while at < language.words.len() {
        while language.names.get(next).is_some_and(|name| name.words.end <= at) {
            next += 1;
        }
        let open_until = match language.names.get(next) {
            Some(name) if name.words.start <= at => {
                at = name.words.end;
                continue;
            }
            Some(name) => name.words.start,
            None => language.words.len(),
        };
        let is_proper = language.words.get(at).is_some_and(|word| {
            matches!(word.upos, Upos::Propn | Upos::Noun | Upos::X)
                && word.span.of(text).starts_with(char::is_uppercase)
                && word.span.len() > 2
        });
        let mut step = 1;
        if is_proper {
            for size in (1..=longest.min(open_until - at)).rev() {
                let words = language.words.get(at..at + size).unwrap_or(&[]);
                if let Some(&kind) = known.get(&key(text, words)) {
                    added.push(Name {
                        words: at..at + size,
                        kind,
                    });
                    step = size;
                    break;
                }
            }
        }
        at += step;
    }
    if !added.is_empty() {
        language.names.extend(added);
        language.names.sort_by_key(|name| name.words.start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{analyse, embedded};

    #[test]
    fn a_surname_is_the_person_who_was_introduced() {
        let texts = [
            "Mr. Milan Orbel met Paula Quist in Geneva on Monday.",
            "“We agreed,” Orbel said, and Quist nodded.",
        ];
        let mut languages: Vec<Language> = texts.iter().map(|text| analyse(text, embedded())).collect();
        agree(&texts, &mut languages);
        let names: Vec<(&str, NameKind)> = languages[1]
            .names
            .iter()
            .map(|name| (languages[1].span_of(name.words.clone()).of(texts[1]), name.kind))
            .collect();
        assert_eq!(names, [("Orbel", NameKind::Person), ("Quist", NameKind::Person)]);
    }
}
