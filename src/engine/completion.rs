//! Names and titles to go on with at a place, once two letters of one are written: those of the draft, then those of the
//! newsroom's actor file. It offers what is known and nothing that merely is in the text.

use crate::analysis::register::{Entry, EntryKind};
use crate::analysis::{ActorKind, MentionForm};
use crate::engine::lookup::spaced;
use crate::engine::types::Snapshot;
use crate::text::{Span, table};

/// Something to go on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is put in.
    pub text: String,
    /// The end of the text that the letters written so far begin; editors compare what is typed next with it.
    pub matched: String,
    /// The letters written so far, in the source.
    pub replaces: Span,
    /// What it is.
    pub kind: CompletionKind,
    /// Who or what that is, in a few words; may be empty.
    pub detail: String,
}

/// What can be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// A name.
    Name(ActorKind),
    /// A title or a role.
    Role,
}

/// A name that can be offered.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    text: String,
    kind: CompletionKind,
    detail: String,
}

/// How many letters must be written.
const FEWEST_LETTERS: usize = 2;

/// How many words before the cursor can begin a name.
const MOST_WORDS: usize = 4;

/// More than this nobody reads.
const MOST_OFFERS: usize = 50;

/// Small words that are complete as they are; names that begin like them are offered once more is typed.
const COMPLETE: &str = include_str!("small_words.txt");

/// What can be gone on with at the source byte `offset`, best first: names of the draft, the most mentioned first, its
/// roles, and then what the actor file knows. Linear in the actor file.
pub(super) fn completions(snapshot: &Snapshot, offset: usize) -> Vec<Completion> {
    let starts = starts_before(snapshot, offset);
    let mut offers: Vec<Completion> = Vec::new();
    if starts.is_empty() {
        return offers;
    }
    for known in own_names(snapshot, offset) {
        offer(&known.text, &starts, &mut offers, || (known.kind, known.detail.clone()));
    }
    let day = snapshot.facts.anchor.as_ref().map(|anchor| anchor.date);
    for entry in snapshot.register.iter().flat_map(|register| register.entries()) {
        if offers.len() >= MOST_OFFERS {
            break;
        }
        let title = || entry.titles_on(day).next().map(|title| title.text.as_str());
        let kind = CompletionKind::Name(kind_of(entry));
        offer(&entry.name, &starts, &mut offers, || {
            (kind, noted(title().unwrap_or_default()))
        });
        for alias in &entry.aliases {
            offer(alias, &starts, &mut offers, || {
                (kind, noted(&said_of(&entry.name, title().unwrap_or_default())))
            });
        }
        for title in entry.titles_on(day) {
            offer(&title.text, &starts, &mut offers, || {
                (CompletionKind::Role, noted(&entry.name))
            });
        }
    }
    offers
}

/// The names and roles of the draft's actors, the most mentioned actors first. A name that is being written does not count.
fn own_names(snapshot: &Snapshot, offset: usize) -> Vec<Known> {
    let mut actors: Vec<_> = snapshot.facts.actors.iter().collect();
    actors.sort_by_key(|actor| std::cmp::Reverse(actor.mentions.len()));
    let mut names: Vec<Known> = Vec::new();
    let mut roles: Vec<Known> = Vec::new();
    for actor in actors {
        let role = actor.roles.first().map(|role| role.text.clone()).unwrap_or_default();
        let mentions = snapshot
            .mentions_of(actor)
            .filter(|mention| mention.form == MentionForm::Named);
        let mut forms: Vec<&str> = mentions
            .filter(|mention| !snapshot.source_span(mention.place).touches(offset))
            .map(|mention| snapshot.text_of(mention.place))
            .collect();
        // The full name first, then in the order of the text.
        forms.sort_by_key(|form| *form != actor.name);
        for form in forms {
            let text = spaced(form);
            let is_new = !names.iter().any(|name| name.text == text);
            if is_new && !is_shouted(&text, &actor.name) {
                let detail = if text == actor.name {
                    role.clone()
                } else {
                    said_of(&actor.name, &role)
                };
                let kind = CompletionKind::Name(actor.kind);
                names.push(Known { text, kind, detail });
            }
        }
        for role in actor
            .roles
            .iter()
            .filter(|role| !snapshot.source_span(role.place).touches(offset))
        {
            roles.push(Known {
                text: spaced(&role.text),
                kind: CompletionKind::Role,
                detail: actor.name.clone(),
            });
        }
    }
    names.append(&mut roles);
    names
}

/// What may be the beginning of a name before the cursor, the longest first.
fn starts_before(snapshot: &Snapshot, offset: usize) -> Vec<(Span, &str)> {
    let Some(before) = snapshot.text.get(..offset) else {
        return Vec::new();
    };
    // Bounded: a line may be as long as the draft.
    let floor = before.char_indices().rev().nth(120).map_or(0, |(index, _)| index);
    let mut starts = Vec::new();
    let mut start = offset;
    for _ in 0..MOST_WORDS {
        let window = snapshot.text.get(floor..start).unwrap_or("");
        let word = window
            .char_indices()
            .rev()
            .take_while(|(_, letter)| is_of_name(*letter))
            .last();
        let Some((index, _)) = word else { break };
        start = floor + index;
        let quoted = snapshot.text.get(start..offset).unwrap_or("");
        start += quoted.len() - quoted.trim_start_matches(['\'', '’', '-', '.']).len();
        let written = snapshot.text.get(start..offset).unwrap_or("");
        if written.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST_LETTERS
            && !table::lines(COMPLETE).any(|word| word == written)
        {
            starts.push((Span::new(start, offset), written));
        }
        // The word before it, on the same line and one space away.
        match snapshot.text.get(floor..start).and_then(|rest| rest.strip_suffix(' ')) {
            Some(rest) => start = floor + rest.len(),
            None => break,
        }
    }
    starts.reverse();
    starts
}

/// Offers `text` where what is written begins it, unless it is offered already.
fn offer(
    text: &str,
    starts: &[(Span, &str)],
    offers: &mut Vec<Completion>,
    about: impl Fn() -> (CompletionKind, String),
) {
    // The longest beginning counts: after “Rosa We” that is “Rosa We” and not “We”.
    let fits = starts
        .iter()
        .find_map(|(span, written)| Some((*span, matched(text, written)?)));
    let Some((replaces, matched)) = fits else { return };
    if offers.len() >= MOST_OFFERS || offers.iter().any(|offer| offer.text == text) {
        return;
    }
    let (kind, detail) = about();
    offers.push(Completion {
        text: text.to_owned(),
        matched: matched.to_owned(),
        replaces,
        kind,
        detail,
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

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '’' | '.')
}

/// A form in capitals of a name that has others.
fn is_shouted(form: &str, name: &str) -> bool {
    form != name && form.len() > 4 && !form.contains(char::is_lowercase)
}

fn said_of(name: &str, role: &str) -> String {
    if role.is_empty() {
        name.to_owned()
    } else {
        format!("{name}, {role}")
    }
}
