//! The lines of an outline as a reader meets them, from the top: a surname is given in full the first time, and what only a
//! sentence without a line explains has none either. It chooses among lines and makes none.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::analysis::{ActorId, ActorKind, Mention, MentionForm};
use crate::engine::Snapshot;
use crate::engine::headline::Line;
use crate::engine::lookup::in_block;
use crate::engine::outline::alone::Reading;
use crate::engine::outline::choose::Chosen;
use crate::engine::outline::main_line::MainLine;
use crate::engine::outline::news::is_office;
use crate::engine::outline::vague::is_known;
use crate::language::{Relation, Tag, Upos, View};
use crate::markup::{BlockId, BlockKind};
use crate::text::table;

/// Nouns that call something by another name.
static EPITHETS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("epithets.txt")).collect());

/// How many names, nouns, verbs and numbers a line has that another can repeat.
const SHORTEST: usize = 4;

/// With how many of the lines above it a line is compared.
const ABOVE: usize = 60;

/// How sure it must be whose surname it is.
const SURE: f32 = 0.85;

/// What the lines above have told a reader.
#[derive(Default)]
struct Told {
    actors: FxHashSet<ActorId>,
    /// What the headline says, if there is one.
    headline: FxHashSet<SmolStr>,
    nouns: FxHashSet<SmolStr>,
    /// What each line says.
    said: Vec<FxHashSet<SmolStr>>,
    lines: usize,
}

impl Snapshot {
    /// The chosen lines without those that leave open what they speak of, each with the full name of somebody it names first.
    pub(super) fn explained(&self, mut chosen: BTreeMap<BlockId, Chosen>, main: MainLine) -> BTreeMap<BlockId, Chosen> {
        let answers = self.facts.interview.answers;
        let mut told = Told {
            headline: main
                .headline
                .and_then(|headline| {
                    let view = self.view_of(headline)?;
                    Some(weighty(view, 0..view.len()))
                })
                .unwrap_or_default(),
            ..Told::default()
        };
        let mut kept = BTreeMap::new();
        for (index, block) in BlockId::number(&self.markup.blocks) {
            if matches!(block.kind, BlockKind::Heading(_)) || main.headline == Some(index) {
                self.tell_block(index, &mut told);
                continue;
            }
            let speakers = in_block(&self.facts.quotations, index, |quotation| quotation.place);
            let speakers: Vec<ActorId> = speakers
                .filter(|quotation| self.speaks_surely(quotation))
                .filter_map(|quotation| quotation.speaker.as_ref()?.actor)
                .collect();
            if let Some(mut line) = chosen.remove(&index)
                && answers.is_none_or(|first| index < first)
                && self.explain(&mut line, main, &mut told)
            {
                kept.insert(index, line);
            }
            told.actors.extend(speakers);
        }
        kept
    }

    /// Whether a line can be understood after those above it; if so, it counts as one of them.
    fn explain(&self, line: &mut Chosen, main: MainLine, told: &mut Told) -> bool {
        let block = line.sentence.block;
        let Some(view) = self.view_of(block) else {
            return true;
        };
        let shown = Arc::clone(&line.shown);
        let is_main = main.event == Some(line.event);
        let leaves_open = told.lines > 0 && leaves_open(view, &shown.words, told);
        let said = weighty(view, shown.words.iter().copied());
        let repeats = repeats_headline(&said, &told.headline)
            || told.said.iter().rev().take(ABOVE).any(|above| repeats(&said, above));
        if !is_main && (leaves_open || repeats || self.shows_scene(block, view, &shown)) {
            return false;
        }
        let names = in_block(&self.facts.mentions, block, |mention| mention.place);
        let names: Vec<&Mention> = names
            .filter(|mention| mention.form == MentionForm::Named)
            .filter(|mention| {
                let words = view.language.words_in(mention.place.span);
                !words.is_empty() && words.clone().all(|word| shown.shows(word))
            })
            .collect();
        line.who = names
            .iter()
            .find_map(|mention| self.full_name_of(view, &shown.words, mention, told))
            .unwrap_or_default();
        told.actors.extend(names.iter().filter_map(|mention| mention.actor));
        told.nouns.extend(nouns(view, shown.words.iter().copied()));
        told.said.push(said);
        told.lines += 1;
        true
    }

