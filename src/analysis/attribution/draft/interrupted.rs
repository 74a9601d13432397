//! Quotations that their paragraph lent a speaker although somebody else takes the floor right before them: “We leave,” Lund said. *Weil
//! fishes there.* “It is late.” Either may speak, so nobody is named. It gives no quotation a speaker.

use crate::analysis::actors::Function;
use crate::analysis::attribution::draft::genders::Genders;
use crate::analysis::attribution::draft::people::{Somebody, is_called, name_of, named};
use crate::analysis::attribution::draft::types::Here;
use crate::analysis::attribution::types::{LocalQuotation, Quotation, QuotationKind, QuotationStatus};
use crate::text::Span;

/// Takes the speaker from quotations that were lent one over a sentence about somebody else. `groups` is the number of groups that are
/// given.
pub fn contest(quotations: &mut [Quotation], here: Here<'_>, genders: &Genders<'_>, groups: &mut usize) {
    let locals = &here.facts.speech.quotations;
    let mut before: Option<&LocalQuotation> = None;
    for (quotation, local) in quotations.iter_mut().zip(locals) {
        let over = before.replace(local).map(|before| between(here, before, local));
        if local.is_lent
            && local.kind == QuotationKind::Direct
            && over.is_some_and(|over| is_about_another(here, over, local, genders))
        {
            cov_mark::hit!(somebody_else_is_named_before_the_quotation);
            quotation.speaker = None;
            quotation.cue = None;
            quotation.source = None;
            quotation.status = QuotationStatus::Unattributed;
            quotation.contested = true;
            quotation.group = *groups;
            "somebody else is named right before it".clone_into(&mut quotation.because);
            *groups += 1;
        }
    }
}

/// The whole sentences between two quotations.
fn between(here: Here<'_>, before: &LocalQuotation, next: &LocalQuotation) -> Span {
    let language = &here.facts.language;
    let sentence = language.sentence_at(before.span.end.saturating_sub(1));
    let sentence = sentence.and_then(|at| language.sentences.get(at));
    let start = sentence.map_or(before.span.end, |sentence| sentence.span.end.max(before.span.end));
    Span::new(start.min(next.span.start), next.span.start)
}

/// Whether somebody else is the subject of a sentence, and the speaker is not.
fn is_about_another(here: Here<'_>, over: Span, quotation: &LocalQuotation, genders: &Genders<'_>) -> bool {
    let Some(voice) = &quotation.voice else { return false };
    let name = name_of(here.block, here.facts, voice);
    let subjects = here.facts.mentions.iter().filter(|mention| {
        over.covers(mention.span)
            && mention.same_as.is_none()
            && (mention.function == Function::Subject || begins_sentence(here, mention.phrase.start))
    });
    let mut others = subjects.filter_map(|mention| named(here.block, mention)).peekable();
    others.peek().is_some() && others.all(|name_of_other| !is_called(&Somebody::Named(name_of_other), &name, genders))
}

fn begins_sentence(here: Here<'_>, at: usize) -> bool {
    let language = &here.facts.language;
    let sentence = language.sentence_at(at).and_then(|at| language.sentences.get(at));
    sentence.is_some_and(|sentence| sentence.span.start == at)
}
