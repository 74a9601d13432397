//! The name under a quotation: "— Ana Lund" as a sentence or a line of its own.

use std::ops::Range;

use crate::analysis::attribution::frame::is_dash_or_hyphen;
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::analysis::attribution::types::{LocalQuotation, QuotationKind, QuotationStatus, Voice};
use crate::language::Upos;

/// The longest name that is taken for a signature without its dash, in items.
const LONGEST_NAME: usize = 4;

/// The longest signature after a dash, with what describes who signs, in items: "— Ana Lund, mayor of Ostby, in a letter".
const LONGEST_LINE: usize = 12;

/// How many bytes may part a quotation from its signature: a blank and a break.
const NEAR: usize = 2;

/// How sure a signature makes the speaker.
const SIGNED: f32 = 0.95;

/// "— Ana Lund" on a line of its own.
#[must_use]
pub fn after_dash(line: Line<'_>) -> Option<Voice> {
    if !is_dash_or_hyphen(line.form(0)) {
        return None;
    }
    let name = noun_phrase::core_starting_at(line, 1)?;
    (noun_phrase::is_name(line, name.end - 1) && line.len() <= LONGEST_LINE)
        .then(|| signing(line, name))
        .flatten()
}

/// "Ana Lund." and nothing else, but for the mark that closes what she says above.
#[must_use]
pub fn alone(line: Line<'_>) -> Option<Voice> {
    if !line.has(0, &[Upos::Propn]) {
        return None;
    }
    let name = noun_phrase::core_starting_at(line, 0)?;
    let period = name.end + usize::from(line.is(name.end, "."));
    let end = period + usize::from(line.is_any(period, &["”", "\"", "’", "''"]));
    (line.len() == end && name.len() <= LONGEST_NAME)
        .then(|| signing(line, name))
        .flatten()
}

/// Gives the quotation right before a signature to the one who signs, and in a paragraph that begins with a quotation all of them.
pub fn sign(line: Line<'_>, voice: Voice, quotations: &mut [LocalQuotation]) {
    let Some((first, last)) = quotations.first().zip(quotations.last()) else {
        return;
    };
    if !(0..=NEAR).contains(&line.whole.start.wrapping_sub(last.span.end)) {
        return;
    }
    let before = line.text().get(..first.span.start).unwrap_or("");
    let count = if before.trim().is_empty() { quotations.len() } else { 1 };
    let free = |quotation: &LocalQuotation| {
        quotation.status == QuotationStatus::Unattributed && quotation.kind == QuotationKind::Direct
    };
    for quotation in quotations
        .iter_mut()
        .rev()
        .take(count)
        .filter(|quotation| free(quotation))
    {
        quotation.status = QuotationStatus::Attributed;
        quotation.confidence = SIGNED;
        "named after the dash".clone_into(&mut quotation.because);
        quotation.voice = Some(voice.clone());
    }
}

/// A voice whose cue is the first item of the line.
fn signing(line: Line<'_>, name: Range<usize>) -> Option<Voice> {
    Some(Voice {
        speaker: line.span(name),
        cue: line.word(0)?.span,
        lemma: line.form(0).to_owned(),
        addressee: None,
        source: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_name_after_a_dash_or_alone_signs() {
        let name = |text: &str, of: fn(Line<'_>) -> Option<Voice>| {
            with_line(text, |line| of(line).map(|voice| voice.speaker.of(text).to_owned()))
        };
        assert_eq!(name("— Ana Lund, mayor", after_dash).as_deref(), Some("Ana Lund"));
        assert_eq!(name("Ana Lund", alone).as_deref(), Some("Ana Lund"));
        assert_eq!(name("Ana Lund left.", alone), None);
    }
}
