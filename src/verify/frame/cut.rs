//! What the sentence of the notes has besides a quotation that is written as a whole one. It judges nothing: a quotation may be shorter than
//! its sentence, but its words are then not all of it.

use crate::text::Span;
use crate::verify::excerpt::one_line;
use crate::verify::frame::before::{Gap, before};
use crate::verify::frame::later::later;
use crate::verify::frame::opening::Opening;
use crate::verify::quoted::Question;

/// Words that are shown.
const MOST: usize = 12;

/// The words of the sentence before the words from `first` to `last`, and those after them, each empty where the quotation is no sentence
/// there or the notes have none. A comma at its end is the draft's, and says nothing of how the speaker went on.
pub fn cut(question: &Question<'_>, (first, last): (usize, usize)) -> (String, String) {
    let nothing = (String::new(), String::new());
    let opening = Opening::of(question, first).filter(|opening| opening.is_bare && opening.has_capital);
    let (Some(opening), Some(source)) = (opening, question.notes.source_at(first)) else {
        return nothing;
    };
    let text = question.quoted.text;
    let is_open = |text: &str| text.contains('…') || text.contains("..");
    let leads = is_open(Span::new(0, opening.word.span.start).of(text));
    let before = if leads {
        String::new()
    } else {
        words_before(question, first, opening.word.span.of(text))
    };
    let end = question.prepared.parts.last().and_then(|part| part.words.last());
    let tail = end.map_or("", |word| Span::new(word.span.end, text.len()).of(text));
    let later = match tail.contains(['.', '!', '?']) && !is_open(tail) {
        true => later(question.notes, last),
        false => Vec::new(),
    };
    let shown = later.iter().take(MOST).map(|later| later.span).reduce(Span::join);
    let more = if later.len() > MOST { " …" } else { "" };
    let after = shown.map_or(String::new(), |shown| one_line(shown.of(&source.text)) + more);
    (before, after)
}

/// The words of the sentence before the word `first` of the notes, back to a mark that parts clauses; none where the speaker only began
/// with the same word ("we, we will").
fn words_before(question: &Question<'_>, first: usize, opens: &str) -> String {
    let (words, _) = before(question.notes, first);
    let Some(source) = question.notes.source_at(first) else {
        return String::new();
    };
    let near = words
        .iter()
        .take_while(|word| matches!(word.gap, Gap::Plain | Gap::Comma));
    let near: Vec<Span> = near.map(|word| word.span).collect();
    if near
        .iter()
        .all(|span| span.of(&source.text).eq_ignore_ascii_case(opens))
    {
        return String::new();
    }
    let shown = near.iter().take(MOST).copied().reduce(Span::join);
    let more = if near.len() > MOST { "… " } else { "" };
    shown.map_or(String::new(), |shown| {
        more.to_owned() + &one_line(shown.of(&source.text))
    })
}
