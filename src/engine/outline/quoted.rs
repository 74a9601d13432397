//! Which words of a quotation its line shows: whole sentences, as many as there is room for. It does not decide which quotations
//! have a line.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::analysis::{Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::one_line;
use crate::engine::lookup::in_block;
use crate::engine::outline::choose::SHORT;
use crate::engine::outline::newsroom::is_pleasantry;
use crate::engine::outline::pointers::{Pointers, says_clause};
use crate::engine::outline::sentences::{LONGEST, MARKS, TURNS, chosen, is_only_when, sentences};
use crate::engine::outline::shape::waits_for_verb;
use crate::engine::outline::so_far::ReadSoFar;
use crate::language::{Relation, Upos, View};
use crate::text::{Span, table};

/// Words that another sentence explains.
const OPEN: [&str; 9] = ["it", "this", "that", "these", "those", "they", "he", "she", "such"];

/// What leads in words that the speaker goes on to answer.
static SUPPOSED: LazyLock<Vec<&'static str>> = LazyLock::new(|| table::lines(include_str!("supposed.txt")).collect());

/// How many words may come before the subject of words in small letters: "once", "in fact".
const LEADING: usize = 2;

/// How many sentences of a quotation are tried as the first of its line.
const STARTS: usize = 4;

/// The line of a quotation.
pub(super) struct QuotedLine {
    /// The line, in its marks.
    pub(super) text: String,
    /// The words that it shows.
    pub(super) words: Range<usize>,
}

impl Snapshot {
    /// The words of a quotation as a line, in their marks: its first sentences, or those from where it turns against them ("I know
    /// that. But …"), or those from the first that other words need not explain. `None` where its point finds no room, or where
    /// other words say what all of it is about.
    pub(super) fn quoted_line(&self, quotation: &Quotation, so_far: &ReadSoFar) -> Option<QuotedLine> {
        let view = self.view_of(quotation.place.block)?;
        let sentences = sentences(view, quotation.place.span);
        let words = chosen(view, &sentences)?;
        // “That is true,” she said. “But nobody asked”: the point is in the next part.
        let next = self.next_part(quotation);
        let turns = next.filter(|next| turns(view, next.place.span));
        let is_all = sentences.last().is_some_and(|last| words.end >= last.end);
        if let Some(line) = turns.filter(|_| is_all).and_then(|next| self.quoted_line(next, so_far)) {
            return Some(line);
        }
        let later = (1..sentences.len().min(STARTS)).filter_map(|from| chosen(view, sentences.get(from..)?));
        let later = later.filter(|later| later.start > words.start && begins_thought(view, later.clone()));
        std::iter::once(words.clone())
            .chain(later)
            .enumerate()
            .filter(|(at, words)| self.is_clear(quotation, view, words.clone(), *at > 0, so_far))
            .map(|(_, words)| words)
            .find_map(|words| self.shown_words(quotation, &sentences, words))
    }

    /// Whether a reader understands some words of a quotation by themselves. Those that do not begin it go on about something.
    fn is_clear(
        &self,
        quotation: &Quotation,
        view: View<'_>,
        words: Range<usize>,
        goes_on: bool,
        so_far: &ReadSoFar,
    ) -> bool {
        let is_short = view.span(words.clone()).of(view.text).chars().count() < SHORT;
        let mut nouns = words
            .clone()
            .filter(|at| matches!(view.upos(*at), Upos::Noun | Upos::Propn | Upos::Num));
        let is_empty = is_short && nouns.next().is_none();
        let pointers = Pointers {
            snapshot: self,
            block: quotation.place.block,
            view,
            words: words.clone(),
            is_short: is_short || goes_on,
            so_far,
        };
        // “But would have been open”: words whose subject comes before them.
        let has_no_subject = view.is_any(words.start, &["and", "but", "or"])
            && matches!(view.upos(words.start + 1), Upos::Aux | Upos::Verb);
        !is_empty
            && !has_no_subject
            && !is_open(view, words.start)
            && !pointers.point_outside()
            && !is_about_nothing(view, words.clone())
            && !begins_late(view, words.clone())
            && !is_only_when(view, words.clone())
            && (view.is_capitalized(words.start) || !begins_inside(view, words.start))
    }

