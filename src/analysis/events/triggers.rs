//! Which words of a block name events. It says nothing about who takes part.

use crate::analysis::events::lexicon::{self, Entry};
use crate::analysis::events::phrases;
use crate::language::{Relation, Tag, Upos, View};

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
pub fn triggers(view: View<'_>) -> Vec<Trigger> {
    let count = view.language.words.len();
    let nouns: Vec<Option<Entry>> = (0..count).map(|word| noun(view, word)).collect();
    let mut carried = vec![false; count];
    let mut found = Vec::new();
    for (word, entry) in nouns.iter().enumerate() {
        if let Some(entry) = entry {
            let light = light_verb(view, word);
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
        if !carried && let Some(entry) = verb(view, word) {
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

fn verb(view: View<'_>, word: usize) -> Option<Entry> {
    let lower = view.lower(word);
    // "according to the readout" reports, whatever its tag.
    if lower == "according" && view.lower(word + 1) == "to" {
        return Some(lexicon::verb("accord"));
    }
    // "Police arrest mayor": taggers take the ending for a superlative's.
    if view.tag(word) == Tag::SuperlativeAdjective && lexicon::known_verb(&lower).is_some() && follows_noun(view, word)
    {
        return lexicon::known_verb(&lower);
    }
    if view.upos(word) != Upos::Verb {
        return None;
    }
    let lemma = view.lemma(word);
    // Prepositions in the dress of verbs ("including"), and participles that stand for an adjective ("based in").
    let no_verb = matches!(
        view.relation(word),
        Relation::Case | Relation::Mark | Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Fixed
    );
    if no_verb || lexicon::is("no-event", &lower) || matches!(lemma.as_str(), "be" | "let" | "’s" | "'s") {
        return None;
    }
    // "met demand", "meet it halfway": nobody meets anybody.
    if lemma == "meet" && (word + 1..word + 4).any(|at| lexicon::is("meet-idiom", &view.lower(at))) {
        return Some(lexicon::verb("manage"));
    }
    // "gives gives": the second one tells.
    if view.lower(word + 1) == lower {
        return None;
    }
    // "released a statement", "the report issued by": papers are said, prisoners are released.
    let papers = |at: usize| lexicon::is("paper", &view.lemma(at));
    if matches!(lemma.as_str(), "release" | "issue" | "circulate")
        && (view
            .children_by(word, &[Relation::Obj, Relation::NsubjPass])
            .any(papers)
            || view.relation(word) == Relation::Acl && view.head(word).is_some_and(papers))
    {
        return Some(lexicon::verb("publish"));
    }
    let off = || {
        view.lower(word + 1) == "off"
            || (word + 1..word + 5).any(|at| view.lower(at) == "off" && view.tag(at) == Tag::Particle)
    };
    if lemma == "call" && off() {
        return Some(lexicon::verb("cancel"));
    }
    // "Dovak called Brandt on Monday" is a telephone's, "called Brandt a liar" is a name's.
    let called = (lemma == "call")
        .then(|| view.children_by(word, &[Relation::Obj, Relation::Iobj]).next())
        .flatten();
    if let Some(called) = called.filter(|called| *called > word && view.upos(*called) == Upos::Propn) {
        let end = phrases::phrase(view, called).end;
        let named = matches!(view.upos(end), Upos::Det | Upos::Adj | Upos::Noun | Upos::Num)
            || view.tag(end) == Tag::OpeningQuote;
        let right_behind = phrases::phrase(view, called).start <= word + 2 && view.upos(word + 1) != Upos::Adp;
        if !named && right_behind && end < view.sentence(word).end {
            return Some(lexicon::verb("phone"));
        }
    }
    // "called it a success" names, "called for calm" demands.
    if lemma == "call"
        && !(word + 1..word + 3).any(|at| matches!(view.lower(at).as_str(), "for" | "on" | "upon" | "off"))
    {
        return Some(lexicon::verb("describe"));
    }
    // "the wounded man": a participle that stands for an adjective.
    if view.relation(word) == Relation::Amod {
        return None;
    }
    Some(lexicon::verb(&lemma))
}

fn follows_noun(view: View<'_>, word: usize) -> bool {
    word.checked_sub(1)
        .is_some_and(|before| matches!(view.upos(before), Upos::Noun | Upos::Propn | Upos::Pron))
}

fn noun(view: View<'_>, word: usize) -> Option<Entry> {
    let superlative = view.tag(word) == Tag::SuperlativeAdjective && !follows_noun(view, word);
    if view.upos(word) != Upos::Noun && !superlative {
        return None;
    }
    let lemma = view.lemma(word);
    let entry = lexicon::noun(&lemma).or_else(|| lexicon::noun(&view.lower(word)))?;
    // "sales rose": money, not events.
    if lexicon::is("no-event", &view.lower(word)) {
        return None;
    }
    // "the trade minister", "an attack dog": inside a compound a noun names what the head is about.
    if matches!(view.relation(word), Relation::Compound | Relation::Flat) {
        return None;
    }
    Some(entry)
}

fn light_verb(view: View<'_>, noun: usize) -> Option<usize> {
    let head = view.head(noun)?;
    let object = matches!(view.relation(noun), Relation::Obj | Relation::NsubjPass);
    (object && view.upos(head) == Upos::Verb && lexicon::is_light(&view.lemma(head))).then_some(head)
}
