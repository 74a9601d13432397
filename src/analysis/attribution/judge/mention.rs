//! Marked, but does it quote anybody? Titles, nicknames, so-called things and words as words are *mentions*. One question for
//! each kind of mention; the first that says yes decides. It reads no frames.

use crate::analysis::attribution::judge::uttered::is_uttered;
use crate::analysis::attribution::lexicon::{CueClass, WordClass, cue, is_in, is_listed};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::{Tag, Upos};
use crate::text::count_words;

/// The longest nickname, in words.
const LONGEST_NICKNAME: usize = 3;

/// The longest word or phrase that is named rather than said, in words.
const LONGEST_NAMED: usize = 8;

/// The longest title next to a word for a work, in words.
const LONGEST_TITLE: usize = 6;

/// The longest fragment that nobody is asked for where no cue reports it, in words.
const LONGEST_SHORT: usize = 3;

/// How far before "as" its *known* may stand, and before "dubbed" its *which*, in items.
const LONGEST_KNOWN: usize = 6;

/// How far before "called" the *what* of its clause may stand, in items.
const LONGEST_APPOSITION: usize = 16;

/// Why marked words quote nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyMention {
    /// “12” is nothing but a figure.
    Figures,
    /// Dana “Duke” Marsh.
    Nickname,
    /// The so-called “Salt Road”.
    Named,
    /// “Salt Road” star Ana Weil, the “Salt Road” reboot: whatever cue is near.
    BeforeWork,
    /// Marched under “No Fee for Ostby”: unless a cue reports it.
    TitleCase,
    /// The film “Salt Road”.
    AfterWork,
    /// class="note": markup that was left in the text.
    Attribute,
    /// The “odd” plan: a few words that no verb of saying attributes.
    Short,
}

impl WhyMention {
    /// The reason in words.
    #[must_use]
    pub const fn why(self) -> &'static str {
        match self {
            WhyMention::Figures => "only figures or signs",
            WhyMention::Nickname => "a nickname inside a name",
            WhyMention::Named => "a word used as a word",
            WhyMention::BeforeWork => "the title of a work, before the kind of work or its maker",
            WhyMention::TitleCase => "in title case, like the name of a work or a slogan",
            WhyMention::AfterWork => "the title of a work",
            WhyMention::Attribute => "a value in markup",
            WhyMention::Short => "a few words that no verb of saying attributes",
        }
    }
}

/// Whether the quotation at item `at` is a mention by its own shape and its neighbors, and of which kind.
///
/// Only what needs no speaker is a mention here; a fragment that a cue reports is decided by the caller.
#[must_use]
pub fn mention(line: Line<'_>, at: usize) -> Option<WhyMention> {
    let quoted = line.region(at)?.inner.of(line.text()).trim();
    let words = count_words(quoted);
    let uttered = is_uttered(line, at);
    if !uttered && !quoted.chars().any(char::is_alphabetic) {
        Some(WhyMention::Figures)
    } else if words <= LONGEST_NICKNAME && noun_phrase::is_nickname(line, at) {
        Some(WhyMention::Nickname)
    } else if words <= LONGEST_NAMED && is_named(line, at) {
        Some(WhyMention::Named)
    } else if uttered {
        None
    } else if words <= LONGEST_TITLE && is_before_work(line, at, quoted) {
        Some(WhyMention::BeforeWork)
    } else if words >= 2 && is_slogan(line, at, quoted) {
        Some(WhyMention::TitleCase)
    } else if words <= LONGEST_TITLE && is_after_work(line, at, quoted) {
        Some(WhyMention::AfterWork)
    } else if is_attribute(line, at) {
        Some(WhyMention::Attribute)
    } else {
        None
    }
}

/// Whether a marked fragment is too short to ask who said it.
#[must_use]
pub fn is_short(quoted: &str) -> bool {
    count_words(quoted) <= LONGEST_SHORT
}

/// Whether the quotation is what a preposition, a possessive or a word for a work governs: on “The Morning Hour”, Ostby's
/// “Night Desk”.
#[must_use]
pub fn is_object_of_preposition(line: Line<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        line.has(before, &[Upos::Adp])
            || line.tag(before) == Tag::PossessiveEnding
            || is_listed(WordClass::Work, line.lemma(before))
    })
}

/// wrote it in a “man cave”: whether a few words are where something was done, and a verb of writing before them has its object.
#[must_use]
pub fn is_where(line: Line<'_>, cue: usize, at: usize) -> bool {
    let Some(place) = at.checked_sub(2).filter(|_| line.is_any(at - 1, &["a", "an", "the"])) else {
        return false;
    };
    let has_object = place > cue + 1 && !(cue + 1..place).any(|at| line.is(at, "that") || line.tag(at).is_finite());
    line.lemma(cue) == "write" && has_object && line.is_any(place, &["in", "at", "on", "near", "inside"])
}

