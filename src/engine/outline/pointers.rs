//! Whether the words of a quotation speak of what only other words name: "that", "he did it", "the numbers". It resolves nothing.

use std::ops::Range;

use crate::analysis::actors::tables;
use crate::analysis::{ActorKind, Place};
use crate::engine::Snapshot;
use crate::engine::lookup::in_block;
use crate::engine::outline::definite::Definite;
use crate::engine::outline::so_far::ReadSoFar;
use crate::engine::outline::vague::is_known;
use crate::language::{Relation, Tag, Upos, View};
use crate::markup::BlockId;

/// How many words at the head of a quotation say what it is about.
const HEAD: usize = 6;

/// Words that stand for somebody.
const ONE: [&str; 9] = [
    "everybody",
    "everyone",
    "anybody",
    "anyone",
    "nobody",
    "somebody",
    "someone",
    "who",
    "person",
];

/// Words that stand for many people in spite of their form.
const MANY: [&str; 3] = ["people", "family", "public"];

/// The words of a quotation that a line would show, and what its reader knows.
pub(super) struct Pointers<'a> {
    /// The draft.
    pub(super) snapshot: &'a Snapshot,
    /// The block of the quotation.
    pub(super) block: BlockId,
    /// Its words.
    pub(super) view: View<'a>,
    /// Those that the line shows.
    pub(super) words: Range<usize>,
    /// Whether they are so few that each counts.
    pub(super) is_short: bool,
    /// What the lines above say.
    pub(super) so_far: &'a ReadSoFar,
}

