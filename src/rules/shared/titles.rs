//! What titles say of one another, for the rules on titles: their head, whether two can be the same office. It finds no titles
//! in a draft: those are facts.

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::analysis::Place;
use crate::analysis::actors::{LocalRole, tables};
use crate::analysis::register::{Entry, Register, Title};
use crate::rules::shared::names::Written;
use crate::rules::{Context, Finding};

/// A title that stands directly before a name.
pub struct Before<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where it stands.
    pub place: Place,
}

/// The title before a name in the writer's own words, unless it is said to be past, or held in another way than in full.
pub fn before<'a>(context: &Context<'a>, name: &Written<'a>) -> Option<Before<'a>> {
    let local = name.local.filter(|_| !name.is_quoted && name.is_person())?;
    let block = &context.block(name.place)?.text;
    let role = local.roles.iter().find(|role| stands_before(role, name, block))?;
    let place = Place::new(name.place.block, role.span);
    let text = role.span.of(block);
    let from = block.floor_char_boundary(role.span.start.saturating_sub(24));
    let around = block.get(from..role.span.end).unwrap_or("").to_lowercase();
    let mut words = around.split(|letter: char| !letter.is_alphanumeric());
    let is_qualified = role.former || words.any(|word| QUALIFIERS.contains(&word));
    (!is_qualified && !text.is_empty()).then_some(Before { text, place })
}

/// Words that say that a title is not, or not yet, or no longer, held in full.
const QUALIFIERS: [&str; 22] = [
    "former",
    "formerly",
    "then",
    "ex",
    "acting",
    "interim",
    "late",
    "retired",
    "outgoing",
    "incoming",
    "elect",
    "designate",
    "candidate",
    "hopeful",
    "nominee",
    "onetime",
    "sometime",
    "future",
    "would",
    "lt",
    "lieutenant",
    "emeritus",
];

fn stands_before(role: &LocalRole, name: &Written, block: &str) -> bool {
    let between = block.get(role.span.end..name.place.span.start);
    between.is_some_and(|between| between.trim().is_empty())
}

/// The word that says what a title is: "minister" in "Foreign Minister of Oresia".
pub fn head(title: &str) -> Option<SmolStr> {
    core(title).pop()
}

/// The words of a title without its country, its "of" and what stands behind a comma, in lower case.
fn core(title: &str) -> Vec<SmolStr> {
    let title = title.split(',').next().unwrap_or(title);
    let mut words: Vec<SmolStr> = Vec::new();
    let mut is_after_of = false;
    for word in title.split_whitespace() {
        if matches!(word.to_lowercase().as_str(), "of" | "for") {
            // "Minister of Defence" is the Defence Minister; of "Minister of Oresia" nothing is left.
            is_after_of = true;
            continue;
        }
        let plain: String = word.trim_end_matches(['.', ',']).to_lowercase();
        if tables::state(word).is_some() || matches!(plain.as_str(), "the" | "a" | "an" | "and") {
            continue;
        }
        let at = if is_after_of {
            words.len().saturating_sub(1)
        } else {
            words.len()
        };
        words.insert(at, SmolStr::from(plain));
    }
    words
}

/// Words that make another rank of the same title.
const RANKS: [&str; 6] = ["deputy", "vice", "assistant", "associate", "under", "shadow"];

/// Whether two titles cannot be the same office: they share the head, and each says of it what the other does not, or one is
/// the deputy of the other. Anything else may be the same said in other words.
fn contradict(one: &str, other: &str) -> bool {
    let (one, other) = (core(one), core(other));
    let (Some(head), true) = (one.last(), one.last() == other.last()) else {
        return false;
    };
    if !HEADS.contains(&head.as_str()) {
        return false;
    }
    let rank = |words: &[SmolStr]| words.iter().find(|word| RANKS.contains(&word.as_str())).cloned();
    if rank(&one) != rank(&other) {
        return true;
    }
    let lacks = |words: &[SmolStr], of: &[SmolStr]| {
        words.iter().any(|word| {
            !of.iter()
                .any(|known| known == word || strsim::osa_distance(known, word) == 1)
        })
    };
    lacks(&one, &other) && lacks(&other, &one)
}

