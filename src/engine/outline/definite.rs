//! Whether a line says "the" of something that the draft has named before and no line has: "the bill", "the road". It resolves
//! nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::analysis::ActorKind;
use crate::analysis::actors::tables;
use crate::engine::outline::so_far::{ReadSoFar, nouns};
use crate::engine::outline::vague::{is_known, is_vague};
use crate::language::{Relation, Tag, Upos, View};
use crate::text::{calendar, table};

/// Nouns that call something by another name.
static EPITHETS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("epithets.txt")).collect());

/// The words of a line, and what its reader knows.
pub(super) struct Definite<'a> {
    view: View<'a>,
    shown: &'a [usize],
    so_far: &'a ReadSoFar,
    /// The nouns of the sentences before it in its paragraph.
    before: FxHashSet<SmolStr>,
}

impl<'a> Definite<'a> {
    /// A line of these words.
    pub(super) fn new(view: View<'a>, shown: &'a [usize], so_far: &'a ReadSoFar) -> Self {
        let start = shown.first().map_or(0, |first| view.sentence(*first).start);
        Self {
            view,
            shown,
            so_far,
            before: nouns(view, 0..start).collect(),
        }
    }

    /// "The two districts sued", "Lund said that the road is wet": whether the line speaks of a thing that only a sentence without
    /// a line has named. What a sentence is about may be called by another name than before; other subjects are open if the draft has
    /// named them by this noun, and so is what a vague noun alone stands for. Of a short line, everything is asked as subjects are.
    /// The first paragraph may begin with anything that its headline could have named.
    pub(super) fn is_open(&self, is_short: bool) -> bool {
        let view = self.view;
        let root = self
            .shown
            .iter()
            .copied()
            .find(|word| view.relation(*word) == Relation::Root);
        let subject = root.and_then(|root| view.subject_of(root));
        self.shown.iter().enumerate().any(|(at, noun)| {
            let shown_before = self.shown.get(..at).unwrap_or_default();
            let lemma = view.lemma(*noun);
            let is_subject = matches!(view.relation(*noun), Relation::Nsubj | Relation::NsubjPass);
            // "The court followed the city's example".
            let is_owner = view.relation(*noun) == Relation::NmodPoss && !self.leads_to_name(*noun);
            let is_heard = self.so_far.has_heard(&lemma) || self.before.contains(&lemma);
            let says_little = is_vague(&lemma) && (is_short || self.is_bare(*noun));
            let is_open = if self.so_far.is_start() {
                says_little && self.so_far.has_headline()
            } else {
                says_little || subject == Some(*noun) || (is_subject || is_owner || is_short) && is_heard
            };
            is_open && self.is_unexplained(*noun, shown_before)
        })
    }

    /// "The bill would close the pier": whether a vague noun alone acts, and nothing shown says which one is meant.
    pub(super) fn has_vague_subject(&self) -> bool {
        let view = self.view;
        self.shown.iter().enumerate().any(|(at, noun)| {
            matches!(view.relation(*noun), Relation::Nsubj | Relation::NsubjPass)
                && is_vague(&view.lemma(*noun))
                && self.is_bare(*noun)
                && self.is_unexplained(*noun, self.shown.get(..at).unwrap_or_default())
        })
    }

    /// "the company's chief executive, Rosa Weil": who is meant has a name.
    fn leads_to_name(&self, owner: usize) -> bool {
        let names = &[Relation::Appos, Relation::Flat];
        self.view
            .head(owner)
            .is_some_and(|owned| self.view.child_by(owned, names).is_some())
    }

    /// "The bill": a noun with nothing before it that describes it, in a main part of a clause.
    fn is_bare(&self, noun: usize) -> bool {
        let view = self.view;
        let describes = &[
            Relation::Amod,
            Relation::Compound,
            Relation::NmodUnmarked,
            Relation::Nummod,
            Relation::Flat,
        ];
        matches!(
            view.relation(noun),
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Obl | Relation::OblAgent | Relation::Nmod
        ) && view.child_by(noun, describes).is_none()
    }

