//! Words for the outline: an event as a headline, and who, when and where beside it. It invents no fact.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::analysis::{Event, EventStatus, EventTime, Participant, ParticipantRole, Place, times};
use crate::engine::Snapshot;
use crate::language::{Number, Upos};
use crate::text::Span;

/// The longest name of a line, in characters.
const LIMIT: usize = 70;

struct Wording {
    verb: &'static str,
    link: &'static str,
}

static WORDINGS: LazyLock<FxHashMap<&'static str, Wording>> = LazyLock::new(|| {
    include_str!("headline.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| match line.split('\t').collect::<Vec<_>>().as_slice() {
            [noun, verb, link] => Some((
                *noun,
                Wording {
                    verb,
                    link: if *link == "-" { "" } else { link },
                },
            )),
            _ => None,
        })
        .collect()
});

/// Everything a line says of an event and its retellings.
#[derive(Debug)]
pub struct Told<'a> {
    /// The first telling.
    pub event: &'a Event,
    /// All tellings, the first one included.
    pub tellings: Vec<&'a Event>,
}

impl<'a> Told<'a> {
    /// Who takes part in a role, by the first telling that says so, without doubles.
    fn of_role(&self, snapshot: &Snapshot, role: ParticipantRole) -> Vec<&'a Participant> {
        let of = |event: &&'a Event| -> Vec<&'a Participant> {
            let mut seen = Vec::new();
            let participants: Vec<_> = event
                .participants
                .iter()
                .filter(|participant| participant.role == role)
                .collect();
            participants
                .into_iter()
                .filter(|participant| {
                    let name = snapshot.short_name(participant);
                    let new = !seen.contains(&name);
                    seen.push(name);
                    new
                })
                .collect()
        };
        self.fullest().map(|event| of(&event)).unwrap_or_default()
    }

    /// The telling that says most of who takes part: both sides, then known actors, then the first one.
    fn fullest(&self) -> Option<&'a Event> {
        let sides = |event: &Event| {
            let has = |role| event.participants.iter().any(|participant| participant.role == role);
            usize::from(has(ParticipantRole::Agent)) + usize::from(has(ParticipantRole::Patient))
        };
        let known = |event: &Event| {
            event
                .participants
                .iter()
                .filter(|participant| participant.actor.is_some())
                .count()
        };
        self.tellings
            .iter()
            .rev()
            .max_by_key(|event| (sides(event), known(event).min(2)))
            .copied()
    }

    /// The most precise time told.
    #[must_use]
    pub fn time(&self) -> Option<&'a EventTime> {
        self.tellings.iter().flat_map(|event| &event.times).min_by_key(|time| {
            time.days
                .map_or(i32::MAX, |(first, last)| times::days_apart(first, last))
        })
    }

    /// The first place told.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.tellings.iter().find_map(|event| event.places.first().copied())
    }
}

impl Snapshot {
    /// An event as a headline: "Wang calls Rubio", "Holub to meet Ambe".
    #[must_use]
    pub fn headline(&self, told: &Told<'_>) -> String {
        let event = told.event;
        let agents = told.of_role(self, ParticipantRole::Agent);
        let patients = told.of_role(self, ParticipantRole::Patient);
        let subject = self.joined(&agents);
        let object = self.joined(&patients);
        let nominal = self.tag(event.trigger) == Upos::Noun;
        let plural = agents.len() > 1 || agents.first().is_some_and(|agent| self.is_plural(agent.place));
        let line = if agents.is_empty() && patients.is_empty() {
            return cut(&capitalised(self.bare_phrase(event)));
        } else if nominal {
            match (WORDINGS.get(event.lemma.as_str()), agents.is_empty()) {
                (Some(wording), false) => {
                    let verb = inflected(wording.verb, event.status, plural);
                    join(&[
                        &subject,
                        &verb,
                        if object.is_empty() { "" } else { wording.link },
                        &object,
                    ])
                }
                (_, false) => format!("{subject}: {}", self.bare_phrase(event)),
                (_, true) => format!("{object}: {}", self.bare_phrase(event)),
            }
        } else if agents.is_empty() {
            let participle = self.text_of(event.trigger).to_lowercase();
            let auxiliary = match event.status {
                EventStatus::Planned => "to be ",
                EventStatus::Possible => "may be ",
                EventStatus::Denied => "not ",
                EventStatus::Done | EventStatus::Ongoing => "",
            };
            format!("{object} {auxiliary}{participle}")
        } else {
            let verb = inflected(&third_person(&event.lemma), event.status, plural);
            let behind = if object.is_empty() { self.behind(event) } else { object };
            join(&[&subject, &verb, &behind])
        };
        cut(&capitalised(line))
    }

