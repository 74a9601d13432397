//! Flags a name that is spelled two ways. It never says which of the two is right.
//!
//! ## What it flags
//!
//! A last name that is one letter away from the last name of somebody introduced in full (two letters in names of eight
//! letters or more, or two letters that traded places); a full name that differs in the same way from another with the
//! same first name; a first name misspelled once with a last name used more often; one first name in two spellings
//! (Katherine and Catherine) with the same last name; a name with an accent or a hyphen in one place and without it in
//! another; a longer name with one word off by a letter; “Weil & Sons” and “Weil & Son”; a last name that is never given
//! in full and once has a letter left out, added or swapped inside. The rarer spelling is marked; if both are equally
//! frequent, the later one.
//!
//! ## Why it matters in a newsroom
//!
//! A misspelled name is the most common correction, and the one that readers forgive least.
//!
//! ## Example
//!
//! > The mayor, Ana Kovac, opened the pier. Kovak said it was overdue.
//!
//! ## Better
//!
//! > The mayor, Ana Kovac, opened the pier. Kovac said it was overdue.
//!
//! ## When it is wrong
//!
//! Names of fewer than five letters (unless `actors.toml` has one of the two), plurals and possessives, acronyms, places
//! and their peoples, items of lists, names with a different first letter, words that the draft also has in lowercase, and names that belong to somebody else who is
//! introduced in full, or to a place or a company (Rhodes is not a slip for Rhode Island), are left alone. A second
//! person who is never given a full name, and relatives with first names that differ by a letter, may be taken for a
//! slip; introduce both in full, or add both to `actors.toml`.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::register::{is_near, is_slip};
use crate::analysis::{ActorKind, Marked, Place, Quotation};
use crate::language::names::lists;
use crate::rules::shared::alike::{firms, never_in_full, similar_names};
use crate::rules::shared::given_names::are_one_name;
use crate::rules::shared::names::{Written, is_of_a_state, is_proper};
use crate::rules::shared::narration::is_written_small;
use crate::rules::shared::places::{ListItems, is_place_here};
use crate::rules::shared::variants::{
    COMPARED, Form, Pair, Spot, differ_at_the_end, finding, near_pairs, pairs_by_mark, pairs_of_words, unread_of_pairs,
    word_form,
};
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "name-variant",
    name: "name spelled two ways",
    summary: "a name spelled two ways",
    category: Category::Names,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("name_variant.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let names = context.names;
    let pairs = context.remembered(RULE.code, seen(context), |_| pairs(context, &unread(context)));
    let unread = unread_of_pairs(context, &pairs);
    let name = |number: usize| names.get(number).or_else(|| unread.get(&number));
    let mut reported: FxHashSet<String> = FxHashSet::default();
    for (odd, usual) in pairs.iter().filter_map(|pair| pair.placed(context, name)) {
        // What the actor file knows about is reported by `actor-mismatch`, or is right.
        if is_known(context, odd.text) || is_written_small(context, odd.text) {
            continue;
        }
        // Both spellings of one pair can be found in several ways; it is reported once.
        if reported.insert(odd.family_name()) {
            reported.insert(usual.family_name());
            findings.push(finding(context, &odd, &usual));
        }
    }
}

/// The capitalized words that were read as no name; each may be a surname with a slip in it.
fn unread<'a>(context: &Context<'a>) -> Vec<Written<'a>> {
    let mut unread = unread_at(context, &context.facts.unread, &context.facts.quotations);
    for (at, name) in unread.iter_mut().enumerate() {
        name.number = context.names.len() + at;
    }
    unread
}

/// The words at some places, as if they were names; `quotations` are those of their blocks.
fn unread_at<'a>(context: &Context<'a>, places: &[Place], quotations: &[Arc<Quotation>]) -> Vec<Written<'a>> {
    let marked = Marked::of(quotations);
    let mut lists = ListItems::default();
    let names = places.iter().map(|place| {
        let mut name = Written::unread(*place, context.text(*place), marked.covers(*place));
        name.kind = ActorKind::Person;
        let spelled = name.spelled.to_mut();
        spelled.in_list = lists.hold(context, *place);
        spelled.is_place_here = is_place_here(context, *place, ActorKind::Person);
        name
    });
    names.collect()
}

