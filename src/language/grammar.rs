//! Questions about verbs and what depends on them, one copy of each: subjects, objects, auxiliaries, voice, negation. It
//! knows no topic: what a verb reports or which event it names is asked elsewhere. Noun phrases are in `noun_phrase.rs`.
//!
//! Questions whose names end in `_of` follow the parse; those in `_before` look at the parts of speech to the left of a
//! word, for sentences in which the parse is missing or not to be trusted.

use smol_str::SmolStr;

use crate::language::{Relation, Tag, Upos, View};

/// How many auxiliaries before a verb are looked at; English has at most four ("may have been being").
const AUXILIARIES: usize = 5;

/// How many verbs above one are asked for its subject.
const CONTROLLERS: usize = 4;

/// By the parse.
impl View<'_> {
    /// The subject of a verb, be it active or passive: "police" of "police left", "mayor" of "the mayor was arrested".
    #[must_use]
    pub fn subject_of(self, verb: usize) -> Option<usize> {
        self.child_by(verb, &[Relation::Nsubj, Relation::NsubjPass])
    }

    /// Who does what a verb says, though its subject may be with another verb: "mayor" for "left" in "the mayor rose and left",
    /// and for "praising" in "the mayor rose, praising her". In "asked Weil to leave" it is Weil.
    #[must_use]
    pub fn understood_subject_of(self, mut verb: usize) -> Option<usize> {
        for _ in 0..CONTROLLERS {
            if let Some(subject) = self.subject_of(verb) {
                return Some(subject);
            }
            let above = self.head(verb)?;
            let is_bare = !self.tag(verb).is_finite() || self.relation(verb) == Relation::Conj;
            match self.relation(verb) {
                Relation::Conj => {}
                Relation::Xcomp if is_bare => {
                    if let Some(object) = self.object_of(above) {
                        return Some(object);
                    }
                }
                // "She was named maid, giving her a rank": what follows from a passive is not done by its subject.
                Relation::Advcl if is_bare && self.upos(above) == Upos::Verb && !self.has_passive_marks(above) => {}
                _ => return None,
            }
            verb = above;
        }
        None
    }

    /// The direct object of a verb.
    #[must_use]
    pub fn object_of(self, verb: usize) -> Option<usize> {
        self.child_by(verb, &[Relation::Obj])
    }

    /// The auxiliaries of a verb, those of the passive included: "will have been" of "will have been arrested".
    pub fn auxiliaries_of(self, verb: usize) -> impl Iterator<Item = usize> {
        self.children_by(verb, &[Relation::Aux, Relation::AuxPass])
    }

    /// The clauses that a verb of saying or asking governs: "resigned" of "said Holub resigned".
    pub fn clauses_of(self, verb: usize) -> impl Iterator<Item = usize> {
        self.children_by(verb, &[Relation::Ccomp, Relation::Parataxis])
    }

    /// The preposition of a nominal, in lowercase: "with" of "with the mayor".
    #[must_use]
    pub fn case_of(self, nominal: usize) -> Option<SmolStr> {
        self.children_by(nominal, &[Relation::Case])
            .find(|child| *child < nominal)
            .map(|child| self.lower(child))
    }

    /// Whether the parse marks a verb as passive, by its subject or its auxiliary: "the mayor was arrested". A verb whose
    /// only auxiliary is "have" is none, whatever the parse makes of its subject: "traffic had increased".
    #[must_use]
    pub fn has_passive_marks(self, verb: usize) -> bool {
        if self.child_by(verb, &[Relation::AuxPass]).is_some() {
            return true;
        }
        let has = |at: usize| matches!(self.lemma(at).as_str(), "have" | "'ve" | "’ve" | "'d" | "’d");
        let mut auxiliaries = self.children_by(verb, &[Relation::Aux]).peekable();
        let is_perfect = auxiliaries.peek().is_some() && auxiliaries.all(has);
        self.child_by(verb, &[Relation::NsubjPass]).is_some() && !is_perfect
    }

    /// Whether a verb is passive: by its marks, or because it is a participle on its own: "the man arrested on Monday".
    ///
    /// "A fire destroyed the old one": a participle with an object is a past tense that the tagger took for one.
    #[must_use]
    pub fn is_passive(self, verb: usize) -> bool {
        let participle = self.tag(verb) == Tag::PastParticiple;
        let has_agent = || self.child_by(verb, &[Relation::OblAgent]).is_some();
        if self.has_passive_marks(verb) {
            return true;
        }
        if !participle || self.object_of(verb).is_some() && !has_agent() {
            return false;
        }
        match self.relation(verb) {
            Relation::Acl => true,
            Relation::Conj => false,
            _ => self.child_by(verb, &[Relation::Aux]).is_none(),
        }
    }

    /// The noun that a relative pronoun refers to: "boat" for "which" of "the boat which left".
    #[must_use]
    pub fn antecedent_of(self, pronoun: usize) -> Option<usize> {
        if self.upos(pronoun) != Upos::Pron || !self.is_any(pronoun, &["who", "which", "that", "whom"]) {
            return None;
        }
        let verb = self.head(pronoun)?;
        let clause = std::iter::once(verb)
            .chain(self.ancestors(verb))
            .find(|at| self.relation(*at).is_kind_of(Relation::Acl) || self.is_cleft(*at))?;
        self.head(clause)
    }

    /// "It was Lund who left": whether the clause of a verb says what somebody did who is named after "it was".
    fn is_cleft(self, verb: usize) -> bool {
        let named = self
            .head(verb)
            .filter(|_| self.relation(verb).is_kind_of(Relation::Advcl));
        named.is_some_and(|named| {
            let is_it = |at: usize| self.is(at, "it") && at < named;
            self.is_nominal(named)
                && self.child_by(named, &[Relation::Cop]).is_some()
                && self.children_by(named, &[Relation::Expl, Relation::Nsubj]).any(is_it)
        })
    }
}

