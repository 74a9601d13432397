//! What the draft says of whoever or whatever it names, in its own words: what it calls them, and the sentence that names a place or
//! a thing first. It sums nothing up.

use crate::analysis::{Actor, Mention, Place};
use crate::engine::Snapshot;
use crate::engine::hover::types::Excerpt;
use crate::language::{Relation, Upos};

/// How many mentions are asked what the draft calls a thing.
const MENTIONS: usize = 12;

/// How many words a description has at most.
const WORDS: usize = 14;

/// "the capital of Norland": what is between commas after a name.
pub(super) fn description(snapshot: &Snapshot, actor: &Actor) -> Option<Excerpt> {
    naming(snapshot, actor)
        .take(MENTIONS)
        .find_map(|mention| behind(snapshot, mention.place))
}

/// The first sentence of the text that names an actor, as a line, unless the reader is at it.
pub(super) fn first_line(snapshot: &Snapshot, actor: &Actor, hovered: Place) -> Option<Excerpt> {
    let first = naming(snapshot, actor).next()?;
    let sentence = snapshot.sentence_of(first.place);
    let line = snapshot.headline_at(first.place);
    let is_whole = !line.begins_inside && !line.is_torn && line.text.contains(snapshot.text_of(first.place));
    (is_whole && !sentence.covers(hovered)).then(|| Excerpt {
        text: line.text,
        span: snapshot.source_span(sentence),
    })
}

/// The mentions by name in what the draft itself tells.
fn naming<'a>(snapshot: &'a Snapshot, actor: &'a Actor) -> impl Iterator<Item = &'a Mention> {
    snapshot.named_mentions_of(actor).filter(|mention| {
        let block = mention.place.block.of(&snapshot.markup.blocks);
        block.is_some_and(|block| block.kind.is_body() && !block.in_quote) && !snapshot.is_quoted(mention.place)
    })
}

fn behind(snapshot: &Snapshot, name: Place) -> Option<Excerpt> {
    let view = snapshot.view_of(name.block)?;
    let words = view.language.words_in(name.span);
    let start = words.end + 1;
    if !view.is(words.end, ",") || !view.is_any(start, &["a", "an", "the"]) {
        return None;
    }
    let sentence = view.sentence(start).end;
    let end = (start..sentence).find(|at| matches!(view.form(*at), "," | "." | ";" | "—" | "–" | ")"))?;
    let is_called = (start..end)
        .any(|at| view.relation(at) == Relation::Appos && view.head(at).is_some_and(|head| words.contains(&head)));
    // "Senn, the mill and the pier" is a list, and of "Senn, the mayor said," only a part is after the comma.
    let joins = |at: usize| view.is_any(at, &["and", "or"]);
    let lists = joins(end + 1)
        || (start..end).any(|at| joins(at) && (view.upos(at + 1) == Upos::Det || view.is_capitalized(at + 1)));
    let tells = (start..end).any(|at| view.tag(at).is_finite());
    let is_short = end - start <= WORDS;
    (is_called && is_short && !lists && !tells).then(|| {
        let span = view.span(start..end);
        Excerpt {
            text: span.of(view.text).to_owned(),
            span: snapshot.source_span(Place::new(name.block, span)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::snapshot;

    /// What the draft calls a name, and the first line that has it, for a reader at its last mention.
    fn said(text: &str, name: &str) -> (Option<String>, Option<String>) {
        let snapshot = snapshot(text);
        let actor = snapshot.facts.actors.iter().find(|actor| actor.name == name).unwrap();
        let last = snapshot.named_mentions_of(actor).last().unwrap().place;
        let words = |excerpt: Option<Excerpt>| excerpt.map(|found| found.text);
        (
            words(description(&snapshot, actor)),
            words(first_line(&snapshot, actor, last)),
        )
    }

    #[test]
    fn a_place_leads_to_the_first_sentence_that_names_it() {
        let text = "The council met in Ostby on Monday.\n\nRosa Weil left Ostby on Tuesday.\n";
        let (_, line) = said(text, "Ostby");
        assert_eq!(line.as_deref(), Some("The council met in Ostby on Monday"));
        let (_, line) = said("The council met in Ostby on Monday.\n", "Ostby");
        assert_eq!(line, None);
    }

    #[test]
    fn a_list_behind_a_name_is_not_what_it_is_called() {
        let text =
            "The council sold land in Ostby, the mill, and the pier in Kessel.\n\nRosa Weil left Ostby on Tuesday.\n";
        assert_eq!(said(text, "Ostby").0, None);
    }
}
