//! Speakers that the quotations of one paragraph lend each other. It never looks past the paragraph.

use crate::analysis::attribution::judge::voice;
use crate::analysis::attribution::types::{LocalQuotation, QuotationKind, QuotationStatus, Voice};
use crate::text::Span;

/// How many words may come between a quotation and the next one for both to have one speaker.
const NEAR: usize = 12;

/// Gives quotations without a frame of their own the speaker of the quotation before or after them in the paragraph.
/// Linear in their number.
pub fn lend(text: &str, quotations: &mut [LocalQuotation]) {
    let later = next_direct(quotations);
    let mut earlier: Option<usize> = None;
    for index in 0..quotations.len() {
        if is_side_by_side(text, quotations, index)
            && let Some(question) = quotations.get_mut(index)
        {
            cov_mark::hit!(a_question_beside_its_answer);
            question.contested = true;
        }
        if earlier.is_none()
            && is_led_in(text, quotations, index, later.get(index).copied().flatten())
            && let Some(quotation) = quotations.get_mut(index)
        {
            quotation.contested = true;
        }
        if let Some(lent) = lent(text, quotations, index, earlier, later.get(index).copied().flatten())
            && let Some(quotation) = quotations.get_mut(index)
        {
            quotation.is_lent = true;
            quotation.voice = lent.voice;
            quotation.status = lent.status;
            quotation.confidence = lent.confidence;
            lent.because.clone_into(&mut quotation.because);
            if quotation.kind == QuotationKind::Direct {
                quotation.group = lent.group;
            }
        }
        if quotations
            .get(index)
            .is_some_and(|quotation| quotation.voice.is_some() && quotation.is_speech)
            && !earlier.is_some_and(|earlier| is_aside(text, quotations, earlier, index))
        {
            earlier = Some(index);
        }
    }
}

/// “It is late,” Lund said, with a look that suggested that it was not. “We leave.”: whether what is reported after a direct quotation
/// of a person, in its sentence, is no person's, so that the person goes on.
fn is_aside(text: &str, quotations: &[LocalQuotation], earlier: usize, index: usize) -> bool {
    let (Some(earlier), Some(aside)) = (quotations.get(earlier), quotations.get(index)) else {
        return false;
    };
    let person = |quotation: &LocalQuotation| {
        quotation
            .voice
            .as_ref()
            .is_some_and(|voice| voice::is_person(text, voice))
    };
    let same_sentence = text
        .get(earlier.span.end..aside.span.start)
        .is_some_and(|between| !between.contains(". "));
    earlier.kind == QuotationKind::Direct
        && aside.kind == QuotationKind::Indirect
        && person(earlier)
        && !person(aside)
        && same_sentence
}

/// The minutes: “The chair left.” A sign read: “Closed.”: whether a colon leads a quotation in that has no speaker, so that whoever is
/// named after the next one did not say it.
fn is_led_in(text: &str, quotations: &[LocalQuotation], index: usize, later: Option<usize>) -> bool {
    let later = later.and_then(|later| quotations.get(later));
    quotations.get(index).zip(later).is_some_and(|(quotation, later)| {
        let before = text.get(..quotation.span.start).unwrap_or("");
        quotation.status == QuotationStatus::Unattributed
            && quotation.kind == QuotationKind::Direct
            && before.trim_end().ends_with(':')
            && only_few_words(text, quotation.span, later.span)
    })
}

/// What a quotation is lent.
struct Lent {
    voice: Option<Voice>,
    status: QuotationStatus,
    group: usize,
    confidence: f32,
    because: &'static str,
}

