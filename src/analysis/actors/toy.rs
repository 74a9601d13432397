//! A toy annotator for tests of actors and coreference: closed word lists and shapes, so that these tests do not depend on
//! what a trained tagger makes of a sentence. It is not part of the program.

use smol_str::SmolStr;

use crate::analysis::actors::{self, tables};
use crate::analysis::{Actor, BlockFacts, Mention};
use crate::language::{Language, Name, NameKind, Sentence, Tag, Upos, Word};
use crate::markup::{self, Format, Markup};
use crate::text::Span;

use std::sync::Arc;

const VERBS: &str = "said told met called won spoke arrived left wrote urged denied asked voted owns runs lost backed \
                     praised announced watched rejected signed pressed opened blamed thanked sailed add added";
const AUXILIARIES: &str = "is was are were be been has had have will would can could did does do";
const PREPOSITIONS: &str = "of in at for to from with on by after before near between about as against";
const DETERMINERS: &str = "the a an this that these those both another";
const ADJECTIVES: &str = "former acting new tall finance foreign prime old top next chief deputy senior";

/// A draft whose paragraphs are `paragraphs`, with its block facts.
pub(in crate::analysis) fn draft(paragraphs: &[&str]) -> (Markup, Vec<Arc<BlockFacts>>) {
    let markup = markup::read(&paragraphs.join("\n\n"), Format::Plain);
    let blocks = markup
        .blocks
        .iter()
        .map(|block| {
            let language = language(&block.text);
            let mentions = actors::of_block(&block.text, &language);
            Arc::new(BlockFacts {
                language,
                mentions,
                ..BlockFacts::default()
            })
        })
        .collect();
    (markup, blocks)
}

/// A draft with its block facts, its named actors and its mentions.
pub(in crate::analysis) type FoldedDraft = (Markup, Vec<Arc<BlockFacts>>, Vec<Arc<Actor>>, Vec<Mention>);

/// The named actors and the mentions of `paragraphs`.
pub(in crate::analysis) fn folded(paragraphs: &[&str]) -> FoldedDraft {
    let (markup, blocks) = draft(paragraphs);
    let (actors, mentions) = actors::fold(&markup, &blocks);
    (markup, blocks, actors, mentions)
}

/// The words of a text with parts of speech and names, but no parse.
pub(in crate::analysis) fn language(text: &str) -> Language {
    let mut language = Language::default();
    for span in tokens(text) {
        language.words.push(Word::at(span));
    }
    let mut start = 0;
    for at in 0..language.words.len() {
        let is_end = matches!(language.words[at].span.of(text), "." | "?" | "!") || at + 1 == language.words.len();
        if is_end {
            let span = language.words[start].span.join(language.words[at].span);
            language.sentences.push(Sentence {
                span,
                words: start..at + 1,
            });
            start = at + 1;
        }
    }
    let starts: Vec<usize> = language.sentences.iter().map(|sentence| sentence.words.start).collect();
    for at in 0..language.words.len() {
        let word = language.words[at].span.of(text).to_owned();
        let (upos, tag) = tag(&word, starts.contains(&at));
        language.words[at].upos = upos;
        language.words[at].tag = tag;
        language.words[at].lemma = SmolStr::new(match word.as_str() {
            "met" => "meet",
            "said" => "say",
            other => other,
        });
    }
    names(text, &mut language);
    language
}

fn tokens(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let initial = letter == '.'
            && start.is_some_and(|start| {
                let before = Span::new(start, at).of(text).rsplit('.').next().unwrap_or("");
                matches!(before, "Mr" | "Mrs") || (before.len() == 1 && before.chars().all(char::is_uppercase))
            });
        let inside = letter.is_alphanumeric() || initial || (letter == '-' && start.is_some());
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                spans.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
        if !inside && !letter.is_whitespace() && at < text.len() {
            let owner = matches!(letter, '\'' | '’') && text.as_bytes().get(at + letter.len_utf8()) == Some(&b's');
            spans.push(Span::new(at, at + letter.len_utf8() + usize::from(owner)));
        }
    }
    // The letter of "'s" was taken twice.
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        if kept.last().is_none_or(|last: &Span| !last.overlaps(span)) {
            kept.push(span);
        }
    }
    kept
}

fn tag(word: &str, first: bool) -> (Upos, Tag) {
    let lower = word.to_lowercase();
    let is = |list: &str| list.split_whitespace().any(|known| known == lower);
    match lower.as_str() {
        "'s" | "’s" => (Upos::Part, Tag::PossessiveEnding),
        "he" | "she" | "it" | "they" | "him" | "them" | "i" | "we" | "himself" => (Upos::Pron, Tag::PersonalPronoun),
        "his" | "her" | "its" | "their" | "our" => (Upos::Pron, Tag::PossessivePronoun),
        "and" | "or" | "but" => (Upos::Cconj, Tag::Coordinator),
        _ if is(DETERMINERS) => (Upos::Det, Tag::Determiner),
        _ if is(PREPOSITIONS) => (Upos::Adp, Tag::Preposition),
        _ if is(AUXILIARIES) => (Upos::Aux, Tag::PastTense),
        _ if is(VERBS) => (Upos::Verb, Tag::PastTense),
        _ if word.chars().all(|letter| !letter.is_alphanumeric()) => (Upos::Punct, Tag::Comma),
        _ if word.chars().all(char::is_numeric) => (Upos::Num, Tag::Number),
        _ if is(ADJECTIVES) && (first || lower == word) => (Upos::Adj, Tag::Adjective),
        _ if tables::noun(&lower).is_some() && lower == word => (
            Upos::Noun,
            if lower.ends_with('s') {
                Tag::PluralNoun
            } else {
                Tag::SingularNoun
            },
        ),
        _ if word.chars().next().is_some_and(char::is_uppercase) => (Upos::Propn, Tag::SingularName),
        _ => (Upos::Noun, Tag::SingularNoun),
    }
}

fn names(text: &str, language: &mut Language) {
    let is_part = |at: usize| {
        let word = language.words[at].span.of(text);
        language.words[at].upos == Upos::Propn
            && (tables::noun(&word.to_lowercase()).is_none() || is_organization(word))
            && !matches!(word, "Foreign" | "Finance" | "Prime")
            && !matches!(tables::state(word), Some(tables::StateWord::Demonym(_)))
    };
    let mut at = 0;
    let mut names = Vec::new();
    while at < language.words.len() {
        let start = at;
        while at < language.words.len() && is_part(at) {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        let span = language.span_of(start..at);
        let name = span.of(text);
        let kind = if tables::state(name).is_some() {
            NameKind::Place
        } else if name.split(' ').any(is_organization) || (name.len() < 5 && name.chars().all(char::is_uppercase)) {
            NameKind::Organization
        } else {
            NameKind::Person
        };
        names.push(Name { words: start..at, kind });
    }
    language.names = names;
}

fn is_organization(word: &str) -> bool {
    matches!(word, "Union" | "Group" | "Bank" | "Workers" | "Harbour" | "States")
}
