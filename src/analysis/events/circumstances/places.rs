//! Which noun phrases say where, and to which event of a block they belong. It looks up no place.

use std::ops::Range;

use crate::analysis::events::circumstances::governor::governor;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::triggers::Trigger;
use crate::analysis::times::LocalTime;
use crate::language::{Name, NameKind, Relation, Upos, View};
use crate::text::Span;

/// How many words after a preposition the name of the place may begin ("in the old town of Cizre").
const NAME_WITHIN: usize = 6;

/// For each trigger, the noun phrases that say where.
#[must_use]
pub fn places(view: View<'_>, triggers: &[Trigger], times: &[LocalTime]) -> Vec<Vec<Span>> {
    let mut attached = vec![Vec::new(); triggers.len()];
    for place in place_phrases(view, times) {
        let last = place.end.saturating_sub(1);
        if let Some(trigger) = governor(view, triggers, view.span(last..last + 1))
            && let Some(list) = attached.get_mut(trigger)
        {
            list.push(view.span(place));
        }
    }
    attached
}

/// Names after a preposition of place, with the words between ("southern Gaza", "the town of Cizre"), as words.
#[must_use]
pub fn place_phrases(view: View<'_>, times: &[LocalTime]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < view.len() {
        let preposition = at;
        at += 1;
        let Some(name) = name_after(view, preposition) else {
            continue;
        };
        let is_other = || is_party(view, preposition, &name) || is_origin(view, preposition, &name);
        if is_place(view, &name, times) && !is_other() {
            found.push(preposition + 1..name.end);
        }
        at = name.end;
    }
    found
}

/// The name after a preposition of place.
fn name_after(view: View<'_>, preposition: usize) -> Option<Range<usize>> {
    if view.upos(preposition) != Upos::Adp || !lexicon::is(WordClass::PlacePreposition, &view.lower(preposition)) {
        return None;
    }
    let leads =
        |at: usize| matches!(view.upos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num) || view.is(at, "of");
    let first = preposition + 1;
    let start = (first..first + NAME_WITHIN)
        .find(|at| !leads(*at) || begins_place(view, *at))
        .unwrap_or(first + NAME_WITHIN);
    // "in Silver Heights": the names layer knows the whole of what the tagger takes for other words.
    let mut end = place_at(view, start).map_or(start, |name| name.words.end);
    while end < view.len() && (view.upos(end) == Upos::Propn || end > start && is_hyphenated(view, end)) {
        end += 1;
    }
    (start < end && view.is_capitalized(start)).then_some(start..end)
}

/// The name of a place that begins at a word.
fn place_at(view: View<'_>, at: usize) -> Option<&Name> {
    name_at(view, view.span(at..at + 1)).filter(|name| name.words.start == at && name.kind == NameKind::Place)
}

/// Whether the name of a place begins at a word that no tag shows to be one.
fn begins_place(view: View<'_>, at: usize) -> bool {
    view.upos(at) != Upos::Propn && place_at(view, at).is_some()
}

/// Whether a name after a preposition of place is neither a day ("in May") nor somebody ("in Rao", "in Rao's view").
fn is_place(view: View<'_>, name: &Range<usize>, times: &[LocalTime]) -> bool {
    let span = view.span(name.clone());
    let next = times.partition_point(|time| time.span.end <= span.start);
    let is_time = times.get(next).is_some_and(|time| time.span.overlaps(span));
    let is_owner = view.is_any(name.end, &["'s", "’s"]);
    let is_somebody = match name_at(view, span).map(|name| name.kind) {
        Some(NameKind::Person | NameKind::Other) => true,
        // "in Velden" may be its team; "at the Sel Trade Board", "at SEC" name a body.
        Some(NameKind::Organization) => {
            let full = name_at(view, span).map_or(span, |name| view.span(name.words.clone()));
            let text = full.of(view.text);
            (text.contains(' ') || !text.contains(char::is_lowercase)) && !is_house(text)
        }
        Some(NameKind::Place) | None => false,
    };
    !is_time && !is_owner && !is_somebody && !is_before_noun(view, name)
}

/// "sold the mill to Blum", "bought from Renner": whoever gets or gives something is no place.
fn is_party(view: View<'_>, preposition: usize, name: &Range<usize>) -> bool {
    if !view.is_any(preposition, &["to", "from"]) {
        return false;
    }
    let last = name.end.saturating_sub(1);
    let verb = if view.is_parsed(last) {
        view.ancestors(last).find(|at| view.upos(*at) == Upos::Verb)
    } else {
        let from = view.sentence(last).start;
        (from..preposition).rev().find(|at| view.upos(*at) == Upos::Verb)
    };
    verb.is_some_and(|verb| lexicon::is(WordClass::Transfer, &view.lemma(verb)))
}

/// "A pilot from Velden died": where somebody comes from is not where it happened.
fn is_origin(view: View<'_>, preposition: usize, name: &Range<usize>) -> bool {
    let last = name.end.saturating_sub(1);
    let noun = view.head(last).filter(|noun| *noun < preposition);
    view.is(preposition, "from")
        && noun.is_some_and(|noun| {
            let takes_part = matches!(
                view.relation(noun),
                Relation::Nsubj | Relation::NsubjPass | Relation::OblAgent | Relation::Appos
            );
            takes_part && view.is_nominal(noun) && lexicon::noun(&view.lemma(noun)).is_none()
        })
}

/// "Orbel High School", "the Sel Hotel": a house, which is as good a place as a town.
#[must_use]
pub fn is_house(name: &str) -> bool {
    name.rsplit(' ')
        .next()
        .is_some_and(|last| lexicon::is(WordClass::House, &last.to_lowercase()))
}

