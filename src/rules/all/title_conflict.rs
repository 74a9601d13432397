//! Flags a person who is given two conflicting titles. It knows no officeholders.
//!
//! ## What it flags
//!
//! Two titles right before the name of one person, or after it as in “Ana Weil, the mayor,”, in the writer's own words, that rule
//! each other out: senator and governor, foreign minister and defense minister, colonel and general, police chief and fire
//! chief, county engineer and county clerk. The second one is marked.
//!
//! ## Why it matters in a newsroom
//!
//! One of the two is wrong, and a wrong office means a correction. It is usually left over from last year's story.
//!
//! ## Example
//!
//! > Foreign Minister Ana Weil left for the talks. ¶ The agenda, Defense Minister Weil said, was long.
//!
//! ## Better
//!
//! > Foreign Minister Ana Weil left for the talks. ¶ The agenda, Weil said, was long.
//!
//! ## When it is wrong
//!
//! Former, acting, designated and deputy titles, titles after a name without “the” or with more after them, titles in quotations, pairs that go together
//! (chairman and chief executive, speaker and representative, town clerk and treasurer), and paragraphs that give another year than the draft's, which are about other
//! times, are left alone, and so is a sentence about a career (“once”, “later”, “worked for”). A career in other
//! words may be taken for a conflict; write “then” before the older title. So may two people with the same last name, if one is never given a full name.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::titles::{self, Office, office};
use crate::analysis::{ActorId, Place};
use crate::rules::shared::names::Written;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "title-conflict",
    name: "conflicting titles",
    summary: "one person with two conflicting titles",
    category: Category::Names,
    level: Level::Info,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("title_conflict.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let names = context.names;
    let mut titled: Vec<(&Written, ActorId, &Titled)> = Vec::new();
    let blocks = names.chunk_by(|one, next| one.place.block == next.place.block);
    let blocks = blocks.filter_map(|names| {
        let block = names.first()?.place.block;
        Some((
            names,
            context.remembered_of(RULE.code, block, || in_block(context, names)),
        ))
    });
    let blocks: Vec<_> = blocks.collect();
    for (names, known) in &blocks {
        let known = known.iter().filter_map(|one| Some((names.get(one.name)?, one)));
        titled.extend(known.filter_map(|(name, one)| Some((name, name.actor?, one))));
    }
    if !conflict(&titled) {
        return;
    }
    let several = shared(names);
    let mut first: FxHashMap<ActorId, Vec<(Office, Place)>> = FxHashMap::default();
    let mut reported: FxHashSet<ActorId> = FxHashSet::default();
    for (name, actor, one) in titled {
        // With a last name that several people share, it is not clear who is meant.
        if name.keys().last().is_some_and(|word| several.contains(word.as_str())) {
            continue;
        }
        let place = Place::new(name.place.block, one.title);
        let known = first.entry(actor).or_default();
        let conflict = known.iter().find(|(other, _)| other.excludes(one.office));
        if let Some((_, other)) = conflict
            && reported.insert(actor)
        {
            findings.push(finding(context, name, place, *other));
        }
        known.push((one.office, place));
    }
}

/// A name with a title that may conflict with another.
struct Titled {
    /// Which of the names of its block it is.
    name: usize,
    office: Office,
    /// The title, in the text of the block.
    title: Span,
}

/// Those among the names of a block.
fn in_block(context: &Context<'_>, names: &[Written]) -> Vec<Titled> {
    let names = names.iter().enumerate();
    let titled = names
        .filter(|(_, name)| name.spelled.in_running_text)
        .filter_map(|(at, name)| {
            let place = context.facts.title_of(name.mention?)?.place;
            let office = office(context.text(place))?;
            let is_now = !gives_a_year(context, name) && !is_of_a_career(context, place);
            is_now.then_some(Titled {
                name: at,
                office,
                title: place.span,
            })
        });
    titled.collect()
}

/// Whether anybody is given two titles that rule each other out.
fn conflict(titled: &[(&Written, ActorId, &Titled)]) -> bool {
    let mut first: FxHashMap<ActorId, Vec<Office>> = FxHashMap::default();
    titled.iter().any(|(_, actor, one)| {
        let known = first.entry(*actor).or_default();
        let is_known = known.contains(&one.office);
        known.extend((!is_known).then_some(one.office));
        known.iter().any(|other| other.excludes(one.office))
    })
}

/// Whether the sentence of a title is about what was once.
fn is_of_a_career(context: &Context<'_>, title: Place) -> bool {
    let paragraph = context.paragraph(title);
    paragraph.is_some_and(|here| titles::is_of_a_career(&here.block.text, &here.facts.language, title.span))
}

/// Whether the text around a name gives a year that is not the draft's own, as its dateline may: it may be about a time when the
/// title was a different one.
fn gives_a_year(context: &Context<'_>, name: &Written) -> bool {
    let block = context.block(name.place).map_or("", |block| &block.text);
    // A paragraph can be megabytes long.
    let from = block.floor_char_boundary(name.place.span.start.saturating_sub(AROUND));
    let to = block.ceil_char_boundary(name.place.span.end.saturating_add(AROUND));
    let text = block.get(from..to).unwrap_or("");
    let own = context
        .facts
        .anchor
        .as_ref()
        .map(|anchor| anchor.date.year().to_string());
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|figure| own.as_deref() != Some(*figure))
        .any(|figure| figure.len() == 4 && matches!(figure.get(..2), Some("17" | "18" | "19" | "20")))
}

/// How far around a name to look for a year, in bytes: about three sentences.
const AROUND: usize = 400;

/// Last names that the draft uses for several people, or with several offices: those of couples and dynasties.
fn shared<'a>(names: &'a [Written]) -> FxHashSet<&'a str> {
    let mut given: FxHashMap<&str, &str> = FxHashMap::default();
    let mut shared = FxHashSet::default();
    for name in names {
        if let Some((first, last)) = name.full()
            && *given.entry(last).or_insert(first) != first.as_str()
        {
            shared.insert(last.as_str());
        }
    }
    shared
}

fn finding(context: &Context<'_>, name: &Written, title: Place, other: Place) -> Finding {
    let message = format!(
        "Conflicting titles: “{}” is “{}” elsewhere, “{}” here",
        name.text,
        context.text(other),
        context.text(title)
    );
    Finding::at(context.source_span(title), message)
        .help("Correct one of them, or mark it as former.")
        .related(context.source_span(other), "Other title")
}