/// By parts of speech.
impl View<'_> {
    /// Whether a word is a noun, a name or a pronoun, possessives not counted.
    #[must_use]
    pub fn is_nominal(self, at: usize) -> bool {
        matches!(self.upos(at), Upos::Noun | Upos::Propn)
            || self.upos(at) == Upos::Pron && self.tag(at) != Tag::PossessivePronoun
    }

    /// The auxiliaries before a verb, nearest first, with adverbs between: "been", "have" of "have never been told".
    pub fn auxiliaries_before(self, verb: usize) -> impl Iterator<Item = usize> {
        self.verb_group_before(verb)
            .filter(move |at| self.is_auxiliary(*at))
            .take(AUXILIARIES)
    }

    /// Whether the nearest auxiliary before a verb is a form of *be* or *get*, which make it passive: "was told".
    #[must_use]
    pub fn follows_passive_auxiliary(self, verb: usize) -> bool {
        let can_be_participle = matches!(self.tag(verb), Tag::PastParticiple | Tag::PastTense);
        can_be_participle
            && self
                .auxiliaries_before(verb)
                .next()
                .and_then(|at| self.word(at))
                .is_some_and(|word| matches!(word.lemma.as_str(), "be" | "get"))
    }

    /// Whether the words before a verb deny it: "did not say".
    #[must_use]
    pub fn is_negated_before(self, verb: usize) -> bool {
        let may_deny = |at: &usize| matches!(self.upos(*at), Upos::Aux | Upos::Adv | Upos::Part);
        self.before_in_sentence(verb, may_deny)
            .take(AUXILIARIES)
            .any(|at| self.is_any(at, &["not", "n't", "n’t", "never", "nor"]))
    }

    /// The auxiliaries, adverbs and particles that end right before a verb, nearest first.
    fn verb_group_before(self, verb: usize) -> impl Iterator<Item = usize> {
        let is_in_group = move |at: &usize| matches!(self.upos(*at), Upos::Adv | Upos::Part) || self.is_auxiliary(*at);
        self.before_in_sentence(verb, is_in_group)
    }

    /// The words of a sentence that end right before a word and of which all fit, nearest first. Where the sentence begins is asked only
    /// if the nearest fits: before most words none does.
    fn before_in_sentence(self, word: usize, fits: impl Fn(&usize) -> bool) -> impl Iterator<Item = usize> {
        let nearest = word.checked_sub(1).filter(&fits);
        let from = nearest.map_or(word, |_| self.sentence(word).start);
        (from..word).rev().take_while(fits)
    }

    fn is_auxiliary(self, at: usize) -> bool {
        self.upos(at) == Upos::Aux || self.word(at).is_some_and(|word| word.lemma == "be")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::{ask, parsed};
    use crate::language::{analyse, embedded};

    #[test]
    fn a_verb_has_subject_object_and_auxiliaries() {
        let read = parsed(
            "Police/police/NN/3/nsubj have/have/VBP/3/aux arrested/arrest/VBN/0/root the/the/DT/5/det mayor/mayor/NN/3/obj",
        );
        ask(&read, "arrested", |view, at| {
            assert_eq!((view.subject_of(at), view.object_of(at)), (Some(0), Some(4)));
            assert_eq!(view.auxiliaries_of(at).collect::<Vec<_>>(), [1]);
            assert!(!view.is_passive(at));
        });
    }

    #[test]
    fn a_passive_shows_by_its_marks_or_as_a_participle_alone() {
        let marked = parsed("Lund/Lund/NNP/3/nsubj:pass was/be/VBD/3/aux:pass arrested/arrest/VBN/0/root");
        assert!(ask(&marked, "arrested", View::is_passive) && ask(&marked, "arrested", View::has_passive_marks));
        let alone = parsed("a/a/DT/2/det man/man/NN/0/root arrested/arrest/VBN/2/acl");
        assert!(ask(&alone, "arrested", View::is_passive) && !ask(&alone, "arrested", View::has_passive_marks));
        let joined = parsed("He/he/PRP/2/nsubj came/come/VBD/0/root and/and/CC/4/cc left/leave/VBN/2/conj");
        assert!(!ask(&joined, "left", View::is_passive));
    }

    #[test]
    fn a_participle_with_an_object_is_no_passive() {
        let read = parsed("A/a/DT/2/det fire/fire/NN/3/nsubj destroyed/destroy/VBN/0/root it/it/PRP/3/obj");
        assert!(!ask(&read, "destroyed", View::is_passive));
    }

    #[test]
    fn a_relative_pronoun_stands_for_the_noun_before_it() {
        let read = parsed("the/the/DT/2/det boat/boat/NN/0/root which/which/WP/4/nsubj left/leave/VBD/2/acl:relcl");
        assert_eq!(ask(&read, "which", View::antecedent_of), Some(1));
        assert_eq!(ask(&read, "boat", View::antecedent_of), None);
    }

    #[test]
    fn a_preposition_comes_before_its_noun() {
        let read = parsed("with/with/IN/3/case the/the/DT/3/det mayor/mayor/NN/0/root 's/'s/POS/3/case");
        assert_eq!(ask(&read, "mayor", View::case_of).as_deref(), Some("with"));
    }

    #[test]
    fn without_a_parse_the_words_to_the_left_tell_voice_and_denial() {
        let text = "It was never officially told. He did not say. They have left.";
        let read = (text.to_owned(), analyse(text, embedded()));
        assert!(ask(&read, "told", View::follows_passive_auxiliary));
        assert!(ask(&read, "told", View::is_negated_before));
        assert!(ask(&read, "say", View::is_negated_before));
        assert!(!ask(&read, "left", View::follows_passive_auxiliary));
        assert!(!ask(&read, "left", View::is_negated_before));
        assert_eq!(ask(&read, "left", |view, at| view.auxiliaries_before(at).count()), 1);
    }
}
