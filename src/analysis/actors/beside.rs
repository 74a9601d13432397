//! What stands beside a name and tells who it is: titles before it, appositions around it, "is the captain" after it,
//! an acronym in brackets. It looks no further than the sentence.

use std::ops::Range;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::analysis::actors::find::Context;
use crate::analysis::actors::phrase::Phrase;
use crate::analysis::actors::{Determiner, Link, LocalMention, LocalRole, tables};
use crate::analysis::{ActorKind, MentionForm};
use crate::language::{Gender, Number, Upos};

/// How many mentions before and after a name are looked at.
const NEAR: usize = 16;

/// Gives the names of one sentence (`mentions[from..]`) their roles, and links descriptions and acronyms to them.
pub(super) fn join(context: &Context, phrases: &[Phrase], mentions: &mut Vec<LocalMention>, from: usize) {
    elided_names(context, mentions, from);
    for at in from..mentions.len() {
        let Some(mention) = mentions.get(at).filter(|mention| mention.form == MentionForm::Named) else {
            continue;
        };
        let title = title_before(context, phrases, mention);
        let words = mention.words.clone();
        let kind = mention.kind;
        if let Some((role, gender)) = title
            && let Some(mention) = mentions.get_mut(at)
        {
            mention.phrase = mention.phrase.join(role.span);
            mention.gender = gender.or(mention.gender);
            // Courtesy titles say nothing about what somebody does.
            if !is_courtesy(&role.head) {
                mention.roles.push(role);
            }
        }
        // What stands beside a name is among its neighbours; looking no further keeps a sentence of any length linear.
        let near = from.max(at.saturating_sub(NEAR))..mentions.len().min(at + NEAR);
        if let Some(long) = long_form(context, mentions, near.clone(), at) {
            link(mentions, at, long, Link::Acronym);
            continue;
        }
        if let Some((other, how)) = description_beside(context, mentions, near, &words, kind) {
            link(mentions, other, at, how);
        }
    }
}

/// Links `from` to the name `to` and gives the name the description's role and gender.
fn link(mentions: &mut [LocalMention], from: usize, to: usize, how: Link) {
    let Some(described) = mentions.get_mut(from) else {
        return;
    };
    described.same_as = Some((to, how));
    let (role, gender, phrase) = (described.roles.first().cloned(), described.gender, described.phrase);
    let Some(name) = mentions.get_mut(to) else { return };
    if how != Link::Acronym {
        name.roles.extend(role);
        name.gender = name.gender.or(gender);
    }
    if how == Link::Apposition {
        name.phrase = name.phrase.join(phrase);
    }
}

/// The title or role right before a name, with the gender it marks.
fn title_before(context: &Context, phrases: &[Phrase], name: &LocalMention) -> Option<(LocalRole, Option<Gender>)> {
    let phrase = phrases.partition_point(|phrase| phrase.words.end <= name.words.start);
    let found = phrases
        .get(phrase)
        .filter(|phrase| phrase.core.start < name.words.start && phrase.core.contains(&name.words.start))?;
    let mut start = found.core.start;
    while start < name.words.start
        && (matches!(context.upos(start), Upos::Det) || matches!(context.word(start), "'s" | "’s"))
    {
        start += 1;
    }
    let last = name.words.start.checked_sub(1).filter(|last| *last >= start)?;
    let is_person = name.kind == Some(ActorKind::Person);
    // "President-elect Ana Weil": the noun stands before the hyphen.
    let head = if context.lower(last) == "elect" && last >= start + 2 {
        last - 2
    } else {
        last
    };
    let noun = tables::noun(&context.lower(head)).filter(|(_, noun)| noun.title || Some(noun.kind) == name.kind);
    if let Some((head, noun)) = noun.filter(|(_, noun)| noun.kind == ActorKind::Person || !is_person)
        && (noun.kind == ActorKind::Person) == is_person
    {
        return Some((role(context, start..name.words.start, head), noun.gender));
    }
    if !is_person {
        return None;
    }
    // "Secretary of State Ana Weil", "ambassador to Norland Ana Weil".
    let before = phrase.checked_sub(1).and_then(|before| phrases.get(before))?;
    if before.words.end + 1 == found.core.start
        && matches!(context.lower(before.words.end).as_str(), "of" | "to" | "for")
        && let Some((head, noun)) = tables::noun(&context.lower(before.head))
        && noun.title
    {
        let skip = usize::from(matches!(context.upos(before.core.start), Upos::Det));
        return Some((
            role(context, before.core.start + skip..name.words.start, head),
            noun.gender,
        ));
    }
    // Any common noun right before a person's name is what they are ("team member Ana Weil").
    let is_common = context.upos(last) == Upos::Noun && context.name(last).is_none();
    is_common.then(|| (role(context, start..name.words.start, context.lower(last)), None))
}

