//! Verbs of saying that the tagger took for something else: “…,” Lund *writes*, ", *tweeting*, “…”". Only their place in the sentence
//! says that they are verbs; who speaks is asked elsewhere.

use crate::analysis::attribution::frame::subject::is_misread_gerund;
use crate::analysis::attribution::lexicon::{FormKind, cue, speaking_form};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::language::{Tag, Upos};
use crate::text::table::WordList;

/// How many phrases a subject may depend on: “…,” the letter of the head of the port to Lund reads.
const MOST_LINKS: usize = 3;

/// Past forms that can be nothing else than a verb of saying, wherever they are.
const PAST_FORMS: [&str; 5] = ["said", "wrote", "told", "tweeted", "replied"];

/// The base form of a word that is tagged as a noun, an adjective or a name, and is a verb of saying all the same.
#[must_use]
pub fn lemma(line: Line<'_>, at: usize) -> Option<&'static str> {
    if let Some(lemma) = claims_that(line, at) {
        return Some(lemma);
    }
    // Where the word is first: few are in such a place, and even fewer are forms of these verbs.
    let may_be_verb = PAST_FORMS.contains(&line.form(at)) || is_misread_gerund(line, at) || closes_quotation(line, at);
    may_be_verb
        .then(|| speaking_form(line.form(at)))?
        .map(|form| form.lemma)
}

/// "The indictment alleges that": a form that is no noun's, before a clause with *that*, where no verb is before it.
fn claims_that(line: Line<'_>, at: usize) -> Option<&'static str> {
    static NO_NOUNS: WordList = WordList::new(include_str!("no_nouns.txt"));
    if line.tag(at) != Tag::PluralNoun || !line.is(at + 1, "that") {
        return None;
    }
    let after_noun = line.has(at.checked_sub(1)?, &[Upos::Noun, Upos::Propn]);
    if !after_noun || (0..=at + 2).any(|at| line.tag(at).is_finite()) {
        return None;
    }
    let form = speaking_form(line.form(at)).filter(|form| form.kind == FormKind::Finite)?;
    NO_NOUNS.has(form.lemma).then_some(form.lemma)
}

/// The base form of a verb: that of the model, or the one of the tables where the model gives a form that is none ("wrote" after a
/// name that it took for an auxiliary).
#[must_use]
pub fn lemma_of_verb<'a>(line: Line<'a>, at: usize) -> &'a str {
    let lemma = line.lemma(at);
    if line.tag(at) == Tag::BaseVerb
        && cue(lemma).is_none()
        && let Some(form) = speaking_form(line.form(at)).filter(|form| form.kind == FormKind::Finite)
    {
        return form.lemma;
    }
    lemma
}

/// “…,” Lund writes. / “…,” the two write: whether a word right after a quotation and a name ends the sentence or goes on with a
/// phrase, as a frame does.
fn closes_quotation(line: Line<'_>, at: usize) -> bool {
    let ends = line.len() <= at + 1
        || line.is_quotation(at + 1)
        || line.has(at + 1, &[Upos::Punct, Upos::Adp, Upos::Adv, Upos::Sconj]);
    if !ends || !line.form(at).starts_with(char::is_lowercase) || !line.holds_quotation(0..at) {
        return false;
    }
    let Some(last) = at.checked_sub(1).filter(|&last| noun_phrase::is_nominal(line, last)) else {
        return false;
    };
    let start = start_of_subject(line, last);
    start.checked_sub(1).is_some_and(|before| {
        line.is_quotation(before) && line.quoted(before).trim_end().ends_with([',', '?', '!', '…'])
    })
}

/// “…,” | the letter to Lund reads: where the phrase begins that ends at an item, prepositions stepped over.
fn start_of_subject(line: Line<'_>, last: usize) -> usize {
    let mut start = noun_phrase::ending_at(line, last).start;
    for _ in 0..MOST_LINKS {
        let noun = start
            .checked_sub(2)
            .filter(|&noun| line.has(start - 1, &[Upos::Adp]) && noun_phrase::is_nominal(line, noun));
        let Some(noun) = noun else { break };
        start = noun_phrase::ending_at(line, noun).start;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_verb_that_closes_a_quotation_is_one_whatever_its_tag() {
        with_line("“We leave at dawn,” the two write.", |line| {
            assert_eq!(lemma(line, 3), Some("write"));
        });
        with_line("Lund read the reports.", |line| assert_eq!(lemma(line, 3), None));
    }
}