/// What the quotation at `index` is lent by the `earlier` one that has a speaker, or by the next direct one, `later`.
fn lent(
    text: &str,
    quotations: &[LocalQuotation],
    index: usize,
    earlier: Option<usize>,
    later: Option<usize>,
) -> Option<Lent> {
    let quotation = quotations
        .get(index)
        .filter(|quotation| quotation.status == QuotationStatus::Unattributed && !quotation.contested)?;
    let direct = quotation.kind == QuotationKind::Direct;
    let earlier = earlier.and_then(|index| quotations.get(index));
    if earlier.is_some_and(|earlier| is_answer(text, earlier, quotation)) {
        cov_mark::hit!(an_answer_is_not_the_one_who_asks);
        return None;
    }
    if earlier.is_some_and(|earlier| replies(text, earlier, quotation)) {
        cov_mark::hit!(a_reply_is_of_another);
        return None;
    }
    let later = later
        .and_then(|index| quotations.get(index))
        .filter(|other| only_few_words(text, quotation.span, other.span))
        .filter(|other| !(asks(text, quotation) && answers(other)));
    let (from, confidence, because) = match (earlier, later) {
        // “We leave at dawn,” Lund said. “It is late.”
        (Some(other), _) if direct && other.kind != QuotationKind::Indirect => {
            (other, 0.95, "continues the quotation before it in the paragraph")
        }
        // Lund said it was late. “We leave at dawn.”
        (Some(other), _) if direct => (other, 0.85, "follows indirect speech in the same paragraph"),
        // “We leave at dawn.” “It is late,” Lund said.
        (None, Some(other)) if direct => (
            other,
            0.9,
            "the attribution after the next quotation names the speaker of both",
        ),
        // “It is late,” Lund said. The road was “odd”.
        (Some(other), _) => (other, 0.7, "the speaker of the paragraph"),
        _ => return None,
    };
    Some(Lent {
        voice: from.voice.clone(),
        status: from.status,
        group: from.group,
        confidence,
        because,
    })
}

/// “Will you sell?” Weil asked Holt. “Not for that price.”: whether a quotation right after a question to one person may be the answer.
fn is_answer(text: &str, earlier: &LocalQuotation, quotation: &LocalQuotation) -> bool {
    let Some(voice) = earlier.voice.as_ref().filter(|_| asks(text, earlier)) else {
        return false;
    };
    let listener = voice.addressee.map(|listener| listener.of(text));
    let to_one = listener.is_some_and(|listener| listener.split(' ').all(|word| word.starts_with(char::is_uppercase)));
    to_one && voice.lemma == "ask" && !asks(text, quotation) && only_few_words(text, earlier.span, quotation.span)
}

/// “Stay out,” Weil wrote. The reply came an hour later: “Why?”: whether what leads a quotation in calls it the reply to the one before.
fn replies(text: &str, earlier: &LocalQuotation, quotation: &LocalQuotation) -> bool {
    const REPLIES: [&str; 6] = ["reply", "answer", "response", "retort", "riposte", "comeback"];
    let between = text
        .get(earlier.span.end..quotation.span.start)
        .unwrap_or("")
        .trim_end();
    let Some(lead) = between.strip_suffix(':') else {
        return false;
    };
    let lead = lead.rsplit(['.', '!', '?', '”', '"']).next().unwrap_or(lead);
    let mut words = lead.split_whitespace();
    let has_article = words
        .next()
        .is_some_and(|first| matches!(first, "The" | "the" | "A" | "One"));
    has_article && words.any(|word| REPLIES.contains(&word))
}

/// “So what now?”: whether a quotation is a question.
fn asks(text: &str, quotation: &LocalQuotation) -> bool {
    quotation.content.of(text).trim_end().ends_with('?')
}

/// “And the money?” “Spent,” she said.: whether nothing parts a question that nobody is known to ask from the quotation after it, so
/// that two speak.
fn is_side_by_side(text: &str, quotations: &[LocalQuotation], index: usize) -> bool {
    let (Some(question), Some(answer)) = (quotations.get(index), quotations.get(index + 1)) else {
        return false;
    };
    let between = text.get(question.span.end..answer.span.start);
    let direct = |quotation: &LocalQuotation| quotation.kind == QuotationKind::Direct;
    direct(question)
        && direct(answer)
        && question.status == QuotationStatus::Unattributed
        && between.is_some_and(|between| between.trim().is_empty())
        && asks(text, question)
        && !asks(text, answer)
}

/// “We wait,” he replied: whether a quotation is said to be an answer.
fn answers(quotation: &LocalQuotation) -> bool {
    let verb = quotation.voice.as_ref().map(|voice| voice.lemma.as_str());
    verb.is_some_and(|verb| matches!(verb, "answer" | "reply" | "respond" | "retort" | "counter"))
}

