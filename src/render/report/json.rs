//! Reports as JSON, described in docs/report.md. It counts nothing.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::engine::Standing;
use crate::render::report::draft::{DraftReport, ReportSource};
use crate::render::report::quoted::{ReportQuotation, TextSpot, percent};
use crate::render::report::sum::{SourcePortion, Sum};
use crate::render::report::totals::Totals;

#[derive(Serialize)]
struct DraftJson<'a> {
    path: &'a str,
    title: &'a str,
    date: Option<String>,
    desk: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_alone: Option<&'static str>,
    words: usize,
    paragraphs: usize,
    quoted_words: usize,
    single_source: bool,
    longest_without_source: Option<QuietJson>,
    sources: Vec<SourceJson<'a>>,
}

#[derive(Serialize)]
struct QuietJson {
    from_paragraph: usize,
    to_paragraph: usize,
    words: usize,
    line: usize,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    name: &'a str,
    standing: &'static str,
    title: &'a str,
    entry: Option<&'a str>,
    attributes: Map<String, Value>,
    words: usize,
    percent: f64,
    first: Option<SpotJson>,
    quotations: Vec<QuotedJson<'a>>,
}

#[derive(Serialize)]
struct QuotedJson<'a> {
    kind: &'static str,
    text: &'a str,
    words: usize,
    speaker: &'a str,
    #[serde(flatten)]
    spot: SpotJson,
}

#[derive(Serialize)]
struct SpotJson {
    paragraph: Option<usize>,
    line: usize,
    column: usize,
    percent_before: f64,
}

/// A draft as an object.
#[must_use]
pub fn draft_json(draft: &DraftReport) -> Value {
    let json = DraftJson {
        path: &draft.path,
        title: &draft.title,
        date: draft.date.map(|date| date.to_string()),
        desk: draft.desk.as_deref(),
        left_alone: draft.left_alone,
        words: draft.words,
        paragraphs: draft.paragraphs,
        quoted_words: draft.quoted,
        single_source: draft.only.is_some(),
        longest_without_source: draft.silence.map(|quiet| QuietJson {
            from_paragraph: quiet.paragraphs.0,
            to_paragraph: quiet.paragraphs.1,
            words: quiet.words,
            line: quiet.line,
        }),
        sources: draft
            .sources
            .iter()
            .map(|source| source_json(source, draft.quoted))
            .collect(),
    };
    serde_json::to_value(json).unwrap_or_default()
}

fn source_json(source: &ReportSource, quoted: usize) -> SourceJson<'_> {
    SourceJson {
        name: &source.name,
        standing: source.standing.name(),
        title: &source.title,
        entry: source.entry.as_deref(),
        attributes: (source.attributes.iter())
            .map(|(name, value)| (name.clone(), Value::from(value.as_str())))
            .collect(),
        words: source.words,
        percent: percent(source.words, quoted),
        first: source.first.map(spot_json),
        quotations: source.quotations.iter().map(quoted_json).collect(),
    }
}

fn quoted_json(quoted: &ReportQuotation) -> QuotedJson<'_> {
    QuotedJson {
        kind: quoted.kind,
        text: &quoted.text,
        words: quoted.words,
        speaker: &quoted.speaker,
        spot: spot_json(quoted.spot),
    }
}

fn spot_json(spot: TextSpot) -> SpotJson {
    SpotJson {
        paragraph: spot.paragraph,
        line: spot.line,
        column: spot.column,
        percent_before: spot.percent,
    }
}

#[derive(Serialize)]
struct SumJson {
    drafts: usize,
    single_source: usize,
    words: usize,
    quoted_words: usize,
    sources: usize,
    quotations: usize,
    by_standing: Map<String, Value>,
}

impl SumJson {
    fn of(sum: &Sum) -> Self {
        let portion = |standing: Standing| sum.by_standing.get(&standing).copied().unwrap_or_default();
        Self {
            drafts: sum.drafts,
            single_source: sum.single,
            words: sum.words,
            quoted_words: sum.quoted,
            sources: sum.sources,
            quotations: sum.quotations,
            by_standing: (Standing::ALL.into_iter())
                .map(|standing| (standing.name().to_owned(), portion_json(portion(standing), sum.quoted)))
                .collect(),
        }
    }
}

fn portion_json(portion: SourcePortion, quoted: usize) -> Value {
    serde_json::json!({
        "sources": portion.sources,
        "quotations": portion.quotations,
        "words": portion.words,
        "percent": percent(portion.words, quoted),
    })
}

/// The sums over all drafts as the members of an object, by their names: `total`, `months`, `desks`, `sources`, `attributes`,
/// `left_alone`.
#[must_use]
pub fn totals_json(totals: &Totals) -> Map<String, Value> {
    let with = |name: &str, value: Value, sum: &Sum| {
        let mut row = Map::from_iter([(name.to_owned(), value)]);
        if let Ok(Value::Object(members)) = serde_json::to_value(SumJson::of(sum)) {
            row.extend(members);
        }
        Value::Object(row)
    };
    let quoted = totals.all().quoted;
    let sources = totals.sources().into_iter().map(|source| {
        serde_json::json!({
            "name": source.name,
            "standing": source.standing.name(),
            "entry": source.entry,
            "drafts": source.drafts,
            "quotations": source.quotations,
            "words": source.words,
            "percent": percent(source.words, quoted),
            "first_date": source.days.map(|days| days.0.to_string()),
            "last_date": source.days.map(|days| days.1.to_string()),
        })
    });
    let attributes = totals.attributes().into_iter().map(|(name, value, portion)| {
        let mut row = Map::from_iter([
            ("attribute".to_owned(), name.into()),
            ("value".to_owned(), value.into()),
        ]);
        if let Value::Object(members) = portion_json(portion, quoted) {
            row.extend(members);
        }
        Value::Object(row)
    });
    let months = totals.months().map(|(month, sum)| with("month", month.into(), sum));
    let desks = totals.desks().map(|(desk, sum)| with("desk", desk.into(), sum));
    Map::from_iter([
        (
            "total".to_owned(),
            serde_json::to_value(SumJson::of(totals.all())).unwrap_or_default(),
        ),
        ("months".to_owned(), months.collect()),
        ("desks".to_owned(), desks.collect()),
        ("sources".to_owned(), sources.collect()),
        ("attributes".to_owned(), attributes.collect()),
        ("left_alone".to_owned(), totals.left_alone().into()),
    ])
}
