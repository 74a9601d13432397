//! The arguments of every command that reads drafts. They are checked here and acted on elsewhere.

use std::path::PathBuf;

use clap::Args as ClapArgs;
use jiff::civil::Date;

use crate::cli::input::DEFAULT_MAX_SIZE;

/// What the commands that read drafts share.
#[derive(Debug, ClapArgs)]
pub struct ReadingArgs {
    /// The date from which to count days such as “Thursday”; overrides the date in a draft
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
    /// Use only this configuration file
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use no configuration file, and no actors.toml but the one given with --actors
    #[arg(long, conflicts_with = "config")]
    pub isolated: bool,
    /// Use only this actors.toml (the people and organizations that the newsroom knows)
    #[arg(long, value_name = "FILE")]
    pub actors: Option<PathBuf>,
    /// Refuse drafts larger than this, in bytes or with a unit (`500KB`); 10MB by default, and 2MB for a line of `--jsonl`
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub max_size: Option<Size>,
    /// How many drafts to read at once; by default and at most, one per processor core
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<std::num::NonZeroUsize>,
}

impl ReadingArgs {
    /// The largest draft that is read, in bytes.
    pub fn limit(&self) -> u64 {
        self.max_size.map_or(DEFAULT_MAX_SIZE, |size| size.0)
    }

    /// The largest text that is read of a line of `--jsonl`.
    pub fn limit_of_lines(&self) -> u64 {
        self.max_size.map_or(DEFAULT_MAX_LINE, |size| size.0)
    }
}

/// The largest text of a document in an archive, in bytes. Memory grows with the longest text, and no article is a book.
const DEFAULT_MAX_LINE: u64 = 2_000_000;

/// A number of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub u64);

fn size(text: &str) -> Result<Size, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = text.get(digits.len()..).unwrap_or("").to_ascii_uppercase();
    let bytes = match unit.as_str() {
        "" | "B" => 1,
        "K" | "KB" => 1_000,
        "M" | "MB" => 1_000_000,
        "G" | "GB" => 1_000_000_000,
        _ => return Err(format!("“{unit}” is not a unit; use KB, MB or GB")),
    };
    digits
        .trim()
        .parse::<u64>()
        .ok()
        .and_then(|number| number.checked_mul(bytes))
        .map(Size)
        .ok_or_else(|| "expected a whole number of bytes, such as `500KB` or `10MB`".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    crate::config::parse_date(text).ok_or_else(|| "expected a day of the calendar as YYYY-MM-DD".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("10MB"), Ok(Size(10_000_000)));
        assert_eq!(size("500 kb"), Ok(Size(500_000)));
        assert_eq!(size("7"), Ok(Size(7)));
        assert!(size("ten").is_err());
        assert!(size("5 miles").is_err());
    }
}