/// “Salt Road” star Ana Weil, the “Salt Road” reboot.
fn is_before_work(line: Line<'_>, at: usize, quoted: &str) -> bool {
    let next = line.lemma(at + 1);
    quoted.starts_with(char::is_uppercase)
        && !quoted.ends_with(['.', ',', '?', '!'])
        && (is_listed(WordClass::Work, next) || is_in(WordClass::Maker, next))
}

/// The film “Salt Road”, a film, “Salt Road”.
fn is_after_work(line: Line<'_>, at: usize, quoted: &str) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let noun = if line.is(before, ",") {
        before.saturating_sub(1)
    } else {
        before
    };
    quoted.starts_with(char::is_uppercase) && is_listed(WordClass::Work, line.lemma(noun))
}

/// Marched under “No Fee for Ostby”: in title case, and no verb of saying is next to it.
fn is_slogan(line: Line<'_>, at: usize, quoted: &str) -> bool {
    // On the Ostby Hour’s “This Week,” Lund said
    let fronted =
        line.has(0, &[Upos::Adp]) && is_object_of_preposition(line, at) && !(0..at).any(|at| line.tag(at).is_finite());
    is_title_case(quoted.trim_end_matches(','))
        && !quoted.ends_with(['?', '!'])
        && (fronted || !is_next_to_speech(line, at))
}

/// Whether a word before the quotation says that it is a name or a word: so-called, known as, titled, the term.
fn is_named(line: Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| line.word(before).is_some()) else {
        return false;
    };
    // "a rule known as the “sock”", "a blog called the “Feed”"
    let article = line.is_any(before, &["a", "an", "the"]);
    if let Some(before) = before.checked_sub(1).filter(|_| article) {
        let known = line.is(before, "as") && is_known_as(line, before);
        return known
            || line.is_any(before, &["called", "dubbed", "named", "nicknamed", "titled"])
                && is_passive_or_bare(line, before)
                && !line.is(at + 1, "by");
    }
    if is_in(WordClass::Naming, line.form(before)) {
        return !is_description(line, at) || is_named_by_relative(line, before);
    }
    // "such as “the sock”"
    line.is(before, "as") && (at >= 2 && line.is(at - 2, "such") || is_known_as(line, before))
        || is_own_name(line, at)
        || is_called_by_relative(line, at)
}

/// "known only to its neighbors as “the sock”", "referred to as “the sock”"
fn is_known_as(line: Line<'_>, last: usize) -> bool {
    let is_known =
        |at: usize| line.is(at, "known") || line.is(at, "referred") && line.is(at + 1, "to") && at + 2 == last;
    (last.saturating_sub(LONGEST_KNOWN)..last)
        .rev()
        .take_while(|&at| {
            is_known(at)
                || line
                    .word(at)
                    .is_some_and(|word| word.upos != Upos::Punct && !word.tag.is_finite())
        })
        .any(is_known)
}

/// "a man who calls himself “the Duke”": a name that somebody goes by, and no description.
fn is_own_name(line: Line<'_>, at: usize) -> bool {
    let reflexive = at >= 2 && line.is_any(at - 1, &["himself", "herself", "itself", "themselves"]);
    reflexive && matches!(line.lemma(at - 2), "call" | "name" | "style" | "dub") && is_name_like(line.quoted(at))
}

/// "the storm, which locals dubbed “the Widow”"
fn is_named_by_relative(line: Line<'_>, verb: usize) -> bool {
    line.is_any(verb, &["dubbed", "nicknamed", "christened"]) && follows_relative(line, verb)
}

/// "a drug that users call “Glass”": a name that goes by a relative clause, and no description.
fn is_called_by_relative(line: Line<'_>, at: usize) -> bool {
    matches!(line.lemma(at - 1), "call" | "dub" | "nickname")
        && is_name_like(line.quoted(at))
        && follows_relative(line, at - 1)
}

fn follows_relative(line: Line<'_>, verb: usize) -> bool {
    (verb.saturating_sub(LONGEST_KNOWN)..verb)
        .any(|at| noun_phrase::is_relative(line, at) && !line.is(at, "what") || line.is(at, "that"))
}

