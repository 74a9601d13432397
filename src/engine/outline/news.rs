//! Whether a line has news in it: not a scene, not what is always so, and not what only announces the next sentence. It weighs
//! and does not choose.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::actors::tables;
use crate::analysis::{ActorKind, Group, MentionForm, Place, TimeKind, times};
use crate::engine::Snapshot;
use crate::engine::lookup::in_block;
use crate::engine::outline::alone::Reading;
use crate::language::{Relation, Tag, Upos, View};
use crate::text::table;

/// Nouns that announce what another sentence says.
static ANNOUNCING: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("announcing_nouns.txt")).collect());

/// Adverbs of what is always so.
static HABITS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| table::lines(include_str!("habits.txt")).collect());

/// How many days a time has at most that dates a piece of news; "for years" does not.
const NEWS_DAYS: i32 = 8;

/// What a line weighs less that has no news.
const NO_NEWS: f32 = -3.0;

impl Reading<'_> {
    /// What the line weighs less because of what it tells. `root` is the main word of its sentence.
    pub(super) fn lack_of_news(&self, root: Option<usize>) -> f32 {
        let Some(root) = root else { return 0.0 };
        let lacks = self.is_always_so(root)
            || self.only_announces(root)
            || self.tells_career(root)
            || self.asks_somebody(root)
            || self.only_judges(root);
        if lacks { NO_NEWS } else { 0.0 }
    }

    /// "Libraries are open to all", "Old piers usually rot": a plural of no place and no day, in the present.
    fn is_always_so(&self, root: usize) -> bool {
        let view = self.view;
        let Some(subject) = view.subject_of(root).filter(|subject| self.line.shows(*subject)) else {
            return false;
        };
        let verb = view
            .auxiliaries_of(root)
            .chain(view.children_by(root, &[Relation::Cop]))
            .min();
        let verb = verb.unwrap_or(root);
        let is_present = matches!(view.tag(verb), Tag::PresentTense | Tag::ThirdPerson);
        let is_simple = is_present && !view.is_any(verb, &["have", "has"]) && view.tag(root) != Tag::Gerund;
        let is_habit = view
            .children_by(root, &[Relation::Advmod])
            .any(|adverb| HABITS.contains(view.lower(adverb).as_str()));
        // "Sixty nurses", "the nurses", "nurses in Senn" are some of them.
        let is_kind = view.tag(subject) == Tag::PluralNoun
            && view
                .child_by(subject, &[Relation::Det, Relation::Nummod, Relation::NmodPoss])
                .is_none();
        is_simple && (is_kind || is_habit) && !self.is_statement(root) && !self.has_fact(subject)
    }

    /// "Weil teased his brother": somebody to whom no line of the draft gives an office does something on no day and in no place.
    pub(super) fn is_scene(&self) -> bool {
        let mut shown = self.line.words.iter().copied();
        let Some(root) = shown.find(|word| self.view.relation(*word) == Relation::Root) else {
            return false;
        };
        let subject = self.view.subject_of(root).unwrap_or(root);
        let sentence = self.snapshot.sentence_of(self.place(root));
        // Whoever is charged, elected or hired is in the news.
        let is_public = matches!(
            self.group(root),
            Some(Group::Statement | Group::Law | Group::Politics | Group::Economy | Group::Agreement | Group::Protest)
        );
        let phrase = self.view.noun_phrase(subject);
        let is_public = is_public || is_office(self.view.span(phrase.clone()).of(self.view.text));
        // "Rosa, the oldest", "a good sister, Rosa": what somebody is to others is no office.
        let is_bare = phrase.clone().all(|at| self.view.upos(at) == Upos::Propn);
        let is_scene = if is_bare {
            self.snapshot.is_scene(sentence, self.view, root)
        } else {
            self.view.upos(subject) == Upos::Propn && self.is_person(subject)
        };
        is_scene && !is_public && !self.has_fact(subject)
    }

    /// "There are a few options", "A tension emerged", "The pier is not the only problem": what it is comes in the next sentence.
    fn only_announces(&self, root: usize) -> bool {
        let view = self.view;
        let is_announcing = |noun: usize| ANNOUNCING.contains(view.lemma(noun).as_str()) && self.is_indefinite(noun);
        let says_which = |noun: usize| {
            let described = &[Relation::Nmod, Relation::Appos, Relation::AclRelcl];
            view.child_by(noun, described).is_some()
        };
        let is_there = view.child_by(root, &[Relation::Expl]).is_some();
        let object = view
            .object_of(root)
            .into_iter()
            .chain([root])
            .chain(view.subject_of(root));
        // "in a different way", "in a number of ways"
        let manner = view.children_by(root, &[Relation::Obl]).filter_map(|noun| {
            let counted = || {
                view.children_by(noun, &[Relation::Nmod])
                    .find(|of| view.is(*of, "ways"))
            };
            if view.is_any(noun, &["way", "ways"]) {
                Some(noun)
            } else {
                counted()
            }
        });
        let only = view.is(root.saturating_sub(1), "only") && view.is_negated_before(root)
            || view
                .children_by(root, &[Relation::Amod])
                .any(|only| view.is(only, "only") && view.child_by(root, &[Relation::Advmod]).is_some());
        // "There are a handful of changes", "They fall into two kinds".
        let counts = |noun: usize| {
            let few = &["few", "several", "some", "many", "other", "various"];
            let is_counted = view
                .children_by(noun, &[Relation::Amod, Relation::Det])
                .any(|word| view.is_any(word, few));
            is_counted || view.is_any(noun, &["handful", "number", "variety", "range", "couple"])
        };
        let has_number = self.line.words.iter().any(|word| view.upos(*word) == Upos::Num);
        let only_counts = is_there && counts(root) && !has_number && !self.has_colon(root);
        let sorts = view.children_by(root, &[Relation::Obl]).any(|noun| {
            view.is_any(noun, &["categories", "kinds", "types", "groups", "parts"])
                && view.case_of(noun).as_deref() == Some("into")
                && !says_which(noun)
        });
        let announces = object
            .filter(|noun| view.upos(*noun) == Upos::Noun)
            .any(|noun| is_announcing(noun) && (is_there || !says_which(noun)));
        announces && !self.is_statement(root)
            || manner.into_iter().any(is_announcing)
            || only
            || only_counts
            || sorts && !self.has_colon(root)
    }

    /// Whether the sentence of a word goes on after a colon or a dash.
    fn has_colon(&self, word: usize) -> bool {
        let view = self.view;
        view.sentence(word)
            .any(|at| at > word && matches!(view.form(at), ":" | "—" | "–") && self.line.shows(at))
    }

    /// "a different role", "a few options", "questions": not "the role" and not "her role".
    fn is_indefinite(&self, noun: usize) -> bool {
        let view = self.view;
        !view
            .children_by(noun, &[Relation::Det, Relation::NmodPoss, Relation::Nummod])
            .any(|word| !view.is_any(word, &["a", "an", "some", "any", "another", "no"]))
    }

    /// "Raising the money was easy", "The winter seemed long": what something is like, and no fact.
    fn only_judges(&self, root: usize) -> bool {
        let view = self.view;
        let adjective = match view.upos(root) {
            Upos::Adj if view.child_by(root, &[Relation::Cop]).is_some() => root,
            Upos::Verb if matches!(view.lemma(root).as_str(), "seem" | "look" | "feel" | "appear") => {
                let xcomp = view.child_by(root, &[Relation::Xcomp]);
                let Some(adjective) = xcomp.filter(|at| view.upos(*at) == Upos::Adj) else {
                    return false;
                };
                adjective
            }
            _ => return false,
        };
        let more = &[
            Relation::Ccomp,
            Relation::Xcomp,
            Relation::Obl,
            Relation::Advcl,
            Relation::Conj,
        ];
        let subject = view.subject_of(root).unwrap_or(root);
        view.child_by(adjective, more).is_none() && !self.has_fact(subject)
    }

    /// "Weil previously served as mayor": what somebody was before.
    fn tells_career(&self, root: usize) -> bool {
        let view = self.view;
        let before = view
            .children_by(root, &[Relation::Advmod])
            .any(|adverb| view.is_any(adverb, &["previously", "formerly", "once"]));
        before && view.subject_of(root).is_some_and(|subject| self.is_person(subject))
    }

    /// "The council asked Weil whether the dam leaks": the answer is elsewhere.
    fn asks_somebody(&self, root: usize) -> bool {
        let view = self.view;
        let asked = view.children_by(root, &[Relation::Ccomp, Relation::Advcl]);
        matches!(view.lemma(root).as_str(), "ask" | "wonder")
            && asked.into_iter().any(|clause| {
                view.children_by(clause, &[Relation::Mark])
                    .any(|mark| view.is_any(mark, &["whether", "if"]))
            })
    }

    /// Whether somebody says the sentence.
    pub(super) fn is_statement(&self, root: usize) -> bool {
        self.group(root) == Some(Group::Statement)
    }

    /// What kind of event a word reports.
    fn group(&self, word: usize) -> Option<Group> {
        let place = self.place(word);
        in_block(&self.snapshot.facts.events, self.block, |event| event.trigger)
            .find(|event| event.trigger == place)
            .map(|event| event.kind.group())
    }

    /// Whether the line has a number, an organization, a place or a day, its subject aside.
    fn has_fact(&self, subject: usize) -> bool {
        let view = self.view;
        let shows = |place: Place| self.line.shows(view.language.word_from(place.span.start));
        let phrase = view.span(view.noun_phrase(subject));
        self.line.words.iter().any(|word| view.upos(*word) == Upos::Num)
            || in_block(&self.snapshot.facts.mentions, self.block, |mention| mention.place).any(|mention| {
                mention.form == MentionForm::Named
                    && mention.kind != ActorKind::Person
                    && !phrase.covers(mention.place.span)
                    && shows(mention.place)
            })
            || in_block(&self.snapshot.facts.times, self.block, |time| time.place).any(|time| {
                matches!(time.kind, TimeKind::Date | TimeKind::Time) && time.days.is_some() && shows(time.place)
            })
    }

    pub(super) fn is_person(&self, word: usize) -> bool {
        let span = self.view.span(word..word + 1);
        in_block(&self.snapshot.facts.mentions, self.block, |mention| mention.place)
            .any(|mention| mention.kind == ActorKind::Person && mention.place.span.overlaps(span))
    }
}