fn role(context: &Context, words: Range<usize>, head: SmolStr) -> LocalRole {
    LocalRole {
        span: context.language.span_of(words.clone()),
        former: is_former(context, words),
        head,
    }
}

/// Whether the words say that a role is past.
pub(super) fn is_former(context: &Context, mut words: Range<usize>) -> bool {
    words.any(|index| {
        matches!(
            context.lower(index).as_str(),
            "former" | "ex" | "then" | "onetime" | "late" | "ousted"
        )
    })
}

fn is_courtesy(head: &str) -> bool {
    matches!(
        head,
        "mr" | "mrs" | "ms" | "miss" | "sir" | "madam" | "lord" | "lady" | "dame"
    )
}

/// A description that stands in apposition to the name at `words`, before or after it, or is said of it with "is".
fn description_beside(
    context: &Context,
    mentions: &[LocalMention],
    near: Range<usize>,
    words: &Range<usize>,
    kind: Option<ActorKind>,
) -> Option<(usize, Link)> {
    let fits = |mention: &LocalMention| {
        mention.form == MentionForm::Nominal
            && mention.same_as.is_none()
            && mention.number == Some(Number::Singular)
            && (mention.kind == kind
                || kind == Some(ActorKind::Other)
                || kind == Some(ActorKind::Place) && mention.kind == Some(ActorKind::Organization))
    };
    let mut after = words.end;
    // An age may stand between: "Ana Weil, 43, a nurse".
    if context.word(after) == "," && context.upos(after + 1) == Upos::Num && context.word(after + 2) == "," {
        after += 2;
    }
    let find = |start: usize| {
        mentions
            .iter()
            .enumerate()
            .take(near.end)
            .skip(near.start)
            .find(|(_, mention)| mention.words.start == start && fits(mention))
    };
    if matches!(context.word(after), "," | "(" | "—" | "–")
        && let Some((at, mention)) = find(after + 1)
        && ends_apposition(context, mention.words.end)
    {
        return Some((at, Link::Apposition));
    }
    if let Some(verb) = copula(context, words.end)
        && let Some((at, mention)) = find(verb)
        && matches!(
            mention.determiner,
            Determiner::Indefinite | Determiner::Definite | Determiner::Possessed
        )
    {
        return Some((at, Link::Copula));
    }
    // "the captain, Ana Weil,".
    let comma = words.start.checked_sub(1).filter(|comma| context.word(*comma) == ",")?;
    let (at, mention) = mentions
        .iter()
        .enumerate()
        .take(near.end)
        .skip(near.start)
        .find(|(_, mention)| mention.words.end == comma && fits(mention))?;
    let closed = matches!(
        context.word(words.end),
        "," | "." | ";" | ")" | "" | "—" | ":" | "”" | "\""
    );
    // "the coast of Osland, Norland" tells where, not what.
    let is_where = mention.kind == Some(ActorKind::Place) && mention.words.end > mention.head + 1;
    (closed && !is_where && mention.determiner != Determiner::Bare && !in_list(context, words.end))
        .then_some((at, Link::Apposition))
}

/// ", and" after the second of two phrases is the end of a list.
fn in_list(context: &Context, comma: usize) -> bool {
    matches!(context.word(comma), ",") && matches!(context.lower(comma + 1).as_str(), "and" | "or")
}