impl Pointers<'_> {
    /// Whether the words leave open what they speak of. What comes before they have named anything is asked more than the rest, and
    /// of a few words everything is asked.
    pub(super) fn point_outside(&self) -> bool {
        let is_noun = |at: &usize| {
            matches!(self.view.upos(*at), Upos::Noun | Upos::Propn)
                && !self.is_time(*at)
                && !self.view.is_any(*at, &["lot", "kind", "sort"])
        };
        let named = self.words.clone().find(is_noun).unwrap_or(self.words.end);
        let shown: Vec<usize> = self.words.clone().collect();
        self.words.clone().any(|at| {
            let is_asked = self.is_short || at < named || at < self.words.start + HEAD;
            let asks = is_asked || self.is_weighty_demonstrative(at);
            self.is_open_pronoun(at, is_asked) || asks && self.is_open_demonstrative(at) || self.is_stand_in(at)
        }) || self.is_short && Definite::new(self.view, &shown, self.so_far).is_open(true)
            || Definite::new(self.view, &shown, self.so_far).has_vague_subject()
    }

    /// "He left", "them", "its roof": a pronoun with nothing before it in the line that it could stand for. Most of those in the
    /// middle of a long line stand for what it is about.
    fn is_open_pronoun(&self, at: usize, is_asked: bool) -> bool {
        let view = self.view;
        let is_pronoun = matches!(view.tag(at), Tag::PersonalPronoun | Tag::PossessivePronoun);
        let is_object = matches!(view.relation(at), Relation::Obj | Relation::Iobj);
        if !is_pronoun || view.relation(at) == Relation::Expl || !(is_asked || is_object) {
            return false;
        }
        if view.is_any(at, &["he", "him", "his", "she", "her", "hers", "himself", "herself"]) {
            return !self.before(at).any(|word| self.is_one_person(word));
        }
        if view.is_any(at, &["they", "them", "their", "theirs", "themselves"]) {
            return !self
                .before(at)
                .any(|word| self.is_several(word) && !self.acts_on(word, at));
        }
        view.is_any(at, &["it", "its", "itself"])
            && !says_clause(view, at)
            && !self
                .before(at)
                .any(|word| self.is_thing(word) && !self.acts_on(word, at) && !self.is_described_by(word, at))
    }

    /// "The worst thing about it": what a pronoun helps to describe is not what it stands for. "The port that lost its pier" can be.
    fn is_described_by(&self, noun: usize, pronoun: usize) -> bool {
        self.view.relation(pronoun) != Relation::NmodPoss && self.view.ancestors(pronoun).any(|above| above == noun)
    }

    /// The words of the line before one.
    fn before(&self, at: usize) -> Range<usize> {
        self.words.start..at.max(self.words.start)
    }

    fn is_person(&self, at: usize) -> bool {
        let place = Place::new(self.block, self.view.span(at..at + 1));
        is_people(&self.view.lemma(at))
            || in_block(&self.snapshot.facts.mentions, self.block, |mention| mention.place).any(|mention| {
                mention.kind == ActorKind::Person
                    && mention.place.span.overlaps(place.span)
                    && self.view.upos(at) == Upos::Propn
            })
    }

    fn is_one_person(&self, at: usize) -> bool {
        let is_anybody = ONE.contains(&self.view.lower(at).as_str());
        is_anybody || self.is_person(at) && self.view.tag(at) != Tag::PluralNoun
    }

    fn is_several(&self, at: usize) -> bool {
        let view = self.view;
        let is_plural = matches!(view.tag(at), Tag::PluralNoun | Tag::PluralName) && !self.is_time(at);
        let is_name = view.upos(at) == Upos::Propn && !self.is_time(at);
        let word = view.lower(at);
        let is_group = is_people(&view.lemma(at)) || ONE.contains(&word.as_str()) || MANY.contains(&word.as_str());
        is_plural
            || is_name
            || is_group
            || view.upos(at) == Upos::Noun && view.child_by(at, &[Relation::Conj]).is_some()
    }

    fn is_thing(&self, at: usize) -> bool {
        let view = self.view;
        let is_one = matches!(view.upos(at), Upos::Noun | Upos::Propn) && view.tag(at) != Tag::PluralNoun;
        let is_asked = matches!(
            view.lower(at).as_str(),
            "something" | "anything" | "everything" | "nothing"
        );
        // "No agency did a thing about it"
        (is_one || is_asked) && !view.is(at, "thing") && !self.is_time(at) && !self.is_person(at)
    }

    /// "The harbor is against it": what is acted on is not who acts.
    fn acts_on(&self, noun: usize, pronoun: usize) -> bool {
        let verb = self.view.head(pronoun);
        let subject = verb.and_then(|verb| self.view.subject_of(verb));
        let acts =
            subject.is_some_and(|subject| subject == noun || self.view.ancestors(noun).any(|above| above == subject));
        acts && self.view.relation(pronoun) != Relation::NmodPoss
    }

    fn is_time(&self, at: usize) -> bool {
        let span = self.view.span(at..at + 1);
        in_block(&self.snapshot.facts.times, self.block, |time| time.place).any(|time| time.place.span.overlaps(span))
    }

    /// "that process", "Money is behind this": a word that points at what was said before the line, or at what everybody sees.
    fn is_open_demonstrative(&self, at: usize) -> bool {
        let view = self.view;
        if !view.is_any(at, &["this", "that", "these", "those", "such"]) {
            return false;
        }
        let describes = &[Relation::AclRelcl, Relation::Acl, Relation::Nmod];
        // "That" at the head of a sentence may be taken for one that leads in a clause.
        let begins = (at == self.words.start && view.upos(at + 1) == Upos::Noun).then_some(at + 1);
        let noun = view
            .head(at)
            .filter(|noun| *noun > at && view.upos(*noun) == Upos::Noun)
            .filter(|_| matches!(view.relation(at), Relation::Det | Relation::Amod))
            // "We did this years ago"
            .filter(|noun| !view.is_any(at, &["this", "that"]) || view.tag(*noun) != Tag::PluralNoun)
            .or(begins);
        if let Some(noun) = noun {
            let lemma = view.lemma(noun);
            let is_near = view.is_any(at, &["this", "these"]);
            let is_clear = is_people(&lemma)
                || is_near && (self.is_time(noun) || is_known(&lemma) || self.so_far.has(&lemma))
                || self.before(at).any(|word| view.lemma(word) == lemma);
            return !is_clear && view.child_by(noun, describes).is_none();
        }
        let stands_alone = matches!(view.upos(at), Upos::Pron | Upos::Det)
            && !matches!(view.relation(at), Relation::Mark | Relation::Advmod)
            && !self.is_relative(at)
            && !view.is(at, "such");
        // "The pier has closed, and that is sad": the clause before it is what it stands for.
        let mut clause_before = self.before(at).filter(|word| view.upos(*word) != Upos::Punct);
        let ends = |verb: usize| (verb..at).any(|word| matches!(view.form(word), "," | "." | ";" | "—" | "–" | "?"));
        stands_alone
            && view.child_by(at, describes).is_none()
            && !(view.is_any(at, &["this", "that"]) && clause_before.any(|verb| self.has_subject(verb) && ends(verb)))
    }

    /// "We should not tolerate that", "based on this", "She said that that bothers her": what the verb is about, wherever it comes.
    fn is_weighty_demonstrative(&self, at: usize) -> bool {
        let view = self.view;
        let follows_that = at > self.words.start && view.is(at - 1, "that");
        let is_part = matches!(
            view.relation(at),
            Relation::Obj | Relation::Obl | Relation::Nmod | Relation::Nsubj | Relation::NsubjPass
        );
        view.is_any(at, &["this", "that"]) && (is_part || view.is(at, "that") && follows_that)
    }

    /// Whether a verb has a subject in the line that is somebody or something.
    fn has_subject(&self, verb: usize) -> bool {
        let subject = self.view.subject_of(verb);
        subject.is_some_and(|subject| self.words.contains(&subject))
    }

    /// "the bill that passed": a word that leads in a clause about the noun before it.
    fn is_relative(&self, at: usize) -> bool {
        let view = self.view;
        let follows_noun = at
            .checked_sub(1)
            .is_some_and(|before| matches!(view.upos(before), Upos::Noun | Upos::Propn | Upos::Pron));
        view.is(at, "that") && follows_noun && (view.tag(at).is_wh() || view.antecedent_of(at).is_some())
    }

    /// "I will not do so", "I think so", "We chose not to": the verb is in other words.
    fn is_stand_in(&self, at: usize) -> bool {
        let view = self.view;
        let ends = |next: usize| next >= self.words.end || matches!(view.form(next), "," | "." | ";" | "—" | "!");
        view.is_any(at, &["do", "does", "did", "doing", "done", "think", "hope", "say"])
            && view.is(at + 1, "so")
            && ends(at + 2)
            || view.tag(at) == Tag::To && view.upos(at) == Upos::Part && ends(at + 1)
            || self.is_stranded(at) && ends(at + 1)
    }

    /// "The port would rather we did not": a negation after which a verb of another sentence is left out. A verb of the line that
    /// does not govern this one may be the one that is meant ("some can pay, and some cannot").
    fn is_stranded(&self, at: usize) -> bool {
        let view = self.view;
        let Some(helper) = at.checked_sub(1).filter(|helper| *helper >= self.words.start) else {
            return false;
        };
        let can_help = matches!(view.upos(helper), Upos::Aux | Upos::Verb) && !view.is_any(helper, &["hope", "guess"]);
        view.is_any(at, &["not", "n't", "n’t"])
            && can_help
            && !self
                .before(helper)
                .any(|verb| view.upos(verb) == Upos::Verb && !view.ancestors(helper).any(|governs| governs == verb))
    }
}

