//! Pairs of spellings that are taken for one name, and what is reported about them. It decides about single pairs, not
//! about a draft.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::Place;
use crate::analysis::register::key;
use crate::rules::shared::names::{Written, is_slip, spelling};
use crate::rules::{Context, Edit, Finding, Fix};
use crate::text::table;

/// How many names are compared with one another, so that rules stay linear in the draft.
pub const COMPARED: usize = 200;

/// One spelling with the places where it is used.
#[derive(Clone)]
pub struct Form<'a> {
    /// As first written.
    pub text: &'a str,
    /// As it is compared.
    pub spelling: String,
    /// In the order of the text.
    pub places: Vec<Place>,
}

impl Form<'_> {
    /// The last word, folded.
    pub fn family_name(&self) -> String {
        key(self.text.split_whitespace().next_back().unwrap_or(""))
    }
}

/// Two spellings taken for one name.
pub struct Pair<'a>(pub Form<'a>, pub Form<'a>);

impl<'a> Pair<'a> {
    /// The spelling to be flagged, and the other one.
    pub fn in_order(&self) -> (&Form<'a>, &Form<'a>) {
        // An accent is rarely added where none belongs.
        let rank = |form: &Form| {
            let first = std::cmp::Reverse(form.places.first().copied());
            (form.places.len(), !form.text.is_ascii(), first)
        };
        if rank(&self.0) < rank(&self.1) {
            (&self.0, &self.1)
        } else {
            (&self.1, &self.0)
        }
    }
}

/// Pairs of names with words (given by `word`) that are a slip apart and with more than `distance` bytes between them;
/// each pair of words once. The names are in the order of the text.
pub fn near_pairs<'a>(
    names: &[&'a Written<'a>],
    distance: usize,
    word: impl Fn(&'a Written<'a>) -> Option<&'a SmolStr>,
) -> Vec<(&'a SmolStr, &'a SmolStr)> {
    let mut words: Vec<(&SmolStr, &Written)> = Vec::new();
    for name in names {
        if let Some(word) = word(name)
            && words.len() < COMPARED
            && !words.iter().any(|(known, _)| *known == word)
        {
            words.push((word, name));
        }
    }
    let mut pairs = Vec::new();
    for (at, (one, first)) in words.iter().enumerate() {
        for (other, second) in words.iter().skip(at + 1) {
            // Two people named side by side are two.
            let apart = first.place.block != second.place.block
                || second.place.span.start.saturating_sub(first.place.span.end) > distance;
            if apart && is_slip(one, other) {
                pairs.push((*one, *other));
            }
        }
    }
    pairs
}

/// Given names that differ in their ending are two people's: Mario and Maria, Martin and Martina, Peter and Pete.
pub fn differ_at_the_end(one: &str, other: &str) -> bool {
    let without_last = |word: &str| {
        let mut letters = word.chars();
        letters.next_back();
        letters.as_str().len()
    };
    let common = one
        .bytes()
        .zip(other.bytes())
        .take_while(|(one, other)| one == other)
        .count();
    common >= without_last(one).min(without_last(other))
}

pub fn word_form<'a>(names: &[&'a Written<'a>], word: &SmolStr, is_last: bool) -> Form<'a> {
    let mut form = Form {
        text: "",
        spelling: word.to_string(),
        places: Vec::new(),
    };
    for name in names {
        let (key, place) = match is_last {
            true => (name.keys.last(), name.words.last()),
            false => (name.keys.first(), name.words.first()),
        };
        if let (true, Some((place, text))) = (key == Some(word), place) {
            if form.places.is_empty() {
                form.text = text;
            }
            form.places.push(*place);
        }
    }
    form
}

static RELATIVES: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/relatives.txt")).collect());

/// How far around a name to look for a relative, in bytes.
const AROUND: usize = 60;

/// Whether words next to a name say that it is somebody's brother, daughter or the like.
pub fn is_relative(context: &Context<'_>, form: &Form) -> bool {
    let Some(place) = form.places.first() else { return false };
    let text = context.block(*place).map_or("", |block| &block.text);
    let from = text.floor_char_boundary(place.span.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary(place.span.end.saturating_add(AROUND));
    let around = text.get(from..to).unwrap_or("");
    around
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| RELATIVES.contains(word.to_lowercase().as_str()))
}

pub fn finding(context: &Context<'_>, odd: &Form, usual: &Form) -> Finding {
    let at = |place: &Place| context.source_span(*place);
    let span = odd.places.first().map(at).unwrap_or_default();
    let more = match odd.places.len() {
        0 | 1 => String::new(),
        several => format!(" ({several} times)"),
    };
    let message = format!(
        "Name spelled two ways: “{}” here{more}, “{}” elsewhere",
        odd.text, usual.text
    );
    let change = |from: &Form, to: &Form| {
        let title = match from.places.len() {
            1 => format!("Change “{}” to “{}”", from.text, to.text),
            _ => format!("Change every “{}” to “{}”", from.text, to.text),
        };
        let edits: Vec<Edit> = from
            .places
            .iter()
            .map(|place| Edit::replace(at(place), to.text))
            .collect();
        Fix::suggest(title, edits)
    };
    let finding = Finding::at(span, message)
        .help("Use one spelling. If they are two people, give both names in full.")
        .fixes([change(odd, usual), change(usual, odd)]);
    match usual.places.first() {
        Some(place) => finding.related(at(place), format!("Spelled “{}” here", usual.text)),
        None => finding,
    }
}

/// Spellings with the same letters that differ in an accent, a hyphen or a space.
pub fn pairs_by_mark<'a, 'b>(names: impl Iterator<Item = &'b (Place, &'a str)>, pairs: &mut Vec<Pair<'a>>)
where
    'a: 'b,
{
    // Each text is made comparable once, however often it is written.
    let mut texts: FxHashMap<&str, Option<(usize, String)>> = FxHashMap::default();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut alike: Vec<Vec<Form<'a>>> = Vec::new();
    for (place, text) in names {
        let known = texts.entry(text).or_insert_with(|| {
            let (key, spelling) = comparable(text)?;
            let at = *by_key.entry(key).or_insert_with(|| {
                alike.push(Vec::new());
                alike.len() - 1
            });
            Some((at, spelling))
        });
        let Some((at, spelling)) = known else { continue };
        let Some(forms) = alike.get_mut(*at) else { continue };
        match forms.iter_mut().find(|form| form.spelling == *spelling) {
            Some(form) => form.places.push(*place),
            None => forms.push(Form {
                text,
                spelling: spelling.clone(),
                places: vec![*place],
            }),
        }
    }
    for forms in &alike {
        if let [one, other, ..] = forms.as_slice() {
            pairs.push(Pair(one.clone(), other.clone()));
        }
    }
}

/// The letters of a name, and the name as it is spelled; nothing if it is too short to be compared.
fn comparable(text: &str) -> Option<(String, String)> {
    let key = key(text).replace(' ', "");
    let spelling = spelling(text);
    // What the key leaves out besides accents and marks (an article, “Co.”) does not make another spelling.
    let letters = spelling.chars().filter(|letter| letter.is_alphanumeric()).count();
    let length = key.chars().count();
    (length >= 4 && length == letters).then_some((key, spelling))
}
