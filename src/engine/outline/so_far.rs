//! What a reader of an outline has read by a line, and what the draft has said by then. It judges no line.

use std::collections::VecDeque;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::analysis::ActorId;
use crate::language::{Upos, View};

/// How many names, nouns, verbs and numbers a line has that another can repeat.
const SHORTEST: usize = 4;

/// How many lines above a reader has in sight.
const LATELY: usize = 4;

/// With how many of the lines above it a line is compared.
const ABOVE: usize = 60;

/// What a reader has learned from the lines above, and what the draft has said up to the paragraph.
#[derive(Debug, Default)]
pub(super) struct ReadSoFar {
    /// Whom the lines name.
    pub(super) actors: FxHashSet<ActorId>,
    /// The nouns of the lines.
    nouns: FxHashSet<SmolStr>,
    /// The nouns of each of the last lines.
    lately: VecDeque<Vec<SmolStr>>,
    /// The nouns of the paragraphs above, whether they have a line or not.
    heard: FxHashSet<SmolStr>,
    /// What the headline says, if there is one.
    headline: FxHashSet<SmolStr>,
    /// What each line says.
    said: Vec<FxHashSet<SmolStr>>,
}

impl ReadSoFar {
    /// What a reader knows who has read the headline.
    pub(super) fn with_headline(headline: Option<View<'_>>) -> Self {
        Self {
            headline: headline.map(|view| weighty(view, 0..view.len())).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Counts words as shown by a line.
    pub(super) fn tell(&mut self, view: View<'_>, words: impl Iterator<Item = usize>) {
        let of_line: Vec<SmolStr> = nouns(view, words).collect();
        self.nouns.extend(of_line.iter().cloned());
        self.lately.push_back(of_line);
        if self.lately.len() > LATELY {
            self.lately.pop_front();
        }
    }

    /// Counts a line with all that it says.
    pub(super) fn tell_line(&mut self, view: View<'_>, words: &[usize]) {
        self.tell(view, words.iter().copied());
        self.said.push(weighty(view, words.iter().copied()));
    }

    /// Counts a paragraph with these nouns as read past, whatever lines it has.
    pub(super) fn hear(&mut self, nouns: &[SmolStr]) {
        for noun in nouns {
            if !self.heard.contains(noun) {
                self.heard.insert(noun.clone());
            }
        }
    }

    /// Whether no paragraph is above.
    pub(super) fn is_start(&self) -> bool {
        self.heard.is_empty()
    }

    /// Whether there is a headline.
    pub(super) fn has_headline(&self) -> bool {
        !self.headline.is_empty()
    }

    /// Whether a line has said a noun.
    pub(super) fn has(&self, lemma: &str) -> bool {
        self.nouns.contains(lemma)
    }

    /// Whether the headline or one of the lines just above has said a noun: "the bill" of a line far above can be another one.
    pub(super) fn has_lately(&self, lemma: &str) -> bool {
        self.has(lemma)
            && (self.headline.contains(lemma) || self.lately.iter().any(|line| line.iter().any(|noun| noun == lemma)))
    }

    /// Whether a paragraph above has said a noun.
    pub(super) fn has_heard(&self, lemma: &str) -> bool {
        self.heard.contains(lemma)
    }

    /// Whether a line above or the headline says what a line would say.
    pub(super) fn has_said(&self, view: View<'_>, words: &[usize]) -> bool {
        let said = weighty(view, words.iter().copied());
        repeats_headline(&said, &self.headline) || self.said.iter().rev().take(ABOVE).any(|above| repeats(&said, above))
    }
}

/// The nouns of a paragraph, each once.
pub(super) fn nouns_of(view: View<'_>) -> Vec<SmolStr> {
    let nouns: FxHashSet<SmolStr> = nouns(view, 0..view.len()).collect();
    nouns.into_iter().collect()
}

/// The nouns among some words.
pub(super) fn nouns(view: View<'_>, words: impl Iterator<Item = usize>) -> impl Iterator<Item = SmolStr> {
    words
        .filter(move |word| matches!(view.upos(*word), Upos::Noun | Upos::Propn))
        .map(move |word| SmolStr::new(view.lemma(word).to_lowercase()))
}

/// The names, nouns, verbs and numbers among some words.
fn weighty(view: View<'_>, words: impl Iterator<Item = usize>) -> FxHashSet<SmolStr> {
    let is_weighty = |at: &usize| matches!(view.upos(*at), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Num);
    words
        .filter(is_weighty)
        .map(|at| SmolStr::new(view.lemma(at).to_lowercase()))
        .collect()
}

/// Whether a line says what was said above it: most of its words, and little else.
fn repeats(said: &FxHashSet<SmolStr>, above: &FxHashSet<SmolStr>) -> bool {
    let shared = above.intersection(said).count();
    let is_same = said.len() == shared && above.len() == shared;
    is_same && shared > 0 || above.len() >= SHORTEST && shared * 4 >= above.len() * 3
}

/// The same of the headline, which is shorter than what it announces.
fn repeats_headline(said: &FxHashSet<SmolStr>, headline: &FxHashSet<SmolStr>) -> bool {
    let shared = headline.intersection(said).count();
    headline.len() >= SHORTEST && shared * 3 >= headline.len() * 2
}
