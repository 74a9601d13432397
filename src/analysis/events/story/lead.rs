//! Who and what a story is about, by its headline and first sentences. It chooses among the draft's words and adds none.

use std::ops::Range;

use smol_str::SmolStr;

use crate::analysis::events::LocalEvent;
use crate::analysis::events::context::EventContext;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::story::clause::Clause;
use crate::analysis::events::story::head::{StoryBlock, is_display};
use crate::analysis::events::story::whereabouts::is_whereabouts;
use crate::analysis::events::story::{headline, sentence};
use crate::analysis::{ActorKind, MentionForm, Place};
use crate::language::{Name, NameKind, Tag, Upos, View, calendar};
use crate::markup::{BlockId, Markup};

/// How many sentences at the head of a draft may say what it is about.
const HEAD_SENTENCES: usize = 6;

/// How far after the verb "by" may be, and how long its noun phrase may be, in words.
const BY_WITHIN: usize = 14;
const BY_PHRASE: usize = 8;

/// Who did what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Who.
    pub who: Option<Place>,
    /// What: the verb phrase; with the patients if there is no agent ("seven killed").
    pub what: Place,
}

/// A sentence at the head of a draft.
struct HeadSentence<'a> {
    view: View<'a>,
    block: BlockId,
    words: Range<usize>,
    events: &'a [LocalEvent],
    /// Whether its block looks like a headline.
    is_display: bool,
}

