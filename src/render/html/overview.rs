//! Several drafts on a page, before the pages of each: sums, who with whom, what happened when, and a list of the drafts. It keeps
//! of a draft one row of that list and what it adds to the sums.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::engine::Standing;
use crate::render::html::figures::{KeyFigure, division, figures, stretches};
use crate::render::html::graph::{PartyPair, graph};
use crate::render::html::story::{StoryReport, pairs};
use crate::render::html::table::table;
use crate::render::html::timeline::{DayRow, timeline};
use crate::render::html::words::shown;
use crate::render::report::{By, Sum, Totals, counted, grouped, summary_table};

/// A longer timeline nobody reads; each draft has its own.
const LONGEST_TIMELINE: usize = 120;

/// More pairs than these are not listed.
const MOST_PAIRS: usize = 60;

/// What a page says of its drafts together.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    rows: Vec<String>,
    pairs: BTreeMap<(String, String), (usize, bool)>,
    days: Vec<DayRow>,
    day_count: usize,
}

impl Overview {
    /// Adds a draft, which gets the next number.
    pub fn add(&mut self, story: &StoryReport) {
        let number = self.rows.len() + 1;
        self.rows.push(row(story, number).into_string());
        for pair in pairs(&story.acts) {
            let known = self.pairs.entry((pair.who, pair.whom)).or_default();
            known.0 += pair.count;
            known.1 |= pair.is_certain;
        }
        self.day_count += story.days.len();
        if self.day_count > LONGEST_TIMELINE {
            self.days = Vec::new();
            return;
        }
        let title = story.draft.heading();
        self.days.extend(story.days.iter().map(|row| DayRow {
            place: format!("{title}, {}", row.place),
            ..row.clone()
        }));
    }

    /// How many drafts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The sections on all drafts; `top` sources are shown, and `unread` drafts could not be read.
    pub(super) fn html(&self, totals: &Totals, top: usize, unread: &[String]) -> Markup {
        html! {
            (totals_figures(totals))
            (division(&portions(totals.all()), totals.all().quoted))
            @if !unread.is_empty() {
                p.remark { (counted(unread.len(), "draft", "drafts")) " could not be read: " (shown(&unread.join(", "))) }
            }
            @if totals.left_alone() > 0 {
                p.remark { "Left alone, because not in English: " (counted(totals.left_alone(), "draft", "drafts")) }
            }
            @for (by, title) in [(By::Month, "By month"), (By::Desk, "By desk"), (By::Source, "By source"), (By::Attribute, "By attribute in actors.toml")] {
                (sums(totals, by, title, top))
            }
            section {
                h2 { "Drafts" }
                div.scroll { table {
                    thead { tr {
                        th scope="col" { "Draft" } th scope="col" { "Date" } th scope="col" { "Desk" }
                        th.number scope="col" { "Sources" } th.number scope="col" { "Quotations" }
                        th.number scope="col" { "Findings" } th scope="col" { "One source only" }
                    } }
                    tbody { @for row in &self.rows { (maud::PreEscaped(row)) } }
                } }
            }
            (self.pairs_html())
            (self.days_html())
        }
    }

    fn pairs_html(&self) -> Markup {
        let pairs = self.pairs.iter().map(|((who, whom), (count, is_certain))| PartyPair {
            who: who.clone(),
            whom: whom.clone(),
            count: *count,
            is_certain: *is_certain,
        });
        let mut pairs: Vec<PartyPair> = pairs.collect();
        if pairs.is_empty() {
            return html! {};
        }
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.count));
        let more = pairs.len().saturating_sub(MOST_PAIRS);
        html! {
            section {
                h2 { "Who with whom" }
                (graph(&pairs))
                div.scroll { table {
                    thead { tr { th scope="col" { "Who" } th scope="col" { "Whom" } th.number scope="col" { "Events" } } }
                    tbody { @for pair in pairs.iter().take(MOST_PAIRS) { tr {
                        th scope="row" dir="auto" { (shown(&pair.who)) }
                        td dir="auto" { (shown(&pair.whom)) }
                        td.number { (pair.count) }
                    } } }
                } }
                @if more > 0 { p.quiet { "And " (counted(more, "pair", "pairs")) " more." } }
            }
        }
    }

    fn days_html(&self) -> Markup {
        if self.day_count == 0 {
            return html! {};
        }
        let mut days: Vec<&DayRow> = self.days.iter().collect();
        // Stable: drafts stay in their order.
        days.sort_by_key(|row| (row.row.days.is_none(), row.row.days));
        let days: Vec<DayRow> = days.into_iter().cloned().collect();
        html! {
            section {
                h2 { "What happened when" }
                @if days.is_empty() {
                    p.quiet { (grouped(self.day_count)) " entries are too many for one timeline; each draft has its own below." }
                } @else { (timeline(&days, 3)) }
            }
        }
    }
}

fn row(story: &StoryReport, number: usize) -> Markup {
    let draft = &story.draft;
    let voices = draft
        .sources
        .iter()
        .filter(|source| !source.standing.is_group())
        .count();
    let quotations: usize = draft.sources.iter().map(|source| source.quotations.len()).sum();
    let only = draft.only.and_then(|only| draft.sources.get(only));
    html! {
        tr {
            th scope="row" dir="auto" {
                a href={"#draft-" (number)} { (shown(draft.heading())) }
                span.quiet { (shown(&draft.path)) }
            }
            td.place { @if let Some(date) = draft.date { (date) } }
            td dir="auto" { (shown(draft.desk.as_deref().unwrap_or(""))) }
            td.number { (voices) }
            td.number { (quotations) }
            td.number { (story.findings.len()) }
            td dir="auto" { @if let Some(only) = only { (shown(only.label())) } }
        }
    }
}

fn totals_figures(totals: &Totals) -> Markup {
    let all = totals.all();
    figures(&[
        KeyFigure::count("Drafts", all.drafts),
        KeyFigure::count("Drafts with one source only", all.single),
        KeyFigure::count("Words", all.words),
        KeyFigure::count("Quotations", all.quotations),
        KeyFigure::share("Words inside quotation marks", all.quoted, all.words),
    ])
}

fn portions(sum: &Sum) -> Vec<(Standing, usize)> {
    let by_standing = sum.by_standing.iter();
    by_standing
        .map(|(standing, portion)| (*standing, portion.words))
        .collect()
}

fn sums(totals: &Totals, by: By, title: &str, top: usize) -> Markup {
    let mut sums = summary_table(totals, by).without_empty_columns();
    if sums.rows.is_empty() {
        return html! {};
    }
    let more = if by == By::Source {
        sums.rows.len().saturating_sub(top)
    } else {
        0
    };
    sums.rows.truncate(sums.rows.len() - more);
    let drawing = |sum: &Sum| stretches(&portions(sum), sum.quoted);
    let drawings: Vec<Markup> = match by {
        By::Month => totals.months().map(|(_, sum)| drawing(sum)).collect(),
        By::Desk => totals.desks().map(|(_, sum)| drawing(sum)).collect(),
        By::Source | By::Attribute => Vec::new(),
    };
    html! {
        section {
            h2 { (title) }
            (table(&sums, &drawings))
            @if more > 0 { p.quiet { "And " (counted(more, "source", "sources")) " more." } }
        }
    }
}
