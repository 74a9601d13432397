//! Whether a line has a pronoun with nobody and nothing in the line that it could mean. It resolves none.

use crate::analysis::actors::tables;
use crate::analysis::{ActorId, ActorKind};
use crate::engine::lookup::in_block;
use crate::engine::outline::alone::Reading;
use crate::language::{Relation, Tag, Upos};
use crate::text::Span;

impl Reading<'_> {
    /// "to her", "their offer": a pronoun with nobody and nothing before it in the line that it could mean. It is long because
    /// each kind of pronoun is asked something else.
    pub(super) fn is_open_pronoun(&self, word: usize, root: Option<usize>, is_named: bool) -> bool {
        let view = self.view;
        let of_person = view.is_any(word, &["he", "him", "his", "she", "her", "hers"]);
        let of_many = view.is_any(word, &["they", "them", "their", "theirs"]);
        let is_pronoun = of_person || of_many || view.is_any(word, &["it", "its"]);
        let is_personal = matches!(view.tag(word), Tag::PersonalPronoun | Tag::PossessivePronoun);
        if !is_pronoun || !is_personal || self.snapshot.is_quoted(self.place(word)) {
            return false;
        }
        // "It is likely that": the word stands for nothing.
        if view.relation(word) == Relation::Expl
            || view.is(word, "it") && view.clauses_of(view.head(word).unwrap_or(word)).next().is_some()
        {
            return false;
        }
        // "In his first year, Weil resigned": the subject comes right after.
        let subject = root
            .and_then(|root| view.subject_of(root))
            .filter(|subject| self.line.shows(*subject) && view.head(word) != Some(*subject));
        if let Some(subject) = subject.filter(|subject| *subject > word)
            && matches!(view.upos(subject), Upos::Noun | Upos::Propn)
        {
            return !self.could_be(subject, word);
        }
        let before = self.line.words.iter().take_while(|at| **at < word);
        let from = self.line.words.first().copied().unwrap_or(word);
        let line = view.span(from..word);
        let is_person = |span: Span| {
            in_block(&self.snapshot.facts.mentions, self.block, |mention| mention.place)
                .any(|mention| mention.kind == ActorKind::Person && mention.place.span.overlaps(span))
        };
        if of_person {
            return match self.meant(word) {
                Some(actor) => !self.shows_before(actor, word),
                None => !is_named && !is_person(line) || self.frames(word),
            };
        }
        if self.frames(word) {
            return true;
        }
        // "The harbor has voted against it": what is voted against is not who votes.
        let own_subject = view.head(word).and_then(|verb| view.subject_of(verb));
        let own_subject = own_subject.filter(|_| matches!(view.relation(word), Relation::Obj | Relation::Obl));
        let mut nominals =
            before.filter(|at| matches!(view.upos(**at), Upos::Noun | Upos::Propn) && !self.is_when(**at));
        let is_several = |at: usize| {
            matches!(view.tag(at), Tag::PluralNoun | Tag::PluralName)
                || view.upos(at) == Upos::Propn && !is_person(view.span(at..at + 1))
                || view.child_by(at, &[Relation::Conj]).is_some()
        };
        // "Rep. Weil said it would": the title before a name is of that person.
        let of_name = |at: usize| view.head(at).is_some_and(|head| is_person(view.span(head..head + 1)));
        !nominals.any(|at| {
            if own_subject.is_some_and(|subject| *at == subject || view.ancestors(*at).any(|above| above == subject)) {
                false
            } else if of_many {
                is_several(*at)
            } else {
                !is_person(view.span(*at..*at + 1)) && !of_name(*at)
            }
        })
    }

    /// "While in jail, he escaped", "In May, none was spent": a pronoun acts, and nothing before it in the line says who or what
    /// that is.
    pub(super) fn has_open_subject(&self, first: usize, root: usize) -> bool {
        let view = self.view;
        let Some(subject) = view.subject_of(root).filter(|subject| *subject > first) else {
            return false;
        };
        let is_part = view.is_any(
            subject,
            &["none", "some", "most", "many", "few", "each", "several", "others"],
        ) && view.upos(subject) != Upos::Noun
            && view.child_by(subject, &[Relation::Nmod]).is_none();
        // "It is unlikely to pass": somebody or something is, and no clause.
        let is_clause = view.relation(subject) == Relation::Expl
            || view.is(subject, "it")
                && view.clauses_of(root).next().is_some()
                && !view.is_any(root, &["able", "likely", "ready", "set", "unable", "unlikely"]);
        // "Like Weil, she left" is of somebody else; "As the water rose, it broke the dam" may say what.
        let is_led_in = view.upos(first) == Upos::Adp;
        let is_meant = match self.meant(subject) {
            Some(actor) if self.shows_before(actor, subject) => true,
            _ => (first..subject).any(|word| self.may_be_meant(word, subject)),
        };
        let is_open = view.is_any(subject, &["he", "she", "it", "they"]) && !is_clause && (is_led_in || !is_meant);
        is_part || is_open
    }

    /// "In his first year, Weil resigned", and not "Behind her, the harbor burned": whether a pronoun that leads in could stand for
    /// the subject after it.
    fn could_be(&self, subject: usize, pronoun: usize) -> bool {
        let view = self.view;
        let of_person = view.is_any(pronoun, &["he", "him", "his", "she", "her", "hers"]);
        let of_many = view.is_any(pronoun, &["they", "them", "their", "theirs"]);
        let is_name = view.upos(subject) == Upos::Propn;
        if of_person {
            let noun = tables::noun(&view.lemma(subject)).map(|(_, noun)| noun.kind);
            return self.is_person(subject)
                || noun == Some(ActorKind::Person)
                || is_name && self.meant(pronoun).is_none();
        }
        let is_several = matches!(view.tag(subject), Tag::PluralNoun | Tag::PluralName)
            || view.child_by(subject, &[Relation::Conj]).is_some();
        let is_body = tables::noun(&view.lemma(subject)).is_some();
        is_name || is_body || is_several == of_many
    }

    /// "In May": a time is nothing that a pronoun could mean.
    fn is_when(&self, word: usize) -> bool {
        let span = self.view.span(word..word + 1);
        in_block(&self.snapshot.facts.times, self.block, |time| time.place).any(|time| time.place.span.overlaps(span))
    }

    /// Whether a word may be what "it" or "they" after it stands for.
    fn may_be_meant(&self, word: usize, pronoun: usize) -> bool {
        let view = self.view;
        match view.tag(word) {
            Tag::PluralNoun | Tag::PluralName => view.is(pronoun, "they"),
            _ => matches!(view.upos(word), Upos::Noun | Upos::Propn) && view.is(pronoun, "it"),
        }
    }

    /// "Weil left, she said": a pronoun that only says whose words the line has.
    fn frames(&self, pronoun: usize) -> bool {
        let view = self.view;
        view.head(pronoun).is_some_and(|verb| {
            let ends = self.line.words.last() == Some(&verb) && verb == pronoun + 1;
            let is_apart = ends || view.relation(verb) == Relation::Parataxis;
            is_apart && self.is_statement(verb) && view.subject_of(verb) == Some(pronoun)
        })
    }

    /// Who a pronoun refers to.
    fn meant(&self, pronoun: usize) -> Option<ActorId> {
        let place = self.place(pronoun);
        in_block(&self.snapshot.facts.mentions, self.block, |mention| mention.place)
            .find(|mention| mention.place == place)?
            .actor
    }

    /// Whether the line mentions an actor before a word.
    fn shows_before(&self, actor: ActorId, word: usize) -> bool {
        let end = self.view.span(word..word + 1).start;
        in_block(&self.snapshot.facts.mentions, self.block, |mention| mention.place)
            .take_while(|mention| mention.place.span.start < end)
            .any(|mention| {
                mention.actor == Some(actor) && self.line.shows(self.view.language.word_from(mention.place.span.start))
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::outline::testing::lines;

    #[test]
    fn a_pronoun_for_what_another_sentence_names_leaves_a_line_open() {
        for open in [
            "In Ostby, they closed the pier on Monday.",
            "Like Rosa Weil, she voted for the pier on Monday.",
            "In May, none was spent on the pier of Ostby.",
            "The council of Ostby will sell the pier on Monday, they note.",
            "Behind her, the crews of Ostby closed the pier on Monday.",
            "Days after he was elected, the council of Ostby closed the pier.",
        ] {
            assert!(lines(open).is_empty(), "{:?}", lines(open));
        }
        for clear in [
            "Although Rosa Weil lost the vote, she opened the pier of Ostby on Monday.",
            "The council of Ostby closed the pier on Monday because it leaks.",
        ] {
            assert_eq!(lines(clear), [clear.trim_end_matches('.')]);
        }
    }
}