    /// Some words of a quotation as a line.
    fn shown_words(
        &self,
        quotation: &Quotation,
        sentences: &[Range<usize>],
        words: Range<usize>,
    ) -> Option<QuotedLine> {
        let view = self.view_of(quotation.place.block)?;
        let text = self.text_of(quotation.place);
        let next = self.next_part(quotation);
        let is_whole = sentences.last().is_some_and(|last| words.end >= last.end);
        let shown = one_line(view.span(words.clone()).of(view.text), usize::MAX);
        let (shown, end) = match next {
            // “We know that,” she said, “but we leave”: one sentence in two parts.
            Some(next) if is_whole && shown.ends_with(',') && goes_on(self.text_of(next.place)) => {
                let next = self::sentences(view, next.place.span);
                let joined = next.first().cloned()?;
                let rest = one_line(view.span(joined).of(view.text), usize::MAX);
                // “The pier,” she said, “has closed”: the comma belongs to the sentence around.
                let first = if self.states(quotation) {
                    shown.as_str()
                } else {
                    shown.trim_end_matches(',')
                };
                let whole = format!("{first} {rest}");
                (whole, if next.len() > 1 { " …" } else { "" })
            }
            // What comes after it takes it back.
            Some(next) if is_whole && turns(view, next.place.span) => return None,
            _ if is_whole => (shown, ""),
            _ => (shown.trim_end_matches([' ', '…']).to_owned(), " …"),
        };
        let supposes = |case: &&str| {
            shown
                .get(..case.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(case))
        };
        // “What is the harm?” is what the speaker goes on to answer, too.
        let is_answered = !is_whole || next.is_some();
        let asks = shown.ends_with('?') || SUPPOSED.iter().any(supposes);
        if shown.chars().count() > LONGEST || is_answered && asks || is_pleasantry(&shown) {
            return None;
        }
        // “The crews can be sure that the dam” — a wall of the town — “is safe”
        let shown_to: Vec<usize> = words.clone().collect();
        if shown.ends_with(char::is_alphanumeric) && waits_for_verb(view, &shown_to) {
            return None;
        }
        // “We are here,” she said: the comma belongs to the sentence around it.
        let shown = shown.trim_end_matches(',');
        Some(QuotedLine {
            text: format!("{}{shown}{end}{}", mark_at_start(text), mark_at_end(text)),
            words,
        })
    }

    /// The part of a quotation that goes on after who speaks.
    fn next_part(&self, quotation: &Quotation) -> Option<&Quotation> {
        in_block(&self.facts.quotations, quotation.place.block, |other| other.place)
            .map(Arc::as_ref)
            .filter(|other| matches!(other.kind, QuotationKind::Direct | QuotationKind::Mixed))
            .find(|other| other.place.span.start >= quotation.place.span.end)
            .filter(|other| {
                let who = |quotation: &Quotation| quotation.speaker.as_ref().map(|speaker| speaker.place);
                // “The pier,” Lund said in Ostby, “has closed”: a subject waits for its verb.
                let waits = goes_on(self.text_of(other.place)) && who(quotation).is_some() && !self.states(quotation);
                other.group == quotation.group || waits && who(quotation) == who(other) && self.begins_with_verb(other)
            })
    }

    fn begins_with_verb(&self, quotation: &Quotation) -> bool {
        self.view_of(quotation.place.block).is_some_and(|view| {
            let mut words = view.language.words_in(quotation.place.span);
            let first = words.find(|at| view.upos(*at) != Upos::Punct);
            first.is_some_and(|first| view.tag(first).is_finite())
        })
    }

    /// Whether the sentence that a quotation begins goes on after who speaks.
    pub(super) fn is_interrupted(&self, quotation: &Quotation) -> bool {
        self.next_part(quotation)
            .is_some_and(|next| goes_on(self.text_of(next.place)))
    }
}

/// Whether the words of a quotation go on with a sentence that began before them.
fn goes_on(text: &str) -> bool {
    text.trim_start_matches(MARKS).starts_with(char::is_lowercase)
}

/// "It took longer", "And that is new", and not "It is clear that".
fn is_open(view: View<'_>, first: usize) -> bool {
    let joins = |at: &usize| matches!(view.upos(*at), Upos::Cconj | Upos::Intj) || view.is(*at, ",");
    let first = (first..view.len()).find(|at| !joins(at)).unwrap_or(first);
    let stands_alone = matches!(view.upos(first), Upos::Pron | Upos::Det) && view.relation(first) != Relation::Expl;
    OPEN.contains(&view.lower(first).as_str()) && stands_alone && !says_clause(view, first)
}

/// Whether marked words begin with one that turns against those before.
fn turns(view: View<'_>, marked: Span) -> bool {
    let words = view.language.words_in(marked);
    words
        .into_iter()
        .find(|at| view.upos(*at) != Upos::Punct)
        .is_some_and(|first| TURNS.contains(&view.lower(first).as_str()) && view.is_capitalized(first))
}

/// “I want nothing to do with it”: words without a noun, and with a pronoun for what another sentence names.
fn is_about_nothing(view: View<'_>, mut words: Range<usize>) -> bool {
    const POINTERS: [&str; 7] = ["it", "this", "that", "these", "those", "them", "they"];
    let has_noun = words
        .clone()
        .any(|at| matches!(view.upos(at), Upos::Noun | Upos::Propn | Upos::Num));
    !has_noun && words.any(|at| view.is_any(at, &POINTERS) && matches!(view.upos(at), Upos::Pron | Upos::Det))
}

/// “instrumental in helping them … I have no confidence”: words in small letters whose first verb has its subject outside.
fn begins_late(view: View<'_>, words: Range<usize>) -> bool {
    if view.is_capitalized(words.start) {
        return false;
    }
    let first = words.clone().find(|at| view.tag(*at).is_finite());
    let subject = first.and_then(|verb| view.subject_of(verb).filter(|subject| words.contains(subject)));
    subject.is_none_or(|subject| view.noun_phrase(subject).start > words.start + LEADING)
}

