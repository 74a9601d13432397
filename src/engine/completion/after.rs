//! What can follow a space without a letter: after a quotation who said it, after a title who has it. It offers people only.

use crate::analysis::{ActorKind, Place};
use crate::engine::attributions::{people, verb};
use crate::engine::completion::own::is_title;
use crate::engine::completion::starts::floor_of;
use crate::engine::completion::types::{Completion, CompletionKind};
use crate::engine::lookup::spaced;
use crate::engine::types::Snapshot;
use crate::markup::BlockId;
use crate::text::Span;

/// What can be gone on with after a quotation or a title, with nothing or a part of “said” written.
pub(super) fn after_space(snapshot: &Snapshot, offset: usize) -> Vec<Completion> {
    let before = snapshot.text.get(..offset).unwrap_or("");
    let line = before.get(floor_of(before)..).unwrap_or("");
    let line = line.rsplit(['\n', '\r']).next().unwrap_or("");
    let (names, said, written) = if let Some(written) = after_quotation(line, verb(snapshot)) {
        let said = verb(snapshot);
        (near(snapshot, offset), format!("{said} "), written)
    } else if let Some(before) = line.strip_suffix(' ') {
        (holders(snapshot, before, offset), String::new(), "")
    } else {
        return Vec::new();
    };
    let replaces = Span::new(offset - written.len(), offset);
    let offers = names.into_iter().map(|name| {
        let text = format!("{said}{name}");
        let kind = match said.is_empty() {
            true => CompletionKind::Name(ActorKind::Person),
            false => CompletionKind::Attribution,
        };
        Completion {
            matched: text.clone(),
            text,
            replaces,
            kind,
            detail: String::new(),
            name,
        }
    });
    offers.collect()
}

/// What is written of “said” after a quotation that a speaker can follow: “…,” sa.
fn after_quotation<'a>(line: &'a str, said: &str) -> Option<&'a str> {
    let (quoted, written) = line.rsplit_once(' ')?;
    // “said ”: the space is part of what is written.
    let (quoted, written) = match quoted.strip_suffix(said) {
        Some(rest) if written.is_empty() && rest.ends_with(' ') => (rest.trim_end(), line.get(rest.len()..)?),
        _ => (quoted, written),
    };
    let mut marks = quoted.chars().rev();
    let is_closed = marks
        .next()
        .is_some_and(|mark| matches!(mark, '”' | '"' | '’' | '\'' | '»'));
    let goes_on = marks.next().is_some_and(|mark| matches!(mark, ',' | '?' | '!'));
    (is_closed && goes_on && format!("{said} ").starts_with(written)).then_some(written)
}

/// The people who could have said what ends at a place.
fn near(snapshot: &Snapshot, offset: usize) -> Vec<String> {
    let after = snapshot
        .markup
        .blocks
        .partition_point(|block| block.span.start <= offset);
    let Some(block) = after.checked_sub(1) else {
        return Vec::new();
    };
    let at = snapshot.locate(offset).filter(|(found, _)| found.0 == block);
    let end = snapshot.markup.blocks.get(block).map_or(0, |block| block.text.len());
    let at = at.map_or(end, |(_, at)| at);
    people(snapshot, Place::new(BlockId(block), Span::new(at, at)))
}

/// Who has the title that ends a line, as they are called there.
fn holders(snapshot: &Snapshot, line: &str, offset: usize) -> Vec<String> {
    let is_here = |role: &str| {
        let rest = line.strip_suffix(role);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(|c: char| !c.is_alphanumeric()))
    };
    let mut names = Vec::new();
    for actor in snapshot
        .facts
        .actors
        .iter()
        .filter(|actor| actor.kind == ActorKind::Person)
    {
        let written = actor
            .roles
            .iter()
            .filter(|role| !snapshot.source_span(role.place).touches(offset));
        let has_it = written
            .map(|role| spaced(&role.text))
            .any(|role| is_title(&role) && is_here(&role));
        if has_it {
            names.push(spaced(&actor.name));
        }
    }
    names
}