/// "these people", "that man": a reader needs no more.
fn is_people(noun: &str) -> bool {
    tables::noun(noun).is_some_and(|(_, noun)| noun.kind == ActorKind::Person && !noun.title)
}

/// "It is clear that", "it makes sense to", "it seems": a pronoun that stands for a clause, or for nothing.
pub(super) fn says_clause(view: View<'_>, pronoun: usize) -> bool {
    view.is(pronoun, "it")
        && view.head(pronoun).filter(|head| *head > pronoun).is_some_and(|head| {
            let clauses = &[Relation::Csubj, Relation::Ccomp, Relation::Xcomp, Relation::Advcl];
            let is_marked = |clause: usize| {
                view.children_by(clause, &[Relation::Mark])
                    .any(|mark| view.is_any(mark, &["to", "that"]))
            };
            let clause = view
                .children_by(head, clauses)
                .any(|clause| clause > head && is_marked(clause));
            let is_bare = view.child_by(head, &[Relation::Csubj, Relation::Ccomp]).is_some();
            clause && view.relation(pronoun) != Relation::Obj && view.upos(head) != Upos::Verb
                || clause && view.object_of(head).is_some()
                || is_bare && view.upos(head) != Upos::Verb
                || matches!(view.lemma(head).as_ref(), "rain" | "snow")
                || matches!(view.lemma(head).as_ref(), "seem" | "appear" | "look")
                    && (clause || is_bare || view.is_any(head + 1, &["as", "like", "that"]))
        })
}