/// Who did what in the first sentence at the head that says both. Looks at the first few sentences only.
#[must_use]
pub fn lead(markup: &Markup, story: &[StoryBlock<'_>], known: EventContext<'_>) -> Option<Lead> {
    let mut without_subject = None;
    let mut counted: Option<(SmolStr, Lead)> = None;
    for (nth, sentence) in head_sentences(story).take(HEAD_SENTENCES).enumerate() {
        let Some(clause) = sentence.clause(nth == 0) else {
            continue;
        };
        let found = sentence.lead(&clause);
        if let Some((number, lead)) = counted {
            let in_full = sentence.who_in_full(&clause, &number);
            return Some(Lead {
                who: in_full.or(lead.who),
                ..lead
            });
        }
        match &clause.subject {
            // "We know who paid", "Who will pay?": what it is about comes below.
            Some(subject) if sentence.says_little(subject) || sentence.tells_whereabouts(&clause) => {
                without_subject = without_subject.or(Some(found))
            }
            Some(subject) => match sentence.bare_number(subject) {
                Some(number) => counted = Some((number, found)),
                None => {
                    let named = || named_below(&sentence, subject, story);
                    return Some(Lead {
                        who: named().or_else(|| found.who.map(|who| fuller(who, known, markup))),
                        ..found
                    });
                }
            },
            None => without_subject = without_subject.or(Some(found)),
        }
    }
    counted.map(|(_, lead)| lead).or(without_subject)
}

/// The sentences of a draft that may say what it is about, in order; a dateline says nothing.
fn head_sentences<'a>(story: &'a [StoryBlock<'a>]) -> impl Iterator<Item = HeadSentence<'a>> {
    story.iter().flat_map(|story| {
        let sentences = story.facts.language.sentences.iter();
        sentences
            .filter(|sentence| !story.is_outside(sentence.span))
            .map(move |sentence| HeadSentence {
                view: View::new(&story.block.text, &story.facts.language),
                block: story.id,
                words: sentence.words.clone(),
                events: &story.facts.events,
                is_display: is_display(story.block, story.facts),
            })
    })
}

impl HeadSentence<'_> {
    fn place(&self, words: Range<usize>) -> Place {
        Place::new(self.block, self.view.span(words))
    }

    /// What the sentence says first; the first one of a draft may be a headline.
    fn clause(&self, is_first: bool) -> Option<Clause> {
        let as_headline = (is_first && self.is_display).then(|| headline::read(self.view, self.words.clone()));
        as_headline
            .flatten()
            .or_else(|| sentence::read(self.view, self.words.clone()))
    }

    fn lead(&self, clause: &Clause) -> Lead {
        let agent = clause
            .passive
            .then(|| by_whom(self.view, clause.predicate.start, self.words.end))
            .flatten();
        let what = match &clause.subject {
            Some(subject) if clause.passive => subject.start..clause.predicate.end,
            _ => clause.predicate.clone(),
        };
        Lead {
            who: agent.or_else(|| clause.subject.clone()).map(|words| self.place(words)),
            what: self.place(what),
        }
    }

    /// Whether a sentence is a question, other than one after a comma, or has a pronoun for a subject.
    fn says_little(&self, subject: &Range<usize>) -> bool {
        let last = self.words.end.saturating_sub(1);
        let is_pronoun = subject.len() == 1 && self.view.upos(subject.start) == Upos::Pron;
        let asks = self.view.is(last, "?") && !self.words.clone().any(|at| self.view.is(at, ","));
        is_pronoun || asks
    }

    /// "The governor is in Paris."
    fn tells_whereabouts(&self, clause: &Clause) -> bool {
        is_whereabouts(self.view, clause.predicate.clone(), self.events)
    }

    /// "Seven killed": a subject that is nothing but a number.
    fn bare_number(&self, subject: &Range<usize>) -> Option<SmolStr> {
        let is_bare = subject.len() == 1 && matches!(self.view.upos(subject.start), Upos::Num | Upos::Adj);
        is_bare.then(|| self.view.lower(subject.start))
    }

    /// "Seven killed", then "At least seven people were killed": the subject of the second one, which says in full who the
    /// seven are.
    fn who_in_full(&self, clause: &Clause, number: &str) -> Option<Place> {
        let is_count = |at: usize| {
            self.view.lower(at) == number || self.view.upos(at) == Upos::Num && number.parse::<u32>().is_err()
        };
        let subject = clause.subject.clone();
        let counted = subject.filter(|subject| subject.len() > 1 && subject.clone().any(is_count));
        counted.map(|words| self.place(words))
    }
}

/// "bombed in revenge attack by rebels": who did it comes after "by".
fn by_whom(view: View<'_>, from: usize, limit: usize) -> Option<Range<usize>> {
    let by = (from..limit.min(from + BY_WITHIN)).find(|at| view.is(*at, "by") && view.upos(*at) == Upos::Adp)?;
    let mut end = by + 1;
    while end < limit
        && end < by + BY_PHRASE
        && matches!(view.upos(end), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn)
    {
        end += 1;
    }
    let last = (by + 1..end).last()?;
    // "by May", "by the end", "by resigning" say when and how.
    let acts = matches!(view.upos(last), Upos::Noun | Upos::Propn)
        && !is_time(&view.lemma(last))
        && !view.says_how(last)
        && !matches!(view.tag(by + 1), Tag::Number | Tag::Gerund);
    acts.then_some(by + 1..end)
}

/// The place where a person is named in full, if `who` is a shorter name of theirs ("Ostrava's Holub"). A description
/// is kept if nothing says who it means.
fn fuller(who: Place, known: EventContext<'_>, markup: &Markup) -> Place {
    // The lead is at the head: few mentions come before it.
    let actor = known
        .mentions
        .iter()
        .take_while(|mention| mention.place.block <= who.block)
        .filter(|mention| who.covers(mention.place) && mention.place.span.end == who.span.end)
        .find_map(|mention| mention.actor)
        .and_then(|actor| known.actors.get(actor.0));
    let Some(actor) = actor else { return who };
    let last = |name: &str| name.rsplit(' ').next().map(str::to_owned);
    if last(&actor.name) != last(markup.text_of(who)) {
        return who;
    }
    if actor.kind != ActorKind::Person || markup.text_of(who).contains(actor.name.as_str()) {
        return who;
    }
    actor
        .mentions
        .iter()
        .filter_map(|mention| known.mentions.get(mention.0))
        .find(|mention| mention.form == MentionForm::Named && markup.text_of(mention.place) == actor.name)
        .map_or(who, |mention| mention.place)
}

/// "Three victims named", then "They are Ana Rao, 44, and Bo Lund": the names that a sentence at the head says these people have. The
/// subject of the lead names nobody, and "they" are as many.
fn named_below(lead: &HeadSentence<'_>, subject: &Range<usize>, story: &[StoryBlock<'_>]) -> Option<Place> {
    let is_person = |name: &Name| name.kind == NameKind::Person;
    let names_nobody = !lead
        .view
        .language
        .names
        .iter()
        .any(|name| is_person(name) && subject.contains(&name.words.start));
    let pronouns: &[&str] = match lead.view.tag(subject.end.saturating_sub(1)) {
        Tag::PluralNoun => &["they"],
        Tag::SingularNoun => &["he", "she"],
        _ => return None,
    };
    head_sentences(story)
        .take(HEAD_SENTENCES)
        .find_map(|sentence| {
            let (view, first) = (sentence.view, sentence.words.start);
            let is_said = view.is_any(first, pronouns) && view.lemma(first + 1) == "be";
            let begins = |name: &Name| is_person(name) && name.words.start == first + 2;
            let end = (first + 2..sentence.words.end)
                .rev()
                .find(|at| view.upos(*at) != Upos::Punct)?
                + 1;
            (is_said && view.language.names.iter().any(begins)).then(|| sentence.place(first + 2..end))
        })
        .filter(|_| names_nobody)
}

