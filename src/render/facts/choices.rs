//! What can be chosen of the facts and how they are written. The command line offers the same words; nothing is done here.

#[cfg(feature = "app")]
use clap::ValueEnum;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How tables are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "app", derive(ValueEnum))]
pub enum TableFormat {
    /// For spreadsheets; no cell can be a formula
    #[default]
    Csv,
    /// An object a row
    Jsonl,
    /// Apache Parquet, for DuckDB, pandas, Spark
    #[cfg(feature = "parquet")]
    Parquet,
}

/// The fields of a document that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "app", derive(ValueEnum))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Field {
    Quotes,
    Actors,
    Mentions,
    Times,
    Events,
    #[cfg_attr(feature = "app", value(name = "main_event"))]
    MainEvent,
    Flags,
    Findings,
}

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "app", derive(ValueEnum))]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Bytes of UTF-8
    #[default]
    Bytes,
    /// Unicode code points
    Chars,
    /// UTF-16 code units
    Utf16,
}
