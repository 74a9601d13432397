//! The changes that a way of laying a quotation beside the notes amounts to: words that differ in a row are one change. It weighs
//! each, and finds no places.

use crate::text::Span;
use crate::verify::excerpt::one_line;
use crate::verify::ids::BOUNDARY;
use crate::verify::notes::Notes;
use crate::verify::quoted::{Part, QuotedWord};
use crate::verify::search::{Pair, Pairs};
use crate::verify::types::{Change, Fold, Quoted};
use crate::verify::weight::{self, Side};
use crate::verify::words::tables;

/// What differs, and what need not be called a difference.
#[derive(Debug, Default)]
pub struct Differences {
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// What is no difference: another spelling, words that only fill a pause.
    pub folds: Vec<Fold>,
    /// The words that only fill a pause, and what is begun anew, as written.
    pub fillers: Vec<String>,
}

/// Steps of one kind in a row: from where to where.
struct Run {
    kind: Kind,
    first: usize,
    after: usize,
}

/// What a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Same,
    /// A word that one side says again right after it.
    Restart,
    Differs,
}

/// What differs between a quotation and the notes where its words lie beside them.
pub fn differences(quoted: &Quoted<'_>, parts: &[Part], pairs: &Pairs, notes: &Notes) -> Differences {
    let words: Vec<&QuotedWord> = parts.iter().flat_map(|part| &part.words).collect();
    let beside = Beside {
        quoted,
        words: &words,
        pairs,
        notes,
    };
    let mut found = Differences::default();
    for run in beside.runs() {
        let Some(change) = beside.change(&run) else { continue };
        let fold = match run.kind {
            Kind::Restart => Some(Fold::Filler),
            _ => overlooked(&change),
        };
        match fold {
            Some(Fold::Filler) => {
                let filler = if change.said.is_empty() {
                    change.written
                } else {
                    change.said
                };
                found.fillers.push(filler);
                found.folds.push(Fold::Filler);
            }
            Some(fold) => found.folds.push(fold),
            None => found.changes.push(change),
        }
    }
    found.folds.sort_unstable();
    found.folds.dedup();
    found
}

/// What a change is, if it is none.
fn overlooked(change: &Change) -> Option<Fold> {
    let plain = |text: &str| {
        let bare = text.trim_matches(|letter: char| !letter.is_alphanumeric());
        one_line(bare).to_lowercase().replace('’', "'")
    };
    let (written, said) = (plain(&change.written), plain(&change.said));
    if tables::sound_alike(&written, &said) {
        return Some(Fold::Spelling);
    }
    let phrase = if said.is_empty() { written } else { said };
    let is_one_sided = change.written.is_empty() || change.said.is_empty();
    (is_one_sided && tables::FILLER_PHRASES.contains(phrase.as_str())).then_some(Fold::Filler)
}

/// Both sides.
struct Beside<'a> {
    quoted: &'a Quoted<'a>,
    words: &'a [&'a QuotedWord],
    pairs: &'a Pairs,
    notes: &'a Notes,
}

