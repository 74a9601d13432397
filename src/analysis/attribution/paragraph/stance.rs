//! Whose stance a sentence gives without reporting words: *Lund was skeptical.* *Lund echoed that worry.* *The letter begins
//! politely.* What comes next in marks is theirs if nobody else is named. It gives no quotation its speaker.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::attribution::frame::{parsed, phrasal_verb, subject};
use crate::analysis::attribution::lexicon::{WordClass, cue, is_listed};
use crate::analysis::attribution::line::verb_group::has_auxiliary;
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::analysis::attribution::types::Voice;
use crate::language::{Relation, Tag, Upos};
use crate::text::table::{self, WordList};

/// A class of `stances.tsv`, which says what each is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum StanceClass {
    Verb,
    State,
    Document,
    Opening,
    Reception,
    Stimulus,
}

const TABLE: &str = include_str!("stances.tsv");

static WORDS: LazyLock<FxHashMap<StanceClass, FxHashSet<&'static str>>> = LazyLock::new(|| {
    let mut words: FxHashMap<StanceClass, FxHashSet<&'static str>> = FxHashMap::default();
    for [word, class] in table::rows(TABLE) {
        if let Some(class) = class_of(class) {
            words.entry(class).or_default().insert(word);
        }
    }
    words
});

fn class_of(field: &str) -> Option<StanceClass> {
    Some(match field {
        "verb" => StanceClass::Verb,
        "state" => StanceClass::State,
        "document" => StanceClass::Document,
        "opening" => StanceClass::Opening,
        "reception" => StanceClass::Reception,
        "stimulus" => StanceClass::Stimulus,
        _ => return None,
    })
}

fn is_in(class: StanceClass, word: &str) -> bool {
    WORDS.get(&class).is_some_and(|words| words.contains(word))
}

/// Who takes a stance, or which document is led in, by the last main verb of a sentence that does either. Linear in the sentence.
#[must_use]
pub fn stance(line: Line<'_>) -> Option<Voice> {
    let is_main = |at: &usize| matches!(line.relation(*at), Relation::Root | Relation::Conj);
    let mut main = (0..line.len()).rev().filter(is_main);
    main.find_map(|at| of_word(line, at))
}

/// The stance of the verb or the adjective at an item.
fn of_word(line: Line<'_>, at: usize) -> Option<Voice> {
    let (form, lemma) = (line.form(at).to_lowercase(), line.lemma(at));
    let is_verb = line.has(at, &[Upos::Verb]) && is_asserted(line, at);
    let items = if is_in(StanceClass::State, &form) && line.has(at, &[Upos::Adj, Upos::Verb]) {
        parsed::subject(line, at)?
    } else if is_verb && is_in(StanceClass::Stimulus, lemma) {
        // "That worries Lund": whoever is worried is the object.
        noun_phrase::core_starting_at(line, at + 1).filter(|items| noun_phrase::is_name(line, items.end - 1))?
    } else if is_verb && takes_stance(line, at, lemma) {
        let items = subject(line, at)?.items;
        // "He shook his head": which of two people that is, nobody knows.
        let is_clear = !moves_body(line, at + 1) || line.has(items.end - 1, &[Upos::Propn]);
        Some(items).filter(|_| is_clear)?
    } else if is_verb && is_in(StanceClass::Opening, lemma) {
        let items = subject(line, at)?.items;
        is_document(line, &items).then_some(items)?
    } else {
        return None;
    };
    Some(Voice {
        speaker: line.span(items),
        cue: line.word(at)?.span,
        lemma: lemma.to_owned(),
        addressee: None,
        source: None,
    })
}

fn is_document(line: Line<'_>, items: &Range<usize>) -> bool {
    items.clone().any(|item| is_document_noun(line.lemma(item)))
}

/// Whether a noun, in its base form, names a document that speaks as its writers do: the letter.
#[must_use]
pub fn is_document_noun(lemma: &str) -> bool {
    is_in(StanceClass::Document, lemma)
}

/// Whether a verb tells of a stance: one of the table, a cue that reports a clause or a description, "thinks back".
fn takes_stance(line: Line<'_>, at: usize, lemma: &str) -> bool {
    let looks_back = matches!(lemma, "think" | "look") && line.is(at + 1, "back")
        || lemma == "speak" && line.is_any(at + 1, &["of", "about"])
        || lemma == "see" && line.is_any(at + 1, &["it", "things", "this"])
        || moves_body(line, at + 1)
        || phrasal_verb(line, at, lemma).is_some();
    let reports = cue(lemma).is_some_and(|class| {
        // "Lund has rejected the offer" tells what Lund did, before anything was said here.
        class.say && class.that && !class.think || class.ask || class.describe && !is_perfect(line, at)
    });
    is_in(StanceClass::Verb, lemma) || looks_back || reports || voices(line, at, lemma)
}