    /// "who -> whom, when, where".
    #[must_use]
    pub fn event_detail(&self, told: &Told<'_>) -> String {
        let agents = self.joined_full(&told.of_role(self, ParticipantRole::Agent));
        let patients = self.joined_full(&told.of_role(self, ParticipantRole::Patient));
        let pair = match (agents.is_empty(), patients.is_empty()) {
            (false, false) => format!("{agents} → {patients}"),
            (true, false) => format!("→ {patients}"),
            _ => agents,
        };
        let when = told.time().map(|time| self.day_of(time)).unwrap_or_default();
        let place = told
            .place()
            .map(|place| one_line(self.text_of(place), 40))
            .unwrap_or_default();
        [pair, when, place]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn day_of(&self, time: &EventTime) -> String {
        match time.days {
            Some((first, last)) if first == last => times::in_words(first),
            Some((first, last)) if times::days_apart(first, last) < 9 => {
                format!("{} – {}", times::in_words(first), times::in_words(last))
            }
            _ => one_line(self.text_of(time.place), 40),
        }
    }

    fn joined(&self, participants: &[&Participant]) -> String {
        let names: Vec<_> = participants
            .iter()
            .map(|participant| self.short_name(participant))
            .collect();
        listed(&names)
    }

    fn joined_full(&self, participants: &[&Participant]) -> String {
        let names: Vec<_> = participants
            .iter()
            .map(
                |participant| match participant.actor.and_then(|actor| self.facts.actors.get(actor.0)) {
                    Some(actor) => one_line(&actor.name, 40),
                    None => one_line(self.text_of(participant.place), 40),
                },
            )
            .collect();
        listed(&names)
    }

    /// The shortest form the draft itself uses for an actor; the words of the phrase where it is none.
    fn short_name(&self, participant: &Participant) -> String {
        let actor = participant.actor.and_then(|actor| self.facts.actors.get(actor.0));
        let name = actor.and_then(|actor| {
            let named = |alias: &&(String, usize)| {
                alias.0.starts_with(char::is_uppercase)
                    && actor.name.split_whitespace().any(|word| alias.0.contains(word))
            };
            actor
                .aliases
                .iter()
                .filter(named)
                .map(|alias| alias.0.as_str())
                .min_by_key(|alias| alias.len())
                .or(Some(actor.name.as_str()))
        });
        let text = name.unwrap_or_else(|| self.text_of(participant.place));
        let text = ["the ", "The ", "a ", "A ", "an ", "An "]
            .iter()
            .find_map(|article| text.strip_prefix(article))
            .unwrap_or(text);
        one_line(text, 34)
    }

    fn tag(&self, place: Place) -> Upos {
        self.word_at(place).map_or(Upos::X, |word| word.upos)
    }

    fn word_at(&self, place: Place) -> Option<&crate::language::Word> {
        let language = &self.blocks.get(place.block)?.language;
        language.words.get(language.word_from(place.span.start))
    }

    fn is_plural(&self, phrase: Place) -> bool {
        let Some(block) = self.blocks.get(phrase.block) else {
            return false;
        };
        let words = block.language.words_in(phrase.span);
        words
            .end
            .checked_sub(1)
            .and_then(|last| block.language.words.get(last))
            .is_some_and(|word| {
                matches!(word.xpos, "NNS")
                    || word.morph.number == Some(Number::Plural)
                    || matches!(word.span.of(self.block_text(phrase.block)), "they" | "we" | "They")
            })
    }

    fn block_text(&self, block: usize) -> &str {
        self.markup.blocks.get(block).map_or("", |block| block.text.as_str())
    }

    /// The trigger with the words before it that are neither article nor participant ("trade war").
    fn bare_phrase(&self, event: &Event) -> String {
        let Some(block) = self.blocks.get(event.trigger.block) else {
            return String::new();
        };
        let words = &block.language.words;
        let at = block.language.word_from(event.trigger.span.start);
        let mut first = at;
        while first > 0
            && at - first < 3
            && words.get(first - 1).is_some_and(|word| {
                matches!(word.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num)
                    && !event
                        .participants
                        .iter()
                        .any(|participant| participant.place.span.overlaps(word.span))
            })
        {
            first -= 1;
        }
        let mut end = at + 1;
        if words.get(at).is_some_and(|word| word.upos == Upos::Verb) {
            while end < words.len() && end - at < 7 && words.get(end).is_some_and(|word| word.upos != Upos::Punct) {
                end += 1;
            }
        }
        block
            .language
            .span_of(first..end)
            .of(self.block_text(event.trigger.block))
            .to_owned()
    }

    /// A few words behind a verb that has no object.
    fn behind(&self, event: &Event) -> String {
        let Some(block) = self.blocks.get(event.trigger.block) else {
            return String::new();
        };
        let words = &block.language.words;
        let at = block.language.word_from(event.trigger.span.start) + 1;
        let mut end = at;
        let stops = |word: &crate::language::Word| {
            word.upos == Upos::Punct
                || matches!(word.upos, Upos::Sconj | Upos::Cconj)
                || event.times.iter().any(|time| time.place.span.overlaps(word.span))
        };
        while end < words.len() && end - at < 6 && words.get(end).is_some_and(|word| !stops(word)) {
            end += 1;
        }
        // "travelled to Ostrava on [Monday]": the preposition of a time goes with it.
        while end > at
            && words
                .get(end - 1)
                .is_some_and(|word| matches!(word.upos, Upos::Adp | Upos::Det | Upos::Part | Upos::Adj | Upos::Pron))
        {
            end -= 1;
        }
        if end == at {
            return String::new();
        }
        let span: Span = block.language.span_of(at..end);
        one_line(span.of(self.block_text(event.trigger.block)), 40)
    }
}

fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [one, ..] => format!("{one} and others"),
    }
}

