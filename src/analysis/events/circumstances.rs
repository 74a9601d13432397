//! When, where and on whose word an event is told. It attaches what the block has and resolves nothing.

use std::ops::Range;

use crate::analysis::TimeKind;
use crate::analysis::events::kinds::Group;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::analysis::events::triggers::Trigger;
use crate::analysis::times::{Expression, LocalTime, YearName};
use crate::language::{NameKind, Relation, Upos, View};
use crate::text::Span;

/// How many words a time or a place may stand from its verb where no parser ran.
const REACH: usize = 40;

/// For each trigger, the indices of its times. Each time goes to one trigger.
#[must_use]
pub fn times(view: View<'_>, triggers: &[Trigger], times: &[LocalTime]) -> Vec<Vec<usize>> {
    let mut attached = vec![Vec::new(); triggers.len()];
    for (index, time) in times.iter().enumerate() {
        let dated =
            matches!(time.kind, TimeKind::Date | TimeKind::Time) && !matches!(time.expression, Expression::Fixed(_));
        if !dated || is_date_line(view, time) {
            continue;
        }
        if let Some(trigger) = elided(view, triggers, time.span) {
            if let Some(list) = attached.get_mut(trigger) {
                list.push(index);
            }
            continue;
        }
        if let Some(trigger) = governor(view, triggers, time.span)
            && !triggers
                .get(trigger)
                .is_some_and(|trigger| is_apart(view, trigger, time.span))
            && let Some(list) = attached.get_mut(trigger)
        {
            list.push(index);
        }
    }
    attached
}

/// "Thursday, May 7, 2026 The council met.": a date that opens a block as a line of its own would.
fn is_date_line(view: View<'_>, time: &LocalTime) -> bool {
    let mut rest = view.text.get(time.span.end..).unwrap_or_default().chars();
    time.span.start == 0
        && matches!(&time.expression, Expression::Day(day) if matches!(day.year, YearName::Given(_)))
        && rest.next() == Some(' ')
        && rest.next().is_some_and(char::is_uppercase)
}

/// Whether quotation marks keep a time from its verb: what is told in a quotation does not date the saying of it, and
/// what stands behind a quoted title and a dash ("“Ferry sinks” — Daily Post, May 3") is when the title appeared.
fn is_apart(view: View<'_>, trigger: &Trigger, time: Span) -> bool {
    let Some(word) = view.word(trigger.word) else {
        return false;
    };
    let between = Span::new(word.span.end.min(time.end), word.span.start.max(time.start)).of(view.text);
    let marks = between.chars().filter(|mark| matches!(mark, '"' | '“' | '”')).count();
    let cited = word.span.end <= time.start && CITED.iter().any(|end| between.contains(end));
    cited || trigger.entry.kind.group() == Group::Statement && marks % 2 == 1
}

/// How a quoted title ends before its source.
const CITED: [&str; 6] = ["\" —", "” —", "\" –", "” –", "\" -", "” -"];

/// "… whether the two would meet, but the ministry said they will on Thursday": the verb left out is the last one before.
fn elided(view: View<'_>, triggers: &[Trigger], span: Span) -> Option<usize> {
    let first = view.language.words_in(span).start;
    let sentence = view.sentence(first);
    let mut modal = first.checked_sub(1)?;
    if matches!(view.upos(modal), Upos::Adp) {
        modal = modal.checked_sub(1)?;
    }
    if modal < sentence.start
        || !matches!(view.lower(modal).as_str(), "will" | "would" | "did")
        || view.upos(modal) != Upos::Aux
    {
        return None;
    }
    let before = triggers.partition_point(|trigger| trigger.word < modal);
    (0..before).rev().take(4).find(|index| {
        triggers.get(*index).is_some_and(|trigger| {
            sentence.contains(&trigger.word) && !trigger.nominal && trigger.entry.kind.group() != Group::Statement
        })
    })
}

/// The trigger that a stretch of text belongs to: the nearest one above it, else the nearest one beside it.
fn governor(view: View<'_>, triggers: &[Trigger], span: Span) -> Option<usize> {
    let words = view.language.words_in(span);
    let first = words.start;
    let trigger_of = |word: usize| {
        let at = |word: usize| triggers.binary_search_by_key(&word, |trigger| trigger.word).ok();
        // The object of a light verb stands near it.
        at(word).or_else(|| {
            let from = triggers.partition_point(|trigger| trigger.word + REACH < word);
            triggers
                .iter()
                .enumerate()
                .skip(from)
                .take_while(|(_, trigger)| trigger.word < word + REACH)
                .find(|(_, trigger)| trigger.light == Some(word))
                .map(|(index, _)| index)
        })
    };
    if view.is_parsed(first) {
        let top = words
            .clone()
            .find(|word| view.head(*word).is_none_or(|head| !words.contains(&head)))
            .unwrap_or(first);
        if let Some(found) = std::iter::once(top).chain(view.ancestors(top)).find_map(trigger_of) {
            return Some(found);
        }
    }
    let sentence = view.sentence(first);
    let from = triggers.partition_point(|trigger| trigger.word + REACH < first);
    let near = triggers
        .iter()
        .enumerate()
        .skip(from)
        .take_while(|(_, trigger)| trigger.word < first + REACH)
        .filter(|(_, trigger)| sentence.contains(&trigger.word));
    let distance = |word: usize| {
        let gap = word.abs_diff(first);
        let between = word.min(first)..word.max(first);
        let commas = between.filter(|at| view.lower(*at) == ",").count();
        // Times follow their verb more often than they go before it.
        gap + commas * 10 + if word > first { 3 } else { 0 }
    };
    near.min_by_key(|(_, trigger)| distance(trigger.word))
        .map(|(index, _)| index)
}

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

