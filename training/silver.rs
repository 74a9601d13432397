//! News that no person has parsed: its Penn tags come from another tagger, its trees from our own parser. The treebanks hold no
//! newswire, and what the program reads is much of it.

use std::path::{Path, PathBuf};

use copydesk::language::base::hashing::{Form, capitals};
use copydesk::language::base::lately::Lately;
use copydesk::language::base::parser::Scorer;
use copydesk::language::base::table::Scores;
use copydesk::language::base::tagger::{self, TagId};
use copydesk::language::base::{labels, parser, weights};
use copydesk::language::names;
use copydesk::language::{Relation, Tag, split_sentences, tokenise};
use copydesk::text::Span;
use rustc_hash::FxHashMap;
use serde_json::Value;

use crate::treebank::{Gold, Tree};

/// Penn tags that mean the same here as in the Wall Street Journal; the others are left to the tagger of the treebanks.
const SHARED: [Tag; 26] = [
    Tag::SingularNoun,
    Tag::PluralNoun,
    Tag::SingularName,
    Tag::PluralName,
    Tag::BaseVerb,
    Tag::PastTense,
    Tag::Gerund,
    Tag::PastParticiple,
    Tag::PresentTense,
    Tag::ThirdPerson,
    Tag::Adjective,
    Tag::ComparativeAdjective,
    Tag::SuperlativeAdjective,
    Tag::Adverb,
    Tag::ComparativeAdverb,
    Tag::SuperlativeAdverb,
    Tag::Modal,
    Tag::Preposition,
    Tag::Determiner,
    Tag::Coordinator,
    Tag::Number,
    Tag::PersonalPronoun,
    Tag::PossessivePronoun,
    Tag::WhDeterminer,
    Tag::WhPronoun,
    Tag::WhAdverb,
];

/// Reads the files of names that have tokens with Penn tags, as trees without arcs. `tagger` gives the universal tags,
/// and all tags where the given ones follow other customs.
pub fn read(files: &[PathBuf], tagger: &impl Scores) -> Result<Vec<Tree>, Box<dyn std::error::Error>> {
    let mut trees = Vec::new();
    for file in files {
        read_file(file, tagger, &mut trees)?;
    }
    let words: usize = trees.iter().map(|tree| tree.words.len()).sum();
    println!("silver: {} sentences, {words} words", trees.len());
    Ok(trees)
}

fn read_file(file: &Path, tagger: &impl Scores, trees: &mut Vec<Tree>) -> Result<(), Box<dyn std::error::Error>> {
    for (document, line) in std::fs::read_to_string(file)?.lines().enumerate() {
        let value: Value = serde_json::from_str(line)?;
        let given: FxHashMap<(u64, u64), &str> = value["tokens"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|token| Some(((token[0].as_u64()?, token[1].as_u64()?), token[2].as_str()?)))
            .filter(|(_, tag)| SHARED.iter().any(|shared| shared.name() == *tag))
            .collect();
        if given.is_empty() {
            continue;
        }
        let mut start = 0;
        for paragraph in value["text"].as_str().unwrap_or("").split("\n\n") {
            let words = tokenise(paragraph);
            for sentence in split_sentences(paragraph, &words) {
                let spans = &words[sentence];
                let wanted: Vec<Option<&str>> = spans
                    .iter()
                    .map(|span| {
                        given
                            .get(&((start + span.start) as u64, (start + span.end) as u64))
                            .copied()
                    })
                    .collect();
                trees.push(tree(paragraph, spans, &wanted, tagger, document));
            }
            start += paragraph.len() + 2;
        }
    }
    Ok(())
}

fn tree(text: &str, spans: &[Span], wanted: &[Option<&str>], tagger: &impl Scores, document: usize) -> Tree {
    let forms: Vec<Form> = spans.iter().map(|span| Form::new(span.of(text))).collect();
    let words = spans.iter().zip(tag_within(tagger, &forms, wanted)).enumerate();
    let words = words.map(|(at, (span, tag))| Gold {
        form: span.of(text).to_owned(),
        lemma: String::new(),
        tag,
        upos: tagger::tags()[usize::from(tag)].0,
        penn: tagger::tags()[usize::from(tag)].1,
        head: at,
        relation: Relation::None,
        span: Span::default(),
    });
    Tree {
        words: words.collect(),
        document: Some(document),
        ..Tree::default()
    }
}

/// Tags a sentence; of each word the tags with the wanted Penn tag compete alone.
fn tag_within(weights: &impl Scores, forms: &[Form], wanted: &[Option<&str>]) -> Vec<TagId> {
    let style = capitals(forms);
    let mut tagged: Vec<TagId> = Vec::with_capacity(forms.len());
    let mut features = Vec::new();
    for (at, wanted) in wanted.iter().enumerate() {
        features.clear();
        tagger::extract(forms, style, &tagged, at, &mut features);
        let mut scores = vec![0; tagger::tags().len()];
        weights.score(&features, &mut scores);
        if let Some(wanted) = wanted {
            for (score, (_, tag)) in scores.iter_mut().zip(tagger::tags()) {
                if tag.name() != *wanted {
                    *score = i32::MIN;
                }
            }
        }
        tagged.push(tagger::best(&scores) as TagId);
    }
    tagged
}

/// Gives each tree the heads and relations that a parser finds for its tags.
pub fn parse(trees: &mut [Tree], kinds: &[Vec<u8>], weights: &weights::Weights<'_>) {
    for (tree, kinds) in trees.iter_mut().zip(kinds) {
        let forms = tree.forms();
        let tagged: Vec<TagId> = tree.words.iter().map(|word| word.tag).collect();
        let arcs = parser::parse((&weights.parser, &mut Scorer::default()), &forms, &tagged, kinds, WIDE);
        let heads: Vec<usize> = arcs.iter().map(|arc| arc.head).collect();
        let given = labels::label(
            (&weights.labels, &mut Lately::default()),
            &forms,
            &tagged,
            kinds,
            &heads,
        );
        for (at, word) in tree.words.iter_mut().enumerate() {
            word.head = heads[at];
            let relation = labels::relations().get(usize::from(given[at])).copied();
            word.relation = if heads[at] == at {
                Relation::Root
            } else {
                relation.unwrap_or(Relation::Punct)
            };
        }
    }
}

/// A wider search than that of the program: there is time.
const WIDE: parser::Search = parser::Search { width: 16, gap: 1000 };

/// The classes of the words among the names, by a names layer that has not read the document.
pub fn classify(trees: &[Tree], tagged: &[Vec<TagId>], halves: [&impl Scores; 2]) -> Vec<Vec<u8>> {
    let of = |(tree, tagged): (&Tree, &Vec<TagId>)| {
        let [even, odd] = halves;
        match tree.document {
            Some(document) if document % 2 == 1 => names::classify(odd, &tree.forms(), tagged),
            _ => names::classify(even, &tree.forms(), tagged),
        }
    };
    trees.iter().zip(tagged).map(of).collect()
}
