//! Whether a line is clear on its own, or another sentence of the draft says who or what is meant. It resolves nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::{ActorKind, EventKind, Place};
use crate::engine::Snapshot;
use crate::engine::headline::Line;
use crate::engine::lookup::in_block;
use crate::engine::outline::vague::is_vague;
use crate::language::{Relation, Tag, Upos, View};
use crate::markup::BlockId;
use crate::text::table::{self, WordList};

/// Nouns of time, and those to which "this" points in the same way.
static TIMES: WordList = WordList::new(include_str!("times.txt"));

/// Words at the head of a sentence that another sentence explains.
static OPEN_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("open_words.txt")).collect());

/// What a newsroom writes about its own work.
static NO_NEWS: LazyLock<Vec<&'static str>> = LazyLock::new(|| table::lines(include_str!("no_news.txt")).collect());

/// How many words after "both" may come before what the two are.
const BOTH: usize = 6;

/// A line to be read without the sentences around it.
pub(super) struct Reading<'a> {
    /// The draft.
    pub(super) snapshot: &'a Snapshot,
    /// The block of the line.
    pub(super) block: BlockId,
    /// Its words.
    pub(super) view: View<'a>,
    /// The line.
    pub(super) line: &'a Line,
}

impl Reading<'_> {
    /// Whether another sentence says who or what the line speaks of. `root` is the main word of the sentence, and `is_named`
    /// whether the line has a name for the pronoun at its head.
    pub(super) fn leaves_open(&self, root: Option<usize>, is_named: bool) -> bool {
        let Some(first) = self.line.words.first().copied() else {
            return true;
        };
        !is_named && begins_open(self.view, first)
            || root.is_some_and(|root| self.has_open_subject(first, root))
            || self.line.words.iter().any(|word| self.is_stranded(*word))
            || self.line.words.iter().any(|word| {
                self.points_back(*word) || self.is_halved(*word) || self.leans_back(*word) || self.is_rest(*word)
            })
            || self
                .line
                .words
                .iter()
                .skip(usize::from(is_named))
                .any(|word| self.is_open_pronoun(*word, root, is_named))
    }

    /// "Weil said at a meeting…", "Weil asked Wednesday": somebody says something, and the line leaves out what.
    pub(super) fn says_nothing(&self, root: usize) -> bool {
        let place = self.place(root);
        let mut at_root = in_block(&self.snapshot.facts.events, self.block, |event| event.trigger);
        let is_saying = at_root.any(|event| event.trigger == place && event.kind == EventKind::Say);
        let said = &[
            Relation::Ccomp,
            Relation::Xcomp,
            Relation::Obj,
            Relation::Parataxis,
            Relation::Csubj,
        ];
        // "Lund agreed": with whom, and that what is so, is in the sentence before.
        let is_answer = self
            .view
            .is_any(root, &["agreed", "agrees", "disagreed", "disagrees", "concurred"])
            && self.view.child_by(root, &[Relation::Obl]).is_none();
        (is_saying || is_answer) && !self.view.children_by(root, said).any(|word| self.line.shows(word))
    }

    /// "Senn spent three million by comparison", "The road was not as easy": half of what is compared. "As long as", "as well as" and
    /// "as soon as" compare nothing.
    fn is_halved(&self, word: usize) -> bool {
        let view = self.view;
        let shows = |at: usize| self.line.shows(at);
        let compares = view.is_any(word, &["by", "in"])
            && view.is_any(word + 1, &["comparison", "contrast"])
            && !view.is_any(word + 2, &["with", "to"]);
        let is_same_degree = view.is(word, "as")
            && view.upos(word) == Upos::Adv
            && matches!(view.upos(word + 1), Upos::Adj | Upos::Adv)
            && !view.is_any(word + 1, &["well", "much", "far"])
            && !(word + 2..view.sentence(word).end).any(|at| view.is(at, "as") && shows(at));
        let of_root = view
            .head(word)
            .is_some_and(|head| view.relation(head) == Relation::Root);
        let is_alike = view.is_any(word, &["similarly", "likewise"]) && of_root && view.upos(word + 1) == Upos::Verb
            || view.is(word, "similar")
                && view.relation(word) == Relation::Amod
                && view.child_by(word, &[Relation::Obl]).is_none()
                && !view.is_any(word + 1, &["to"])
                && !view.is(word + 2, "to");
        compares || is_same_degree || is_alike
    }

    /// "She drove home, he said": whether the line leaves out that somebody says so, and would state it as a fact.
    pub(super) fn loses_source(&self) -> bool {
        let (Some(first), Some(last)) = (self.line.words.first(), self.line.words.last()) else {
            return false;
        };
        let sentence = self.snapshot.sentence_of(self.place(*first));
        let shown = self.view.span(*first..*last + 1);
        // "…, he continued": what the parse has beside the sentence.
        let view = self.view;
        let is_aside = |word: usize| {
            view.relation(word) == Relation::Parataxis
                && view.upos(word) == Upos::Verb
                && view
                    .subject_of(word)
                    .is_some_and(|subject| matches!(view.upos(subject), Upos::Pron | Upos::Propn | Upos::Noun))
        };
        if view
            .sentence(*first)
            .any(|word| !self.line.shows(word) && is_aside(word))
        {
            return true;
        }
        in_block(&self.snapshot.facts.quotations, self.block, |quotation| quotation.place).any(|quotation| {
            let cue = quotation
                .cue
                .as_ref()
                .map(|cue| cue.place)
                .filter(|cue| sentence.covers(*cue));
            quotation.content.span.overlaps(shown)
                && cue.is_some_and(|cue| !self.line.shows(self.view.language.word_from(cue.span.start)))
        })
    }

    /// "A spokesperson declined to elaborate": what a reporter did for the story is not its news.
    pub(super) fn is_no_news(&self, shown: &str) -> bool {
        NO_NEWS.iter().any(|phrase| shown.contains(phrase))
    }

    pub(super) fn place(&self, word: usize) -> Place {
        Place::new(self.block, self.view.span(word..word + 1))
    }

    /// "that effort", "such bills", "the former", "the same fate": words for what was said before. "This week" is a time.
    fn points_back(&self, word: usize) -> bool {
        let view = self.view;
        let before_noun = |at: usize| {
            let noun = view
                .head(at)
                .filter(|noun| *noun > at && matches!(view.upos(*noun), Upos::Noun | Upos::Propn));
            noun.is_some() && matches!(view.relation(at), Relation::Det | Relation::DetPredet | Relation::Amod)
        };
        // "Weil wants to fix that"; "those who left" says which.
        let stands_alone = view.is_any(word, &["this", "that", "these", "those"])
            && view.tag(word) == Tag::Determiner
            && view.upos(word) == Upos::Pron
            && view
                .children_by(word, &[Relation::AclRelcl, Relation::Acl, Relation::Nmod])
                .next()
                .is_none();
        let demonstrates = view.is_any(word, &["this", "that", "these", "those", "such"]) && before_noun(word);
        let refers = view.is(word, "the") && view.is_any(word + 1, &["former", "latter", "same"]) && {
            // "The former mayor" is an office.
            !matches!(view.upos(word + 2), Upos::Noun | Upos::Propn | Upos::Adj) || view.is(word + 1, "same")
        };
        // "other reports"; "the mayor and other officials" says besides whom.
        let is_besides = view.is(word, "other")
            && view.relation(word) == Relation::Amod
            && before_noun(word)
            && view.head(word).is_some_and(|noun| {
                view.tag(noun) == Tag::PluralNoun
                    && view.relation(noun) != Relation::Conj
                    && view.child_by(noun, &[Relation::Det, Relation::Nummod]).is_none()
            })
            && !word
                .checked_sub(1)
                .is_some_and(|before| view.is_any(before, &["and", "or", "than", "each", "like"]));
        // "Lund said that made things worse": no clause begins with its verb.
        let is_subject = view.is(word, "that")
            && matches!(view.tag(word + 1), Tag::PastTense | Tag::ThirdPerson)
            && word.checked_sub(1).is_some_and(|verb| view.upos(verb) == Upos::Verb);
        // "Lund said that issue was new": a thing that can be counted has "the" or "a" after the word for a clause.
        let is_of_noun = view.is(word, "that")
            && view.tag(word + 1) == Tag::SingularNoun
            && is_vague(&view.lemma(word + 1))
            && matches!(view.relation(word + 1), Relation::Nsubj | Relation::NsubjPass)
            && view.child_by(word + 1, &[Relation::Amod]).is_none();
        (demonstrates || stands_alone || refers || is_besides || is_subject || is_of_noun)
            && !self.is_of_time(word)
            && !self.snapshot.is_quoted(self.place(word))
    }

    /// "It employs sixty people there", "Senn, for example, has two", "They were then able": words that lean on the sentence before.
    fn leans_back(&self, word: usize) -> bool {
        let view = self.view;
        let is_place = |at: usize| {
            let span = view.span(at..at + 1);
            view.upos(at) == Upos::Propn
                && in_block(&self.snapshot.facts.mentions, self.block, |mention| mention.place)
                    .any(|mention| mention.kind != ActorKind::Person && mention.place.span.overlaps(span))
        };
        let is_there = view.is(word, "there")
            && view.relation(word) == Relation::Advmod
            && !self
                .line
                .words
                .iter()
                .take_while(|at| **at < word)
                .any(|at| is_place(*at));
        let is_case = view.is(word, "for") && view.is_any(word + 1, &["example", "instance"]);
        // "were then able", "until then"
        let is_next = view.is(word, "then")
            && word.checked_sub(1).is_some_and(|before| {
                view.upos(before) == Upos::Aux || view.is_any(before, &["until", "since", "by", "before"])
            });
        // "Senn has none, either", "Kessel closed the pier, too".
        let is_added = view.is_any(word, &["either", "too"])
            && view.relation(word) == Relation::Advmod
            && view.is(word.saturating_sub(1), ",")
            && (word + 1 >= view.len() || view.upos(word + 1) == Upos::Punct);
        // "In each, the nursing home sued".
        let is_of_each = view.is(word, "each")
            && view.is(word + 1, ",")
            && word
                .checked_sub(1)
                .is_some_and(|before| view.upos(before) == Upos::Adp && self.line.words.first() == Some(&before));
        (is_there || is_case || is_next || is_added || is_of_each) && !self.snapshot.is_quoted(self.place(word))
    }

    /// "this week", "that day", "at the same time".
    fn is_of_time(&self, word: usize) -> bool {
        let noun = self.view.head(word).unwrap_or(word);
        let span = self.view.span(word..noun.max(word) + 1);
        in_block(&self.snapshot.facts.times, self.block, |time| time.place).any(|time| time.place.span.overlaps(span))
            || TIMES.has(&self.view.lower(noun))
    }

    /// "The harbor chose not to, Weil said": the verb is in another sentence.
    fn is_stranded(&self, word: usize) -> bool {
        let next = word + 1;
        // Words in marks may go on: "to "prepare for talks"".
        let opens = self.view.is(next, "\"") && self.view.upos(next + 1) == Upos::Verb;
        self.view.tag(word) == Tag::To
            && self.view.upos(word) == Upos::Part
            && !opens
            && (next >= self.view.len() || matches!(self.view.form(next), "," | "." | ";" | "—" | "”" | "\""))
    }
}

