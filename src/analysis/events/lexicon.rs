//! The words that name events and those around them, read once from tables. It knows no grammar.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::actors::tables;
use crate::analysis::events::kinds::{EventKind, TimeMlClass, closed_set};
use crate::text::table;

/// The event that a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventSense {
    /// The type.
    pub kind: EventKind,
    /// TimeML class.
    pub timeml: TimeMlClass,
}

closed_set! {
    /// A class of words around events, with its row in `word_classes.tsv`.
    WordClass;
    /// "held" of "held talks": verbs that add little to an event noun.
    Light = "light",
    /// "the expected visit".
    PlannedAdjective = "planned-adjective",
    /// "an alleged attack".
    PossibleAdjective = "possible-adjective",
    /// "the failed talks".
    DeniedAdjective = "denied-adjective",
    /// "the ongoing strike".
    OngoingAdjective = "ongoing-adjective",
    /// "plans to meet": verbs whose infinitive is to come.
    Planner = "planner",
    /// "considers meeting": verbs whose infinitive is open.
    PossibleGovernor = "possible-governor",
    /// "refused to meet": verbs whose infinitive does not happen.
    Denier = "denier",
    /// "resisted a bill to spend": verbs whose object is not wanted.
    Resister = "resister",
    /// "asked Holub to resign": verbs whose object does what the infinitive says.
    ObjectControl = "object-control",
    /// "accused Lund of stealing": verbs whose object has done what comes after "of", "for" or "with".
    Blame = "blame",
    /// "accused of stealing", "an allegation of theft": what is only alleged.
    Accuser = "accuser",
    /// "Police say": who accuses.
    AccuserBody = "accuser-body",
    /// "stole": what nobody does without guilt.
    Crime = "crime",
    /// "the gunman": who is named by what was done, whoever it is, and officers on duty.
    Culprit = "culprit",
    /// "cleared of stealing".
    Acquitter = "acquitter",
    /// "stopped Lund from leaving".
    Preventer = "preventer",
    /// "believes that Lund left": verbs whose clause is in somebody's mind.
    Thought = "thought",
    /// "a rumor that Lund left": nouns whose clause may be untrue.
    Rumor = "rumor",
    /// "a hoax that Lund left": nouns whose clause is untrue.
    Falsehood = "falsehood",
    /// "falsely reported that Lund left".
    Falsely = "falsely",
    /// "a rumor that proved unfounded".
    Untrue = "untrue",
    /// "on the brink of leaving".
    Prospect = "prospect",
    /// "sold the mill to Lund": verbs after which "to" and "from" say who gets or gives it, and no place.
    Transfer = "transfer",
    /// "may meet", "reportedly met".
    PossibleModal = "possible-modal",
    /// "will meet".
    FutureModal = "future-modal",
    /// "did not meet".
    Negation = "negation",
    /// "in Velden".
    PlacePreposition = "place-preposition",
    /// "including": words that look like triggers and are not.
    NoEvent = "no-event",
    /// "met demand": what can be met without anybody.
    MeetIdiom = "meet-idiom",
    /// "Mayor slams plan": verbs of headlines that taggers take for nouns.
    HeadlineVerb = "headline-verb",
    /// "Seven dead": adjectives that make a headline.
    HeadlineState = "headline-state",
    /// "Seven killed": participles that headlines use without "were".
    HeadlinePassive = "headline-passive",
    /// "by the end": nouns of time that no calendar has.
    UnitOfTime = "unit-of-time",
    /// "Opava province".
    KindOfPlace = "kind-of-place",
    /// "Orbel High School": houses in which something can happen.
    House = "house",
    /// "released a statement": what is published.
    Paper = "paper",
    /// "resigned": verbs that have no passive.
    Intransitive = "intransitive",
    /// "Into the gap stepped Lund": verbs that change places with whoever moves or waits.
    Mover = "mover",
    /// "hit a homer", "robbed of a goal": what is hit and stolen in a game.
    Game = "game",
    /// "In the novel, …": what tells what did not happen.
    Fiction = "fiction",
    /// "plays a nurse": what people do in a film, and not those they play.
    Performing = "performing",
    /// "demanded that Lund resign": verbs that want what the bare verb of their clause says.
    Mandative = "mandative",
    /// "persuaded Lund to sell": verbs whose infinitive is done by whoever is named between.
    Persuader = "persuader",
    /// "since the mill closed": words that open a clause.
    ClauseOpener = "clause-opener",
    /// "its fourth since 1977": words that count what happened since some day, besides superlatives.
    Rank = "rank",
}

