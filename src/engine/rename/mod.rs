//! Renaming an actor: every mention that carries the name, and of it only the words that change. It never touches a name
//! that merely looks alike, and leaves it to its caller what becomes of quoted words.

mod plan;

use crate::analysis::{Actor, Mention, MentionForm, Place};
use crate::engine::lookup::spaced;
use crate::engine::pointing::{self, Fact};
use crate::engine::rename::plan::Plan;
use crate::engine::types::Snapshot;
use crate::text::Span;

/// A name that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamable {
    /// The mention pointed at, in the source.
    pub span: Span,
    /// The full name of who that is.
    pub name: String,
    /// Whether it is inside a quotation.
    pub is_quoted: bool,
}

/// One change that a new name makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// What is replaced, in the source.
    pub span: Span,
    /// What replaces it.
    pub text: String,
    /// Whether it changes quoted words.
    pub is_quoted: bool,
}

/// Why nothing can be renamed, for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRenamable {
    /// No actor is there.
    #[error("there is no name here")]
    NoName,
    /// A pronoun or a description is there.
    #[error("“{0}” is not a name; rename {1} where the draft uses the name")]
    NotTheName(String, String),
    /// It is not known who the mention refers to.
    #[error("it is not clear who “{0}” is")]
    Unresolved(String),
    /// The new name is not a name.
    #[error("the new name is empty or has a line break; write a name on one line")]
    NoNewName,
}

/// The longest new name, in bytes.
const LONGEST_NAME: usize = 200;

/// The name at the source byte `offset`, if it can be changed.
pub(super) fn renamable(snapshot: &Snapshot, offset: usize) -> Result<Renamable, NotRenamable> {
    let (mention, actor) = named_at(snapshot, offset)?;
    Ok(Renamable {
        span: snapshot.source_span(mention.place),
        name: spaced(&actor.name),
        is_quoted: snapshot.is_quoted(mention.place),
    })
}

/// The changes that give the actor named at the source byte `offset` the new name, typed in full or as the part of it that is there,
/// and everywhere else as much
/// of it as the other mentions carry: a family name alone stays one. In the order of the text, without overlap.
pub(super) fn rename(snapshot: &Snapshot, offset: usize, new_name: &str) -> Result<Vec<Renaming>, NotRenamable> {
    let new_name = new_name.trim();
    if new_name.is_empty() || new_name.len() > LONGEST_NAME || new_name.contains(['\n', '\r', '\t']) {
        return Err(NotRenamable::NoNewName);
    }
    let (mention, actor) = named_at(snapshot, offset)?;
    let plan = Plan::typed(snapshot.text_of(mention.place), &actor.name, new_name);
    let mut renamings = Vec::new();
    for other in snapshot
        .mentions_of(actor)
        .filter(|other| other.form == MentionForm::Named)
    {
        rename_mention(snapshot, other, &plan, &mut renamings);
    }
    renamings.sort_by_key(|renaming| renaming.span);
    renamings.dedup();
    // Names inside names would be changed twice.
    let mut end = 0;
    renamings.retain(|renaming| {
        let is_free = end <= renaming.span.start;
        end = end.max(renaming.span.end);
        is_free
    });
    Ok(renamings)
}

fn named_at(snapshot: &Snapshot, offset: usize) -> Result<(&Mention, &Actor), NotRenamable> {
    let Some((place, Fact::Actor(mention))) = pointing::fact_at(snapshot, offset) else {
        return Err(NotRenamable::NoName);
    };
    let text = snapshot.text_of(place).to_owned();
    let Some(actor) = mention.actor.and_then(|id| snapshot.actor(id)) else {
        return Err(NotRenamable::Unresolved(text));
    };
    match mention.form {
        MentionForm::Named => Ok((mention, actor)),
        _ => Err(NotRenamable::NotTheName(text, actor.name.clone())),
    }
}

fn rename_mention(snapshot: &Snapshot, mention: &Mention, plan: &Plan, renamings: &mut Vec<Renaming>) {
    let words = words_of(snapshot, mention.place);
    let is_quoted = snapshot.is_quoted(mention.place);
    renamings.extend(listed_given(snapshot, mention.place, plan, is_quoted));
    for (first, last, text) in plan.changes(&words.iter().map(|(word, _)| *word).collect::<Vec<_>>()) {
        let (Some((_, from)), Some((_, to))) = (words.get(first), words.get(last)) else {
            continue;
        };
        let place = Place::new(from.block, from.span.join(to.span));
        let is_last = last + 1 == words.len();
        renamings.push(Renaming {
            span: snapshot.source_span(place),
            text,
            is_quoted,
        });
        if is_last {
            renamings.extend(possessive(snapshot, place, plan.new_name(), is_quoted));
        }
    }
}

/// The given names after a family name in a list, "Dwight" in "Haskill, Dwight", where they are no part of the mention.
fn listed_given(snapshot: &Snapshot, family: Place, plan: &Plan, is_quoted: bool) -> Option<Renaming> {
    let block = family.block.of(&snapshot.markup.blocks)?;
    let after = block.text.get(family.span.end..)?.strip_prefix(", ")?;
    let end = after
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
        .unwrap_or(after.len());
    let (given, rest) = after.split_at_checked(end)?;
    let goes_on = rest
        .strip_prefix(' ')
        .is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let text = plan
        .listed_given(snapshot.text_of(family), given)
        .filter(|_| !goes_on)?;
    let start = family.span.end + ", ".len();
    let place = Place::new(family.block, Span::new(start, start + given.len()));
    Some(Renaming {
        span: snapshot.source_span(place),
        text,
        is_quoted,
    })
}

/// The `s` that the bare apostrophe of a possessive needs where the new name no longer ends in one: “James’ house”
/// becomes “Weil’s house”.
fn possessive(snapshot: &Snapshot, place: Place, new_name: &str, is_quoted: bool) -> Option<Renaming> {
    let block = place.block.of(&snapshot.markup.blocks)?;
    let name = place.span.of(&block.text);
    let mut after = block.text.get(place.span.end..)?.chars();
    let mark = after.next().filter(|mark| matches!(mark, '\'' | '’'))?;
    let is_possessive = name.ends_with('s') && after.next().is_some_and(|next| next == ' ');
    if !is_possessive || is_quoted || new_name.ends_with('s') {
        return None;
    }
    let at = snapshot.source_span(Place::new(
        place.block,
        Span::new(place.span.end, place.span.end + mark.len_utf8()),
    ));
    Some(Renaming {
        span: Span::new(at.end, at.end),
        text: "s".to_owned(),
        is_quoted,
    })
}

/// The words of a place with where each is; words are what white space parts.
fn words_of(snapshot: &Snapshot, place: Place) -> Vec<(&str, Place)> {
    let text = snapshot.text_of(place);
    let mut words = Vec::new();
    let mut from = 0;
    for word in text.split_whitespace() {
        let start = from + text.get(from..).and_then(|rest| rest.find(word)).unwrap_or(0);
        from = start + word.len();
        let span = Span::new(start, from).shifted(place.span.start);
        words.push((word, Place::new(place.block, span)));
    }
    words
}
