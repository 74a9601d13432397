//! The names of a card: which forms the draft uses and how often each is written, and when a name is only a part of a longer one
//! that no name holds together. It resolves nothing.

use crate::analysis::actors::tables;
use crate::analysis::{Actor, ActorKind, Mention, MentionForm, Place};
use crate::engine::lookup::in_block;
use crate::engine::types::Snapshot;
use crate::language::{Upos, View};
use crate::markup::BlockId;
use crate::text::{Span, calendar};

/// The names that the draft uses for an actor with their counts, first used first; of one without a name, the descriptions. Pronouns
/// are not counted: a reader could not check which of them were taken for this actor.
pub(super) fn names_of(snapshot: &Snapshot, actor: &Actor) -> Vec<(String, usize)> {
    let mut names: Vec<(String, usize)> = Vec::new();
    let is_named = snapshot.named_mentions_of(actor).next().is_some();
    let form = if is_named {
        MentionForm::Named
    } else {
        MentionForm::Nominal
    };
    for mention in snapshot.mentions_of(actor).filter(|mention| mention.form == form) {
        let text = snapshot.text_of(mention.place);
        // “Harbors Norland” of “Fair Harbors Norland” does not stand alone there.
        let text = match is_inside(snapshot, mention.place, &actor.name) {
            true => actor.name.as_str(),
            false => text,
        };
        match names.iter_mut().find(|(name, _)| name == text) {
            Some((_, count)) => *count += 1,
            None => names.push((text.to_owned(), 1)),
        }
    }
    if is_named {
        for (name, count) in &mut names {
            *count = written(snapshot, actor, name).unwrap_or(*count);
        }
    }
    names
}

/// Whether a mention is part of the full name as the draft has it there.
fn is_inside(snapshot: &Snapshot, place: Place, name: &str) -> bool {
    let text = snapshot.block_text(place.block);
    let part = snapshot.text_of(place);
    part.len() < name.len()
        && name.match_indices(part).any(|(offset, _)| {
            let start = place.span.start.checked_sub(offset);
            start.is_some_and(|start| text.get(start..start + name.len()) == Some(name))
        })
}

/// How often a name is written in the draft, parts of longer names not counted: what a reader who searches for it finds. `None`
/// where it is the name of somebody else as well. Linear in the draft.
fn written(snapshot: &Snapshot, actor: &Actor, name: &str) -> Option<usize> {
    let mut count = 0;
    for (id, block) in BlockId::number(&snapshot.markup.blocks) {
        let text = block.text.as_str();
        for (start, _) in text
            .match_indices(name)
            .filter(|(start, _)| is_word(text, *start, name.len()))
        {
            let span = Span::new(start, start + name.len());
            let covering: Vec<&Mention> = in_block(&snapshot.facts.mentions, id, |mention| mention.place)
                .filter(|mention| mention.form == MentionForm::Named && mention.place.span.covers(span))
                .collect();
            let is_own = |mention: &&Mention| {
                let of = mention.actor.and_then(|id| snapshot.actor(id));
                of.is_some_and(|one| std::ptr::eq(one, actor))
            };
            let is_longer = |mention: &&Mention| {
                let text = snapshot.text_of(mention.place);
                !["'s", "’s", "'", "’", ""]
                    .iter()
                    .any(|end| text.strip_suffix(end) == Some(name))
            };
            if covering.iter().any(is_longer) {
                continue;
            }
            if !covering.iter().all(is_own) {
                return None;
            }
            count += 1;
        }
    }
    // A name that markup or white space parts is not found so.
    (count > 0).then_some(count)
}

/// Whether a stretch of a text is a word of its own.
fn is_word(text: &str, start: usize, length: usize) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || letter == '-';
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(start + length..).and_then(|after| after.chars().next());
    !before.is_some_and(joins) && !after.is_some_and(joins)
}

