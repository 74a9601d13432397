//! The sentences of a quotation, and which of them a line has room for. It does not ask whether a reader understands them.

use std::ops::Range;

use crate::engine::headline::LIMIT;
use crate::language::View;
use crate::text::Span;

/// Quotation marks.
pub(super) const MARKS: [char; 8] = ['“', '”', '"', '‘', '’', '\'', '«', '»'];

/// Words that turn against what was said before: the point of a quotation comes after them.
pub(super) const TURNS: [&str; 5] = ["but", "however", "yet", "still", "though"];

/// How many characters a sentence has at most that is shown by itself.
pub(super) const LONGEST: usize = 190;

/// The sentences inside the marks of a quotation, as words; the first and the last may be parts of one.
pub(super) fn sentences(view: View<'_>, place: Span) -> Vec<Range<usize>> {
    let text = place.of(view.text);
    let bare = text.trim_start_matches(MARKS);
    let from = place.end - bare.len();
    let inside = Span::new(from, from + bare.trim_end_matches(MARKS).len());
    let words = view.language.words_in(inside);
    let of_words = view
        .language
        .sentences
        .iter()
        .map(|sentence| sentence.words.start.max(words.start)..sentence.words.end.min(words.end));
    of_words.filter(|words| !words.is_empty()).collect()
}

/// The words to show: from the first sentence, or from the one that turns against those before it.
pub(super) fn chosen(view: View<'_>, sentences: &[Range<usize>]) -> Option<Range<usize>> {
    let mut from = 0;
    loop {
        let start = sentences.get(from)?.start;
        let length = |end: usize| view.span(start..end).of(view.text).chars().count();
        let count = sentences
            .iter()
            .skip(from)
            .take_while(|sentence| length(sentence.end) <= LIMIT)
            .count();
        let next = from + count;
        let turns = |at: usize| {
            sentences
                .get(at)
                .is_some_and(|sentence| TURNS.contains(&view.lower(sentence.start).as_str()))
        };
        if count > 0 && turns(next) {
            from = next;
            continue;
        }
        if count > 0 {
            return Some(start..sentences.get(next - 1)?.end);
        }
        // A sentence that is cut says something else, or nothing.
        return sentences
            .get(from)
            .filter(|sentence| length(sentence.end) <= LONGEST)
            .cloned();
    }
}

/// “When we talk about crews of ten thousand”: a clause that says when or why, and nothing that is so then.
pub(super) fn is_only_when(view: View<'_>, words: Range<usize>) -> bool {
    let leads_in = view.is_any(
        words.start,
        &[
            "although", "because", "if", "since", "though", "unless", "when", "whenever", "while",
        ],
    );
    // The comma at the end is that of the frame.
    let inside = words.start..words.end.saturating_sub(1);
    leads_in && !inside.into_iter().any(|at| matches!(view.form(at), "," | "—" | "–"))
}
