//! Flags a last name that comes before the full name. It does not ask for a full name if the draft has none.
//!
//! ## What it flags
//!
//! The first mention of a person in the story, if it is only the last name and the full name comes in a later paragraph.
//! It is the subject of its sentence, or something is reported on this person's word (“by Weil's count”, “according to Weil”)
//! and the full name comes with what they are. Headings, captions and quotations do not count as mentions, nor does a first
//! paragraph or a line of a few words, which is as often as not a headline or a subhead.
//!
//! ## Why it matters in a newsroom
//!
//! Readers meet a stranger as if they knew them. It usually happens when an edit moves paragraphs.
//!
//! ## Example
//!
//! > The old pier was closed on Monday. ¶ Weil said the pier had been safe in the spring, and that the cracks had come with
//! > the storms of the summer. ¶ Rosa Weil, an engineer, has built three piers on this coast.
//!
//! ## Better
//!
//! > The old pier was closed on Monday. ¶ Rosa Weil, an engineer, said the pier had been safe in the spring, and that the
//! > cracks had come with the storms of the summer. ¶ Weil has built three piers on this coast.
//!
//! ## When it is wrong
//!
//! Names with a title (President Quist), names that several people in the draft share, names used three times or more
//! before the full name, which everybody is taken to know, and names before another word (the Quist years) are left
//! alone. A team or a company named like a person may be taken for one.

use std::cell::LazyCell;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::actors::{self, Function};
use crate::markup::BlockId;
use crate::rules::shared::names::Written;
use crate::rules::shared::narration::is_written_small;
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "surname-before-full-name",
    name: "last name before the full name",
    summary: "a last name before the full name",
    category: Category::Names,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("surname_before_full_name.rs"),
    check,
};

/// A last name used this often before the full name is one that everybody knows.
const KNOWN: usize = 3;

/// What was found of a person so far.
#[derive(Default)]
struct Met<'a, 'b> {
    short: Vec<&'b Written<'a>>,
    full: Option<&'b Written<'a>>,
    is_introduced: bool,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let names = context.names;
    let shared = LazyCell::new(|| shared(names));
    let mut met: Vec<Met> = Vec::new();
    met.resize_with(context.facts.actors.len(), Met::default);
    let mut order = Vec::new();
    for name in names
        .iter()
        .filter(|name| name.is_person() && name.spelled.in_running_text && !name.spelled.is_quoted)
        .filter(|name| !is_aside(name))
    {
        let Some(actor) = name.actor else { continue };
        let Some(met) = met.get_mut(actor.0).filter(|met| met.full.is_none()) else {
            continue;
        };
        if met.short.is_empty() {
            order.push(actor);
        }
        match name.single() {
            Some(_) => {
                met.is_introduced |= name.local.is_none_or(|local| !local.roles.is_empty());
                met.short.push(name);
            }
            None => met.full = Some(name),
        }
    }
    for actor in order {
        let Some(Met {
            short,
            full: Some(full),
            is_introduced: false,
        }) = met.get(actor.0)
        else {
            continue;
        };
        let Some(first) = short.first().filter(|_| short.len() < KNOWN) else {
            continue;
        };
        let is_family_name = first.single().is_some_and(|word| full.keys().last() == Some(word));
        if is_family_name
            && first.place.block < full.place.block
            && is_name(first.text)
            && stands_in_story(context, first)
            && (acts(context, first) || is_introduced_later(full) && is_relied_on(context, first))
            && !short
                .iter()
                .filter_map(|name| name.single())
                .any(|word| shared.contains(word))
            && !is_written_small(context, first.text)
        {
            findings.push(finding(context, first, full));
        }
    }
}

/// Whether a name is in a note on the story, in an item of a list that is no sentence, or that of a place here.
fn is_aside(name: &Written) -> bool {
    name.spelled.in_note || name.spelled.in_list || name.spelled.is_place_here
}

/// The subject of a sentence.
fn acts(context: &Context<'_>, name: &Written) -> bool {
    let paragraph = context.paragraph(name.place);
    name.local.zip(paragraph).is_some_and(|(local, here)| {
        local.function == Function::Subject && !actors::describes_next(&here.facts.language, local)
    })
}

/// “By Weil's count”, “according to Weil”: something is told on the word of somebody. “Weil's Wharf” is a place.
fn is_relied_on(context: &Context<'_>, name: &Written) -> bool {
    let after = context.text_after(name.place);
    let owned = ["'s ", "’s "].iter().find_map(|ending| after.strip_prefix(ending));
    let owns = owned.is_some_and(|owned| owned.starts_with(char::is_lowercase));
    let before = context.text_before(name.place).to_lowercase();
    before.ends_with("according to ") && owned.is_none() || owns && LEADS.iter().any(|lead| before.ends_with(lead))
}

/// What comes before a name whose count, view or account is told.
const LEADS: [&str; 4] = ["by ", "in ", "to ", "from "];

/// Whether the full name comes with what its bearer is.
fn is_introduced_later(full: &Written) -> bool {
    full.local.is_some_and(|local| !local.roles.is_empty())
}

/// Whether a name is in a paragraph that is no headline, and is no part of a longer one.
fn stands_in_story(context: &Context<'_>, name: &Written) -> bool {
    let text = context.text_around(name.place);
    let before = context.text_before(name.place);
    // A capital before it is a given name that was not read as one, but for the word that begins the sentence.
    let is_preposition = || {
        let paragraph = context.paragraph(name.place);
        let local = name.local.zip(paragraph);
        local.is_some_and(|(local, here)| actors::follows_preposition(&here.facts.language, local))
    };
    let begins_name = before.split_whitespace().next_back().is_some_and(|word| {
        word.chars().next().is_some_and(char::is_uppercase) && !before.trim_end().ends_with(['.', ',', ':', '”', '"'])
    });
    (!begins_name || is_preposition())
        && name.place.block > BlockId::default()
        && text.split_whitespace().nth(SHORT_LINE).is_some()
}

/// Paragraphs of up to this many words are as often as not subheads or decks.
const SHORT_LINE: usize = 14;

fn is_name(text: &str) -> bool {
    text.chars().next().is_some_and(char::is_uppercase) && text.chars().any(char::is_lowercase)
}

/// Last names that several people in the draft share.
fn shared(names: &[Written]) -> FxHashSet<SmolStr> {
    let mut first: FxHashMap<&SmolStr, &SmolStr> = FxHashMap::default();
    let mut shared = FxHashSet::default();
    for name in names {
        if let Some((given, family)) = name.full()
            && *first.entry(family).or_insert(given) != given
        {
            shared.insert(family.clone());
        }
    }
    shared
}

fn finding(context: &Context<'_>, short: &Written, full: &Written) -> Finding {
    let (at, later) = (context.source_span(short.place), context.source_span(full.place));
    let swap = Fix::suggest(
        format!("Write “{}” here and “{}” there", full.text, short.text),
        [Edit::replace(at, full.text), Edit::replace(later, short.text)],
    );
    let message = format!("Last name before the full name: “{}” for “{}”", short.text, full.text);
    Finding::at(at, message)
        .help("Give the full name on first reference.")
        .related(later, "Full name")
        .fixes([swap])
}