/// Whether a line begins with a word that another sentence explains ("It", "Those", "Each would").
fn begins_open(view: View<'_>, first: usize) -> bool {
    let ours = view.is_any(first, &["we", "you", "our", "your"]);
    let pronoun = view.tag(first) == Tag::PersonalPronoun && !ours;
    let points = OPEN_WORDS.contains(view.lower(first).as_str())
        || view.is(first, "of") && OPEN_WORDS.contains(view.lower(first + 1).as_str());
    let counts = matches!(view.upos(first), Upos::Pron | Upos::Det | Upos::Num | Upos::Adj)
        && matches!(view.relation(first), Relation::Nsubj | Relation::NsubjPass)
        && !view.is_any(first + 1, &["of"])
        && !ours
        && view.relation(first) != Relation::Expl;
    // "Only fifteen were denied"
    let counts = counts
        || view.is_any(first, &["only", "just", "about", "nearly", "almost", "some"])
            && view.upos(first + 1) == Upos::Num
            && matches!(view.relation(first + 1), Relation::Nsubj | Relation::NsubjPass)
            && !view.is(first + 2, "of");
    // "Both senators left": "Both Weil and Rao" and "Both sides of the river" say who.
    let pairs = view.is_any(first, &["both", "either", "neither"])
        && !(first + 1..first + BOTH)
            .take_while(|at| !matches!(view.upos(*at), Upos::Verb | Upos::Aux))
            .any(|at| view.is_any(at, &["and", "or", "nor", "of"]));
    let few = &["many", "most", "some", "several", "few", "all", "none"];
    let counts = counts || view.is_any(first, few) && matches!(view.upos(first + 1), Upos::Aux | Upos::Verb);
    // "One, the council would have to meet": a list that began above.
    let lists = matches!(view.upos(first), Upos::Num | Upos::Pron)
        && view.is(first + 1, ",")
        && view.is_any(first, &["one", "two", "three"]);
    pronoun || points || counts || pairs || lists
}