    /// Whether a line shows what somebody does to whom the draft gives no office, on no day and in no place.
    fn shows_scene(&self, block: BlockId, view: View<'_>, shown: &Line) -> bool {
        let reading = Reading {
            snapshot: self,
            block,
            view,
            line: shown,
        };
        let has_office = |mention: &Mention| {
            let actor = mention.actor.and_then(|id| self.actor(id));
            actor.is_some_and(|actor| actor.roles.iter().any(|role| is_office(&role.text)))
        };
        reading.is_scene()
            && !in_block(&self.facts.mentions, block, |mention| mention.place)
                .filter(|mention| shown.shows(view.language.word_from(mention.place.span.start)))
                .any(has_office)
    }

    /// "Weil": the full name of somebody of whom the lines above say nothing, if this one gives the surname alone.
    fn full_name_of(&self, view: View<'_>, shown: &[usize], mention: &Mention, told: &Told) -> Option<String> {
        let id = mention.actor.filter(|id| !told.actors.contains(id))?;
        let actor = self.actor(id).filter(|actor| actor.kind == ActorKind::Person)?;
        let written = self.text_of(mention.place);
        let is_surname = actor.name.len() > written.len() && actor.name.split(' ').next_back() == Some(written);
        let is_full_in_text = self.named_mentions_of(actor).any(|name| {
            let in_text = name
                .place
                .block
                .of(&self.markup.blocks)
                .is_some_and(|block| block.kind.is_body());
            in_text && self.text_of(name.place) == actor.name
        });
        let words = view.language.words_in(mention.place.span);
        // "The Weil administration said": the name describes something else.
        let describes = view.upos(words.end) == Upos::Noun && !matches!(view.form(words.end), "'s" | "’s");
        let is_sure = mention.confidence >= SURE && !self.is_quoted(mention.place) && !describes;
        (is_surname && is_full_in_text && is_sure && !is_introduced(view, shown, words)).then(|| actor.name.clone())
    }

    /// A heading is read, too.
    fn tell_block(&self, index: BlockId, told: &mut Told) {
        let mentions = in_block(&self.facts.mentions, index, |mention| mention.place);
        told.actors.extend(mentions.filter_map(|mention| mention.actor));
        if let Some(view) = self.view_of(index) {
            told.nouns.extend(nouns(view, 0..view.len()));
        }
    }
}

/// "Mayor Weil", "Weil, a teacher in Senn": the line says who it is.
fn is_introduced(view: View<'_>, shown: &[usize], name: Range<usize>) -> bool {
    let before = name.start.checked_sub(1).filter(|before| shown.contains(before));
    let has_title = before.is_some_and(|before| {
        matches!(view.upos(before), Upos::Noun | Upos::Propn) && !view.is_any(before, &["'s", "’s"])
    });
    let mut words = name;
    has_title || words.any(|word| view.children_by(word, &[Relation::Appos]).any(|of| shown.contains(&of)))
}

/// The nouns among some words.
fn nouns(view: View<'_>, words: impl Iterator<Item = usize>) -> impl Iterator<Item = SmolStr> {
    words
        .filter(move |word| matches!(view.upos(*word), Upos::Noun | Upos::Propn))
        .map(move |word| view.lemma(word))
}

/// The names, nouns, verbs and numbers among some words.
fn weighty(view: View<'_>, words: impl Iterator<Item = usize>) -> FxHashSet<SmolStr> {
    let is_weighty = |at: &usize| matches!(view.upos(*at), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Num);
    words.filter(is_weighty).map(|at| view.lemma(at)).collect()
}

/// Whether a line says what was said above it: most of its words, and little else.
fn repeats(said: &FxHashSet<SmolStr>, above: &FxHashSet<SmolStr>) -> bool {
    let shared = above.intersection(said).count();
    above.len() >= SHORTEST && shared * 4 >= above.len() * 3
}

/// The same of the headline, which is shorter than what it announces.
fn repeats_headline(said: &FxHashSet<SmolStr>, headline: &FxHashSet<SmolStr>) -> bool {
    let shared = headline.intersection(said).count();
    headline.len() >= SHORTEST && shared * 3 >= headline.len() * 2
}