/// Whether a role is an office: "Mayor", "Gov.", "head of the board", and no "mother", "student" or "oldest".
pub(super) fn is_office(role: &str) -> bool {
    let heads = |word: &str| {
        let noun = tables::noun(word.trim_end_matches('.').to_lowercase().as_str());
        noun.is_some_and(|(_, noun)| noun.title)
    };
    let is_written_so =
        role.starts_with(char::is_uppercase) || [" of ", " for "].iter().any(|link| role.contains(link));
    is_written_so && role.split(' ').any(heads)
}

impl Snapshot {
    /// "Rosa Weil woke before dawn": somebody without an office does something on no day. `verb` is the main verb of the
    /// sentence.
    pub(super) fn is_scene(&self, sentence: Place, view: View<'_>, verb: usize) -> bool {
        let Some(subject) = view.subject_of(verb) else {
            return false;
        };
        let phrase = Place::new(sentence.block, view.span(view.noun_phrase(subject)));
        let is_person = in_block(&self.facts.mentions, sentence.block, |mention| mention.place)
            .any(|mention| mention.kind == ActorKind::Person && phrase.covers(mention.place));
        // "Mayor Rosa Weil", "Rosa Weil, the mayor".
        let has_office = view.noun_phrase(subject).any(|at| view.upos(at) == Upos::Noun)
            || in_block(&self.facts.titles, sentence.block, |title| title.place)
                .any(|title| sentence.covers(title.place));
        let is_news = in_block(&self.facts.times, sentence.block, |time| time.place).any(|time| {
            sentence.covers(time.place)
                && matches!(time.kind, TimeKind::Date | TimeKind::Time)
                && time
                    .days
                    .is_none_or(|(first, last)| times::days_apart(first, last) < NEWS_DAYS)
        });
        is_person && !has_office && !is_news
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::outline::testing::lines;

    #[test]
    fn a_line_without_news_is_left_out() {
        for empty in [
            "Ferries usually carry sand and salt to other harbors.",
            "Voters have a few options to pay for the pier.",
            "There are a handful of changes that the board of Ostby wants.",
            "Ferries of Ostby fall into two main categories.",
            "The port of Ostby is committed to the safety of its crews.",
            "Our team will visit the port of Ostby on Monday.",
            "The board of Ostby will help the crews in a number of ways.",
            "Rosa Weil previously worked as a teacher in Ostby.",
            "The council of Ostby asked Rosa Weil whether the dam leaks.",
            "Rosa Weil teased her brother and ran down the hill.",
        ] {
            assert!(lines(empty).is_empty(), "{:?}", lines(empty));
        }
        for news in [
            "Sixty ferries carry sand and salt to the harbor of Ostby.",
            "The council of Ostby gave the crews two options on Monday.",
            "Rosa Weil was arrested in Ostby after the vote.",
            "Mayor Rosa Weil left the council after the vote.",
        ] {
            assert_eq!(lines(news), [news.trim_end_matches('.')]);
        }
    }
}
