//! What happened on which day, as a list by day. It orders nothing.

use maud::{Markup, html};

use crate::analysis::Locale;
use crate::engine::TimelineRow;
use crate::render::html::words::{heading_of, shown, status_word};
use crate::render::timeline::days_in_words;

/// A row of a timeline with what its reader needs to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayRow {
    /// The row.
    pub row: TimelineRow,
    /// How the draft writes days.
    pub locale: Locale,
    /// Where it is, as words; for several drafts with the draft's name.
    pub place: String,
}

/// The rows under their days, headings of a level; those without a day come last. The rows are in this order.
pub(super) fn timeline(rows: &[DayRow], level: u8) -> Markup {
    let days = rows.chunk_by(|one, other| one.row.days == other.row.days);
    html! {
        ol.timeline {
            @for rows in days {
                @let day = rows.first().and_then(|row| row.row.days);
                @let locale = rows.first().map(|row| row.locale).unwrap_or_default();
                li class=[day.is_none().then_some("undated")] {
                    @let label = day.map_or_else(|| "Without a day".to_owned(), |days| days_in_words(days, locale));
                    (heading_of(level, &html! { (label) }))
                    ul { @for row in rows { (event(row)) } }
                }
            }
        }
    }
}

fn event(row: &DayRow) -> Markup {
    let DayRow { row, place, .. } = row;
    let status = status_word(row.status);
    let about: Vec<&str> = [row.when.as_str(), row.place.as_str(), place.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    html! {
        li {
            @if !status.is_empty() { span.status { (status) } " " }
            span dir="auto" { (shown(&row.what)) }
            span.quiet dir="auto" { (shown(&about.join(" · "))) }
        }
    }
}