/// "Port" of "Senn Port Relief Credit", "Claims" of "Board of Claims": a word between capitals that no name holds together, and
/// nobody's name either; "Holm II" of "Anton Holm II": a person's name without its beginning.
pub(super) fn is_part_of_name(snapshot: &Snapshot, mention: &Mention) -> bool {
    let place = mention.place;
    let Some(view) = snapshot.view_of(place.block) else {
        return false;
    };
    let words = view.language.words_in(place.span);
    if mention.form != MentionForm::Named || words.is_empty() {
        return false;
    }
    let sentence = view.sentence(words.start).start;
    let before = words.start.checked_sub(1).filter(|before| *before >= sentence);
    if mention.kind == ActorKind::Person {
        // "Rose II": a last name with what only a full name has.
        let ends = view.form(words.end - 1);
        if words.len() == 2 && matches!(ends, "II" | "III" | "IV" | "Jr." | "Sr." | "Jr" | "Sr") {
            return true;
        }
        return before.is_some_and(|before| begins_person(snapshot, view, place, before, words.len()));
    }
    let is_text = (place.block.of(&snapshot.markup.blocks)).is_some_and(|block| block.kind.is_body());
    let is_of_name = |at: usize| {
        let can_be = matches!(view.upos(at), Upos::Noun | Upos::Adj) && is_text && at > sentence;
        let is_name = (view.upos(at) == Upos::Propn || can_be) && view.is_capitalized(at);
        is_name
            && !is_of_person(snapshot, place.block, view.span(at..at + 1))
            && !is_title(view, at)
            && !calendar::is_weekday(view.form(at))
            && !calendar::is_month(view.form(at))
    };
    let touches_before = before.is_some_and(|before| !is_apart(view, before, words.start) && is_of_name(before));
    let touches_after = words.end < view.len() && !is_apart(view, words.end - 1, words.end) && is_of_name(words.end);
    let hangs_on = before
        .and_then(|of| of.checked_sub(1).map(|noun| (noun, of)))
        .is_some_and(|(noun, of)| {
            noun >= sentence
                && view.is_any(of, &["of", "for"])
                && view.is_capitalized(noun)
                && tables::noun(&view.form(noun).to_lowercase())
                    .is_some_and(|(_, noun)| noun.kind == ActorKind::Organization)
                && mention.kind != ActorKind::Place
        });
    let is_short = words.len() == 1;
    let is_cut = touches_before && is_text && mention.kind != ActorKind::Place;
    is_short && (touches_before || touches_after) || is_cut || hangs_on
}

/// Whether a given name that no name has is right before the name of a person.
fn begins_person(snapshot: &Snapshot, view: View<'_>, place: Place, before: usize, length: usize) -> bool {
    length > 1
        && !is_apart(view, before, before + 1)
        && tables::usual_gender(view.form(before)).is_some()
        && view.is_capitalized(before)
        && !is_of_person(snapshot, place.block, view.span(before..before + 1))
}

/// Whether two words that follow each other have more than a space between them.
fn is_apart(view: View<'_>, one: usize, other: usize) -> bool {
    let between = view
        .text
        .get(view.span(one..one + 1).end..view.span(other..other + 1).start);
    between != Some(" ")
}

fn is_title(view: View<'_>, at: usize) -> bool {
    tables::noun(view.lower(at).trim_end_matches('.')).is_some_and(|(_, noun)| noun.title)
}

fn is_of_person(snapshot: &Snapshot, block: BlockId, span: Span) -> bool {
    in_block(&snapshot.facts.mentions, block, |other| other.place).any(|other| {
        let is_person = other.kind == ActorKind::Person && other.form == MentionForm::Named;
        is_person && other.place.span.overlaps(span)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::hover::Card;
    use crate::engine::testing::snapshot;

    /// The name and the forms of what a word of a draft stands for.
    fn named(text: &str, word: &str) -> (String, Vec<(String, usize)>) {
        let snapshot = snapshot(text);
        let actor = snapshot.facts.actors.iter().find(|actor| actor.name == word).unwrap();
        (actor.name.clone(), names_of(&snapshot, actor))
    }

    /// The name on the card of a word of a draft.
    fn card(text: &str, word: &str) -> Option<String> {
        let snapshot = snapshot(text);
        match snapshot.hover(text.find(word).unwrap())?.card {
            Card::Actor(card) => Some(card.name),
            _ => None,
        }
    }

    #[test]
    fn a_name_is_counted_as_a_reader_finds_it() {
        let text = "Velden University opened a school in Ostby. In Ostby, the Ostby Times reported on it. The mayor of Ostby came.\n";
        let (name, forms) = named(text, "Ostby");
        assert_eq!((name.as_str(), forms), ("Ostby", vec![("Ostby".to_owned(), 3)]));
    }

    #[test]
    fn a_name_that_is_only_counted_has_no_card() {
        assert_eq!(card("Senn, Pa., June 3 — The council met.\n", "Pa."), None);
    }

    #[test]
    fn a_part_of_a_name_has_no_card() {
        let whole = card("The case is before the Board of Claims in Kessel.\n", "Claims");
        assert!(whole.is_none_or(|name| name != "Claims"));
        let whole = card("Two years after Anton Holm II died, the mayor left.\n", "Holm II");
        assert!(whole.is_none_or(|name| name != "Holm II"));
    }
}
