//! Which words of a sentence make a line: all of it where there is room, else without what is set apart inside it, without
//! what leads it in, without its end. What is left stays as the draft has it, in its order.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::engine::headline::borders;
use crate::engine::headline::opening::opening;
use crate::language::{Relation, Upos, View};
use crate::text::table;

/// The longest line, in characters.
pub(in crate::engine) const LIMIT: usize = 150;

/// How many words before an event a line may begin that cannot begin with its sentence.
const WORDS_BEFORE: usize = 14;

/// The longest line that is shown to its end rather than cut, in characters.
const LONGEST: usize = 190;

/// The longest line that is cut, in characters.
const CUT: usize = 170;

/// Words that limit what a sentence says.
static CONDITIONS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("conditions.txt")).collect());

/// The words of a sentence that a line shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Their indices, in order.
    pub words: Vec<usize>,
    /// Whether words are missing at the end.
    pub is_cut: bool,
    /// Whether the line begins in the middle of its sentence.
    pub begins_inside: bool,
    /// Whether it had to end where nothing ends.
    pub is_torn: bool,
}

impl Line {
    /// The line about the word `at`; the words before `first`, those of a dateline, are no part of it. Quadratic in the
    /// sentence at worst, and made only for what is shown.
    pub(super) fn about(view: View<'_>, at: usize, first: usize) -> Self {
        let sentence = view.sentence(at);
        let end = without_end_mark(view, sentence.start..sentence.end);
        let start = opening(view, sentence.start.max(first.min(at))..end);
        let whole = Self::of(start..end);
        if whole.fits(view) {
            return whole;
        }
        let apart = set_apart(view, start..end);
        let bare = Self::of_words((start..end).filter(|word| !apart.contains(word)));
        if bare.length(view) <= LONGEST && bare.shows(at) {
            return bare;
        }
        let after = after_lead_in(view, start..end).unwrap_or(start);
        let led = Self::of_words(bare.words.iter().copied().filter(|word| *word >= after));
        if led.length(view) <= LONGEST && led.shows(at) {
            return led;
        }
        let cut = led.cut(view);
        if cut.shows(at) {
            return cut;
        }
        let inside = beginning_of_clause(view, at, start);
        let mut line = Self::of(inside..end);
        if !line.fits(view) {
            line = line.cut(view);
        }
        line.begins_inside = inside > start;
        line
    }

    fn of(words: Range<usize>) -> Self {
        Self::of_words(words)
    }

    fn of_words(words: impl Iterator<Item = usize>) -> Self {
        Self {
            words: words.collect(),
            ..Self::default()
        }
    }

    /// Whether the line has a word.
    #[must_use]
    pub fn shows(&self, word: usize) -> bool {
        self.words.binary_search(&word).is_ok()
    }

    fn fits(&self, view: View<'_>) -> bool {
        self.length(view) <= LIMIT
    }

    fn length(&self, view: View<'_>) -> usize {
        self.text(view, &[]).chars().count()
    }

    /// The line up to the best place to end it.
    fn cut(self, view: View<'_>) -> Self {
        // Where nothing ends in so much room, or who says so is left out, a line may be as long as one that is not cut.
        let short = borders::best(view, &self.words, CUT).filter(|kept| self.shows_source(view, *kept));
        let longer = || borders::best(view, &self.words, LONGEST);
        let best = short.or_else(longer);
        let kept = best.unwrap_or_else(|| borders::room(view, &self.words, CUT));
        Self {
            words: self.words.into_iter().take(kept).collect(),
            is_cut: true,
            begins_inside: self.begins_inside,
            is_torn: best.is_none(),
        }
    }

    /// "… between the two, minister Rosa Weil told the council": whether so many of the words have the verb of whoever says so.
    fn shows_source(&self, view: View<'_>, kept: usize) -> bool {
        let says = |word: &usize| {
            view.relation(*word) == Relation::Parataxis
                && view.upos(*word) == Upos::Verb
                && view.subject_of(*word).is_some()
        };
        !self.words.iter().skip(kept).any(says)
    }