fn ends_apposition(context: &Context, after: usize) -> bool {
    matches!(
        context.word(after),
        "," | "." | ";" | ")" | "—" | "–" | ":" | "" | "”" | "\"" | "?" | "!"
    ) || matches!(
        context.lower(after).as_str(),
        "who" | "whose" | "which" | "in" | "at" | "for" | "on" | "from" | "with"
    ) || (context.upos(after) == Upos::Verb && !in_list(context, after))
}

/// The word behind "is", "was", "became" after a name.
fn copula(context: &Context, after: usize) -> Option<usize> {
    let lemma = context.lower(after);
    matches!(lemma.as_str(), "is" | "was" | "remains" | "became").then_some(after + 1)
}

/// The long form of a bracketed acronym: the name right before the bracket whose initials it has.
fn long_form(context: &Context, mentions: &[LocalMention], near: Range<usize>, at: usize) -> Option<usize> {
    let acronym = mentions.get(at)?;
    let open = acronym
        .words
        .start
        .checked_sub(1)
        .filter(|open| context.word(*open) == "(")?;
    let short = acronym.span.of(context.text);
    // "Ana Weil (U.S.)" and "Ana Weil (South Norland)" tell where somebody comes from.
    let is_acronym = acronym.words.len() == 1
        && short.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && tables::state(short).is_none();
    if context.word(acronym.words.end) != ")" || !is_acronym {
        return None;
    }
    let (long, mention) = mentions
        .iter()
        .enumerate()
        .take(at)
        .skip(near.start)
        .find(|(_, mention)| mention.words.end == open && mention.form == MentionForm::Named)?;
    (mention.words.len() > 1 && mention.kind != Some(ActorKind::Person)).then_some(long)
}

/// "North and South Norland", "Ana and Tom Weil": the first half is a name whose rest stands with the second.
fn elided_names(context: &Context, mentions: &mut Vec<LocalMention>, from: usize) {
    let elided: Vec<LocalMention> = mentions
        .iter()
        .skip(from)
        .filter_map(|mention| elided_state(context, mention).or_else(|| elided_family(context, mention)))
        .collect();
    if elided.is_empty() {
        return;
    }
    let words: FxHashSet<usize> = elided.iter().map(|mention| mention.words.start).collect();
    let mut of_sentence = mentions.split_off(from);
    of_sentence.retain(|mention| mention.words.len() > 1 || !words.contains(&mention.words.start));
    of_sentence.extend(elided);
    of_sentence.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    mentions.append(&mut of_sentence);
}

/// The given name before "and" and a full name, where both begin with a word that is a given name.
fn elided_family(context: &Context, second: &LocalMention) -> Option<LocalMention> {
    let at = second.words.start.checked_sub(2)?;
    let stands = second.form == MentionForm::Named
        && second.kind == Some(ActorKind::Person)
        && second.words.len() == 2
        && context.word(at + 1) == "and"
        && [at, second.words.start]
            .into_iter()
            .all(|index| tables::usual_gender(context.word(index)).is_some())
        && context.name(at).is_none_or(|name| name.words.len() == 1);
    let alone = !at
        .checked_sub(1)
        .is_some_and(|before| matches!(context.upos(before), Upos::Propn));
    (stands && alone).then(|| elided(context, at, second, context.word(second.head)))
}

fn elided(context: &Context, at: usize, second: &LocalMention, rest: &str) -> LocalMention {
    let span = context.language.span_of(at..at + 1);
    LocalMention {
        span,
        phrase: span,
        words: at..at + 1,
        head: at,
        meant: Some(format!("{} {rest}", context.word(at))),
        ..second.clone()
    }
}

fn elided_state(context: &Context, second: &LocalMention) -> Option<LocalMention> {
    const DIRECTIONS: [&str; 4] = ["North", "South", "East", "West"];
    let at = second.words.start.checked_sub(2)?;
    let stands = second.form == MentionForm::Named
        && second.kind == Some(ActorKind::Place)
        && second.words.len() > 1
        && DIRECTIONS.contains(&context.word(second.words.start))
        && matches!(context.word(at + 1), "and" | "or")
        && DIRECTIONS.contains(&context.word(at));
    if !stands {
        return None;
    }
    let rest = context.language.span_of(second.words.start + 1..second.words.end);
    Some(elided(context, at, second, rest.of(context.text)))
}
