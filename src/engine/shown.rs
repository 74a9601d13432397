//! Which findings an editor shows while somebody types. Half a word, a name or a quotation looks wrong until it is
//! finished, so what typing has only just caused is held back. It knows no clock: when typing is over is decided
//! elsewhere.

use std::sync::Arc;

use crate::engine::types::Snapshot;
use crate::rules::Finding;
use crate::text::{Replaced, Span};

/// What is shown of one version of a draft.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What is shown, by place. Offsets count in the source of this version.
    pub findings: Vec<Finding>,
    /// The language of a draft that is left alone, because it is not English.
    pub foreign_language: Option<&'static str>,
    /// Whether anything else was found, or anything that is shown was not found again.
    pub is_held: bool,
    /// The source text of the version.
    text: Arc<str>,
    /// The blocks that were being typed, in the source; `None` if nobody was typing.
    typed: Option<Span>,
}

impl Shown {
    /// All that was found: right whenever nobody is typing.
    #[must_use]
    pub fn all(snapshot: &Snapshot) -> Self {
        Self {
            findings: snapshot.findings.clone(),
            foreign_language: snapshot.facts.foreign_language,
            is_held: false,
            text: Arc::clone(&snapshot.text),
            typed: None,
        }
    }

    /// What is shown of the version in `snapshot`, which somebody has typed since this one was shown.
    ///
    /// In the blocks that are being typed, what was shown before stays if it was found again; what is new waits, and
    /// what is fixed goes. Everywhere else, what was shown stays and moves with its text. Once the typing goes on in
    /// another part of the draft, everything that was found outside that part is shown.
    ///
    /// Linear in the number of findings; the texts are compared byte by byte.
    #[must_use]
    pub fn typed(&self, snapshot: &Snapshot) -> Self {
        let Some(replaced) = Replaced::between(&self.text, &snapshot.text) else {
            return Self::all(snapshot);
        };
        let blocks = Touched::of(snapshot, &replaced);
        let typed_before = self.typed.map(|typed| replaced.moved(typed));
        let has_left = typed_before.is_some_and(|typed| !blocks.typed.touches_span(typed));
        // White space alone may be the end of a paragraph or the first half of a blank line: what comes next decides.
        let is_blank = is_blank(replaced.new_span().of(&snapshot.text));
        let is_elsewhere = has_left && !is_blank;
        let mut left: Vec<Finding> = self.findings.iter().map(|finding| moved(finding, &replaced)).collect();
        let mut findings = Vec::new();
        let mut is_held = false;
        for found in &snapshot.findings {
            let is_typed = blocks.typed.touches_span(found.span);
            let known = left.iter().position(|shown| is_same(shown, found, is_typed));
            if let Some(known) = known {
                left.swap_remove(known);
            }
            // The quotation of the paragraph before may go on in the one that is being typed, and be closed there.
            let may_go_on =
                found.code == UNCLOSED && blocks.before.is_some_and(|before| before.touches_span(found.span));
            if known.is_some() || is_elsewhere && !is_typed && !may_go_on {
                findings.push(found.clone());
            } else {
                is_held = true;
            }
        }
        if !is_elsewhere {
            left.retain(|shown| !blocks.typed.touches_span(shown.span));
            is_held |= !left.is_empty();
            findings.append(&mut left);
            findings.sort_by_key(|finding| (finding.span, finding.code));
        }
        Self {
            findings,
            foreign_language: snapshot.facts.foreign_language,
            is_held,
            text: Arc::clone(&snapshot.text),
            typed: typed_before.filter(|_| has_left && is_blank).or(Some(blocks.blocks)),
        }
    }
}

/// The blocks of a draft that a change touches, as stretches of the source.
struct Touched {
    /// The change and the blocks it is in.
    typed: Span,
    /// The blocks alone; the change where it is in none.
    blocks: Span,
    /// The block before them.
    before: Option<Span>,
}

/// The rule of quotations without an end.
const UNCLOSED: &str = "unclosed-quote";

impl Touched {
    fn of(snapshot: &Snapshot, replaced: &Replaced) -> Self {
        let blocks = &snapshot.markup.blocks;
        let change = replaced.new_span();
        let first = blocks.partition_point(|block| block.span.end < change.start);
        let after = blocks.partition_point(|block| block.span.start <= change.end);
        let touched = blocks
            .get(first..after)
            .unwrap_or_default()
            .iter()
            .map(|block| block.span);
        let before = first.checked_sub(1).and_then(|before| blocks.get(before));
        let before = before.map(|block| block.span);
        let blocks = touched.reduce(Span::join).unwrap_or(change);
        Self {
            typed: blocks.join(change),
            blocks,
            before,
        }
    }
}

