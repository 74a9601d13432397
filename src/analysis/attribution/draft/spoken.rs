//! Paragraphs that somebody speaks in an interview or a transcript, as quotations of the draft. It does not decide which ones these
//! are.

use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus, Speaker};
use crate::analysis::interviews::Spoken;
use crate::markup::Markup;

/// How sure it is who answers.
const ANSWERED: f32 = 0.6;

/// Makes the quotations of a spoken paragraph those of its speaker, or all of the paragraph one quotation if it has no marks.
/// `groups` is the number of groups that are given.
pub fn speak(markup: &Markup, quotations: &mut Vec<Quotation>, spoken: &Spoken, is_marked: bool, groups: &mut usize) {
    if !is_marked {
        cov_mark::hit!(an_answer_without_marks);
        quotations.clear();
        quotations.push(unmarked(spoken, *groups));
        *groups += 1;
    }
    for quotation in quotations {
        if quotation.status != QuotationStatus::Unattributed || quotation.kind == QuotationKind::Indirect {
            continue;
        }
        quotation.contested = spoken.speaker.is_none();
        if let Some(place) = spoken.speaker {
            quotation.speaker = Some(Speaker {
                place,
                text: markup.text_of(place).to_owned(),
                resolved: None,
                actor: None,
            });
            quotation.status = QuotationStatus::Carried;
            quotation.confidence = ANSWERED;
            "answers in an interview, or speaks in a transcript".clone_into(&mut quotation.because);
        }
    }
}

/// All of a paragraph as one quotation.
fn unmarked(spoken: &Spoken, group: usize) -> Quotation {
    Quotation {
        place: spoken.words,
        content: spoken.words,
        kind: QuotationKind::Direct,
        closed: true,
        runs_on: false,
        speaker: None,
        cue: None,
        source: None,
        addressee: None,
        status: QuotationStatus::Unattributed,
        group,
        confidence: ANSWERED,
        because: "somebody speaks in an interview or a transcript".to_owned(),
        insertions: Vec::new(),
        candidates: Vec::new(),
        contested: true,
    }
}
