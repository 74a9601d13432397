//! Flags a name or a title that differs from the newsroom's `actors.toml`. It knows only that file.
//!
//! ## What it flags
//!
//! A spelling that `actors.toml` lists as a misspelling; a name that differs from the file in an accent or a hyphen; a full
//! name one letter away from a person in the file to whom the draft gives the same title; a title before a name that the
//! person did not hold on the day of the draft, or that is a different office from the one in the file (Defense Minister
//! for the Foreign Minister). Without the file ([how it is written](../actors.md)) it finds nothing.
//!
//! ## Why it matters in a newsroom
//!
//! The newsroom has decided how a name is spelled, and it should be spelled that way everywhere. Naming the wrong
//! officeholder is an embarrassing correction.
//!
//! ## Example
//!
//! > The talks were led by Sergey Petrof.
//!
//! ```toml
//! [[actor]]
//! name = "Sergei Petrov"
//! kind = "person"
//! misspellings = ["Sergey Petrof"]
//! ```
//!
//! ## Better
//!
//! > The talks were led by Sergei Petrov.
//!
//! ## When it is wrong
//!
//! Inside quotation marks a spelling is marked but changed only on request. Other people with the same last name,
//! former and acting titles, and a title in a sentence about days when it was held are left alone. If somebody really
//! has the name that is listed as a misspelling, add them to the file.

use jiff::civil::Date;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::analysis::register::{self, Entry, EntryId, EntryKind, Register, Spelling, is_slip, key};
use crate::analysis::titles::{self, FileSays, TitleMismatch};
use crate::analysis::{Marked, Place, times};
use crate::rules::context::Paragraph;
use crate::rules::shared::names::{Written, spelling};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "actor-mismatch",
    name: "difference from actors.toml",
    summary: "a name or title that differs from actors.toml",
    category: Category::Names,
    level: Level::Error,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("actor_mismatch.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(register) = context.register else { return };
    for name in context.names {
        if let Some((entry, right)) = misspelled(context, register, name) {
            findings.push(finding(context, name, entry, &right));
        }
    }
    for name in unread(context, register, context.names) {
        if let Some((entry, right)) = listed(context, register, &name) {
            findings.push(finding(context, &name, entry, &right));
        }
    }
    findings.extend(
        context
            .facts
            .title_mismatches
            .iter()
            .filter_map(|title| of_title(context, register, title)),
    );
}

/// Misspellings that the file lists, where the draft is not read as having a name.
fn unread<'a>(context: &Context<'a>, register: &Register, names: &[Written<'a>]) -> Vec<Written<'a>> {
    let marked = Marked::of(&context.facts.quotations);
    let mut found = Vec::new();
    let mut names = names.iter().map(|name| name.place).peekable();
    for Paragraph { id, block, facts } in context.paragraphs() {
        let of_block: Vec<Span> = std::iter::from_fn(|| names.next_if(|name| name.block <= id))
            .filter(|name| name.block == id)
            .map(|name| name.span)
            .collect();
        for span in register::misspelled(&block.text, &facts.language, register, &of_block) {
            let place = Place::new(id, span);
            let is_quoted = marked.covers(place) || block.in_quote;
            found.push(Written::unread(place, span.of(&block.text), is_quoted));
        }
    }
    found
}

/// The entry whose name is misspelled, and what it should be.
fn misspelled<'a>(context: &Context<'_>, register: &'a Register, name: &Written) -> Option<(&'a Entry, String)> {
    listed(context, register, name)
        .or_else(|| other_marks(context, register, name))
        .or_else(|| near(context, register, name))
}

/// A misspelling that the file lists.
fn listed<'a>(context: &Context<'_>, register: &'a Register, name: &Written) -> Option<(&'a Entry, String)> {
    let hit = register
        .find(name.text)
        .filter(|hit| hit.spelling == Spelling::Misspelling)?;
    let entry = register.get(hit.entry)?;
    // An accent that is left out is a misspelling where it is listed letter for letter; "PEÑA" is none of "Peña".
    if !hit.is_exact && key(&entry.name) == key(name.text) {
        return None;
    }
    if name.single().is_some() && is_another_person(context, name, hit.entry, entry) {
        return None;
    }
    if entry.kind != EntryKind::Person || name.single().is_none() || !entry.name.contains(' ') {
        return Some((entry, entry.name.to_string()));
    }
    // A family name alone stays one: the word of the name that was meant is the one that is most like it.
    let word = name.single()?;
    let meant = entry
        .name
        .split_whitespace()
        .min_by_key(|known| strsim::osa_distance(&key(known), word))?;
    let is_like = strsim::osa_distance(&key(meant), word) * 2 <= word.chars().count();
    Some((
        entry,
        if is_like {
            meant.to_owned()
        } else {
            entry.name.to_string()
        },
    ))
}

/// Whether the draft gives a person with a short name a full name that is not the entry's.
fn is_another_person(context: &Context<'_>, name: &Written, id: EntryId, entry: &Entry) -> bool {
    let Some(actor) = name.actor.and_then(|actor| context.facts.actors.get(actor.0)) else {
        return false;
    };
    let full = key(&actor.name);
    let given = |name: &str| name.split(' ').next().map(str::to_owned);
    full.contains(' ') && actor.entry != Some(id) && given(&full) != given(&key(&entry.name))
}