/// All that the pairs of a draft depend on besides the actor file: what its names are, in their order, not where they are; and the
/// same of the words that were read as no name.
fn seen(context: &Context<'_>) -> [Vec<Arc<Vec<Seen>>>; 2] {
    let names = context.names.chunk_by(|one, next| one.place.block == next.place.block);
    let names = names.filter_map(|names| {
        let block = names.first()?.place.block;
        let seen = || names.iter().map(Seen::of).collect();
        Some(context.remembered_of(RULE.code, block, seen))
    });
    let unread = (context.facts.unread).chunk_by(|one, next| one.block == next.block);
    let unread = unread.filter_map(|places| {
        let block = places.first()?.block;
        let words = || unread_at(context, places, context.quotations_in(block));
        let seen = || words().iter().map(Seen::of).collect();
        Some(context.remembered_of(UNREAD, block, seen))
    });
    [names.collect(), unread.collect()]
}

/// Under which name words are remembered that were read as no name.
const UNREAD: &str = "name-variant, words";

/// A name without its place.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    text: SmolStr,
    kind: ActorKind,
    is_read: bool,
    in_list: bool,
    is_place_here: bool,
}

impl Seen {
    fn of(name: &Written<'_>) -> Self {
        Self {
            text: name.text.into(),
            kind: name.kind,
            is_read: name.mention.is_some(),
            in_list: name.spelled.in_list,
            is_place_here: name.spelled.is_place_here,
        }
    }
}

/// The pairs of spellings that may be of one name.
fn pairs(context: &Context<'_>, unread: &[Written<'_>]) -> Vec<Pair> {
    let draft = Draft::new(context);
    let mut pairs = Vec::new();
    draft.short_names(draft.names, &mut pairs);
    draft.short_names(unread, &mut pairs);
    draft.full_names(&mut pairs);
    draft.marks(&mut pairs);
    let running = || draft.names.iter().filter(|name| !name.spelled.in_list);
    similar_names(running(), &mut pairs);
    firms(running(), &mut pairs);
    let never_in_full = never_in_full(running().filter(|name| draft.is_alone(name)), unread);
    pairs.extend(never_in_full);
    pairs
}

/// Whether the newsroom knows somebody by this name, so that it is not a slip.
fn is_known(context: &Context<'_>, name: &str) -> bool {
    let register = context.register;
    register.is_some_and(|register| register.find(name).is_some() || register.called(name).is_some())
}

/// A word as it is written in names of one word.
fn form_of(names: &[Written<'_>], word: &SmolStr) -> Form {
    let same = || names.iter().filter(|name| name.single() == Some(word));
    Form {
        text: same().next().map_or("", |name| name.text).into(),
        spelling: word.to_string(),
        spots: same().map(Spot::whole).collect(),
    }
}

/// The names of the draft with the indexes that find what is near.
struct Draft<'a> {
    context: &'a Context<'a>,
    names: &'a [Written<'a>],
    /// Words that are part of a name of several words.
    in_long_names: FxHashSet<&'a SmolStr>,
    /// Full names of people by their family name, in the order of the text.
    people: FxHashMap<&'a SmolStr, Vec<&'a Written<'a>>>,
    /// Family names by their first letter.
    by_letter: FxHashMap<char, Vec<&'a SmolStr>>,
    /// The names whose last or only word each word is.
    names_of: FxHashMap<&'a SmolStr, Vec<&'a Written<'a>>>,
}

/// A name used this often is not a slip.
const HABIT: usize = 3;

impl<'a> Draft<'a> {
    fn new(context: &'a Context<'a>) -> Self {
        let mut draft = Draft {
            context,
            names: context.names,
            in_long_names: FxHashSet::default(),
            people: FxHashMap::default(),
            by_letter: FxHashMap::default(),
            names_of: FxHashMap::default(),
        };
        for name in draft.names {
            if let Some(last) = name.keys().last() {
                draft.names_of.entry(last).or_default().push(name);
            }
            let Some((_, last)) = name.full() else { continue };
            draft.in_long_names.extend(name.keys());
            if name.is_person() && is_proper(name) {
                let same = draft.people.entry(last).or_default();
                if same.is_empty()
                    && let Some(letter) = last.chars().next()
                {
                    draft.by_letter.entry(letter).or_default().push(last);
                }
                same.push(name);
            }
        }
        draft
    }

    fn form(&self, word: &SmolStr) -> Form {
        let names = self.names_of.get(word).map_or(&[][..], Vec::as_slice);
        let text = names.first().and_then(|name| name.word(name.last()));
        Form {
            text: text.map_or("", |(_, text)| text).into(),
            spelling: word.to_string(),
            spots: names.iter().map(|name| Spot::word(name, name.last())).collect(),
        }
    }

    fn is_known(&self, name: &str) -> bool {
        is_known(self.context, name)
    }