/// Names behind a preposition of place, with the words between ("southern Gaza", "the town of Cizre"), as words.
#[must_use]
pub fn place_phrases(view: View<'_>, times: &[LocalTime]) -> Vec<Range<usize>> {
    let words = &view.language.words;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let preposition = at;
        at += 1;
        if view.upos(preposition) != Upos::Adp || !lexicon::is("place-preposition", &view.lower(preposition)) {
            continue;
        }
        let mut name = preposition + 1;
        while name < preposition + 7
            && (matches!(view.upos(name), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num) || view.lower(name) == "of")
        {
            name += 1;
        }
        let mut end = name;
        while end < words.len() && (view.upos(end) == Upos::Propn || end > name && is_hyphenated(view, end)) {
            end += 1;
        }
        if end == name || end > words.len() {
            continue;
        }
        let span = view.span(name..end);
        let next = times.partition_point(|time| time.span.end <= span.start);
        let is_time = times.get(next).is_some_and(|time| time.span.overlaps(span));
        // "in Trump's view": a person, or what belongs to somebody.
        let owned = view.lower(end) == "'s" || view.lower(end) == "’s";
        let person = name_kind(view, span).is_some_and(|kind| matches!(kind, NameKind::Person | NameKind::Other));
        if !is_time && !owned && !person {
            found.push(preposition + 1..end);
        }
        at = end;
    }
    found
}

/// Whether a word stands inside a name that is written with hyphens ("Dol-u-Vody").
fn is_hyphenated(view: View<'_>, at: usize) -> bool {
    let touches = |left: usize| match (view.word(left), view.word(left + 1)) {
        (Some(left), Some(right)) => left.span.end == right.span.start,
        _ => false,
    };
    let hyphen = |at: usize| view.lower(at) == "-";
    at > 0 && (hyphen(at) && touches(at - 1) && touches(at) || hyphen(at - 1) && touches(at - 1))
}

/// The name in a place phrase, with the word for its kind behind it ("the town of Cizre" is "Cizre", "Opava province"
/// is whole), as a span.
#[must_use]
pub fn place_name(view: View<'_>, phrase: Range<usize>) -> Span {
    let capitalised = |at: usize| {
        view.upos(at) == Upos::Propn
            || view.upos(at) != Upos::Det
                && view
                    .word(at)
                    .is_some_and(|word| word.span.of(view.text).starts_with(char::is_uppercase))
    };
    let first = phrase.clone().find(|at| capitalised(*at)).unwrap_or(phrase.start);
    let kind = lexicon::is("kind-of-place", &view.lower(phrase.end)) && view.upos(phrase.end) == Upos::Noun;
    view.span(first..phrase.end + usize::from(kind))
}

fn name_kind(view: View<'_>, span: Span) -> Option<NameKind> {
    let words = view.language.words_in(span);
    let next = view
        .language
        .names
        .partition_point(|name| name.words.end <= words.start);
    view.language
        .names
        .get(next)
        .filter(|name| name.words.start < words.end)
        .map(|name| name.kind)
}

/// On whose word an event is told: the subject of the verb of saying above it, or "according to …" in its sentence.
#[must_use]
pub fn source(view: View<'_>, trigger: &Trigger) -> Option<Span> {
    let verb = trigger.light.unwrap_or(trigger.word);
    for (below, above) in std::iter::once(verb)
        .chain(view.ancestors(verb))
        .zip(view.ancestors(verb))
    {
        let reports = lexicon::is_saying(&view.lemma(above)) && view.upos(above) == Upos::Verb;
        if reports
            && matches!(view.relation(below), Relation::Ccomp | Relation::Parataxis)
            && let Some(subject) = view.children_by(above, &[Relation::Nsubj]).next()
        {
            return Some(view.span(phrases::phrase(view, subject)));
        }
    }
    let sentence = view.sentence(verb);
    let near = sentence.start.max(verb.saturating_sub(REACH))..sentence.end.min(verb + REACH);
    let according = near
        .clone()
        .find(|at| view.lower(*at) == "according" && view.lower(at + 1) == "to")?;
    let nominal = (according + 2..sentence.end.min(according + 10)).find(|at| {
        matches!(view.upos(*at), Upos::Noun | Upos::Propn) && !matches!(view.upos(at + 1), Upos::Noun | Upos::Propn)
    })?;
    Some(view.span(according + 2..nominal + 1))
}