/// “Tomas Ruiz” where the file has Tomás Ruiz, also in the family name alone.
fn other_marks<'a>(context: &Context<'_>, register: &'a Register, name: &Written) -> Option<(&'a Entry, String)> {
    if !name.text.chars().any(char::is_lowercase) {
        return None;
    }
    let actor = name.actor.and_then(|actor| context.facts.actors.get(actor.0));
    let id = match register.find(name.text) {
        Some(hit) => hit.entry,
        None => actor?.entry.filter(|_| name.single().is_some())?,
    };
    let entry = register.get(id)?;
    let known = || std::iter::once(&entry.name).chain(&entry.aliases);
    let texts: Vec<&str> = match name.single() {
        Some(_) => known().flat_map(|name| name.split_whitespace()).collect(),
        None => known().map(SmolStr::as_str).collect(),
    };
    let wanted = key(name.text);
    let written = spelling(name.text);
    let mut alike = texts
        .into_iter()
        .filter(|text| key(text) == wanted && letters(text) == letters(name.text));
    let first = alike.next()?;
    let is_right = spelling(first) == written || alike.any(|text| spelling(text) == written);
    (!is_right).then(|| (entry, first.to_owned()))
}

fn letters(text: &str) -> usize {
    text.chars().filter(|letter| letter.is_alphanumeric()).count()
}

/// A full name one slip away from that of the only person in the file with the same title.
fn near<'a>(context: &Context<'_>, register: &'a Register, name: &Written) -> Option<(&'a Entry, String)> {
    let (first, last) = name.full().filter(|_| name.is_person() && name.keys().len() == 2)?;
    let actor = name.actor.and_then(|actor| context.facts.actors.get(actor.0))?;
    if actor.entry.is_some() || actor.roles.is_empty() {
        return None;
    }
    let heads: FxHashSet<SmolStr> = actor.roles.iter().filter_map(|role| titles::head(&role.text)).collect();
    let day = context.facts.anchor.as_ref().map(|anchor| anchor.date);
    let mut found = register
        .with_initials_of(name.text)
        .filter_map(|id| register.get(id))
        .filter(|entry| {
            let known = key(&entry.name);
            let Some((given, family)) = known.split_once(' ') else {
                return false;
            };
            let same_or_slip = |one: &str, other: &str| one == other || is_slip(one, other);
            entry.kind == EntryKind::Person
                && same_or_slip(given, first)
                && same_or_slip(family, last)
                && entry
                    .titles_on(day)
                    .filter_map(|title| titles::head(&title.text))
                    .any(|head| heads.contains(&head))
        });
    match (found.next(), found.next()) {
        (Some(only), None) => Some((only, only.name.to_string())),
        _ => None,
    }
}

fn finding(context: &Context<'_>, name: &Written, entry: &Entry, right: &str) -> Finding {
    let is_shouted = !name.text.chars().any(char::is_lowercase);
    let right = if is_shouted {
        right.to_uppercase()
    } else {
        right.to_owned()
    };
    let span = context.source_span(name.place);
    let day = context.facts.anchor.as_ref().map(|anchor| anchor.date);
    let help = titles_of(entry, day).map(|titles| format!("actors.toml lists {} as {titles}.", entry.name));
    // Markup inside the name would be lost, and quoted words are never changed unseen.
    let is_plain = span.of(context.source) == name.text;
    let title = format!("Change “{}” to “{right}”", name.text);
    let message = format!("“{}” is spelled “{right}” in actors.toml", name.text);
    let fix = Fix::safe_if(is_plain && !name.spelled.is_quoted, title, [Edit::replace(span, right)]);
    Finding::at(span, message).help(help.unwrap_or_default()).fixes([fix])
}

/// A title that differs from the file.
fn of_title(context: &Context<'_>, register: &Register, title: &TitleMismatch) -> Option<Finding> {
    let entry = register.get(title.entry)?;
    let (name, written) = (&entry.name, context.text(title.place));
    let date = |day| times::day_in_words(day, context.facts.locale);
    let message = match &title.file_says {
        FileSays::Until(held, until) => format!("actors.toml lists {name} as {held} until {} only", date(*until)),
        FileSays::From(held, from) => format!("actors.toml lists {name} as {held} from {} on", date(*from)),
        FileSays::Other(held) => format!("actors.toml lists {name} as {held}, not {written}"),
    };
    let day = context.facts.anchor.as_ref().map(|anchor| anchor.date);
    let help = match (&title.file_says, titles_of(entry, day)) {
        (FileSays::Until(..), None) => "Write “former”, or update actors.toml.".to_owned(),
        (FileSays::From(..), None) => "Leave the title out or write “incoming”, or update actors.toml.".to_owned(),
        (FileSays::Other(_), None) => "Correct the title, or update actors.toml.".to_owned(),
        (_, Some(held)) => format!("Correct the title, or update actors.toml, which has {held}."),
    };
    Some(Finding::at(context.source_span(title.place), message).help(help))
}

/// How many titles of an entry are shown.
const SHOWN: usize = 3;

/// The titles that an entry has on the draft's day.
fn titles_of(entry: &Entry, day: Option<Date>) -> Option<String> {
    let titles: Vec<&str> = entry
        .titles_on(day)
        .map(|title| title.text.as_str())
        .take(SHOWN)
        .collect();
    (!titles.is_empty()).then(|| titles.join(", "))
}