    /// The line as the draft writes it, with an ellipsis where words are missing at its ends, and with some words
    /// in another form.
    #[must_use]
    pub fn text(&self, view: View<'_>, changed: &[(usize, String)]) -> String {
        let mut text = String::new();
        let mut before: Option<usize> = None;
        if self.begins_inside {
            text.push_str("… ");
        }
        for word in &self.words {
            if before.is_some_and(|before| is_apart(view, before, *word)) {
                text.push(' ');
            }
            match changed.iter().find(|(at, _)| at == word) {
                Some((_, form)) => text.push_str(form),
                None => push_spaced(&mut text, view.form(*word)),
            }
            before = Some(*word);
        }
        if self.is_cut {
            text.push('…');
        }
        text
    }
}

/// Adds a word; white space inside of it is one space.
fn push_spaced(text: &mut String, form: &str) {
    for (at, part) in form.split_whitespace().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(part);
    }
}

/// Whether there is a space between two words of a line.
fn is_apart(view: View<'_>, before: usize, word: usize) -> bool {
    let left_out = before + 1 < word;
    let joins = matches!(view.form(word), "," | "." | ";" | ":" | "?" | "!" | "’s" | "'s");
    let gap = view.span(before..before + 1).end < view.span(word..word + 1).start;
    if left_out { !joins } else { gap }
}

/// A line has no period.
fn without_end_mark(view: View<'_>, mut words: Range<usize>) -> usize {
    while words.end > words.start + 1 && matches!(view.form(words.end - 1), "." | ":" | ";" | "," | "…" | "...") {
        words.end -= 1;
    }
    words.end
}

/// What is set apart: brackets, and what is between two commas or dashes that part the subject from its verb.
fn set_apart(view: View<'_>, words: Range<usize>) -> FxHashSet<usize> {
    let mut apart = FxHashSet::default();
    let mut open = None;
    for at in words.clone() {
        match (view.form(at), open) {
            ("(", None) => open = Some(at),
            (")", Some(from)) => {
                apart.extend(from..=at);
                open = None;
            }
            _ => {}
        }
    }
    apart.extend(between_subject_and_verb(view, words).into_iter().flatten());
    apart
}

/// ", a Democrat," of "Weil, a Democrat, resigned".
fn between_subject_and_verb(view: View<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let start = words.start;
    let (subject, verb) = subject_and_verb(view, words)?;
    let closing = verb.checked_sub(1).filter(|mark| *mark > subject)?;
    let mark = view.form(closing);
    if !matches!(mark, "," | "—" | "–" | "--") {
        return None;
    }
    let opening = (subject + 1..closing).find(|at| view.form(*at) == mark)?;
    // "On Monday, the night before the vote, Ana Weil, a judge, left": the name may be the subject.
    let follows_comma = (start..subject).any(|at| view.is(at, ","));
    if follows_comma && view.is_capitalized(opening + 1) && view.upos(subject) == Upos::Noun {
        return None;
    }
    let joined = view.children_by(subject, &[Relation::Conj]).any(|other| other < verb);
    // "Weil, Holm and Rao, all of Kessel, left": those who act as well are not left out.
    let alike = view.upos(opening + 1) == Upos::Propn || view.upos(subject) == Upos::Noun;
    // A name after "and" acts as well, whatever the parse says.
    let adds_name =
        (opening + 1..closing).any(|at| view.is_any(at, &["and", "or"]) && view.upos(at + 1) == Upos::Propn);
    let lists = mark == "," && (joined && alike || adds_name);
    (!lists).then_some(opening..closing + 1)
}