    /// Whether a noun has "the", and nothing in the line or in those above it says which one is meant.
    fn is_unexplained(&self, noun: usize, shown_before: &[usize]) -> bool {
        let view = self.view;
        let is_definite = view.upos(noun) == Upos::Noun
            && view
                .child_by(noun, &[Relation::Det])
                .is_some_and(|article| view.is_any(article, &["the", "both", "these", "those"]));
        let lemma = view.lemma(noun);
        let is_told = if is_vague(&lemma) {
            self.so_far.has_lately(&lemma)
        } else {
            self.so_far.has(&lemma)
        };
        is_definite
            && !is_known(&lemma)
            && !is_told
            && !shown_before.iter().any(|word| view.lemma(*word) == lemma)
            && !self.says_which(noun, is_vague(&lemma))
            && !self.is_renamed(noun, shown_before)
            && !self.is_known_by_modifier(noun)
    }

    /// "Senn Ferries offered crews a bill that the company likes", "a plan to sell the mill, but the proposal": something that the
    /// line has named before goes by another name.
    fn is_renamed(&self, noun: usize, shown_before: &[usize]) -> bool {
        let view = self.view;
        let kind = |at: usize| tables::noun(&view.lemma(at)).map(|(_, noun)| noun.kind);
        let is_new = |at: usize| {
            view.child_by(at, &[Relation::Det])
                .is_some_and(|article| view.is_any(article, &["a", "an"]))
        };
        let lemma = view.lemma(noun);
        shown_before.iter().copied().any(|at| {
            let is_same_kind = match kind(noun) {
                Some(ActorKind::Organization) => {
                    kind(at) == Some(ActorKind::Organization) || view.upos(at) == Upos::Propn
                }
                Some(_) => false,
                None => is_vague(&lemma) && is_vague(&view.lemma(at)) && is_new(at),
            };
            is_same_kind && (is_new(at) || view.upos(at) == Upos::Propn)
        })
    }

    /// "the crews of Senn", "the crews that left": what comes after a noun and is shown. "The plan adopted Friday" takes more.
    fn says_which(&self, noun: usize, is_vague: bool) -> bool {
        let view = self.view;
        let describes = &[
            Relation::Nmod,
            Relation::NmodPoss,
            Relation::Acl,
            Relation::AclRelcl,
            Relation::Appos,
            Relation::Ccomp,
        ];
        view.children_by(noun, describes)
            .filter(|word| self.shown.binary_search(word).is_ok())
            .any(|word| {
                let is_participle = view.relation(word) == Relation::Acl && view.tag(word) == Tag::PastParticiple;
                let is_day = calendar::is_weekday(view.form(word)) || calendar::is_month(view.form(word));
                !(is_day || is_vague && is_participle)
            })
    }

    /// "The Senate bill", "the biggest donation": the words before a noun say which one it is. "The Senn County city" takes more.
    fn is_known_by_modifier(&self, noun: usize) -> bool {
        let view = self.view;
        let modifiers = &[
            Relation::Amod,
            Relation::Compound,
            Relation::NmodUnmarked,
            Relation::Flat,
        ];
        let is_epithet = EPITHETS.contains(view.lemma(noun).as_str());
        let tells = |word: usize| {
            let is_name = view.upos(word) == Upos::Propn && !is_epithet;
            // "The $10 million offer", "the federal aid".
            let is_sum = view
                .children_by(
                    word,
                    &[Relation::Dep, Relation::Nmod, Relation::Compound, Relation::Nummod],
                )
                .chain([word])
                .any(|part| view.upos(part) == Upos::Sym);
            let is_class = view.is_any(word, &["federal", "national", "international", "local"]);
            let is_extreme = view.tag(word) == Tag::SuperlativeAdjective
                || view.is_any(
                    word,
                    &[
                        "first", "second", "third", "last", "only", "current", "latest", "final", "next",
                    ],
                );
            is_name || is_extreme || is_sum || is_class || self.so_far.has(&view.lemma(word))
        };
        view.children_by(noun, modifiers).any(tells)
    }
}
