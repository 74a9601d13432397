//! Descriptions in apposition to a name, before it or after it, and what is said of it with "is". It joins nothing.

use std::ops::Range;

use crate::analysis::actors::{ActorKind, Determiner, LocalMention, MentionForm, MentionLink, tables};
use crate::language::{Number, Upos, View};

/// How many titles may come before a name: "Rev. Dr. Ana Weil".
const MOST_TITLES: usize = 2;

/// The description that is in apposition to the name `mentions[at]`, before or after it, or is said of it with "is":
/// an index into `mentions`, of which those in `near` are looked at.
pub(super) fn adjacent_description(
    words: View<'_>,
    mentions: &[LocalMention],
    near: Range<usize>,
    at: usize,
) -> Option<(usize, MentionLink)> {
    let name = mentions.get(at)?;
    let nearby = Nearby { mentions, near, name };
    apposition_after(words, &nearby)
        .map(|found| (found, MentionLink::Apposition))
        .or_else(|| Some((said_of(words, &nearby)?, MentionLink::Copula)))
        .or_else(|| Some((apposition_before(words, &nearby)?, MentionLink::Apposition)))
}

/// The mentions near a name.
struct Nearby<'a> {
    mentions: &'a [LocalMention],
    near: Range<usize>,
    name: &'a LocalMention,
}

impl<'a> Nearby<'a> {
    /// The first description of one that can be the name and that is where `holds` says.
    fn description(&self, holds: impl Fn(&LocalMention) -> bool) -> Option<(usize, &'a LocalMention)> {
        self.mentions
            .iter()
            .enumerate()
            .take(self.near.end)
            .skip(self.near.start)
            .find(|(_, mention)| holds(mention) && self.can_be(mention))
    }

    fn can_be(&self, mention: &LocalMention) -> bool {
        let kind = self.name.kind;
        mention.form == MentionForm::Nominal
            && mention.same_as.is_none()
            && mention.number == Some(Number::Singular)
            && (mention.kind == kind
                || kind == Some(ActorKind::Other)
                || kind == Some(ActorKind::Place) && mention.kind == Some(ActorKind::Organization))
    }
}

/// "Rosa Weil, the captain," and with an age between "Ana Weil, 43, a nurse".
fn apposition_after(words: View<'_>, nearby: &Nearby<'_>) -> Option<usize> {
    let mut after = nearby.name.words.end;
    if words.form(after) == "," && words.upos(after + 1) == Upos::Num && words.form(after + 2) == "," {
        after += 2;
    }
    if !matches!(words.form(after), "," | "(" | "—" | "–") {
        return None;
    }
    let (at, mention) = nearby.description(|mention| mention.words.start == after + 1)?;
    let end = mention.words.end;
    // "Through her agent, Bo Weil, the actress said": the name belongs to what is before it, and the actress acts.
    let acts = words.upos(end) == Upos::Verb && apposition_before(words, nearby).is_some();
    (ends_apposition(words, end) && !acts).then_some(at)
}

/// "Rosa Weil is the captain".
fn said_of(words: View<'_>, nearby: &Nearby<'_>) -> Option<usize> {
    let copula = nearby.name.words.end;
    if !words.is_any(copula, &["is", "was", "remains", "became"]) {
        return None;
    }
    let (at, mention) = nearby.description(|mention| mention.words.start == copula + 1)?;
    (mention.determiner != Determiner::Bare).then_some(at)
}

/// "the captain, Rosa Weil,".
fn apposition_before(words: View<'_>, nearby: &Nearby<'_>) -> Option<usize> {
    let name = &nearby.name.words;
    // "the captain, Sir Bo Weil,": a title may come before the name.
    let titles = (1..=MOST_TITLES)
        .take_while(|&back| is_title(words, name.start, back))
        .count();
    let mut start = name.start - titles;
    // "the bishop, the Rev. Bo Weil,"
    if titles > 0 && start.checked_sub(1).is_some_and(|before| words.is(before, "the")) {
        start -= 1;
    }
    let comma = start.checked_sub(1).filter(|comma| words.form(*comma) == ",")?;
    let (at, mention) = nearby.description(|mention| mention.words.end == comma)?;
    let is_closed = matches!(
        words.form(name.end),
        "," | "." | ";" | ")" | "" | "—" | ":" | "”" | "\""
    );
    // "the coast of Osland, Norland" says where, not what.
    let is_where = mention.kind == Some(ActorKind::Place) && mention.words.end > mention.head + 1;
    (is_closed && !is_where && mention.determiner != Determiner::Bare && !is_in_list(words, name.end)).then_some(at)
}

/// Whether the word that many before a name is a title with a capital: "Dr", "Sir", "Ms".
fn is_title(words: View<'_>, name: usize, back: usize) -> bool {
    name.checked_sub(back).is_some_and(|at| {
        words.form(at).starts_with(char::is_uppercase)
            && tables::noun(&words.lower(at)).is_some_and(|(_, noun)| noun.title && noun.kind == ActorKind::Person)
    })
}

/// ", and" after the second of two phrases is the end of a list.
fn is_in_list(words: View<'_>, comma: usize) -> bool {
    words.form(comma) == "," && words.is_any(comma + 1, &["and", "or"])
}

/// Whether an apposition can end before the word at `after`: at a stop, before what follows a name, or before the verb.
fn ends_apposition(words: View<'_>, after: usize) -> bool {
    let is_stop = matches!(
        words.form(after),
        "," | "." | ";" | ")" | "—" | "–" | ":" | "" | "”" | "\"" | "?" | "!"
    );
    is_stop
        || words.is_any(
            after,
            &["who", "whose", "which", "in", "at", "for", "on", "from", "with"],
        )
        || (words.upos(after) == Upos::Verb && !is_in_list(words, after))
}

#[cfg(test)]
mod tests {
    use crate::analysis::actors::{MentionLink, of_block, toy};

    /// The descriptions that a text links to a name, and how.
    fn linked(text: &str) -> Vec<(&str, MentionLink)> {
        of_block(text, &toy::language(text))
            .into_iter()
            .filter_map(|mention| Some((mention.span.of(text), mention.same_as?.1)))
            .collect()
    }

    #[test]
    fn descriptions_beside_a_name_are_linked_to_it() {
        for (text, description, how) in [
            ("Rosa Weil, the captain, left.", "the captain", MentionLink::Apposition),
            ("Rosa Weil, 43, a nurse, left.", "a nurse", MentionLink::Apposition),
            ("Rosa Weil is the captain.", "the captain", MentionLink::Copula),
            ("The captain, Rosa Weil, left.", "The captain", MentionLink::Apposition),
        ] {
            assert_eq!(linked(text), [(description, how)], "{text}");
        }
    }

    #[test]
    fn what_a_list_goes_on_with_or_says_where_is_not() {
        for text in [
            "The captain, Rosa Weil, and a nurse left.",
            "They left the coast of Osland, Norland.",
            "Rosa Weil, the captain and a nurse left.",
        ] {
            assert_eq!(linked(text), [], "{text}");
        }
    }
}