/// "shook his head", "rolled her eyes": whether what comes at an item is what somebody moves, with nothing but adverbs after it.
#[must_use]
pub fn moves_body(line: Line<'_>, at: usize) -> bool {
    line.tag(at) == Tag::PossessivePronoun
        && matches!(
            line.lemma(at + 1),
            "head" | "hand" | "eye" | "shoulder" | "fist" | "finger" | "eyebrow" | "arm"
        )
        && ends_after(line, at + 2)
}

/// Whether nothing but adverbs and pronouns is left of the sentence: "disagreed", "laughed at that".
#[must_use]
pub fn ends_after(line: Line<'_>, at: usize) -> bool {
    (at..line.len()).all(|at| {
        line.has(at, &[Upos::Adv, Upos::Punct, Upos::Adp]) || line.is_any(at, &["it", "that", "this", "him", "her"])
    })
}

/// Past tenses that tell what somebody's life is, and nothing that happened now.
static STATES: WordList = WordList::new(include_str!("states.txt"));

/// Verbs by which a writer invites the reader to look at somebody: "Take Ana Lund, who moved here in May."
pub const INVITATIONS: [&str; 4] = ["Take", "Meet", "Consider", "Ask"];

/// "For Ana Lund, the closure is personal.", "Lund sees it differently.": whether a sentence tells how things are for somebody, and not
/// what happened. Whoever it is about may speak next.
#[must_use]
pub fn sets_stage(line: Line<'_>) -> bool {
    let is_root = |at: &usize| line.relation(*at) == Relation::Root;
    let Some(root) = (0..line.len()).find(is_root) else {
        return false;
    };
    let is_verb = line.has(root, &[Upos::Verb]);
    line.is(0, "for")
        || line.is_any(0, &INVITATIONS) && line.has(1, &[Upos::Propn])
        || !is_verb && (0..line.len()).any(|at| line.tag(at).is_finite())
        || matches!(line.tag(root), Tag::ThirdPerson | Tag::PresentTense)
        || STATES.has(line.lemma(root))
}

/// "Lund limited her remarks to the harbour", "The council issued a statement": whether what somebody says is the object of a verb, one of
/// those by which others' words are received left out ("Lund heard complaints").
fn voices(line: Line<'_>, at: usize, lemma: &str) -> bool {
    if is_in(StanceClass::Reception, lemma) {
        return false;
    }
    let Some(object) = noun_phrase::core_starting_at(line, at + 1) else {
        return false;
    };
    let Some(noun) = object.end.checked_sub(1) else {
        return false;
    };
    let own = !object.clone().any(|item| line.tag(item) == Tag::PossessiveEnding);
    let said = is_listed(WordClass::Utterance, line.lemma(noun));
    let written = is_listed(WordClass::Voicing, lemma) && is_document_noun(line.lemma(noun));
    own && (said || written)
}

fn is_perfect(line: Line<'_>, at: usize) -> bool {
    line.index(at).is_some_and(|index| {
        line.view
            .auxiliaries_before(index)
            .any(|aux| line.view.lemma(aux) == "have")
    })
}

/// Whether a verb is finite or a participle after "have" or "be", and not denied.
fn is_asserted(line: Line<'_>, at: usize) -> bool {
    let denied = line.index(at).is_some_and(|index| line.view.is_negated_before(index));
    (line.tag(at).is_finite() || has_auxiliary(line, at)) && !denied
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn every_row_is_read() {
        assert_eq!(table::malformed::<2>(TABLE).next(), None);
        assert!(table::rows(TABLE).all(|[_, class]| class_of(class).is_some()));
    }

    #[test]
    fn a_stance_is_somebodys() {
        let of = |text: &str| with_line(text, |line| stance(line).map(|voice| voice.speaker.of(text).to_owned()));
        assert_eq!(of("Ana Lund was skeptical of the plan.").as_deref(), Some("Ana Lund"));
        assert_eq!(of("Ana Lund, a pilot, echoed that worry.").as_deref(), Some("Ana Lund"));
        assert_eq!(
            of("Lund’s letter begins with a greeting.").as_deref(),
            Some("Lund’s letter")
        );
        assert_eq!(
            of("That worries Ana Lund, who farms there.").as_deref(),
            Some("Ana Lund")
        );
        assert_eq!(of("Ana Lund sold the mill in May."), None);
        assert_eq!(of("Ana Lund did not answer."), None);
    }
}