/// The subject of a sentence and the first word of its verb, adverbs included.
fn subject_and_verb(view: View<'_>, words: Range<usize>) -> Option<(usize, usize)> {
    let root = words.clone().find(|at| view.relation(*at) == Relation::Root)?;
    let subject = view
        .subject_of(root)
        .filter(|subject| *subject < root && words.contains(subject))?;
    let helpers = view.children_by(root, &[Relation::Aux, Relation::AuxPass, Relation::Cop]);
    let mut verb = helpers.chain([root]).filter(|at| *at > subject).min()?;
    while verb > subject + 1 && matches!(view.upos(verb - 1), Upos::Adv | Upos::Part) {
        verb -= 1;
    }
    Some((subject, verb))
}

/// Where a sentence begins without what leads it in: "In a letter," before its subject. Conditions and sources stay, and so does
/// what sets another scene: without "In the harbor strike of 1911," or "For treasurer," the line would speak of something else.
fn after_lead_in(view: View<'_>, words: Range<usize>) -> Option<usize> {
    let (subject, _) = subject_and_verb(view, words.clone())?;
    let start = view.noun_phrase(subject).start;
    let comma = start
        .checked_sub(1)
        .filter(|at| *at > words.start && view.is(*at, ","))?;
    if concedes(view, words.start..comma) {
        return Some(start);
    }
    let keeps = !leads_in(view, words.start..comma)
        || (words.start..comma)
            .any(|at| CONDITIONS.contains(view.lower(at).as_str()) || view.form(at).contains(['"', '“', '”']))
        || sets_scene(view, words.start..comma);
    (!keeps).then_some(start)
}

/// Whether words before a comma say in spite of what something is so: without "Though the dam is old," it is so as well.
fn concedes(view: View<'_>, words: Range<usize>) -> bool {
    view.is_any(words.start, &["although", "despite", "though"]) && !words.into_iter().any(|at| view.is(at, ","))
}

/// Whether words name somebody, something or a time, or say for whom or for what.
fn sets_scene(view: View<'_>, words: Range<usize>) -> bool {
    view.is(words.start, "for")
        || words
            .into_iter()
            .any(|at| matches!(view.upos(at), Upos::Propn | Upos::Num))
}

/// Whether words before a comma say when, where or how: "Earlier this year", and no "A handful of Republicans".
fn leads_in(view: View<'_>, words: Range<usize>) -> bool {
    let is_nominal = matches!(
        view.upos(words.start),
        Upos::Noun | Upos::Propn | Upos::Det | Upos::Num | Upos::Pron | Upos::Adj
    );
    // "Some crews hope for a loan,": a sentence of its own.
    let is_led = matches!(view.upos(words.start), Upos::Sconj | Upos::Adp) || view.tag(words.start).is_wh();
    let tells = words.clone().any(|at| {
        let is_said = view.tag(at).is_finite();
        is_said && view.subject_of(at).is_some_and(|subject| words.contains(&subject))
    });
    (is_led || !tells)
        && words.clone().all(|at| {
            let leaves = view.head(at).is_none_or(|head| !words.contains(&head)) && view.upos(at) != Upos::Punct;
            let is_time = matches!(view.relation(at), Relation::OblUnmarked | Relation::OblTmod);
            let is_adverbial = matches!(
                view.relation(at),
                Relation::Obl | Relation::Advmod | Relation::Advcl | Relation::Mark
            );
            !leaves || is_time || is_adverbial && !is_nominal
        })
}

/// Where the clause that holds a word begins: after a mark, at a word that leads a clause in.
fn beginning_of_clause(view: View<'_>, at: usize, start: usize) -> usize {
    let earliest = start.max(at.saturating_sub(WORDS_BEFORE));
    (earliest..=at)
        .rev()
        .find(|word| {
            let after_mark = word.checked_sub(1).is_some_and(|before| {
                before >= start && matches!(view.form(before), "," | ";" | ":" | "—" | "–" | "--" | "(")
            });
            *word == start || after_mark || view.upos(*word) == Upos::Sconj || view.tag(*word).is_wh()
        })
        .unwrap_or(earliest)
}

#[cfg(test)]
mod tests;
