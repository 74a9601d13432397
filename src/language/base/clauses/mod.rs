//! Heads that the clauses of a sentence correct, after the parser went from word to word: whatever a clause inside the sentence holds
//! belongs to its verb, and the verb around it has the subject before it. It asks no weights.

mod after_comma;
mod described;
mod enclosed;
mod fronted;
mod particles;
mod reader;

use crate::language::Word;
use crate::language::base::clauses::reader::Reader;

/// How many clauses of a sentence are looked at; more than any has.
const CLAUSES: usize = 8;

/// How many words a sentence may have whose clauses are looked at.
const LONGEST: usize = 150;

/// Gives the words of a sentence the heads that its clauses demand. Does nothing where it is open which verb is that of the sentence.
pub(super) fn mend(text: &str, words: &mut [Word]) {
    if words.len() > LONGEST {
        return;
    }
    let mut from = 0;
    for _ in 0..CLAUSES {
        let read = Reader::new(text, words);
        let Some(found) = described::next(read, from) else {
            break;
        };
        from = found.words.end;
        enclosed::enclose(words, &found);
    }
    for find in [fronted::find, after_comma::aside] {
        if let Some(found) = find(Reader::new(text, words)) {
            enclosed::enclose(words, &found);
        }
    }
    if let Some((subject, verb)) = after_comma::closing(Reader::new(text, words)) {
        enclosed::give_subject(words, subject, verb);
    }
    if let Some((verb, first)) = after_comma::joined(Reader::new(text, words)) {
        enclosed::join(words, verb, first);
    }
    particles::mend(text, words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Relation;
    use crate::language::testing::parsed;

    /// The head of each word of `forms` after the clauses were mended, and what the word is to it.
    fn mended(marked: &str, forms: &[&str]) -> Vec<(String, Relation)> {
        let (text, mut language) = parsed(marked);
        mend(&text, &mut language.words);
        let form = |at: usize| language.words[at].span.of(&text).to_owned();
        let of = |wanted: &str| {
            let at = (0..language.words.len()).find(|at| form(*at) == wanted).unwrap();
            let word = &language.words[at];
            (word.head.map_or_else(|| "-".to_owned(), form), word.relation)
        };
        forms.iter().map(|form| of(form)).collect()
    }

    fn heads(pairs: &[(&str, Relation)]) -> Vec<(String, Relation)> {
        pairs
            .iter()
            .map(|(head, relation)| ((*head).to_owned(), *relation))
            .collect()
    }

    #[test]
    fn a_clause_in_the_subject_keeps_its_noun() {
        let marked = "The/the/DT/2/det crew/crew/NN/0/root which/which/WP/4/nsubj dug/dig/VBD/2/acl:relcl the/the/DT/6/det \
                      canal/canal/NN/7/nsubj left/leave/VBD/4/ccomp ./././7/punct";
        assert_eq!(
            mended(marked, &["crew", "dug", "canal", "left"]),
            heads(&[
                ("left", Relation::Nsubj),
                ("crew", Relation::AclRelcl),
                ("dug", Relation::Obj),
                ("-", Relation::Root)
            ])
        );
    }

    #[test]
    fn what_is_said_keeps_its_verb() {
        let marked = "Rao/Rao/NNP/2/nsubj said/say/VBD/0/root the/the/DT/4/det firm/firm/NN/2/obj which/which/WP/6/nsubj \
                      lost/lose/VBD/4/acl:relcl the/the/DT/8/det bid/bid/NN/9/nsubj sued/sue/VBD/6/ccomp";
        assert_eq!(
            mended(marked, &["said", "firm", "bid", "sued"]),
            heads(&[
                ("-", Relation::Root),
                ("sued", Relation::Nsubj),
                ("lost", Relation::Obj),
                ("said", Relation::Ccomp)
            ])
        );
    }

    #[test]
    fn a_clause_at_the_head_keeps_its_subject() {
        let marked = "As/as/IN/6/case the/the/DT/3/det levee/levee/NN/6/nsubj broke/break/VBD/3/acl ,/,/,/3/punct \
                      nurses/nurse/NNS/7/nsubj fled/flee/VBD/0/root";
        assert_eq!(
            mended(marked, &["As", "levee", "broke", "nurses"]),
            heads(&[
                ("broke", Relation::Mark),
                ("broke", Relation::Nsubj),
                ("fled", Relation::Advcl),
                ("fled", Relation::Nsubj)
            ])
        );
    }

    #[test]
    fn where_it_is_open_which_verb_is_that_of_the_sentence_nothing_changes() {
        let marked = "The/the/DT/2/det man/man/NN/6/nsubj who/who/WP/4/nsubj said/say/VBD/2/acl:relcl Rao/Rao/NNP/6/nsubj \
                      left/leave/VBD/0/root and/and/CC/8/cc died/die/VBD/6/conj";
        assert_eq!(mended(marked, &["Rao"]), heads(&[("left", Relation::Nsubj)]));
        let marked = "The/the/DT/2/det town/town/NN/3/nsubj voted/vote/VBD/0/root";
        assert_eq!(mended(marked, &["town"]), heads(&[("voted", Relation::Nsubj)]));
    }

    #[test]
    fn who_says_so_between_commas_is_apart() {
        let marked = "The/the/DT/2/det pier/pier/NN/5/nsubj ,/,/,/2/punct residents/resident/NNS/5/nsubj say/say/VBP/0/root \
                      ,/,/,/5/punct will/will/MD/8/aux reopen/reopen/VB/5/ccomp";
        assert_eq!(
            mended(marked, &["pier", "residents", "say", "reopen"]),
            heads(&[
                ("reopen", Relation::Nsubj),
                ("say", Relation::Nsubj),
                ("reopen", Relation::Parataxis),
                ("-", Relation::Root)
            ])
        );
    }

    #[test]
    fn off_is_a_preposition_after_a_wreck() {
        let marked = "It/it/PRP/2/nsubj sank/sink/VBD/0/root off/off/RP/2/compound:prt Velden/Velden/NNP/2/obj";
        assert_eq!(
            mended(marked, &["off", "Velden"]),
            heads(&[("Velden", Relation::Case), ("sank", Relation::Obl)])
        );
    }
}
