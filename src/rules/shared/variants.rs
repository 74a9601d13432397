//! Pairs of spellings that are taken for one name, and what is reported about them. It decides about single pairs, not
//! about a draft.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::Place;
use crate::analysis::register::{is_slip, key};
use crate::rules::shared::names::{Written, spelling};
use crate::rules::{Context, Edit, Finding, Fix};
use crate::text::table;

/// How many names are compared with one another, so that rules stay linear in the draft.
pub const COMPARED: usize = 200;

/// A name by its number, all of it or one of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub name: usize,
    /// Which word; `None` for all of the name.
    pub word: Option<usize>,
}

impl Spot {
    /// All of a name.
    pub fn whole(name: &Written) -> Self {
        Self {
            name: name.number,
            word: None,
        }
    }

    /// One word of a name.
    pub fn word(name: &Written, at: usize) -> Self {
        Self {
            name: name.number,
            word: Some(at),
        }
    }

    /// Its place and its text, as `name` finds the name.
    fn of<'a>(self, name: &impl Fn(usize) -> Option<&'a Written<'a>>) -> Option<(Place, &'a str)> {
        let name = name(self.name)?;
        match self.word {
            Some(at) => name.word(at),
            None => Some((name.place, name.text)),
        }
    }
}

/// One spelling with the names in which it is used.
#[derive(Clone, Debug)]
pub struct Form {
    /// As first written.
    pub text: SmolStr,
    /// As it is compared.
    pub spelling: String,
    /// In the order of the text.
    pub spots: Vec<Spot>,
}

/// Two spellings that may be of one name. Where they are in the draft does not matter yet.
#[derive(Clone, Debug)]
pub struct Pair {
    pub one: Form,
    pub other: Form,
    if_placed: IfPlaced,
}

/// What the places of two spellings must be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IfPlaced {
    Anywhere,
    /// The names that have them first are more than so many bytes apart: two people named side by side are two.
    Apart(usize),
    /// The same, and no words next to them say that one is somebody's brother, daughter or the like.
    ApartAndNoRelatives(usize),
}

/// A form where it is now.
pub struct Placed<'a> {
    /// As first written.
    pub text: &'a str,
    /// In the order of the text.
    pub places: Vec<Place>,
    /// The name that has it first.
    name: Place,
}

impl<'a> Placed<'a> {
    fn of(form: &Form, name: &impl Fn(usize) -> Option<&'a Written<'a>>) -> Option<Self> {
        let first = form.spots.first()?;
        Some(Self {
            text: first.of(name)?.1,
            places: form.spots.iter().filter_map(|spot| Some(spot.of(name)?.0)).collect(),
            name: name(first.name)?.place,
        })
    }

    /// The last word, folded.
    pub fn family_name(&self) -> String {
        key(self.text.split_whitespace().next_back().unwrap_or(""))
    }
}

impl Pair {
    /// The numbers of the names that have one of its spellings.
    fn names(&self) -> impl Iterator<Item = usize> {
        let spots = self.one.spots.iter().chain(&self.other.spots);
        spots.map(|spot| spot.name)
    }

    /// A pair wherever its spellings are.
    pub fn anywhere(one: Form, other: Form) -> Self {
        Self {
            one,
            other,
            if_placed: IfPlaced::Anywhere,
        }
    }

    /// A pair of last names with one given name, unless they are side by side.
    pub fn of_people_apart(one: Form, other: Form) -> Self {
        Self {
            one,
            other,
            if_placed: IfPlaced::Apart(10),
        }
    }

    /// A pair of given names with one last name, unless they are those of two relatives.
    pub fn of_no_relatives(one: Form, other: Form) -> Self {
        Self {
            one,
            other,
            if_placed: IfPlaced::ApartAndNoRelatives(80),
        }
    }

    /// The spelling to be flagged, and the other one, where they are now; `None` if they are two names there.
    pub fn placed<'a>(
        &self,
        context: &Context<'_>,
        name: impl Fn(usize) -> Option<&'a Written<'a>>,
    ) -> Option<(Placed<'a>, Placed<'a>)> {
        let (one, other) = (Placed::of(&self.one, &name)?, Placed::of(&self.other, &name)?);
        let is_relative = || is_relative(context, &one) || is_relative(context, &other);
        let is_placed = match self.if_placed {
            IfPlaced::Anywhere => true,
            IfPlaced::Apart(distance) => are_apart(one.name, other.name, distance),
            IfPlaced::ApartAndNoRelatives(distance) => are_apart(one.name, other.name, distance) && !is_relative(),
        };
        // An accent is rarely added where none belongs.
        let rank = |form: &Placed| {
            let first = std::cmp::Reverse(form.places.first().copied());
            (form.places.len(), !form.text.is_ascii(), first)
        };
        let is_in_order = rank(&one) < rank(&other);
        let in_order = if is_in_order { (one, other) } else { (other, one) };
        is_placed.then_some(in_order)
    }
}