/// What verbs name that are in no table.
pub const ACT: EventSense = EventSense {
    kind: EventKind::Act,
    timeml: TimeMlClass::Occurrence,
};

/// What a verb names by its base form; verbs outside the table are acts.
#[must_use]
pub fn verb(lemma: &str) -> EventSense {
    known_verb(lemma).unwrap_or(ACT)
}

/// What a verb names by its base form, if it is in the table.
#[must_use]
pub fn known_verb(lemma: &str) -> Option<EventSense> {
    VERBS.get(lemma).copied()
}

/// What a word names that is a verb in the third person and no noun of the tables, with its base form: "withdraws".
#[must_use]
pub fn third_person(lower: &str) -> Option<(&'static str, EventSense)> {
    let stem = lower.strip_suffix('s').filter(|_| tables::noun(lower).is_none())?;
    let bases = [
        stem.to_owned(),
        stem.trim_end_matches('e').to_owned(),
        stem.trim_end_matches("ie").to_owned() + "y",
    ];
    bases
        .iter()
        .filter(|base| noun(base).is_none())
        .find_map(|base| VERBS.get_key_value(base.as_str()).map(|(base, sense)| (*base, *sense)))
}

/// What a word names that is the past of a verb of the tables in -ed, with its base form: "closed".
#[must_use]
pub fn past(lower: &str) -> Option<(&'static str, EventSense)> {
    let stem = lower.strip_suffix("ed")?;
    let bases = [stem.to_owned() + "e", stem.to_owned()];
    bases
        .iter()
        .find_map(|base| VERBS.get_key_value(base.as_str()).map(|(base, sense)| (*base, *sense)))
}

/// What a noun names by its base form.
#[must_use]
pub fn noun(lemma: &str) -> Option<EventSense> {
    NOUNS.get(lemma).copied()
}

/// Whether a verb reports what somebody says, by its base form.
#[must_use]
pub fn is_saying(lemma: &str) -> bool {
    verb(lemma).kind == EventKind::Say
}

/// Whether a word belongs to a class.
#[must_use]
pub fn is(class: WordClass, word: &str) -> bool {
    CLASSES.get(class as usize).is_some_and(|words| words.contains(word))
}

static VERBS: LazyLock<FxHashMap<&'static str, EventSense>> = LazyLock::new(|| senses("v"));
static NOUNS: LazyLock<FxHashMap<&'static str, EventSense>> = LazyLock::new(|| senses("n"));

/// The words of each class, in the order of [`WordClass::ALL`].
static CLASSES: LazyLock<Vec<FxHashSet<&'static str>>> = LazyLock::new(|| {
    let mut classes = vec![FxHashSet::default(); WordClass::ALL.len()];
    for [name, words] in table::rows(include_str!("word_classes.tsv")) {
        if let Some(class) = WordClass::from_name(name).and_then(|class| classes.get_mut(class as usize)) {
            class.extend(words.split(' '));
        }
    }
    classes
});

fn senses(part_of_speech: &str) -> FxHashMap<&'static str, EventSense> {
    table::rows(include_str!("triggers.tsv"))
        .filter(|[named, ..]: &[&str; 4]| *named == part_of_speech)
        .filter_map(|[_, lemma, kind, timeml]| {
            let sense = EventSense {
                kind: EventKind::from_name(kind)?,
                timeml: TimeMlClass::from_name(timeml)?,
            };
            Some((lemma, sense))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let triggers = include_str!("triggers.tsv");
        assert_eq!(table::malformed::<4>(triggers).next(), None);
        assert_eq!(table::lines(triggers).count(), VERBS.len() + NOUNS.len());
        let classes = include_str!("word_classes.tsv");
        assert_eq!(table::malformed::<2>(classes).next(), None);
        let named: Vec<_> = table::rows(classes)
            .map(|[name, _]| WordClass::from_name(name))
            .collect();
        assert_eq!(named, WordClass::ALL.iter().copied().map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn a_verb_outside_the_table_is_an_act() {
        assert_eq!(verb("meet").kind, EventKind::Meet);
        assert_eq!((known_verb("yodel"), verb("yodel")), (None, ACT));
        assert!(is_saying("say") && !is_saying("meet") && is(WordClass::Light, "hold"));
    }
}
