//! Small questions about how words are written in a text. It searches nothing.

use crate::text::Span;
use crate::verify::folds::Same;
use crate::verify::words::{Folder, Shape, Sink, scan};

/// Each place once: a word such as “don't” stands for two.
pub fn written(pairs: impl Iterator<Item = Same>) -> Vec<Same> {
    let mut places: Vec<Same> = Vec::new();
    for pair in pairs {
        match places.last_mut() {
            Some(last) if last.quoted == pair.quoted || last.said == pair.said => {
                last.quoted = last.quoted.join(pair.quoted);
                last.said = last.said.join(pair.said);
            }
            _ => places.push(pair),
        }
    }
    places
}

/// Words on one line.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a sentence ends between two words: a point, an exclamation mark or a question mark that no word goes on after. Dots in a
/// row end none.
pub fn ends_sentence(text: &str, before: Span, after: Span) -> bool {
    // A currency is read after its number and may be written before it.
    let between = text.get(before.end..after.start.max(before.end)).unwrap_or("");
    between.char_indices().any(|(at, mark)| match mark {
        '!' | '?' => true,
        '.' => {
            let next = text.get(before.end + at + 1..).and_then(|rest| rest.chars().next());
            let is_in_row = between.get(..at).is_some_and(|left| left.ends_with(['.', '…']));
            !is_in_row && next.is_none_or(|next| next != '.' && !next.is_alphanumeric())
        }
        _ => false,
    })
}

/// The sounds and repeated words in a stretch of a text that are left out of comparisons.
pub fn fillers_between(text: &str, span: Span) -> Vec<String> {
    struct Fillers(Vec<Span>);
    impl Sink for Fillers {
        fn word(&mut self, _: &str, _: Span, _: Shape) {}
        fn filler(&mut self, span: Span) {
            self.0.push(span);
        }
    }
    let mut folder = Folder::new(Fillers(Vec::new()));
    scan(text, span, &mut folder);
    let fillers = folder.finish().0;
    fillers.into_iter().map(|filler| filler.of(text).to_owned()).collect()
}