fn is_blank(text: &str) -> bool {
    !text.is_empty() && text.trim().is_empty()
}

/// Whether a finding is the one that is shown. In a block that is being typed its words may be growing.
fn is_same(shown: &Finding, found: &Finding, is_typed: bool) -> bool {
    let is_there = if is_typed {
        shown.span.touches_span(found.span)
    } else {
        shown.span == found.span
    };
    is_there && shown.code == found.code && shown.message == found.message
}

/// A finding after a change somewhere else. Its fixes are left out: they were made for another text.
fn moved(finding: &Finding, replaced: &Replaced) -> Finding {
    let mut moved = finding.clone();
    moved.span = replaced.moved(finding.span);
    for related in moved.related.iter_mut().filter(|related| related.notes.is_none()) {
        related.span = replaced.moved(related.span);
    }
    moved.fixes.clear();
    moved
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cache, Draft, analyse};
    use crate::language::ShapeModel;

    fn read(text: &str) -> Snapshot {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        analyse(&draft, &Cache::default(), &ShapeModel)
    }

    /// The words that are marked after each version of a draft was typed in its turn.
    fn marked(versions: &[&str]) -> Vec<Vec<String>> {
        let mut shown: Option<Shown> = None;
        let mut all = Vec::new();
        for version in versions {
            let snapshot = read(version);
            let next = match &shown {
                Some(before) => before.typed(&snapshot),
                None => Shown::all(&snapshot),
            };
            all.push(
                next.findings
                    .iter()
                    .map(|one| one.span.of(version).to_owned())
                    .collect(),
            );
            shown = Some(next);
        }
        all
    }

    #[test]
    fn what_is_half_typed_is_not_marked() {
        let typed = marked(&[
            "The ferry is late.",
            "The ferry is late. The",
            "The ferry is late. The the",
        ]);
        assert_eq!(typed, [[""; 0]; 3]);
    }

    #[test]
    fn what_was_marked_before_stays_until_it_is_cured() {
        let typed = marked(&[
            "The the ferry is",
            "The the ferry is is",
            "The the ferry is is late",
            "The ferry is is late",
        ]);
        assert_eq!(typed, [vec!["the"], vec!["the"], vec!["the"], vec![]]);
    }

    #[test]
    fn nothing_flickers_elsewhere() {
        let typed = marked(&[
            "The quay is is shut.\n\nIt rains.\n\nA a boat sank.",
            "The quay is is shut.\n\nIt rains rains.\n\nA a boat sank.",
        ]);
        assert_eq!(typed, [["is", "a"], ["is", "a"]]);
    }

    #[test]
    fn typing_on_somewhere_else_shows_what_was_held_back() {
        let far = "\n\nTwo.\n\nThree.\n\nFour";
        let typed = marked(&[
            &format!("It is late{far}"),
            &format!("It is is late{far}"),
            &format!("It is is late{far} boats"),
        ]);
        assert_eq!(typed, [vec![], vec![], vec!["is"]]);
    }

    #[test]
    fn the_next_paragraph_is_somewhere_else() {
        let typed = marked(&["It is late\n\nTwo.", "It is is late\n\nTwo.", "It is is late\n\nTwo. B"]);
        assert_eq!(typed, [vec![], vec![], vec!["is"]]);
        let before = marked(&["One.\n\nIt late", "One.\n\nIt it late", "One. A\n\nIt it late"]);
        assert_eq!(before, [vec![], vec![], vec!["it"]]);
    }

    #[test]
    fn a_new_paragraph_is_somewhere_else_from_its_first_letter_on() {
        let typed = marked(&["It is", "It is is", "It is is\n", "It is is\n\n", "It is is\n\nB"]);
        assert_eq!(typed, [vec![], vec![], vec![], vec![], vec!["is"]]);
    }

    #[test]
    fn a_pause_is_due_while_anything_is_held_back() {
        let before = Shown::all(&read("It is late."));
        assert!(before.typed(&read("It is late late.")).is_held);
        assert!(!before.typed(&read("It is too late.")).is_held);
        assert!(!Shown::all(&read("It is late late.")).is_held);
    }
}
