//! Who and what a story is about, by its headline and first sentences. It chooses among the draft's words and adds none.

use std::ops::Range;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::events::fold::Known;
use crate::analysis::events::headlines::{self, Clause};
use crate::analysis::events::kinds::EventKind;
use crate::analysis::events::lexicon;
use crate::analysis::events::phrases;
use crate::analysis::{ActorKind, BlockFacts, MentionForm, Place};
use crate::language::{Relation, Tag, Upos, View};
use crate::markup::{Block, BlockKind, Furniture, Markup};

/// How many sentences at the head of a draft may tell what it is about.
const HEAD_SENTENCES: usize = 6;

/// Who did what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Who.
    pub who: Option<Place>,
    /// What: the verb phrase; for those who suffer it with them ("seven killed").
    pub what: Place,
}

/// Who and what of the first sentence at the head that has both. Looks at the first few sentences only.
#[must_use]
pub fn lead(markup: &Markup, blocks: &[Arc<BlockFacts>], known: Known<'_>) -> Option<Lead> {
    let mut seen = 0;
    let mut without_subject = None;
    let mut vague: Option<(SmolStr, Lead)> = None;
    for (number, (block, facts)) in markup.blocks.iter().zip(blocks).enumerate() {
        if !may_lead(block) {
            continue;
        }
        let view = View::new(&block.text, &facts.language);
        for sentence in &facts.language.sentences {
            if seen >= HEAD_SENTENCES {
                return vague.map(|(_, lead)| lead).or(without_subject);
            }
            seen += 1;
            let clause = (seen == 1 && is_display(block, facts))
                .then(|| headlines::read(view, sentence.words.clone()))
                .flatten()
                .or_else(|| of_sentence(view, sentence.words.clone()));
            let Some(clause) = clause else { continue };
            let at = |words: Range<usize>| Place::new(number, view.span(words));
            let found = answer(view, sentence.words.end, &clause, number);
            if let Some((number, lead)) = &vague {
                // "Seven killed", then "At least seven people were killed": the same, told in full.
                let full = clause.subject.clone().filter(|subject| {
                    let counts = |at: usize| {
                        view.lower(at) == *number || view.upos(at) == Upos::Num && number.parse::<u32>().is_err()
                    };
                    subject.len() > 1 && subject.clone().any(counts)
                });
                return Some(Lead {
                    who: full.map(at).or(lead.who),
                    ..*lead
                });
            }
            match &clause.subject {
                Some(subject) if subject.len() == 1 && matches!(view.upos(subject.start), Upos::Num | Upos::Adj) => {
                    vague = Some((view.lower(subject.start), found));
                }
                Some(_) => {
                    return Some(Lead {
                        who: found.who.map(|who| fuller(who, known, markup)),
                        ..found
                    });
                }
                None => without_subject = without_subject.or(Some(found)),
            }
        }
    }
    vague.map(|(_, lead)| lead).or(without_subject)
}

fn may_lead(block: &Block) -> bool {
    !matches!(
        block.kind,
        BlockKind::Furniture(
            Furniture::Slug | Furniture::Byline | Furniture::Dateline | Furniture::Embargo | Furniture::EndMark
        ) | BlockKind::TableCell
            | BlockKind::Caption
    )
}

/// Whether a block is a headline: a heading, or a single sentence without a full stop.
fn is_display(block: &Block, facts: &BlockFacts) -> bool {
    matches!(block.kind, BlockKind::Heading(_) | BlockKind::Field(_))
        || facts.language.sentences.len() == 1 && block.text.len() < 200 && !block.text.trim_end().ends_with('.')
}

fn answer(view: View<'_>, limit: usize, clause: &Clause, block: usize) -> Lead {
    let at = |words: Range<usize>| Place::new(block, view.span(words));
    let agent = clause
        .passive
        .then(|| by_whom(view, clause.predicate.start, limit))
        .flatten();
    let what = match &clause.subject {
        Some(subject) if clause.passive => subject.start..clause.predicate.end,
        _ => clause.predicate.clone(),
    };
    Lead {
        who: agent.or_else(|| clause.subject.clone()).map(at),
        what: at(what),
    }
}

