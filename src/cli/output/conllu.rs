//! Words and grammar of a draft as CoNLL-U. The rows are written by `language`; this puts documents around them.

use crate::engine::Snapshot;
use crate::language;
use crate::render::facts::{Id, Refusal};
use crate::render::printable_lines;

/// The sentences of a draft after the comment that names it.
pub fn document(id: &Id, snapshot: &Snapshot) -> String {
    let mut text = format!("# newdoc id = {}\n", on_one_line(id));
    for (block, facts) in snapshot.markup.blocks.iter().zip(&snapshot.blocks) {
        text.push_str(&language::conllu(&block.text, &facts.language));
    }
    printable_lines(&text)
}

/// A line that could not be used, as comments: CoNLL-U has no other place for it.
pub fn refusal(refusal: &Refusal) -> String {
    let id = refusal
        .id
        .as_ref()
        .map_or_else(String::new, |id| format!("# newdoc id = {}\n", on_one_line(id)));
    printable_lines(&format!("{id}# error = {} (line {})\n\n", refusal.error, refusal.line))
}

fn on_one_line(id: &Id) -> String {
    id.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