/// “Glass”, “the Widow”: capitals and few words.
fn is_name_like(quoted: &str) -> bool {
    let name = quoted.strip_prefix("the ").unwrap_or(quoted);
    name.starts_with(char::is_uppercase) && count_words(quoted) <= LONGEST_NICKNAME
}

/// "Lund called it", "what Lund, the mayor, called “odd”", "called “odd” by Lund": whether a verb of naming is somebody's
/// description, so that the words are quoted.
fn is_description(line: Line<'_>, at: usize) -> bool {
    let verb = at - 1;
    if !line.is_any(verb, &["called", "dubbed", "labeled", "labelled"]) {
        return false;
    }
    // "what Lund, the mayor, called “odd”": an object in front of the clause.
    let asked = || {
        (at.saturating_sub(LONGEST_APPOSITION)..at)
            .any(|earlier| line.tag(earlier) == Tag::WhPronoun && line.is(earlier, "what"))
    };
    !is_passive_or_bare(line, verb) || asked() || line.is(at + 1, "by")
}

/// "a road called", "was called", "so-called": whether a participle of naming has no subject that names.
fn is_passive_or_bare(line: Line<'_>, verb: usize) -> bool {
    verb.checked_sub(1).is_none_or(|before| {
        line.has(before, &[Upos::Noun, Upos::Punct]) || line.lemma(before) == "be" || line.form(before) == "-"
    })
}

/// Whether every word that title case capitalizes has a capital, and there is more than one.
fn is_title_case(quoted: &str) -> bool {
    let mut capitals = 0;
    for word in quoted.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let Some(first) = word.chars().next() else { continue };
        if first.is_uppercase() || first.is_numeric() {
            capitals += 1;
        } else if !is_listed(WordClass::TitleSmall, word) {
            return false;
        }
    }
    capitals >= 2
}

/// Whether a verb of saying is right next to the quotation: said “…”, said: “…”, “…” Lund said.
fn is_next_to_speech(line: Line<'_>, at: usize) -> bool {
    let speaks = |at: usize| line.has(at, &[Upos::Verb]) && cue(line.lemma(at)).is_some_and(CueClass::speaks);
    let after = speaks(at + 1)
        || line.is(at + 1, ",") && speaks(at + 2)
        || line.has(at + 1, &[Upos::Pron, Upos::Propn]) && speaks(at + 2);
    after
        || at.checked_sub(1).is_some_and(|before| {
            speaks(before) || line.is(before, ":") || line.is(before, ",") && before.checked_sub(1).is_some_and(speaks)
        })
}

/// `name="value"`: markup that was left in the text.
fn is_attribute(line: Line<'_>, at: usize) -> bool {
    line.region(at)
        .and_then(|region| line.text().get(..region.span.start))
        .is_some_and(|before| before.ends_with('='))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn where_something_is_written_is_no_quotation() {
        let place = |text: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is_quotation(at)).unwrap();
                is_where(line, 1, at)
            })
        };
        assert!(place("Lund wrote it in a “man cave” near Ostby."));
        assert!(!place("Lund wrote that it was in a “man cave”."));
        assert!(!place("Lund wrote in a “rage”."));
    }

    #[test]
    fn each_kind_of_mention_has_a_reason() {
        for (text, expected) in [
            ("“We leave at dawn,” Lund said of Weil.", None),
            ("It was a “12” on the wall.", Some(WhyMention::Figures)),
            ("Dana “Duke” Marsh left.", Some(WhyMention::Nickname)),
            (
                "They met at a road called “Salt Road” in Ostby.",
                Some(WhyMention::Named),
            ),
            ("A man known only to them as “Socks” left.", Some(WhyMention::Named)),
            ("A man who calls himself “the Duke” left.", Some(WhyMention::Named)),
            (
                "The storm, which many dubbed “the Widow,” left.",
                Some(WhyMention::Named),
            ),
            ("A patrol, referred to as “the Owls,” left.", Some(WhyMention::Named)),
            ("A drug that users call “Glass” was found.", Some(WhyMention::Named)),
            ("Lund referred to the vote as “a sham”.", None),
            ("Lund calls himself “a simple man”.", None),
            ("“Salt Road” star Ana Weil left.", Some(WhyMention::BeforeWork)),
            (
                "They marched under “No Fee for Ostby” in May.",
                Some(WhyMention::TitleCase),
            ),
            ("Ana saw the film “Salt” in May.", Some(WhyMention::AfterWork)),
            ("There were chants of “Go Home” in Ostby.", None),
            ("Lund called it “odd”.", None),
        ] {
            let found = with_line(text, |line| {
                mention(line, (0..line.len()).find(|&at| line.is_quotation(at)).unwrap())
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