/// "in Norland-Varland relations": a name that only says which relations, unless the noun is a place itself ("the Velden
/// bridge").
fn is_before_noun(view: View<'_>, name: &Range<usize>) -> bool {
    let last = name.end.saturating_sub(1);
    let noun = view
        .head(last)
        .filter(|head| *head >= name.end && *head <= name.end + NOUN_WITHIN);
    let modifies = matches!(
        view.relation(last),
        Relation::Compound | Relation::Nmod | Relation::Amod
    );
    noun.is_some_and(|noun| {
        let word = view.lemma(noun);
        modifies
            && view.upos(noun) == Upos::Noun
            && (name.end..noun).all(|at| matches!(view.upos(at), Upos::Noun | Upos::Adj))
            && !lexicon::is(WordClass::House, &word)
            && !lexicon::is(WordClass::KindOfPlace, &word)
    })
}

/// How many words after a name its noun may come ("in Norland trade policy").
const NOUN_WITHIN: usize = 2;

/// Whether a word is inside a name that is written with hyphens ("Dol-u-Vody").
fn is_hyphenated(view: View<'_>, at: usize) -> bool {
    let touches = |left: usize| match (view.word(left), view.word(left + 1)) {
        (Some(left), Some(right)) => left.span.end == right.span.start,
        _ => false,
    };
    let hyphen = |at: usize| view.is(at, "-");
    at > 0 && (hyphen(at) && touches(at - 1) && touches(at) || hyphen(at - 1) && touches(at - 1))
}

/// The name in a place phrase, with the word for its kind after it ("the town of Cizre" is "Cizre", "Opava province" is
/// whole), as a span.
#[must_use]
pub fn place_name(view: View<'_>, phrase: Range<usize>) -> Span {
    let begins_name = |at: usize| view.upos(at) == Upos::Propn || view.upos(at) != Upos::Det && view.is_capitalized(at);
    let first = phrase.clone().find(|at| begins_name(*at)).unwrap_or(phrase.start);
    let has_kind = view.upos(phrase.end) == Upos::Noun && lexicon::is(WordClass::KindOfPlace, &view.lower(phrase.end));
    view.span(first..phrase.end + usize::from(has_kind))
}

/// The name that overlaps a stretch of text.
fn name_at(view: View<'_>, span: Span) -> Option<&Name> {
    let words = view.language.words_in(span);
    let names = &view.language.names;
    let next = names.partition_point(|name| name.words.end <= words.start);
    names.get(next).filter(|name| name.words.start < words.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, testing::parsed};

    fn names((text, language): &(String, Language), times: &[LocalTime]) -> Vec<String> {
        let view = View::new(text, language);
        let phrases = place_phrases(view, times);
        phrases
            .into_iter()
            .map(|phrase| place_name(view, phrase).of(text).to_owned())
            .collect()
    }

    #[test]
    fn a_name_after_a_preposition_of_place_is_one() {
        let read = parsed("in/in/IN/0/_ the/the/DT/0/_ town/town/NN/0/_ of/of/IN/0/_ Cizre/Cizre/NNP/0/_");
        assert_eq!(names(&read, &[]), ["Cizre"]);
        let read = parsed("in/in/IN/0/_ Opava/Opava/NNP/0/_ province/province/NN/0/_");
        assert_eq!(names(&read, &[]), ["Opava province"]);
        let read = parsed("for/for/IN/0/_ Opava/Opava/NNP/0/_");
        assert!(names(&read, &[]).is_empty());
    }

    #[test]
    fn a_name_is_whole_whatever_its_tags() {
        let mut read = parsed("in/in/IN/0/_ the/the/DT/0/_ old/old/JJ/0/_ Silver/silver/JJ/0/_ Heights/height/NNS/0/_");
        assert!(names(&read, &[]).is_empty());
        read.1.names = vec![Name {
            words: 3..5,
            kind: NameKind::Place,
        }];
        assert_eq!(names(&read, &[]), ["Silver Heights"]);
    }

    #[test]
    fn days_owners_and_people_are_no_places() {
        let read = parsed("in/in/IN/0/_ May/May/NNP/0/_");
        let times = crate::analysis::times::of_block(&read.0, &read.1);
        assert!(names(&read, &times).is_empty());
        let read = parsed("in/in/IN/0/_ Velden/Velden/NNP/0/_ 's/'s/POS/0/_ view/view/NN/0/_");
        assert!(names(&read, &[]).is_empty());
        let mut read = parsed("in/in/IN/0/_ Rao/Rao/NNP/0/_");
        read.1.names = vec![Name {
            words: 1..2,
            kind: NameKind::Person,
        }];
        assert!(names(&read, &[]).is_empty());
    }

    #[test]
    fn where_somebody_comes_from_is_no_place() {
        let from = |form: &str, tag: &str, relation: &str| {
            parsed(&format!(
                "A/a/DT/2/det {form}/{form}/{tag}/5/{relation} from/from/IN/4/case Cizre/Cizre/NNP/2/nmod \
                 died/die/VBD/0/root"
            ))
        };
        assert!(names(&from("pilot", "NN", "nsubj"), &[]).is_empty());
        assert_eq!(names(&from("came", "VBD", "advcl"), &[]), ["Cizre"]);
    }

    #[test]
    fn a_name_goes_on_over_its_hyphens() {
        let (mut text, mut language) = parsed("in/in/IN/0/_ Dol/Dol/NNP/0/_ -/-/HYPH/0/_ Vody/Vody/NN/0/_");
        text = text.replace(" - ", "-");
        for (word, shift) in language.words.iter_mut().skip(2).zip([1, 2]) {
            word.span = Span::new(word.span.start - shift, word.span.end - shift);
        }
        assert_eq!(names(&(text, language), &[]), ["Dol-Vody"]);
    }
}