impl Beside<'_> {
    /// The steps that are not the same on both sides, in runs of one kind. A word of which one half differs (“don't”, “do”)
    /// differs as a whole.
    fn runs(&self) -> Vec<Run> {
        let steps = &self.pairs.steps;
        let mut kinds: Vec<Kind> = steps.iter().map(|step| self.kind(*step)).collect();
        for (at, pair) in steps.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            if kinds.get(at) != kinds.get(at + 1) && self.is_one_word(*one, *other) {
                for number in [at, at + 1] {
                    if let Some(kind) = kinds.get_mut(number) {
                        *kind = Kind::Differs;
                    }
                }
            }
        }
        let mut runs: Vec<Run> = Vec::new();
        for (at, kind) in kinds.into_iter().enumerate().filter(|(_, kind)| *kind != Kind::Same) {
            match runs.last_mut().filter(|run| run.after == at && run.kind == kind) {
                Some(run) => run.after = at + 1,
                None => runs.push(Run {
                    kind,
                    first: at,
                    after: at + 1,
                }),
            }
        }
        runs
    }

    fn kind(&self, step: Pair) -> Kind {
        let is_restart = match step {
            Pair::Same(..) | Pair::Replaced(_) => return Kind::Same,
            Pair::Other(..) => false,
            Pair::Added(number) => self.words.get(number).is_some_and(|word| word.is_restart),
            Pair::Missing(there) => self.notes.words().get(there).is_some_and(|word| word.is_restart),
        };
        if is_restart { Kind::Restart } else { Kind::Differs }
    }

    /// Whether two steps in a row are about one word as it is written, in the quotation or in the notes.
    fn is_one_word(&self, one: Pair, other: Pair) -> bool {
        let quoted = |pair| self.quoted_span(pair);
        let said = |pair| self.said_span(pair);
        let same = |one: Option<Span>, other: Option<Span>| one.is_some() && one == other;
        same(quoted(one), quoted(other)) || same(said(one), said(other))
    }

    fn quoted_word(&self, pair: Pair) -> Option<&QuotedWord> {
        match pair {
            Pair::Same(number, _) | Pair::Other(number, _) | Pair::Added(number) => self.words.get(number).copied(),
            Pair::Missing(_) | Pair::Replaced(_) => None,
        }
    }

    fn quoted_span(&self, pair: Pair) -> Option<Span> {
        self.quoted_word(pair).map(|word| word.span)
    }

    fn said_number(pair: Pair) -> Option<usize> {
        match pair {
            Pair::Same(_, there) | Pair::Other(_, there) | Pair::Missing(there) | Pair::Replaced(there) => Some(there),
            Pair::Added(_) => None,
        }
    }

    fn said_span(&self, pair: Pair) -> Option<Span> {
        Some(self.notes.words().get(Self::said_number(pair)?)?.span())
    }

    /// The change that a run is.
    fn change(&self, run: &Run) -> Option<Change> {
        let steps = self.pairs.steps.get(run.first..run.after)?;
        let spans = steps.iter().filter_map(|pair| self.quoted_span(*pair));
        let place = match spans.reduce(Span::join) {
            Some(span) => span,
            // After the word before, or before the first one.
            None => {
                let before = self.pairs.steps.get(..run.first)?;
                let end = before
                    .iter()
                    .rev()
                    .find_map(|pair| self.quoted_span(*pair))
                    .map(|span| span.end);
                let at = end.or_else(|| self.words.first().map(|word| word.span.start))?;
                Span::new(at, at)
            }
        };
        let said_at = steps.iter().filter_map(|pair| self.said_span(*pair)).reduce(Span::join);
        let there = steps.iter().find_map(|pair| Self::said_number(*pair));
        let source = there.and_then(|there| self.notes.source_at(there));
        let said = said_at.zip(source).map_or("", |(span, source)| span.of(&source.text));
        let written = Side {
            words: steps
                .iter()
                .filter_map(|pair| self.quoted_word(*pair))
                .map(|word| word.folded.as_str())
                .collect(),
            has_name: steps
                .iter()
                .filter_map(|pair| self.quoted_word(*pair))
                .any(|word| word.is_name),
        };
        let folded_said = weight::folded_words(said);
        let said_words = steps
            .iter()
            .filter_map(|pair| self.notes.words().get(Self::said_number(*pair)?));
        let said_side = Side {
            words: folded_said.iter().map(String::as_str).collect(),
            has_name: said_words
                .filter(|word| word.id != BOUNDARY)
                .any(|word| word.shape.is_name),
        };
        Some(Change {
            place,
            written: place.of(self.quoted.text).to_owned(),
            said: one_line(said),
            weight: weight::weight(&written, &said_side),
        })
    }
}
