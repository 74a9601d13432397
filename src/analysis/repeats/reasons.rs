//! Why a word may be written twice running. It looks at the words around the pair, and at nothing but the table.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::repeats::chunk::Chunk;
use crate::analysis::repeats::types::RepeatReason;
use crate::language::calendar::{self, CalendarForm};
use crate::text::table::{self, WordList};

/// What is before and after a pair of words.
#[derive(Clone, Copy)]
pub struct Around<'t, 'a> {
    /// The words before it, as far as anybody looks.
    pub before: &'t [Chunk<'a>],
    /// The words after it.
    pub after: &'t [Chunk<'a>],
}

impl<'t, 'a> Around<'t, 'a> {
    /// The words of the same sentence before the pair, nearest first.
    fn sentence(self) -> impl Iterator<Item = &'t Chunk<'a>> {
        self.before
            .iter()
            .rev()
            .take_while(|chunk| !chunk.tail.contains(['.', '!', '?']))
    }

    /// Whether a clause opens before the pair in which words may meet themselves: “what will be will be”.
    pub fn opens_clause(self) -> bool {
        self.has_before("clause")
    }

    /// Whether the writer marks the pair as meant.
    pub fn is_followed_by_sic(self) -> bool {
        self.after
            .first()
            .is_some_and(|next| next.word.eq_ignore_ascii_case("sic"))
    }

    /// Whether one of the words of this kind is in the sentence before the pair.
    fn has_before(self, kind: &str) -> bool {
        self.sentence()
            .take(CLAUSE_REACH)
            .any(|chunk| OPENERS.get(chunk.word.to_lowercase().as_str()) == Some(&kind))
    }
}

/// How many words before a pair a verb may be that takes it as its particle.
const VERB_REACH: usize = 4;

/// How many words before a pair a clause may open in which it meets itself.
const CLAUSE_REACH: usize = 12;

/// Why this pair may be no slip.
pub fn reason(first: Chunk<'_>, second: Chunk<'_>, around: Around<'_, '_>) -> Option<RepeatReason> {
    let lower = first.word.to_lowercase();
    if around.is_followed_by_sic() {
        Some(RepeatReason::Sic)
    } else if is_spelled_letter(first, around) {
        Some(RepeatReason::Spelled)
    } else if second.word.starts_with(char::is_uppercase) && !is_no_name_twice(&lower) {
        // Two capitals are a name (“Walla Walla”) far more often than a slip.
        Some(RepeatReason::Name)
    } else {
        usage(first, second, &lower, around)
    }
}

/// What the table says about a word.
fn usage(first: Chunk<'_>, second: Chunk<'_>, word: &str, around: Around<'_, '_>) -> Option<RepeatReason> {
    const BE: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
    let near = || around.sentence().take(VERB_REACH);
    // “Hauled up up.” goes on to nothing.
    let goes_on = || second.tail.is_empty() && !around.after.is_empty();
    let follows_verb = || goes_on() && near().any(|chunk| takes_particle(chunk.word));
    let is_noun = || {
        let is_name = first.word.starts_with(char::is_uppercase) && !second.word.starts_with(char::is_uppercase);
        let opens = around.sentence().next().is_none();
        is_name && !opens || near().next().is_some_and(|chunk| leads_to_noun(chunk.word))
    };
    let compares = || around.after.first().is_some_and(|next| is_comparison(next.word));
    let is_dialed = || {
        let is_number = |chunk: &&Chunk<'_>| WORDS.get(chunk.word.to_lowercase().as_str()) == Some(&"number");
        around.before.last().filter(is_number).is_some() || around.after.first().filter(is_number).is_some()
    };
    let holds = match *WORDS.get(word)? {
        "grammar" | "emphasis" | "fixed" => true,
        "spoken" => return Some(RepeatReason::Spoken),
        "noun" => is_noun() || around.has_before("clause"),
        "clause" => around.has_before("clause") || is_contact_clause(around),
        "condition" => around.has_before("clause") || around.has_before("condition"),
        "particle" => follows_verb(),
        "adverb" => follows_verb() || goes_on() && near().any(|chunk| BE.contains(&chunk.word)),
        "comparison" => compares(),
        "number" => is_dialed(),
        _ => false,
    };
    holds.then_some(RepeatReason::Usage)
}

