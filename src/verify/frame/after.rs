//! What comes right after the words of a quotation: a condition (“… unless the board objects”), or a question mark. It looks at one
//! sentence.

use crate::text::Span;
use crate::verify::excerpt::{ends_sentence, one_line};
use crate::verify::frame::before::{Gap, before};
use crate::verify::frame::opening::Opening;
use crate::verify::frame::words::{CONDITIONS, QUESTION_WORDS, TOLD, begins_condition, governor};
use crate::verify::ids::BOUNDARY;
use crate::verify::quoted::{Question, QuotedWord};
use crate::verify::types::{Change, Weight};

/// Words of a condition that are shown.
const MOST: usize = 12;

/// The change that the words after the last one make of a quotation that begins as a sentence does.
pub fn after(question: &Question<'_>, (first, last): (usize, usize)) -> Option<Change> {
    if !Opening::of(question, first)?.has_capital || question.quoted.is_framed {
        return None;
    }
    let word = question.prepared.parts.last()?.words.last()?;
    let there = question
        .notes
        .words()
        .get(last)
        .filter(|there| word.is_said_by(there.id))?;
    let source = question.notes.source_at(last)?;
    if let Some(end) = condition_end(question, last) {
        let said = there.span().join(end).of(&source.text);
        return Some(change(question, word, said, Weight::Frame));
    }
    // “We will close?” has the words of a statement, and a mark that a transcript may have misheard.
    let written = question.quoted.text.to_lowercase().replace('’', "'");
    let begins = written
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .find(|word| !word.is_empty());
    let is_open = begins.is_some_and(|begins| QUESTION_WORDS.contains(begins));
    let (words, _) = before(question.notes, first);
    if is_open || !words.is_empty() || !is_question(question, last) {
        return None;
    }
    let said = format!("{}?", there.span().of(&source.text));
    Some(change(question, word, &said, Weight::Slight))
}

fn change(question: &Question<'_>, word: &QuotedWord, said: &str, weight: Weight) -> Change {
    Change {
        place: word.span,
        written: word.span.of(question.quoted.text).to_owned(),
        said: one_line(said),
        weight,
    }
}

/// Where a condition ends that comes right after the word `last` of the notes.
fn condition_end(question: &Question<'_>, last: usize) -> Option<Span> {
    let notes = question.notes;
    let source = notes.source_at(last)?;
    let word = |at: usize| {
        let word = notes.words().get(at).filter(|word| word.id != BOUNDARY)?;
        Some(word.span().of(&source.text).to_lowercase().replace('’', "'"))
    };
    let mut end = notes.words().get(last)?.span();
    let mut told: Vec<String> = Vec::new();
    for at in last + 1..=last + MOST {
        let Some(next) = notes.words().get(at).filter(|next| next.id != BOUNDARY) else {
            break;
        };
        if next.span() == end {
            continue;
        }
        let gap = Gap::of(Span::new(end.end, next.span().start.max(end.end)).of(&source.text));
        let is_next = gap == Gap::Plain || gap == Gap::Comma && told.is_empty();
        if !is_next || next.span().start < end.end || ends_sentence(&source.text, end, next.span()) {
            break;
        }
        told.push(word(at)?);
        end = next.span();
    }
    // “We will see if it works” asks for something.
    let is_asked =
        |at: usize| word(at).is_some_and(|word| governor(&word).is_some() || word == "ask" || word == "wonder");
    let is_object = word(last).is_some_and(|word| TOLD.contains(word.as_str()));
    let asks = is_asked(last) || is_object && last.checked_sub(1).is_some_and(is_asked);
    let is_condition = told
        .first()
        .is_some_and(|first| CONDITIONS.contains(first.as_str()) && first != "whether");
    (is_condition && told.len() > 1 && !asks && begins_condition(&told.join(" "))).then_some(end)
}

/// Bytes after the last word in which a question mark is looked for.
const NEAR: usize = 200;

/// Whether the sentence of the word `last` of the notes is a question that goes on without a comma, and the quotation has no such mark.
/// After a comma a statement may only ask for assent: “We will close, right?”
pub fn is_question(question: &Question<'_>, last: usize) -> bool {
    let (Some(word), Some(source)) = (question.notes.words().get(last), question.notes.source_at(last)) else {
        return false;
    };
    let end = word.span().end;
    let passage = question.notes.passage_at(last).map_or(end, |passage| passage.span.end);
    let stop = source.text.floor_char_boundary(passage.min(end + NEAR));
    let rest = source.text.get(end..stop).unwrap_or("");
    let mark = rest.char_indices().find(|(at, mark)| match mark {
        '.' => !rest
            .get(at + 1..)
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
        _ => matches!(mark, '?' | '!' | ',' | ';' | ':' | '—' | '–' | '…'),
    });
    let is_asked = mark.is_some_and(|(_, mark)| mark == '?');
    let tail = question.prepared.parts.last().and_then(|part| part.words.last());
    let tail = tail.map_or("", |word| {
        Span::new(word.span.end, question.quoted.text.len()).of(question.quoted.text)
    });
    is_asked && !tail.contains('?')
}