fn join(parts: &[&str]) -> String {
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A verb phrase in the third person, turned for plural subjects, plans, possibilities and denials.
fn inflected(third: &str, status: EventStatus, plural: bool) -> String {
    let (verb, rest) = third.split_once(' ').map_or((third, ""), |(verb, rest)| (verb, rest));
    let base = base_form(verb);
    let turned = match status {
        EventStatus::Planned => format!("to {base}"),
        EventStatus::Possible => format!("may {base}"),
        EventStatus::Denied if plural => format!("do not {base}"),
        EventStatus::Denied => format!("does not {base}"),
        EventStatus::Done | EventStatus::Ongoing if plural => base,
        EventStatus::Done | EventStatus::Ongoing => verb.to_owned(),
    };
    join(&[&turned, rest])
}

fn third_person(lemma: &str) -> String {
    let consonant_y = lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end));
    match lemma {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ if consonant_y => format!("{}ies", lemma.trim_end_matches('y')),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

fn base_form(third: &str) -> String {
    match third {
        "has" => return "have".to_owned(),
        "is" => return "be".to_owned(),
        "dies" => return "die".to_owned(),
        _ => {}
    }
    if let Some(stem) = third.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let stem = third.strip_suffix('s').unwrap_or(third);
    match stem.strip_suffix('e') {
        Some(shorter)
            if ["ss", "x", "ch", "sh", "o", "zz"]
                .iter()
                .any(|end| shorter.ends_with(end)) =>
        {
            shorter.to_owned()
        }
        _ => stem.to_owned(),
    }
}

fn capitalised(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn cut(text: &str) -> String {
    one_line(text, LIMIT)
}

/// `text` on one line, cut after `limit` characters at the last space.
#[must_use]
pub fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count();
        if !line.is_empty() {
            if length + more >= limit {
                line.push('…');
                return line;
            }
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += more;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_between_words() {
        assert_eq!(one_line("“We had\n  no choice”", 60), "“We had no choice”");
        assert_eq!(one_line("one two three four", 10), "one two…");
    }

    #[test]
    fn verbs_turn_with_subject_and_status() {
        assert_eq!(inflected(&third_person("meet"), EventStatus::Done, false), "meets");
        assert_eq!(inflected(&third_person("meet"), EventStatus::Done, true), "meet");
        assert_eq!(
            inflected(&third_person("carry"), EventStatus::Planned, false),
            "to carry"
        );
        assert_eq!(
            inflected(&third_person("crash"), EventStatus::Possible, true),
            "may crash"
        );
        assert_eq!(
            inflected("holds talks", EventStatus::Denied, false),
            "does not hold talks"
        );
        assert_eq!(
            inflected(&third_person("impose"), EventStatus::Planned, false),
            "to impose"
        );
        assert_eq!(inflected(&third_person("die"), EventStatus::Planned, false), "to die");
    }
}