/// "The two districts sued", "The Senn County city was flooded": a line about something that a sentence without a line has
/// named.
fn leaves_open(view: View<'_>, shown: &[usize], told: &Told) -> bool {
    let root = shown
        .iter()
        .copied()
        .find(|word| view.relation(*word) == Relation::Root);
    let subject = root.and_then(|root| view.subject_of(root));
    let Some(subject) = subject.filter(|subject| shown.contains(subject) && view.upos(*subject) == Upos::Noun) else {
        return false;
    };
    let is_definite = view
        .child_by(subject, &[Relation::Det])
        .is_some_and(|article| view.is_any(article, &["the", "both", "these", "those"]));
    let says_which = &[
        Relation::Nmod,
        Relation::NmodPoss,
        Relation::Acl,
        Relation::AclRelcl,
        Relation::Appos,
    ];
    let lemma = view.lemma(subject);
    is_definite
        && view.child_by(subject, says_which).is_none()
        && !is_known(&lemma)
        && !told.nouns.contains(&lemma)
        && !is_told_by_modifier(view, subject, told)
}

/// "The Senate bill", "the biggest donation": the words before a noun say which one it is. "The Senn County city" takes more.
fn is_told_by_modifier(view: View<'_>, noun: usize, told: &Told) -> bool {
    let modifiers = &[
        Relation::Amod,
        Relation::Compound,
        Relation::NmodUnmarked,
        Relation::Flat,
    ];
    let is_epithet = EPITHETS.contains(view.lemma(noun).as_str());
    let tells = |word: usize| {
        let is_name = view.upos(word) == Upos::Propn && !is_epithet;
        let is_extreme = view.tag(word) == Tag::SuperlativeAdjective
            || view.is_any(
                word,
                &[
                    "first", "second", "third", "last", "only", "current", "latest", "final", "next",
                ],
            );
        is_name || is_extreme || told.nouns.contains(&view.lemma(word))
    };
    view.children_by(noun, modifiers).any(tells)
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, analyse};
    use crate::language;

    /// The lines of an outline beneath its headline, each with what is written after it.
    fn lines(paragraphs: &[&str]) -> Vec<(String, String)> {
        let text = format!("Senn council meets in spring\n\n{}\n", paragraphs.join("\n\n"));
        let draft = Draft {
            text: text.as_str().into(),
            ..Draft::default()
        };
        let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
        let below = outline.into_iter().flat_map(|headline| headline.children);
        below.map(|item| (item.name, item.detail)).collect()
    }

    #[test]
    fn a_surname_comes_with_the_full_name_the_first_time() {
        let found = lines(&[
            "“The pier of Senn will be sold to nobody as long as I sit here,” the harbor master Rosa Weil said.",
            "The council of Senn closed the north pier in Kessel after a flood.",
            "A court in Ostby sent Bo Lund, a pilot, to prison.",
            "Lund pleaded guilty to fraud in Ostby.",
            "Weil sued the council of Senn in Ostby.",
        ]);
        let after = |start: &str| {
            found
                .iter()
                .find(|(line, _)| line.starts_with(start))
                .map(|(_, who)| who.as_str())
        };
        assert_eq!(after("Lund pleaded"), Some(""), "{found:?}");
        assert_eq!(after("Weil sued"), Some(""), "{found:?}");
        let found = lines(&[
            "The council of Senn closed the north pier in Kessel after a flood.",
            "What did Bo Lund, a pilot, know of the dam?",
            "Lund pleaded guilty to fraud in Ostby.",
        ]);
        let lund = found.iter().find(|(line, _)| line.starts_with("Lund pleaded"));
        assert_eq!(lund.map(|(_, who)| who.as_str()), Some("Bo Lund"), "{found:?}");
    }

    /// The first two words.
    fn begins(sentence: &str) -> &str {
        sentence
            .match_indices(' ')
            .nth(1)
            .map_or(sentence, |(end, _)| sentence.split_at(end).0)
    }

    #[test]
    fn a_thing_that_no_line_has_named_has_no_line() {
        let first = "The council of Senn closed the north pier in Kessel after a flood.";
        for open in [
            "The two districts sued the company in Ostby.",
            "The volunteer crews left the port of Ostby.",
            "The Ostby city was flooded in the spring.",
        ] {
            assert!(
                lines(&[first, open])
                    .iter()
                    .all(|(line, _)| !line.starts_with(begins(open))),
                "{open}"
            );
        }
        for clear in [
            "The governor opened a school in Ostby.",
            "The crews of two ferries left the port of Ostby.",
            "The biggest ferry left the port of Ostby.",
            "The pier was sold to a company in Ostby.",
        ] {
            assert!(
                lines(&[first, clear])
                    .iter()
                    .any(|(line, _)| line.starts_with(begins(clear))),
                "{clear}"
            );
        }
    }
}