/// "bombed in revenge attack by rebels": who did what others suffer.
fn by_whom(view: View<'_>, from: usize, limit: usize) -> Option<Range<usize>> {
    let by = (from..limit.min(from + 14)).find(|at| view.lower(*at) == "by" && view.upos(*at) == Upos::Adp)?;
    let mut end = by + 1;
    while end < limit && end < by + 8 && matches!(view.upos(end), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn) {
        end += 1;
    }
    let acts = (by + 1..end).last().is_some_and(|last| {
        matches!(view.upos(last), Upos::Noun | Upos::Propn)
            && !lexicon::is("unit-of-time", &view.lemma(last))
            && !matches!(view.tag(by + 1), Tag::Number | Tag::Gerund)
    });
    acts.then_some(by + 1..end)
}

/// Subject and verb phrase of a sentence, by its parse. Of reported words the words are taken, not the reporting.
fn of_sentence(view: View<'_>, words: Range<usize>) -> Option<Clause> {
    let root = words
        .clone()
        .find(|at| view.relation(*at) == Relation::Root)
        .filter(|root| view.upos(*root) == Upos::Verb)
        .or_else(|| {
            words.clone().find(|at| {
                view.upos(*at) == Upos::Verb && !matches!(view.relation(*at), Relation::Amod | Relation::Acl)
            })
        })?;
    let root = reported(view, root).unwrap_or(root);
    let subject = view.children_by(root, &[Relation::Nsubj, Relation::NsubjPass]).next();
    let subject = match subject {
        Some(subject) => Some(phrases::phrase(view, subject)),
        None if !view.is_parsed(root) => (words.start..root)
            .rev()
            .find(|at| matches!(view.upos(*at), Upos::Noun | Upos::Propn))
            .map(|subject| phrases::phrase(view, subject)),
        None => None,
    };
    let first = view
        .children_by(root, &[Relation::Aux, Relation::AuxPass])
        .filter(|aux| *aux < root)
        .fold(root, usize::min);
    let passive = view
        .children_by(root, &[Relation::NsubjPass, Relation::AuxPass])
        .next()
        .is_some();
    Some(Clause {
        subject,
        predicate: first..headlines::end_of_clause(view, root, words.end, passive),
        passive,
    })
}

/// The verb of what a verb of saying reports, if it has a subject that is no pronoun.
fn reported(view: View<'_>, verb: usize) -> Option<usize> {
    if lexicon::verb(&view.lemma(verb)).kind != EventKind::Say {
        return None;
    }
    view.children_by(verb, &[Relation::Ccomp, Relation::Parataxis])
        .find(|clause| {
            view.upos(*clause) == Upos::Verb
                && view
                    .children_by(*clause, &[Relation::Nsubj, Relation::NsubjPass])
                    .any(|subject| view.upos(subject) != Upos::Pron)
        })
}

/// The place where an actor is named in full, if `who` is a shorter name of theirs ("Ostrava's Holub"). A description
/// stays as it is where nothing tells whom it means.
fn fuller(who: Place, known: Known<'_>, markup: &Markup) -> Place {
    let text_of = |place: Place| {
        markup
            .blocks
            .get(place.block)
            .map_or("", |block| place.span.of(&block.text))
    };
    // The lead stands at the head: few mentions come before it.
    let of_who = known
        .mentions
        .iter()
        .take_while(|mention| mention.place.block <= who.block)
        .filter(|mention| who.covers(mention.place) && mention.place.span.end == who.span.end)
        .find(|mention| mention.actor.is_some());
    let Some(actor) = of_who
        .and_then(|mention| mention.actor)
        .and_then(|actor| known.actors.get(actor.0))
    else {
        return who;
    };
    if actor.kind != ActorKind::Person || text_of(who).contains(actor.name.as_str()) {
        return who;
    }
    actor
        .mentions
        .iter()
        .filter_map(|mention| known.mentions.get(mention.0))
        .find(|mention| mention.form == MentionForm::Named && text_of(mention.place) == actor.name)
        .map_or(who, |mention| mention.place)
}
