//! Names, titles and attributions to go on with at a place: those of the draft, then those of the newsroom's actor file. It offers
//! what is known and nothing that merely is in the text.

mod after;
mod own;
mod starts;
mod types;

pub use types::{Completion, CompletionKind};

use crate::analysis::ActorKind;
use crate::analysis::register::{Entry, EntryKind};
use crate::engine::completion::after::after_space;
use crate::engine::completion::own::own_names;
use crate::engine::completion::starts::{Start, starts_before};
use crate::engine::completion::types::Known;
use crate::engine::headline::one_line;
use crate::engine::types::Snapshot;

/// How many characters of a sentence are shown.
const SENTENCE: usize = 300;

/// More than this nobody reads.
const MOST_OFFERS: usize = 50;

/// What can be gone on with at the source byte `offset`, best first: names of the draft, the most mentioned first, its
/// roles, and then what the actor file knows; after a quotation and after a title, who has spoken or has it. Linear in the actor
/// file.
pub(super) fn completions(snapshot: &Snapshot, offset: usize) -> Vec<Completion> {
    let mut offers = after_space(snapshot, offset);
    let starts = starts_before(snapshot, offset);
    if starts.is_empty() {
        return offers;
    }
    for known in own_names(snapshot, offset, &starts) {
        // Whoever types the name wants the name.
        let fits = |start: &&Start<'_>| {
            known.kind != CompletionKind::Titled || start.begins_a_title() && begins(&known.text, start.written)
        };
        let starts: Vec<&Start<'_>> = starts.iter().filter(fits).collect();
        offer(&known.text, &starts, &mut offers, || known.clone());
    }
    let starts: Vec<&Start<'_>> = starts.iter().collect();
    let day = snapshot.facts.anchor.as_ref().map(|anchor| anchor.date);
    for entry in snapshot.register.iter().flat_map(|register| register.entries()) {
        if offers.len() >= MOST_OFFERS {
            break;
        }
        let title = || {
            entry
                .titles_on(day)
                .next()
                .map(|title| title.text.as_str())
                .unwrap_or_default()
        };
        let kind = CompletionKind::Name(kind_of(entry));
        let known = |text: &str, kind: CompletionKind, detail: &str| Known {
            text: text.to_owned(),
            kind,
            detail: noted(detail),
            name: entry.name.to_string(),
        };
        offer(&entry.name, &starts, &mut offers, || known(&entry.name, kind, title()));
        for alias in &entry.aliases {
            let detail = || Known::said_of(&entry.name, title());
            offer(alias, &starts, &mut offers, || known(alias, kind, &detail()));
        }
        for title in entry.titles_on(day) {
            let about = || known(&title.text, CompletionKind::Role, &entry.name);
            offer(&title.text, &starts, &mut offers, about);
        }
    }
    offers
}

/// What is known of somebody by the full name, in a sentence or two: the sentence that names them first, and what the actor file
/// notes.
pub(super) fn about(snapshot: &Snapshot, name: &str) -> Option<String> {
    let actor = snapshot.facts.actors.iter().find(|actor| actor.name == name);
    let sentence = actor.and_then(|actor| snapshot.full_mention(actor)).map(|full| {
        let sentence = snapshot.sentence_of(full.place);
        one_line(snapshot.text_of(sentence), SENTENCE)
    });
    let entry = snapshot
        .register
        .as_ref()
        .and_then(|known| known.get(known.find(name)?.entry));
    let noted = entry
        .into_iter()
        .flat_map(|entry| [entry.affiliation.as_ref(), entry.note.as_ref()]);
    let noted = noted.flatten().map(ToString::to_string);
    let parts: Vec<String> = sentence.into_iter().chain(noted).collect();
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// Offers `text` where what is written begins it, unless it is offered already.
fn offer(text: &str, starts: &[&Start<'_>], offers: &mut Vec<Completion>, about: impl Fn() -> Known) {
    // The longest beginning counts: after “Rosa We” that is “Rosa We” and not “We”.
    let fits = starts
        .iter()
        .find_map(|start| Some((start.span, matched(text, start.written)?)));
    let Some((replaces, matched)) = fits else { return };
    if offers.len() >= MOST_OFFERS || offers.iter().any(|offer| offer.text == text) {
        return;
    }
    let matched = matched.to_owned();
    let known = about();
    offers.push(Completion {
        text: known.text,
        matched,
        replaces,
        kind: known.kind,
        detail: known.detail,
        name: known.name,
    });
}

/// The end of `name` that `written` begins, at the start of a word and whatever the case; none where it is all there.
fn matched<'a>(name: &'a str, written: &str) -> Option<&'a str> {
    let mut rest = name;
    loop {
        if begins(rest, written) {
            return Some(rest);
        }
        rest = rest.split_once(' ')?.1;
    }
}

fn begins(name: &str, written: &str) -> bool {
    let mut letters = name.chars().flat_map(char::to_lowercase);
    let is_begun = written
        .chars()
        .flat_map(char::to_lowercase)
        .all(|letter| letters.next() == Some(letter));
    is_begun && letters.next().is_some()
}

fn kind_of(entry: &Entry) -> ActorKind {
    match entry.kind {
        EntryKind::Person => ActorKind::Person,
        EntryKind::Organization | EntryKind::Government => ActorKind::Organization,
        EntryKind::Place => ActorKind::Place,
        EntryKind::Other => ActorKind::Other,
    }
}

/// A detail that the draft does not give.
fn noted(detail: &str) -> String {
    if detail.is_empty() {
        "actors.toml".to_owned()
    } else {
        format!("{detail} (actors.toml)")
    }
}
