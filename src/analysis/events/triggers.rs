//! Which words of a block name events. It says nothing about who takes part.

use crate::analysis::events::lexicon::{self, Entry};
use crate::analysis::events::tree::Tree;
use crate::language::{Relation, Tag, Upos};

/// A word that names an event.
#[derive(Clone, Copy, Debug)]
pub struct Trigger {
    /// The word.
    pub word: usize,
    /// What it names.
    pub entry: Entry,
    /// Whether it is a noun.
    pub nominal: bool,
    /// The light verb of which it is the object ("held" of "held talks").
    pub light: Option<usize>,
}

/// The triggers of a block in order. Linear in its words.
#[must_use]
pub fn triggers(tree: &Tree<'_>) -> Vec<Trigger> {
    let count = tree.language.words.len();
    let nouns: Vec<Option<Entry>> = (0..count).map(|word| noun(tree, word)).collect();
    let mut carried = vec![false; count];
    let mut found = Vec::new();
    for (word, entry) in nouns.iter().enumerate() {
        if let Some(entry) = entry {
            let light = light_verb(tree, word);
            if let Some(carried) = light.and_then(|light| carried.get_mut(light)) {
                *carried = true;
            }
            found.push(Trigger {
                word,
                entry: *entry,
                nominal: true,
                light,
            });
        }
    }
    for (word, carried) in carried.iter().enumerate() {
        if !carried && let Some(entry) = verb(tree, word) {
            found.push(Trigger {
                word,
                entry,
                nominal: false,
                light: None,
            });
        }
    }
    found.sort_by_key(|trigger| trigger.word);
    found
}

fn verb(tree: &Tree<'_>, word: usize) -> Option<Entry> {
    let lower = tree.lower(word);
    // "according to the readout" reports, whatever its tag.
    if lower == "according" && tree.lower(word + 1) == "to" {
        return Some(lexicon::verb("accord"));
    }
    // "Police arrest mayor": taggers take the ending for a superlative's.
    if tree.tag(word) == Tag::SuperlativeAdjective && lexicon::known_verb(&lower).is_some() && follows_noun(tree, word)
    {
        return lexicon::known_verb(&lower);
    }
    if tree.upos(word) != Upos::Verb {
        return None;
    }
    let lemma = tree.lemma(word);
    // Prepositions in the dress of verbs ("including"), and participles that stand for an adjective ("based in").
    let no_verb = matches!(
        tree.relation(word),
        Relation::Case | Relation::Mark | Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Fixed
    );
    if no_verb || lexicon::is("no-event", &lower) || matches!(lemma.as_str(), "be" | "let" | "’s" | "'s") {
        return None;
    }
    // "met demand", "meet it halfway": nobody meets anybody.
    if lemma == "meet" && (word + 1..word + 4).any(|at| lexicon::is("meet-idiom", &tree.lower(at))) {
        return Some(lexicon::verb("manage"));
    }
    // "gives gives": the second one tells.
    if tree.lower(word + 1) == lower {
        return None;
    }
    // "released a statement", "the report issued by": papers are said, prisoners are released.
    let papers = |at: usize| lexicon::is("paper", &tree.lemma(at));
    if matches!(lemma.as_str(), "release" | "issue" | "circulate")
        && (tree
            .children_by(word, &[Relation::Obj, Relation::NsubjPass])
            .any(papers)
            || tree.relation(word) == Relation::Acl && tree.head(word).is_some_and(papers))
    {
        return Some(lexicon::verb("publish"));
    }
    let off = || {
        tree.lower(word + 1) == "off"
            || (word + 1..word + 5).any(|at| tree.lower(at) == "off" && tree.tag(at) == Tag::Particle)
    };
    if lemma == "call" && off() {
        return Some(lexicon::verb("cancel"));
    }
    // "Dovak called Brandt on Monday" is a telephone's, "called Brandt a liar" is a name's.
    let called = (lemma == "call")
        .then(|| tree.children_by(word, &[Relation::Obj, Relation::Iobj]).next())
        .flatten();
    if let Some(called) = called.filter(|called| *called > word && tree.upos(*called) == Upos::Propn) {
        let end = tree.phrase(called).end;
        let named = matches!(tree.upos(end), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num)
            || tree.tag(end) == Tag::OpeningQuote;
        let right_behind = tree.phrase(called).start <= word + 2 && tree.upos(word + 1) != Upos::Adp;
        if !named && right_behind && end < tree.sentence(word).end {
            return Some(lexicon::verb("phone"));
        }
    }
    // "called it a success" names, "called for calm" demands.
    if lemma == "call"
        && !(word + 1..word + 3).any(|at| matches!(tree.lower(at).as_str(), "for" | "on" | "upon" | "off"))
    {
        return Some(lexicon::verb("describe"));
    }
    // "the wounded man": a participle that stands for an adjective.
    if tree.relation(word) == Relation::Amod {
        return None;
    }
    Some(lexicon::verb(&lemma))
}

fn follows_noun(tree: &Tree<'_>, word: usize) -> bool {
    word.checked_sub(1)
        .is_some_and(|before| matches!(tree.upos(before), Upos::Noun | Upos::Propn | Upos::Pron))
}

fn noun(tree: &Tree<'_>, word: usize) -> Option<Entry> {
    let superlative = tree.tag(word) == Tag::SuperlativeAdjective && !follows_noun(tree, word);
    if tree.upos(word) != Upos::Noun && !superlative {
        return None;
    }
    let lemma = tree.lemma(word);
    let entry = lexicon::noun(&lemma).or_else(|| lexicon::noun(&tree.lower(word)))?;
    // "sales rose": money, not events.
    if lexicon::is("no-event", &tree.lower(word)) {
        return None;
    }
    // "the trade minister", "an attack dog": inside a compound a noun names what the head is about.
    if matches!(tree.relation(word), Relation::Compound | Relation::Flat) {
        return None;
    }
    Some(entry)
}

fn light_verb(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    let head = tree.head(noun)?;
    let object = matches!(tree.relation(noun), Relation::Obj | Relation::NsubjPass);
    (object && tree.upos(head) == Upos::Verb && lexicon::is_light(&tree.lemma(head))).then_some(head)
}
