//! Whether the sentence around a quotation is a clause of the writer's, or goes on with who spoke. It names nobody.

use std::sync::Arc;

use crate::analysis::presentation::around::InBlock;
use crate::analysis::{Place, Quotation, QuotationKind};
use crate::language::Upos;
use crate::text::Span;
use crate::text::table::WordList;

/// How many words the name and the verb that follow a quotation have at most, with what describes the speaker.
const LONGEST_FRAME: usize = 25;

/// “…,” a voice in the crowd answered: a comma before the mark, a lowercase clause after it, or a name with a verb of saying
/// shows that the sentence goes on with who spoke, in whatever words.
#[must_use]
pub fn has_tag(around: &InBlock<'_>, quotations: &[Arc<Quotation>]) -> bool {
    let after = around.after().trim_start();
    let words = around
        .quoted()
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',');
    let tagged = (after.starts_with(char::is_lowercase) && has_clause(around, quotations))
        || (words.ends_with(',') && after.starts_with(char::is_alphanumeric))
        || is_asked_by(around);
    tagged && !lacks_subject(around)
}

/// “Why now?” Sen. Ana Weil (R., Ostby), chair of the panel, asked.: a name right after a question or a call, and later in the
/// sentence a verb of saying.
fn is_asked_by(around: &InBlock<'_>) -> bool {
    let quoted = around.quoted().trim_end_matches(['”', '"', '’', '\'', ' ']);
    let is_named = around.after().trim_start().starts_with(char::is_uppercase);
    if !is_named || !quoted.ends_with(['?', '!']) {
        return false;
    }
    // Titles and parties are shortened with periods: where the sentence ends is not asked.
    let mut frame = (around.words_after().iter())
        .take_while(|word| !matches!(word.span.of(&around.block.text), "“" | "\""))
        .take(LONGEST_FRAME);
    frame.any(|word| word.upos == Upos::Verb && is_verb_of_saying(word.lemma.as_str()))
}

/// “…,” said in a statement, “…,” told reporters on the steps: the verb of saying has lost its subject.
fn lacks_subject(around: &InBlock<'_>) -> bool {
    let mut after = around.words_after().iter();
    let verb = after.next().filter(|word| is_verb_of_saying(word.lemma.as_str()));
    let mut after = after.peekable();
    if verb.is_some_and(|verb| verb.lemma == "tell") {
        // Whoever is told.
        while after
            .next_if(|word| matches!(word.upos, Upos::Det | Upos::Adj | Upos::Noun))
            .is_some()
        {}
    }
    let next = after.next().map(|word| word.upos);
    verb.is_some() && matches!(next, None | Some(Upos::Adp | Upos::Punct))
}

/// The verbs that most often name the speaker.
static VERBS_OF_SAYING: WordList = WordList::new(include_str!("verbs_of_saying.txt"));

fn is_verb_of_saying(lemma: &str) -> bool {
    VERBS_OF_SAYING.has(lemma)
}

/// Whether the quoted words are part of a clause of the writer's.
#[must_use]
pub fn is_fragment(around: &InBlock<'_>, quotation: &Quotation, quotations: &[Arc<Quotation>]) -> bool {
    let before = around.before().trim_end();
    let is_governed = before.ends_with(char::is_alphanumeric);
    let begins_small = around
        .quoted()
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(char::is_lowercase);
    // Her coach “could not have asked for more”: the verb itself may be quoted.
    if is_governed && begins_small {
        return true;
    }
    let is_inside = is_governed || before.ends_with(['(', ',', '—', '–']);
    (quotation.kind == QuotationKind::Mixed || is_inside) && has_clause(around, quotations)
}

/// Whether the sentence has a verb outside its quotations. The writer then says something of their own with the quoted
/// words, and in edited copy the story nearly always makes the speaker clear.
fn has_clause(around: &InBlock<'_>, quotations: &[Arc<Quotation>]) -> bool {
    let sentence = around.sentence();
    let block = around.place.block;
    let start = Place::new(block, Span::new(sentence.start, sentence.start));
    let first = quotations.partition_point(|quotation| quotation.place < start);
    let marked: Vec<Span> = quotations
        .iter()
        .skip(first)
        .take_while(|quotation| quotation.place.block == block && quotation.place.span.start < sentence.end)
        .filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .map(|quotation| quotation.place.span)
        .collect();
    let language = &around.facts.language;
    let words = language.words.get(language.words_in(sentence)).unwrap_or(&[]);
    words
        .iter()
        .filter(|word| matches!(word.upos, Upos::Verb | Upos::Aux))
        .any(|word| !marked.iter().any(|span| span.covers(word.span)))
}