/// "by the end", "by Friday", "by May": a time is no agent.
fn is_time(lemma: &str) -> bool {
    lexicon::is(WordClass::UnitOfTime, lemma) || calendar::weekday(lemma).is_some() || calendar::month(lemma).is_some()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::BlockFacts;
    use crate::analysis::events::story::head::story_blocks;
    use crate::language::testing::parsed;
    use crate::markup::{self, Format};

    /// Who and what of a draft, a block for each line.
    fn lead_of(blocks: &[&str]) -> (Option<String>, String) {
        let read: Vec<_> = blocks.iter().map(|block| parsed(block)).collect();
        let source: Vec<&str> = read.iter().map(|(text, _)| text.as_str()).collect();
        let markup = markup::read(&source.join("\n\n"), Format::Plain);
        let facts: Vec<_> = read
            .into_iter()
            .map(|(_, language)| {
                Arc::new(BlockFacts {
                    language,
                    ..BlockFacts::default()
                })
            })
            .collect();
        let known = EventContext {
            anchor: None,
            times: &[],
            actors: &[],
            mentions: &[],
            quotations: &[],
        };
        let lead = lead(&markup, &story_blocks(&markup, &facts), known).unwrap();
        let text = |place| markup.text_of(place).to_owned();
        (lead.who.map(text), text(lead.what))
    }

    const KILLED: &str = "Seven/seven/CD/2/nsubj killed/kill/VBD/0/root in/in/IN/4/case crash/crash/NN/2/obl";

    #[test]
    fn a_number_is_told_in_full_by_the_next_sentence() {
        let in_full = "Seven/seven/CD/2/nummod people/people/NNS/4/nsubj:pass were/be/VBD/4/aux:pass \
                       killed/kill/VBN/0/root there/there/RB/4/advmod";
        assert_eq!(
            lead_of(&[KILLED]),
            (Some("Seven".to_owned()), "Seven killed in crash".to_owned())
        );
        assert_eq!(lead_of(&[KILLED, in_full]).0, Some("Seven people".to_owned()));
    }

    #[test]
    fn names_are_taken_from_the_sentence_that_gives_them() {
        let markup = markup::read(
            "Three victims named\n\nThree victims were named on Monday. They are Ana Rao, 44, and Bo Lund.\n",
            Format::Plain,
        );
        let facts: Vec<_> = markup
            .blocks
            .iter()
            .map(|block| {
                Arc::new(BlockFacts {
                    language: crate::language::analyse(&block.text, crate::language::embedded()),
                    ..BlockFacts::default()
                })
            })
            .collect();
        let known = EventContext {
            anchor: None,
            times: &[],
            actors: &[],
            mentions: &[],
            quotations: &[],
        };
        let lead = lead(&markup, &story_blocks(&markup, &facts), known).unwrap();
        assert_eq!(
            lead.who.map(|who| markup.text_of(who)),
            Some("Ana Rao, 44, and Bo Lund")
        );
    }

    #[test]
    fn who_does_it_comes_after_by() {
        let marked = "Consulate/consulate/NN/2/nsubj bombed/bomb/VBN/0/root by/by/IN/4/case rebels/rebel/NNS/2/obl";
        assert_eq!(lead_of(&[marked]).0, Some("rebels".to_owned()));
        let marked = "Consulate/consulate/NN/2/nsubj closed/close/VBN/0/root by/by/IN/4/case May/May/NNP/2/obl";
        assert_eq!(lead_of(&[marked]).0, Some("Consulate".to_owned()));
    }
}
