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
