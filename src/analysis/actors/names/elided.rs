//! Names of which a part is left out because the next name has it. It makes up no word: what is added is in the text.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use crate::analysis::actors::block_names::BlockNames;
use crate::analysis::actors::{ActorKind, LocalMention, MentionForm, tables};
use crate::language::{Upos, View};

/// Words that several states of one name are told apart by.
const DIRECTIONS: [&str; 4] = ["North", "South", "East", "West"];

/// Completes the names of one sentence (`mentions[from..]`) whose rest is with the name after them: "North and South
/// Norland", "Ana and Tom Weil".
pub(in crate::analysis::actors) fn complete_elided_names(
    block: &BlockNames<'_>,
    mentions: &mut Vec<LocalMention>,
    from: usize,
) {
    let elided: Vec<LocalMention> = mentions
        .iter()
        .skip(from)
        .filter_map(|mention| elided_state(block.words, mention).or_else(|| elided_family_name(block, mention)))
        .collect();
    if elided.is_empty() {
        return;
    }
    let words: FxHashSet<usize> = elided.iter().map(|mention| mention.words.start).collect();
    let mut of_sentence = mentions.split_off(from);
    of_sentence.retain(|mention| mention.words.len() > 1 || !words.contains(&mention.words.start));
    of_sentence.extend(elided);
    of_sentence.sort_by_key(|mention| (mention.span.start, Reverse(mention.span.end)));
    mentions.append(&mut of_sentence);
}

/// The given name before "and" and a full name, where both begin with a word that is a given name: "Ana" in "Ana and Tom
/// Weil".
fn elided_family_name(block: &BlockNames<'_>, second: &LocalMention) -> Option<LocalMention> {
    let words = block.words;
    let at = second.words.start.checked_sub(2)?;
    let is_couple = second.form == MentionForm::Named
        && second.kind == Some(ActorKind::Person)
        && second.words.len() == 2
        && words.form(at + 1) == "and"
        && [at, second.words.start]
            .into_iter()
            .all(|index| tables::usual_gender(words.form(index)).is_some())
        && block.name(at).is_none_or(|name| name.words.len() == 1);
    let is_alone = at.checked_sub(1).is_none_or(|before| words.upos(before) != Upos::Propn);
    (is_couple && is_alone).then(|| completed(words, at, second, words.form(second.head)))
}

/// The direction before "and" or "or" and a state: "North" in "North and South Norland".
fn elided_state(words: View<'_>, second: &LocalMention) -> Option<LocalMention> {
    let at = second.words.start.checked_sub(2)?;
    let are_states = second.form == MentionForm::Named
        && second.kind == Some(ActorKind::Place)
        && second.words.len() > 1
        && DIRECTIONS.contains(&words.form(second.words.start))
        && matches!(words.form(at + 1), "and" | "or")
        && DIRECTIONS.contains(&words.form(at));
    if !are_states {
        return None;
    }
    let rest = words.span(second.words.start + 1..second.words.end);
    Some(completed(words, at, second, rest.of(words.text)))
}

fn completed(words: View<'_>, at: usize, second: &LocalMention, rest: &str) -> LocalMention {
    let span = words.span(at..at + 1);
    LocalMention {
        span,
        phrase: span,
        words: at..at + 1,
        head: at,
        meant: Some(format!("{} {rest}", words.form(at))),
        ..second.clone()
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::actors::{self, toy};

    #[test]
    fn the_rest_of_a_name_is_taken_from_the_next() {
        for (text, meant) in [
            ("North and South Korea spoke.", Some("North Korea")),
            ("Helen and Arthur Weil spoke.", Some("Helen Weil")),
            ("Rosa Helen and Arthur Weil spoke.", None),
            ("Lindqvist and South Korea spoke.", None),
        ] {
            let found = actors::of_block(text, &toy::language(text));
            let found: Vec<_> = found.iter().filter_map(|mention| mention.meant.as_deref()).collect();
            assert_eq!(found, meant.into_iter().collect::<Vec<_>>(), "{text}");
        }
    }
}
