//! Which quotations of a paragraph take over the speaker of the paragraph before. Whether that paragraph hands one on
//! is decided in `chain.rs`.

use crate::analysis::attribution::draft::chain::asks;
use crate::analysis::attribution::draft::people::{Persons, people};
use crate::analysis::attribution::draft::place::give;
use crate::analysis::attribution::draft::section::Section;
use crate::analysis::attribution::draft::types::{Carried, ChainLink, HandedOn, Here};
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus};
use crate::text::Span;

/// Gives quotations at the head of a block the speaker of the block before. `quotations` are those of the block, and `runs` says
/// whether it goes on with the last one of the block before.
pub fn take_over(quotations: &mut [Quotation], here: Here<'_>, from: &HandedOn, section: &Section<'_>, runs: bool) {
    if runs {
        if let Some(from) = &from.carried {
            give_all(quotations, from, from.link, true);
        }
        return;
    }
    let Some(head) = free_head(quotations, here) else {
        return;
    };
    match who_goes_on(head, here, from, section) {
        GoesOn::Somebody(from, _) if is_named_in(quotations, here, &from.name) => {
            cov_mark::hit!(the_quotation_names_the_one_who_spoke);
        }
        GoesOn::Somebody(from, link) if !(link == ChainLink::Indirect && is_question(quotations, here)) => {
            give_all(quotations, from, link, false);
        }
        GoesOn::Contested
            if from
                .about
                .as_ref()
                .is_some_and(|name| is_named_in(quotations, here, name)) => {}
        GoesOn::Somebody(..) | GoesOn::Contested => {
            for quotation in quotations.iter_mut().filter(|quotation| takes(quotation, false)) {
                quotation.contested = true;
            }
        }
        GoesOn::Nobody => {}
    }
}

/// Lund said that it was late. / “Why now?”: whether a question follows, which may be put to the one who was reported.
fn is_question(quotations: &[Quotation], here: Here<'_>) -> bool {
    let first = quotations.iter().find(|quotation| takes(quotation, false));
    let asks = first.is_some_and(|first| asks(first, here.block));
    if asks {
        cov_mark::hit!(a_question_after_a_report);
    }
    asks
}

/// “Lund is a friend.”: whether quoted words name the one who spoke before, so that they are another's.
fn is_named_in(quotations: &[Quotation], here: Here<'_>, name: &str) -> bool {
    let names = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.trim_end_matches("’s").trim_end_matches("'s");
        word.starts_with(char::is_uppercase) && word.to_lowercase() == name
    };
    let mut taken = quotations.iter().filter(|quotation| takes(quotation, false));
    taken.any(|quotation| {
        quotation
            .content
            .span
            .of(&here.block.text)
            .split_whitespace()
            .any(names)
    })
}

/// Who goes on speaking in a block.
enum GoesOn<'a> {
    Somebody(&'a Carried, ChainLink),
    Contested,
    Nobody,
}

/// Who goes on speaking after the `head` of a block, which is whatever comes before its first quotation.
fn who_goes_on<'a>(head: Span, here: Here<'_>, from: &'a HandedOn, section: &'a Section<'_>) -> GoesOn<'a> {
    let named = people(here.block, here.facts, head);
    let somebody = from.carried.is_some() || from.contested;
    let undecided = if somebody { GoesOn::Contested } else { GoesOn::Nobody };
    if head.of(&here.block.text).trim().is_empty() || here.block.in_quote {
        return match &from.carried {
            Some(from) => GoesOn::Somebody(from, from.link),
            None => undecided,
        };
    }
    if !head
        .of(&here.block.text)
        .trim_end()
        .ends_with(['.', '!', '?', ':', '”', '"', '’'])
    {
        return GoesOn::Nobody;
    }
    match &from.carried {
        Some(from) if section.are_all(&named, from) => GoesOn::Somebody(from, ChainLink::About),
        Some(from) if from.link != ChainLink::Plain && is_plain(head, here, &named) => {
            cov_mark::hit!(one_plain_sentence_before_the_quotation);
            GoesOn::Somebody(from, ChainLink::Plain)
        }
        _ => match section.only(&named, here.id) {
            Some(from) => GoesOn::Somebody(from, ChainLink::About),
            None => undecided,
        },
    }
}

/// Whether a head is one sentence without a person.
fn is_plain(head: Span, here: Here<'_>, named: &Persons) -> bool {
    let sentences = here.facts.language.sentences.iter();
    let leads_in = head.of(&here.block.text).trim_end().ends_with(':');
    !leads_in && named.all.is_empty() && sentences.filter(|sentence| head.overlaps(sentence.span)).count() <= 1
}

/// Gives the quotations of a block without a speaker that of another block.
fn give_all(quotations: &mut [Quotation], from: &Carried, link: ChainLink, runs: bool) {
    let (confidence, because) = match link {
        _ if runs => (0.9, "continues the open quotation of the paragraph before"),
        ChainLink::LeadIn => (0.75, "introduced at the end of the paragraph before"),
        ChainLink::Quotation => (0.85, "follows a quotation of the same speaker"),
        ChainLink::Stance => (0.6, "follows what the paragraph before says of the speaker’s view"),
        ChainLink::Indirect => (0.55, "follows what the paragraph before reports from the speaker"),
        ChainLink::About => (0.55, "follows words about nobody but the speaker, who spoke before"),
        ChainLink::Plain => (0.5, "one sentence without a person parts it from what the speaker said"),
    };
    for quotation in quotations.iter_mut().filter(|quotation| takes(quotation, runs)) {
        give(quotation, from.block, &from.voice, &from.text);
        quotation.status = match from.status {
            QuotationStatus::Anonymous => QuotationStatus::Anonymous,
            _ => QuotationStatus::Carried,
        };
        quotation.confidence = confidence;
        because.clone_into(&mut quotation.because);
        if link == ChainLink::Quotation || runs {
            quotation.group = from.group;
        }
    }
}

fn takes(quotation: &Quotation, runs: bool) -> bool {
    quotation.status == QuotationStatus::Unattributed && (runs || quotation.kind != QuotationKind::Mixed)
}

/// What is before the first quotation of a block that is somebody's words, if it is of whole sentences and has no frame of its
/// own.
fn free_head(quotations: &[Quotation], here: Here<'_>) -> Option<Span> {
    let first = quotations
        .iter()
        .find(|quotation| quotation.kind != QuotationKind::Mention)?;
    let free = first.status == QuotationStatus::Unattributed && first.kind == QuotationKind::Direct;
    let end = first.place.span.start.min(here.block.text.len());
    free.then(|| Span::new(0, end))
}