/// How many words a later sentence of a quotation has at least that is shown without the first.
const THOUGHT: usize = 9;

/// Whether a sentence says something without those before it, as far as its first word and its length show.
fn begins_thought(view: View<'_>, words: Range<usize>) -> bool {
    let joins = matches!(
        view.upos(words.start),
        Upos::Cconj | Upos::Sconj | Upos::Intj | Upos::Adv
    );
    let goes_on = |at: usize| {
        view.is_any(
            at,
            &["also", "too", "either", "still", "however", "other", "just", "only"],
        )
    };
    words.len() >= THOUGHT && view.is_capitalized(words.start) && !joins && !words.into_iter().any(goes_on)
}

/// Words in small letters that go on a sentence: "was approved", "so that we can".
fn begins_inside(view: View<'_>, first: usize) -> bool {
    matches!(
        view.upos(first),
        Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj | Upos::Part
    )
}

fn mark_at_start(text: &str) -> &str {
    let bare = text.trim_start_matches(MARKS);
    text.strip_suffix(bare).unwrap_or_default()
}

fn mark_at_end(text: &str) -> &str {
    let bare = text.trim_end_matches(MARKS);
    text.strip_prefix(bare).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, OutlineKind, analyse};
    use crate::language;

    /// The quotations of the outline of a draft.
    fn lines(text: &str) -> Vec<String> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
        let quotations = outline.into_iter().filter(|item| item.kind == OutlineKind::Quotation);
        quotations.map(|item| item.name).collect()
    }

    #[test]
    fn a_line_has_the_point_of_a_quotation() {
        for (text, expected) in [
            (
                "“The crews know that the pier is old. But nobody has asked them about the new one,” Rosa Weil said.",
                "“The crews know that the pier is old. But nobody has asked them about the new one”",
            ),
            (
                "“I know the crews want to meet in Ostby,” Rosa Weil said, “but the harbor can wait until spring.”",
                "“I know the crews want to meet in Ostby, but the harbor can wait until spring.”",
            ),
            (
                "“The crews of the harbor,” Rosa Weil said at a meeting in Ostby, “have left for the winter.”",
                "“The crews of the harbor have left for the winter.”",
            ),
            (
                "“The crews of the harbor are tired,” Rosa Weil said. “But nobody in Ostby has asked the board.”",
                "“But nobody in Ostby has asked the board.”",
            ),
            (
                "“The crews of the harbor are tired,” Rosa Weil said as she sat down in Ostby on Monday.",
                "“The crews of the harbor are tired”",
            ),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_other_words_explain_has_no_line() {
        for text in [
            "“This took longer than any of the crews thought,” Rosa Weil said.",
            "“They sold the pier without a word to the crews,” Rosa Weil said.",
            "“And that is, I think, what the crews of Ostby want,” Rosa Weil said.",
            "“The crews in the harbor,” Rosa Weil said.",
            "“That offer can wait for weeks, and the crews of Ostby cannot,” Rosa Weil said.",
            "“The older pilots of the harbor are wearing them,” Rosa Weil said.",
            "“The crews in Ostby are really held up by this,” Rosa Weil said.",
            "“I will keep trying, but it’s proven to be much slower than I would have thought a year ago,” Rosa Weil said.",
            "“The port appreciates the time that the crews of Ostby have given to the safety of the harbor,” Rosa Weil said.",
            "Rosa Weil wants to make sure that “the crews stay in the harbor of Ostby for the rest of the year and for all of the next one, \
             and that nobody in the whole of the county has to leave a house at the river, the dam or the mill for good.”",
            "“The crews of the harbor have left the pier for good,” a sign at the gate said.",
            "“It seems a bit on the slow side for the crews of Ostby,” Rosa Weil said.",
            "“The board prefers that we don’t, but the crews of Ostby have reasons of their own,” Rosa Weil said.",
            "“The crews of those towns can stay at home for the winter,” Rosa Weil said.",
            "“The crews of Ostby can be sure that the harbor” — the old dock at the mill — “is safe, and anyone can see why,” Rosa Weil said.",
            "“When we talk about the crews of the harbor on the scale of Ostby or Kessel,” Rosa Weil said.",
            "“The biggest fear that I have about it is the safety of the crews in Ostby,” Rosa Weil said.",
        ] {
            assert!(lines(text).is_empty(), "{:?}", lines(text));
        }
        let clear = "“It is clear that the crews of the harbor will leave,” Rosa Weil said.";
        assert_eq!(lines(clear), ["“It is clear that the crews of the harbor will leave”"]);
        let later =
            "“They knew that. The crews of the harbor asked the board of Ostby for a new pier,” Rosa Weil said.";
        assert_eq!(
            lines(later),
            ["“The crews of the harbor asked the board of Ostby for a new pier”"]
        );
    }
}
