//! Which speakers a promise of anonymity is about. It names nobody, and takes no name away from anybody.

use crate::analysis::anonymity::Anonymity;
use crate::analysis::attribution::{LocalQuotation, QuotationStatus};
use crate::language::Language;
use crate::text::Span;

/// How many bytes may be between a speaker and the promise: ", who spoke on Monday ".
const REACH: usize = 60;

/// Makes the quotations of those anonymous to whom anonymity was promised: "said a clerk who spoke on condition of anonymity".
/// Linear in the quotations and the promises.
pub fn withhold(text: &str, language: &Language, promises: &[Anonymity], quotations: &mut [LocalQuotation]) {
    let is_named = |speaker: Span| {
        let words = language.words_in(speaker);
        let mut names = language.names.iter();
        names.any(|name| name.words.start < words.end && words.start < name.words.end)
    };
    for quotation in quotations {
        let speaker = quotation.voice.as_ref().map(|voice| voice.speaker);
        let is_kept = |speaker: &Span| promises.iter().any(|promise| is_about(text, promise.span, *speaker));
        if quotation.status == QuotationStatus::Attributed
            && speaker.filter(is_kept).is_some_and(|speaker| !is_named(speaker))
        {
            quotation.status = QuotationStatus::Anonymous;
        }
    }
}

/// Whether nobody else is between a speaker and a promise: "a clerk, who asked not to be named", "speaking on condition of
/// anonymity, a clerk".
fn is_about(text: &str, promise: Span, speaker: Span) -> bool {
    let between = text
        .get(speaker.end..promise.start)
        .or_else(|| text.get(promise.end..speaker.start));
    let is_near = |between: &str| {
        let opens = between.contains(['.', '“', '"', ';']);
        between.len() <= REACH && !opens && !between.contains(char::is_uppercase)
    };
    between.is_some_and(is_near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{anonymity, attribution};
    use crate::language;

    #[test]
    fn whoever_was_promised_anonymity_is_anonymous() {
        let status = |text: &str| {
            let language = language::analyse(text, language::embedded());
            let mut quotations = attribution::of_block(text, &language).quotations;
            withhold(text, &language, &anonymity::of_block(text, &language), &mut quotations);
            quotations[0].status
        };
        for text in [
            "“We were told to wait,” said a clerk who spoke on condition of anonymity.",
            "“We were told to wait,” said two nurses, who asked not to be named because they feared for their jobs.",
            "Speaking on condition of anonymity, a pilot said, “We were told to wait.”",
        ] {
            assert_eq!(status(text), QuotationStatus::Anonymous, "{text}");
        }
        for text in [
            "“We were told to wait,” said a clerk in Ostby.",
            "“We were told to wait,” Rosa Weil said on condition of anonymity.",
            "“We were told to wait,” a clerk said. Rosa Weil asked not to be named.",
        ] {
            assert_eq!(status(text), QuotationStatus::Attributed, "{text}");
        }
    }
}
