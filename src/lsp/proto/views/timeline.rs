//! The answer to `copydesk/timeline`: what happened on which day, with every label ready. It orders nothing itself.

use jiff::civil::Date;
use serde::Serialize;
use tower_lsp::ls_types as lsp;

use crate::analysis::{AnchorSource, EventStatus, Locale, times};
use crate::engine::{Days, Snapshot, TimelineRow};
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::edit::Draft;
use crate::lsp::proto::views::{Scale, TIMELINE_SCHEMA, counted, dotted, empty_message};
use crate::render::{days_in_words, status_word};

/// What happened on which day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TimelineView {
    schema: u32,
    uri: lsp::Uri,
    version: i32,
    /// One line for the whole.
    summary: String,
    /// What to show if there are no rows.
    empty_message: String,
    /// The day that the draft is read as of.
    read_as_of: Option<ReadAsOf>,
    days: Vec<DayItem>,
    unresolved_label: &'static str,
    unresolved: Vec<RowItem>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct ReadAsOf {
    date: String,
    label: String,
    /// What gives the date.
    source: &'static str,
    /// Where the draft gives it, if it does.
    range: Option<lsp::Range>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct DayItem {
    id: String,
    from: String,
    to: String,
    label: String,
    description: String,
    rows: Vec<RowItem>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct RowItem {
    label: String,
    sentence: String,
    description: String,
    tooltip: String,
    when: String,
    #[serde(rename = "where")]
    place: String,
    who: Vec<String>,
    whom: Vec<String>,
    #[serde(rename = "type")]
    kind: Option<&'static str>,
    status: Option<&'static str>,
    /// “Planned”, “Denied”; empty of what took place.
    status_label: &'static str,
    background: bool,
    range: lsp::Range,
}

/// The view of a draft's timeline.
pub fn timeline_view(draft: &Draft<'_>, snapshot: &Snapshot, client: &Capabilities) -> TimelineView {
    let scale = Scale { draft, client };
    let locale = snapshot.facts.locale;
    let rows = snapshot.timeline();
    let mut days: Vec<DayItem> = Vec::new();
    let mut unresolved = Vec::new();
    for row in &rows {
        let item = item(row, &scale);
        let Some((first, last)) = row.days else {
            unresolved.push(item);
            continue;
        };
        let (from, to) = (first.to_string(), last.to_string());
        match days.last_mut().filter(|day| day.from == from && day.to == to) {
            Some(day) => day.rows.push(item),
            None => days.push(DayItem {
                id: format!("{from}/{to}"),
                from,
                to,
                label: days_label((first, last), locale),
                description: String::new(),
                rows: vec![item],
            }),
        }
    }
    for day in &mut days {
        day.description = description(&day.rows);
    }
    let summary = match (days.len(), unresolved.len()) {
        (0, 0) => String::new(),
        (count, 0) => counted(count, "date", "dates"),
        (0, without) => format!("{without} without a day"),
        (count, without) => dotted([
            counted(count, "date", "dates").as_str(),
            &format!("{without} without a day"),
        ]),
    };
    TimelineView {
        schema: TIMELINE_SCHEMA,
        uri: draft.uri.clone(),
        version: draft.number,
        summary,
        empty_message: empty_message(snapshot, "This draft has no day or date yet."),
        read_as_of: snapshot.facts.anchor.as_ref().map(|anchor| ReadAsOf {
            date: anchor.date.to_string(),
            label: format!("read as of {}", times::day_in_words(anchor.date, locale)),
            source: source_name(anchor.source),
            range: snapshot.date_of_draft().map(|span| scale.range(span)),
        }),
        days,
        unresolved_label: "Without a day",
        unresolved,
    }
}

/// What gives the date of a draft, as the protocol has it.
fn source_name(source: AnchorSource) -> &'static str {
    match source {
        AnchorSource::Given => "given",
        AnchorSource::FrontMatter => "frontMatter",
        AnchorSource::Dateline => "dateline",
        AnchorSource::Text => "text",
        AnchorSource::FileName => "fileName",
        AnchorSource::Configuration => "configuration",
    }
}

/// What a day has: “1 event”, “planned”, “2 denied”, “3 events, 1 planned”. Short, so that it is seen in a narrow view.
fn description(rows: &[RowItem]) -> String {
    let mut words: Vec<(&'static str, usize)> = Vec::new();
    for row in rows.iter().filter(|row| !row.status_label.is_empty()) {
        match words.iter_mut().find(|(label, _)| *label == row.status_label) {
            Some((_, count)) => *count += 1,
            None => words.push((row.status_label, 1)),
        }
    }
    if let [(label, count)] = words.as_slice()
        && *count == rows.len()
    {
        let count = if *count == 1 {
            String::new()
        } else {
            format!("{count} ")
        };
        return format!("{count}{}", label.to_lowercase());
    }
    let marked = words
        .iter()
        .map(|(label, count)| format!(", {count} {}", label.to_lowercase()));
    counted(rows.len(), "event", "events") + &marked.collect::<String>()
}

/// “Monday, May 5, 2031”, “May 5–11, 2031”, “May 2031”, “2031”, “2021–2030”.
fn days_label((first, last): (Date, Date), locale: Locale) -> String {
    let whole_years = first.day_of_year() == 1 && last == last.last_of_year();
    let whole_month = first.first_of_month() == first && last == first.last_of_month();
    if whole_years && first.year() != last.year() {
        format!("{}–{}", first.year(), last.year())
    } else if first == last || whole_years || whole_month {
        days_in_words((first, last), locale)
    } else {
        Days::new((first, last), locale).in_short()
    }
}

fn item(row: &TimelineRow, scale: &Scale<'_>) -> RowItem {
    let status_label = status_word(row.status);
    let background = if row.background { "background" } else { "" };
    RowItem {
        label: row.what.clone(),
        sentence: row.sentence.clone(),
        description: dotted([status_label, &row.when, &row.place, background]),
        tooltip: row.sentence.clone(),
        when: row.when.clone(),
        place: row.place.clone(),
        who: row.who.clone(),
        whom: row.whom.clone(),
        kind: row.kind,
        status: row.status.map(EventStatus::name),
        status_label,
        background: row.background,
        range: scale.range(row.span),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_says_what_did_not_take_place() {
        let said = |labels: &[&'static str]| {
            let rows: Vec<RowItem> = labels.iter().map(|label| row(label)).collect();
            description(&rows)
        };
        assert_eq!(said(&[""]), "1 event");
        assert_eq!(said(&["Planned"]), "planned");
        assert_eq!(said(&["Denied", "Denied"]), "2 denied");
        assert_eq!(
            said(&["", "Planned", "Denied", "Planned"]),
            "4 events, 2 planned, 1 denied"
        );
        assert_eq!(said(&["Planned", "Denied"]), "2 events, 1 planned, 1 denied");
    }

    fn row(status_label: &'static str) -> RowItem {
        RowItem {
            label: String::new(),
            sentence: String::new(),
            description: String::new(),
            tooltip: String::new(),
            when: String::new(),
            place: String::new(),
            who: Vec::new(),
            whom: Vec::new(),
            kind: None,
            status: None,
            status_label,
            background: false,
            range: lsp::Range::default(),
        }
    }

    #[test]
    fn a_stretch_of_days_has_a_short_label() {
        let label =
            |first: &str, last: &str| days_label((first.parse().unwrap(), last.parse().unwrap()), Locale::American);
        assert_eq!(label("2031-05-05", "2031-05-05"), "Monday, May 5, 2031");
        assert_eq!(label("2031-05-05", "2031-05-11"), "May 5–11, 2031");
        assert_eq!(label("2031-05-01", "2031-05-31"), "May 2031");
        assert_eq!(label("2031-01-01", "2031-12-31"), "2031");
        assert_eq!(label("1970-01-01", "1979-12-31"), "1970–1979");
    }
}