/// “The money the city has has been spent”, “the only road there was was washed away”: a noun with a clause right after it whose
/// verb meets that of the sentence.
fn is_contact_clause(around: Around<'_, '_>) -> bool {
    const ARTICLES: [&str; 9] = ["the", "a", "an", "this", "that", "his", "her", "its", "their"];
    const SUBJECTS: [&str; 8] = ["i", "you", "he", "she", "it", "we", "they", "there"];
    const DEGREES: [&str; 9] = [
        "only", "first", "last", "best", "worst", "little", "few", "whole", "same",
    ];
    let is_any = |chunk: &Chunk<'_>, words: &[&str]| words.contains(&chunk.word.to_lowercase().as_str());
    let mut words = around.sentence().take_while(|chunk| chunk.tail.is_empty());
    let subject = words
        .next()
        .is_some_and(|word| is_any(word, &SUBJECTS) || words.next().is_some_and(|article| is_any(article, &ARTICLES)));
    let noun = words
        .next()
        .is_some_and(|noun| !is_any(noun, &SUBJECTS) && !is_any(noun, &ARTICLES));
    let mut before = words.skip_while(|word| is_any(word, &DEGREES));
    subject && noun && before.next().is_some_and(|article| is_any(article, &ARTICLES))
}

/// Words after which a noun may have the form of an auxiliary: “the will”, “his may”, “of might”.
fn leads_to_noun(word: &str) -> bool {
    let word = word.to_lowercase();
    OPENERS.get(word.as_str()) == Some(&"noun") || word.ends_with("'s") || word.ends_with("’s")
}

/// Whether a word is one of grammar, which nobody repeats for weight.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(word.to_lowercase().as_str())
}

/// What “much much” may come before, besides words in -er.
static COMPARISONS: WordList = WordList::new(include_str!("comparisons.txt"));

/// “Better”, “more”, “too”: what “much much” and “far far” may come before.
fn is_comparison(word: &str) -> bool {
    let word = word.to_lowercase();
    let is_listed = COMPARISONS.has(&word);
    is_listed || word.ends_with("er") && word.len() > 4
}

/// “B B C”: letters that are spelled out; “a a” only among others.
fn is_spelled_letter(first: Chunk<'_>, around: Around<'_, '_>) -> bool {
    let is_letter = |chunk: &Chunk<'_>| chunk.word.chars().count() == 1;
    let among_letters = || around.before.last().is_some_and(is_letter) || around.after.first().is_some_and(is_letter);
    is_letter(&first) && (!first.word.eq_ignore_ascii_case("a") || among_letters())
}

/// Whether a word is a form of a verb that takes a particle: “came”, “handing”, “logged”, “closing”.
fn takes_particle(word: &str) -> bool {
    let word = word.to_lowercase();
    ["", "s", "es", "d", "ed", "ing"].into_iter().any(|ending| {
        word.strip_suffix(ending).is_some_and(|stem| {
            let is_doubled = stem.len() > 3
                && stem
                    .as_bytes()
                    .rchunks(2)
                    .next()
                    .is_some_and(|end| matches!(end, [one, other] if one == other));
            let single = stem.strip_suffix(char::is_alphabetic).filter(|_| is_doubled);
            PARTICLE_VERBS.contains(stem) || single.is_some_and(|stem| PARTICLE_VERBS.contains(stem))
        })
    })
}

/// Words that may be written twice, with the condition.
static WORDS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| pairs(include_str!("words.tsv")));

/// Words that open a clause, with the kind of clause.
static OPENERS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| pairs(include_str!("openers.tsv")));

/// Whether two in a row are not a name although they are capitalized: "Monday Monday", "President President"; but "April April" may be
/// one, since April is a given name.
fn is_no_name_twice(lower: &str) -> bool {
    let is_date = calendar::named(lower).is_some_and(|word| word.form == CalendarForm::Full && !word.is_given_name);
    is_date || TITLES.contains(lower)
}

static TITLES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(include_str!("titles.txt")));

static SMALL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(include_str!("small_words.txt")));

static PARTICLE_VERBS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(include_str!("particle_verbs.txt")));

fn pairs(text: &'static str) -> FxHashMap<&'static str, &'static str> {
    table::rows(text).map(|[word, kind]| (word, kind)).collect()
}

fn words(text: &'static str) -> FxHashSet<&'static str> {
    table::lines(text).flat_map(str::split_whitespace).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_have_known_kinds_and_no_word_twice() {
        let kinds = [
            "grammar",
            "noun",
            "number",
            "comparison",
            "clause",
            "condition",
            "particle",
            "adverb",
            "emphasis",
            "spoken",
            "fixed",
        ];
        for (text, read) in [
            (include_str!("words.tsv"), &*WORDS),
            (include_str!("openers.tsv"), &*OPENERS),
        ] {
            assert_eq!(table::lines(text).count(), read.len());
            assert!(read.values().all(|kind| kinds.contains(kind)));
        }
    }
}