/// For each quotation the next direct one that has a speaker.
fn next_direct(quotations: &[LocalQuotation]) -> Vec<Option<usize>> {
    let mut next = vec![None; quotations.len()];
    let mut seen = None;
    for (index, (quotation, slot)) in quotations.iter().zip(next.iter_mut()).enumerate().rev() {
        *slot = seen;
        if quotation.kind == QuotationKind::Direct && quotation.voice.is_some() {
            seen = Some(index);
        }
    }
    next
}

fn only_few_words(text: &str, first: Span, second: Span) -> bool {
    text.get(first.end..second.start)
        .is_some_and(|between| between.split_whitespace().nth(NEAR).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A direct quotation of a part of a text, with or without a speaker.
    fn quotation(text: &str, quoted: &str, speaker: Option<&str>) -> LocalQuotation {
        let span = |part: &str| {
            let start = text.find(part).unwrap();
            Span::new(start, start + part.len())
        };
        LocalQuotation {
            span: span(quoted),
            content: span(quoted),
            kind: QuotationKind::Direct,
            closed: true,
            voice: speaker.map(|speaker| Voice {
                speaker: span(speaker),
                cue: span(speaker),
                lemma: "say".to_owned(),
                addressee: None,
                source: None,
            }),
            status: if speaker.is_some() {
                QuotationStatus::Attributed
            } else {
                QuotationStatus::Unattributed
            },
            group: 1,
            confidence: 0.5,
            because: String::new(),
            insertions: Vec::new(),
            is_lent: false,
            contested: false,
            is_speech: true,
        }
    }

    #[test]
    fn a_question_to_one_person_lends_its_answer_nobody() {
        cov_mark::check!(an_answer_is_not_the_one_who_asks);
        let text = "“Two?” Lund asked Weil. “Three.”";
        let mut quotations = [
            quotation(text, "“Two?”", Some("Lund")),
            quotation(text, "“Three.”", None),
        ];
        if let Some(voice) = &mut quotations[0].voice {
            voice.lemma = "ask".to_owned();
            let start = text.find("Weil").unwrap();
            voice.addressee = Some(Span::new(start, start + 4));
        }
        // The words inside the marks, as the reader of a block gives them.
        let inner = quotations[0].content;
        quotations[0].content = Span::new(inner.start + 3, inner.end - 3);
        lend(text, &mut quotations);
        assert_eq!(quotations[1].voice, None);
    }

    #[test]
    fn a_question_is_not_lent_the_one_who_answers() {
        cov_mark::check!(a_question_beside_its_answer);
        let text = "“Two?” “Three,” Weil said.";
        let mut quotations = [
            quotation(text, "“Two?”", None),
            quotation(text, "“Three,”", Some("Weil")),
        ];
        let inner = quotations[0].content;
        quotations[0].content = Span::new(inner.start + 3, inner.end - 3);
        lend(text, &mut quotations);
        assert_eq!(quotations[0].voice, None);
    }

    #[test]
    fn a_quotation_is_lent_the_speaker_before_or_after_it() {
        let text = "“One.” “Two,” Lund said. “Three.”";
        let mut quotations = [
            quotation(text, "“One.”", None),
            quotation(text, "“Two,”", Some("Lund")),
            quotation(text, "“Three.”", None),
        ];
        lend(text, &mut quotations);
        assert!(quotations.iter().all(|one| one.status == QuotationStatus::Attributed));
        assert_eq!([quotations[0].confidence, quotations[2].confidence], [0.9, 0.95]);
    }

    #[test]
    fn a_reply_is_not_lent_the_one_replied_to() {
        cov_mark::check!(a_reply_is_of_another);
        for (text, is_lent) in [
            ("“Stay out,” Lund wrote. The reply came an hour later: “Why?”", false),
            ("“Stay out,” Lund wrote. Then came one word more: “Now!”", true),
        ] {
            let second = if is_lent { "“Now!”" } else { "“Why?”" };
            let mut quotations = [
                quotation(text, "“Stay out,”", Some("Lund")),
                quotation(text, second, None),
            ];
            lend(text, &mut quotations);
            assert_eq!(quotations[1].voice.is_some(), is_lent, "{text}");
        }
    }
}