/// The words of pairs that were read as no name, by their numbers. Where these are now is all that is asked of them.
pub fn unread_of_pairs<'a>(context: &Context<'a>, pairs: &[Pair]) -> FxHashMap<usize, Written<'a>> {
    let first = context.names.len();
    let numbers = pairs.iter().flat_map(Pair::names).filter(|number| *number >= first);
    let unread = numbers.filter_map(|number| {
        let place = *context.facts.unread.get(number - first)?;
        Some((number, Written::unread(place, context.text(place), false)))
    });
    unread.collect()
}

fn are_apart(one: Place, other: Place, distance: usize) -> bool {
    let (first, second) = (one.min(other), one.max(other));
    first.block != second.block || second.span.start.saturating_sub(first.span.end) > distance
}

/// Pairs of names with words (given by `word`) that are a slip apart; each pair of words once, the one that comes first in
/// front.
pub fn near_pairs<'a>(
    names: &[&'a Written<'a>],
    word: impl Fn(&'a Written<'a>) -> Option<&'a SmolStr>,
) -> Vec<(&'a SmolStr, &'a SmolStr)> {
    pairs_of_words(names, word, is_slip)
}

/// The same for words that are `alike`.
pub fn pairs_of_words<'a>(
    names: &[&'a Written<'a>],
    word: impl Fn(&'a Written<'a>) -> Option<&'a SmolStr>,
    alike: impl Fn(&str, &str) -> bool,
) -> Vec<(&'a SmolStr, &'a SmolStr)> {
    let mut words: Vec<&SmolStr> = Vec::new();
    for name in names {
        if let Some(word) = word(name)
            && words.len() < COMPARED
            && !words.contains(&word)
        {
            words.push(word);
        }
    }
    let mut pairs = Vec::new();
    for (at, one) in words.iter().enumerate() {
        let near = words.iter().skip(at + 1).filter(|other| alike(one, other));
        pairs.extend(near.map(|other| (*one, *other)));
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

pub fn word_form(names: &[&Written], word: &SmolStr, is_last: bool) -> Form {
    let mut form = Form {
        text: SmolStr::default(),
        spelling: word.to_string(),
        spots: Vec::new(),
    };
    for name in names {
        let at = if is_last { name.last() } else { 0 };
        if let (true, Some((_, text))) = (name.keys().get(at) == Some(word), name.word(at)) {
            if form.spots.is_empty() {
                form.text = text.into();
            }
            form.spots.push(Spot::word(name, at));
        }
    }
    form
}

static RELATIVES: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| table::lines(include_str!("../data/relatives.txt")).collect());

/// How far around a name to look for a relative, in bytes.
const AROUND: usize = 60;

/// Whether words next to a name say that it is somebody's brother, daughter or the like.
fn is_relative(context: &Context<'_>, form: &Placed) -> bool {
    let Some(place) = form.places.first() else { return false };
    let text = context.block(*place).map_or("", |block| &block.text);
    let from = text.floor_char_boundary(place.span.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary(place.span.end.saturating_add(AROUND));
    let around = text.get(from..to).unwrap_or("");
    around
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| RELATIVES.contains(word.to_lowercase().as_str()))
}

pub fn finding(context: &Context<'_>, odd: &Placed, usual: &Placed) -> Finding {
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
    let change = |from: &Placed, to: &Placed| {
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
pub fn pairs_by_mark<'a>(names: impl Iterator<Item = (Spot, &'a str)>, pairs: &mut Vec<Pair>) {
    // Each text is made comparable once, however often it is written.
    let mut texts: FxHashMap<&str, Option<(usize, String)>> = FxHashMap::default();
    let mut by_key: FxHashMap<String, usize> = FxHashMap::default();
    let mut alike: Vec<Vec<Form>> = Vec::new();
    for (spot, text) in names {
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
            Some(form) => form.spots.push(spot),
            None => forms.push(Form {
                text: text.into(),
                spelling: spelling.clone(),
                spots: vec![spot],
            }),
        }
    }
    for forms in &alike {
        if let [one, other, ..] = forms.as_slice() {
            pairs.push(Pair::anywhere(one.clone(), other.clone()));
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