/// Offices of which a government or a company has several that differ by what stands before them.
const HEADS: [&str; 6] = [
    "minister",
    "secretary",
    "president",
    "officer",
    "director",
    "commissioner",
];

/// Flags titles before names that the actor file has otherwise.
pub fn against_file(context: &Context<'_>, register: &Register, names: &[Written], findings: &mut Vec<Finding>) {
    let day = context.facts.anchor.as_ref().map(|anchor| anchor.date);
    for name in names {
        let Some(before) = before(context, name) else { continue };
        let actor = name.actor.and_then(|actor| context.facts.actors.get(actor.0));
        let Some(entry) = actor.and_then(|actor| register.get(actor.entry?)) else {
            continue;
        };
        if let Some(message) = mismatch(context, entry, &before, day) {
            let mut finding = Finding::at(context.source_span(before.place), message);
            let held: Vec<&str> = entry.titles_on(day).map(|title| title.text.as_str()).take(3).collect();
            finding.help = match held.is_empty() {
                true => "Write “former”, or bring the actor file up to date.".to_owned(),
                false => format!("The actor file has: {}.", held.join(", ")),
            };
            findings.push(finding);
        }
    }
}

fn mismatch(context: &Context<'_>, entry: &Entry, before: &Before, day: Option<Date>) -> Option<String> {
    let same = |title: &&Title| !contradict(&title.text, before.text) && head(&title.text) == head(before.text);
    if entry.titles_on(day).any(|title| same(&title)) {
        return None;
    }
    let day = day?;
    if let Some(past) = entry.titles.iter().find(|title| same(title) && !title.is_held_on(day)) {
        // What is told of a day on which the title was held may give it.
        if tells_of_the_time(context, before, past) {
            return None;
        }
        return match (past.valid_until, past.valid_from) {
            (Some(until), _) if until < day => Some(format!(
                "By the actor file {} was “{}” until {until}",
                entry.name, past.text
            )),
            (_, Some(from)) => Some(format!(
                "By the actor file {} is “{}” from {from} only",
                entry.name, past.text
            )),
            _ => None,
        };
    }
    let other = entry
        .titles_on(Some(day))
        .find(|title| contradict(&title.text, before.text))?;
    Some(format!(
        "By the actor file {} is “{}”, not “{}”",
        entry.name, other.text, before.text
    ))
}

/// How many times of a block are looked at, lest a block of megabytes be read for every name.
const LOOKED_AT: usize = 64;

/// Whether the block names a day on which the title was held.
fn tells_of_the_time(context: &Context<'_>, before: &Before, title: &Title) -> bool {
    let times = &context.facts.times;
    let from = times.partition_point(|time| time.place.block < before.place.block);
    times
        .iter()
        .skip(from)
        .take_while(|time| time.place.block == before.place.block)
        .take(LOOKED_AT)
        .filter_map(|time| time.days)
        .any(|(first, last)| title.is_held_on(first) || title.is_held_on(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_contradict_where_one_word_makes_another_office() {
        for (one, other) in [
            ("Foreign Minister", "Defence Minister"),
            ("Minister of Defence", "Foreign Minister"),
            ("Foreign Minister", "Deputy Foreign Minister"),
            ("Vice President", "President"),
            ("chief executive officer", "chief financial officer"),
        ] {
            assert!(contradict(one, other) && contradict(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("Minister", "Foreign Minister of Norland"),
            ("Defense Minister", "Minister of Defence"),
            ("Norwegian Foreign Minister", "Foreign Minister"),
            ("Mayor", "Foreign Minister"),
            ("harbour captain", "ship captain"),
        ] {
            assert!(!contradict(one, other) && !contradict(other, one), "{one} {other}");
        }
    }

    #[test]
    fn the_head_is_the_office() {
        assert_eq!(head("Foreign Minister of Norland").as_deref(), Some("minister"));
        assert_eq!(head("Mayor, Port Amity").as_deref(), Some("mayor"));
    }
}
