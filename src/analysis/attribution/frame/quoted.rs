//! The subject of a participle after a passive of hearing or quoting: "Lund is quoted as saying", "a woman can be heard telling". Whoever is
//! quoted or heard speaks. It reads no other participle.

use crate::analysis::attribution::frame::leftward::{self, Leftward};
use crate::analysis::attribution::frame::types::{Subject, SubjectKind};
use crate::analysis::attribution::line::Line;
use crate::analysis::attribution::line::verb_group::follows_passive_auxiliary;
use crate::language::Tag;

/// Who is quoted as saying, or heard saying, what the participle at item `verb` reports.
#[must_use]
pub fn subject(line: Line<'_>, verb: usize) -> Option<Subject> {
    let before = verb.checked_sub(1).filter(|_| line.tag(verb) == Tag::Gerund)?;
    let passive = match line.is(before, "as") {
        true => before
            .checked_sub(1)
            .filter(|&quoted| line.is_any(quoted, &["quoted", "cited", "recorded"])),
        false => Some(before)
            .filter(|&heard| line.is_any(heard, &["heard", "overheard", "seen", "recorded", "filmed", "caught"])),
    };
    let passive = passive.filter(|&passive| follows_passive_auxiliary(line, passive))?;
    match leftward::look(line, passive) {
        Leftward::Subject(subject) => Some(Subject::new(subject.items, SubjectKind::Before)),
        Leftward::JoinedTo(_) | Leftward::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn whoever_is_quoted_or_heard_speaks() {
        let of = |text: &str, verb: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, verb)).unwrap();
                subject(line, at).map(|found| line.span(found.items).of(text).to_owned())
            })
        };
        assert_eq!(of("Lund was quoted as saying so.", "saying").as_deref(), Some("Lund"));
        assert_eq!(
            of("A man can be heard telling the crew.", "telling").as_deref(),
            Some("A man")
        );
        assert_eq!(of("Lund left, telling the crew.", "telling"), None);
    }
}
