//! Hard cases of time expressions, a sentence each. All drafts are dated Wednesday, October 15, 2025 unless they say so.

mod another_time;
mod calendar;
mod days;
mod directions;
mod doubtful;
mod lists;
mod units;

use std::sync::Arc;

use jiff::civil::{Date, date};

use crate::analysis::locale::Locale;
use crate::analysis::times::{of_block, of_draft};
use crate::analysis::{BlockFacts, CalendarFlagKind, DraftSettings, attribution};
use crate::language;
use crate::markup::{self, Format};

fn blocks_of(markup: &markup::Markup) -> Vec<Arc<BlockFacts>> {
    markup
        .blocks
        .iter()
        .map(|block| {
            let language = language::analyse(&block.text, language::embedded());
            Arc::new(BlockFacts {
                times: of_block(&block.text, &language),
                speech: attribution::of_block(&block.text, &language),
                language,
                ..BlockFacts::default()
            })
        })
        .collect()
}

fn settings(reference_date: Option<Date>) -> DraftSettings {
    DraftSettings {
        reference_date,
        ..DraftSettings::default()
    }
}

/// The expressions of a draft as "text = value", joined by "; ".
fn read(text: &str, anchor: Option<Date>) -> String {
    let markup = markup::read(text, Format::Plain);
    let (times, _, _) = of_draft(&markup, &blocks_of(&markup), &settings(anchor), Locale::default());
    let line = |time: &crate::analysis::Time| {
        let block = &markup.blocks[time.place.block.0];
        format!("{} = {}", time.place.span.of(&block.text), time.value)
    };
    times.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(read(text, Some(date(2025, 10, 15))), expected, "in {text:?}");
}

fn check_flags(text: &str, expected: &[(CalendarFlagKind, &str)]) {
    let markup = markup::read(text, Format::Plain);
    let (_, flags, _) = of_draft(
        &markup,
        &blocks_of(&markup),
        &settings(Some(date(2025, 10, 15))),
        Locale::default(),
    );
    let found: Vec<_> = flags
        .iter()
        .map(|flag| (flag.kind, flag.place.span.of(&markup.blocks[flag.place.block.0].text)))
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}
