//! Long names of associations: what they are for, and what they call themselves. It knows none of them by name.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Capitals, Case, word};
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind};

const THE: u64 = word("the");
const LINKS: [u64; 3] = [word("for"), word("against"), word("on")];
const INSIDE: [u64; 3] = [word("of"), word("and"), word("in")];

/// What an association goes on with that the tagger leaves out.
const TEAMS: [u64; 4] = [word("team"), word("squad"), word("unit"), word("brigade")];

static HEADS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("association_heads.txt")));

/// "the Society | for the | Study of Old Ships" is one name.
pub(super) fn purpose(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, name| {
        if let Some(last) = names.last_mut()
            && is_purpose(line, last, &name)
        {
            last.words.end = name.words.end;
            last.kind = NameKind::Organization;
        } else {
            names.push(name);
        }
    });
    let aims: Vec<Range<usize>> = (0..line.len()).filter_map(|at| with_aim(line, at)).collect();
    found.rewrite(|names, mut name| {
        // What comes before the head is part of the name: "Velden Society for the …".
        if let Some(aim) = aims.iter().find(|aim| name.words.contains(&aim.start)) {
            name.words.end = name.words.end.max(aim.end);
            name.kind = NameKind::Organization;
        }
        if is_free(names, name.words.start) {
            names.push(name);
        }
    });
    found.lay_over(aims.into_iter(), |_, _| Some(NameKind::Organization));
}

/// "Society for the Relief of Distressed Sailors", from the head on: what it is for goes on in capitals over "of", "and" and "the".
fn with_aim(line: &NameLine<'_>, head: usize) -> Option<Range<usize>> {
    const FOR: u64 = word("for");
    let is_title = |at: usize| line.case(at) == Case::Title;
    let is_link = |at: usize| line.case(at) == Case::Lower && (INSIDE.contains(&line.word(at)) || line.word(at) == THE);
    if !is_head(line, head) || line.capitals != Capitals::Running || line.word(head + 1) != FOR {
        return None;
    }
    let first = head + 2 + usize::from(line.word(head + 2) == THE && line.case(head + 2) == Case::Lower);
    let mut end = first;
    let mut links = 0;
    while end < line.len() {
        if is_title(end) {
            end += 1;
        } else if is_link(end) && (is_title(end + 1) || is_link(end + 1) && is_title(end + 2)) && end > first {
            links += 1;
            end += 1;
        } else {
            break;
        }
    }
    // "the Committee for Velden" says what it is for in one word, which may be a name of its own.
    (links > 0 && end > first + 2).then_some(head..end)
}

/// "the Chamber of Business and Industry | of Velden County": a chamber, what it is of, and where, in capitals with "of" and "and".
pub(super) fn chambers(line: &NameLine<'_>, found: &mut Found) {
    const CHAMBER: u64 = word("chamber");
    const OF: u64 = word("of");
    const AND: u64 = word("and");
    let is_link = |at: usize| {
        matches!(line.word(at), OF | AND) && line.case(at) == Case::Lower && line.case(at + 1) == Case::Title
    };
    let chambers: Vec<Range<usize>> = (0..line.len())
        .filter(|at| {
            line.word(*at) == CHAMBER && line.case(*at) == Case::Title && line.word(at + 1) == OF && is_link(at + 1)
        })
        .map(|start| {
            let end = (start + 1..line.len())
                .find(|at| line.case(*at) != Case::Title && !is_link(*at))
                .unwrap_or(line.len());
            start..end
        })
        .collect();
    found.lay_over(chambers.into_iter(), |_, _| Some(NameKind::Organization));
}

/// Whether a capitalized word is what an association calls itself.
pub(super) fn is_head(line: &NameLine<'_>, at: usize) -> bool {
    line.case(at) == Case::Title && HEADS.contains(&line.word(at))
}

/// Whether `name` says what the association `head` is for.
fn is_purpose(line: &NameLine<'_>, head: &Name, name: &Name) -> bool {
    let gap = head.words.end..name.words.start;
    let mut links = gap.clone().filter(|at| line.word(*at) != THE);
    let is_linked = links.next().is_some_and(|at| LINKS.contains(&line.word(at))) && links.next().is_none();
    let has_link_inside = name.words.clone().any(|at| INSIDE.contains(&line.word(at)));
    is_linked
        && gap.len() <= 2
        && HEADS.contains(&line.word(head.words.end - 1))
        && line.is_capital(head.words.start)
        && matches!(name.kind, NameKind::Organization | NameKind::Other)
        && (gap.len() == 1 || has_link_inside)
        && !line.is_on(name.words.start, Lists::ORGANIZATION.or(Lists::ANY_PLACE))
}

/// The fewest and the most words of a name that only its last word shows.
const SIZE: std::ops::RangeInclusive<usize> = 3..=5;

/// "The River Rights Project sued": capitalized words in a row that end in what an association calls itself.
pub(super) fn projects(line: &NameLine<'_>, found: &mut Found) {
    let is_running = line.capitals == Capitals::Running;
    found.change(|name| {
        let (start, end) = (name.words.start, name.words.end);
        // "the Clean Rivers | Campaign", read as a thing.
        let is_body = name.kind == NameKind::Other && SIZE.contains(&name.words.len()) && is_head(line, end - 1);
        // "the Velden Mountain Rescue | Team"
        let has_team = name.kind == NameKind::Organization
            && name.words.len() > 1
            && line.case(end) == Case::Title
            && TEAMS.contains(&line.word(end))
            && !line.is_capital(end + 1)
            && !line.starts_anew(end);
        if is_body && !line.is_on(start, Lists::NAMES) {
            name.kind = NameKind::Organization;
        }
        name.words.end += usize::from(has_team);
    });
    found.fill(line.len(), |gap, names| {
        let mut start = gap.start;
        while start < gap.end {
            let end = (start..gap.end)
                .find(|at| line.case(*at) != Case::Title)
                .unwrap_or(gap.end);
            let first = start + usize::from(end > start && line.word(start) == THE);
            // A short sentence with a long name looks like a headline.
            let is_name = is_running || first > start && line.case(end) == Case::Lower;
            if is_name && end > first && SIZE.contains(&(end - first)) && HEADS.contains(&line.word(end - 1)) {
                names.push(Name {
                    words: first..end,
                    kind: NameKind::Organization,
                });
            }
            start = end.max(start + 1);
        }
    });
}