    /// “Kovak”, one of `names`, where Ana Kovac was introduced.
    fn short_names(&self, names: &[Written<'_>], pairs: &mut Vec<Pair>) {
        let mut seen: FxHashSet<&SmolStr> = FxHashSet::default();
        for name in names {
            let Some(word) = name.single() else { continue };
            if !seen.insert(word) || !self.is_alone(name) || name.spelled.in_list {
                continue;
            }
            let letter = word.chars().next().unwrap_or(' ');
            let near = self.by_letter.get(&letter).map_or(&[][..], Vec::as_slice);
            let is_slip = |last: &&SmolStr| is_slip(word, last) || is_near(word, last) && self.is_known(last);
            let mut slips = near.iter().take(COMPARED).filter(|last| is_slip(last));
            // A slip for two names says which one was meant to nobody.
            let (Some(last), None) = (slips.next(), slips.next()) else {
                continue;
            };
            let odd = match self.names_of.contains_key(word) {
                true => self.form(word),
                false => form_of(names, word),
            };
            let usual = self.form(last);
            if odd.spots.len().min(usual.spots.len()) < HABIT {
                pairs.push(Pair::anywhere(odd, usual));
            }
        }
    }

    /// Whether a name of one word may be a slip: neither part of a longer name nor a place.
    fn is_alone(&self, name: &Written<'_>) -> bool {
        let Some(word) = name.single() else { return false };
        !self.in_long_names.contains(word)
            && is_proper(name)
            && !is_of_a_state(name.text)
            && !lists::is_place(name.text)
            && !name.spelled.is_place_here
            && !self.is_known(name.text)
    }

    /// “Ana Kovak” where Ana Kovac was introduced, and “Mario Weil” once where Marco Weil is met often.
    fn full_names(&self, pairs: &mut Vec<Pair>) {
        let mut by_first: FxHashMap<&SmolStr, Vec<&Written>> = FxHashMap::default();
        for people in self.people.values() {
            for name in people {
                if let Some((first, _)) = name.full() {
                    by_first.entry(first).or_default().push(name);
                }
            }
        }
        let mut firsts: Vec<_> = by_first.into_values().collect();
        for names in &mut firsts {
            names.sort_by_key(|name| name.number);
        }
        firsts.sort_by_key(|names| names.first().map(|name| name.number));
        for names in &firsts {
            for (one, other) in near_pairs(names, |name| name.keys().last()) {
                let (one, other) = (word_form(names, one, true), word_form(names, other, true));
                let rare = one.spots.len().min(other.spots.len());
                if rare < HABIT && ![&one, &other].iter().any(|form| self.is_known(&form.text)) {
                    pairs.push(Pair::of_people_apart(one, other));
                }
            }
        }
        let mut lasts: Vec<_> = self.people.values().collect();
        lasts.sort_by_key(|names| names.first().map(|name| name.number));
        for names in lasts {
            let near = near_pairs(names, |name| name.keys().first()).into_iter();
            for (one, other) in near.filter(|(one, other)| !differ_at_the_end(one, other)) {
                let (one, other) = (word_form(names, one, false), word_form(names, other, false));
                if matches!((one.spots.len(), other.spots.len()), (1, 2..) | (2.., 1)) {
                    pairs.push(Pair::of_no_relatives(one, other));
                }
            }
            let running: Vec<_> = names.iter().copied().filter(|name| !name.spelled.in_list).collect();
            for (one, other) in pairs_of_words(&running, |name| name.keys().first(), are_one_name) {
                let (one, other) = (word_form(&running, one, false), word_form(&running, other, false));
                pairs.push(Pair::of_no_relatives(one, other));
            }
        }
    }

    /// “Junot Díaz” and “Junot Diaz”, “Al-Amin” and “Al Amin”.
    fn marks(&self, pairs: &mut Vec<Pair>) {
        let names = || self.names.iter().filter(|name| name.is_person() && is_proper(name));
        // A family name alone is compared with the same one in a full name.
        let last = |name: &'a Written<'a>| Some((Spot::word(name, name.last()), name.word(name.last())?.1));
        pairs_by_mark(names().filter(|name| !self.is_shared(name)).filter_map(last), pairs);
        let full = names().filter(|name| name.full().is_some());
        pairs_by_mark(full.map(|name| (Spot::whole(name), name.text)), pairs);
    }

    /// Whether several people of the draft have the family name of this one.
    fn is_shared(&self, name: &Written<'_>) -> bool {
        let Some((first, last)) = name.full() else { return false };
        self.people.get(last).is_some_and(|people| {
            people
                .iter()
                .take(COMPARED)
                .any(|other| other.keys().first().is_some_and(|known| known != first))
        })
    }
}