#[cfg(test)]
mod tests {
    use crate::engine::outline::testing::lines;

    #[test]
    fn a_line_that_another_sentence_explains_is_left_out() {
        for open in [
            "The council of Ostby sold that bridge on Monday.",
            "Similar ferries have met the same fate in Senn.",
            "The council of Ostby sold the latter on Monday.",
            "Both crews left the port of Senn on Monday.",
            "Other mayors signed the agreement in Kessel on Monday.",
            "Only 15 were sold in Ostby on Monday.",
            "Rosa Weil paid three million crowns for the pier of Ostby by comparison.",
            "The repair of the pier in Ostby was not as easy.",
            "Ostby, for example, has closed sixty piers.",
            "The council sold the ferries to a firm from the port after her speech on Monday.",
            "The council of Ostby has not closed a pier in May, either.",
            "Many are leaving the port of Ostby for Kessel in May.",
            "One, the council of Ostby would have to close the pier in May.",
            "The crews of Ostby said that made the pier of Senn unsafe in May.",
            "The crews of Ostby said in May that issue was the result of a flood in Senn.",
            "The council of Ostby will not close the pier until then, Rosa Weil said.",
            "In each, the council of Ostby closed a pier in May.",
            "Five of those Norlanders left the port of Ostby in May.",
            "Rosa Weil said they either hand the crews of Ostby a list or call the port.",
        ] {
            assert!(lines(open).is_empty(), "{:?}", lines(open));
        }
        for clear in [
            "The council of Ostby sold the pier this week.",
            "The former mayor of Ostby sold the pier on Monday.",
            "Both Rosa Weil and Ida Lund signed the agreement in Kessel on Monday.",
            "In her first year in office, Rosa Weil sold the pier of Ostby.",
        ] {
            assert_eq!(lines(clear), [clear.trim_end_matches('.')]);
        }
    }

    #[test]
    fn a_clause_that_waits_for_the_sentence_is_no_line() {
        let text = "As the water rose in the valley above the town of Ostby in the last week of the month and the crews of the \
                    county carried sand to the dam, the council of the town and the board of the county met in Kessel.";
        assert!(lines(text).iter().all(|line| line.contains("met")), "{:?}", lines(text));
    }
}
