//! Campaigns that are called by what they demand: "Save Our Pier". It knows none of them by name.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::NameKind;
use crate::language::base::hashing::{Case, word};
use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::names::lists::{self, Lists};

/// "| Save Our Pier |": a demand, "Our" and what it is about, all in capitals, are the name of those who demand it.
pub(super) fn campaigns(line: &NameLine<'_>, found: &mut Found) {
    let campaigns: Vec<Range<usize>> = (1..line.len()).filter_map(|our| campaign(line, our)).collect();
    if campaigns.is_empty() {
        return;
    }
    found.keep(|name| !campaigns.iter().any(|campaign| campaign.contains(&name.words.start)));
    found.lay_over(campaigns.into_iter(), |_, _| Some(NameKind::Organization));
}

fn campaign(line: &NameLine<'_>, our: usize) -> Option<Range<usize>> {
    const OUR: u64 = word("our");
    static DEMANDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| lists::words(include_str!("demands.txt")));
    let is_title = |at: usize| line.case(at) == Case::Title && !line.starts_anew(at);
    let is_demand = line.case(our - 1) == Case::Title && DEMANDS.contains(&line.word(our - 1));
    // "Free Our Lady's Hospital"
    let is_name = line.is_on(our + 1, Lists::TITLE);
    if line.word(our) != OUR || !is_title(our) || !is_demand || is_name {
        return None;
    }
    let end = our + 1 + (our + 1..line.len()).take_while(|at| is_title(*at)).count();
    (end > our + 1).then_some(our - 1..end)
}
