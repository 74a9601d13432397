//! The report of a `lint` run: linted drafts as they come, the summary at the end, in as many formats as are asked for. Each
//! format has a file of its own.

pub mod address;
mod checkstyle;
mod concise;
mod critic;
mod excerpt;
mod github;
mod gitlab;
mod json;
mod junit;
mod rdjson;
mod report;
mod sarif;
mod statistics;
mod summary;
mod text;
mod types;
mod xml;

pub use address::{RulePages, encoded};
pub use report::{Destination, Report, Wanted};
pub use summary::Summary;
pub use types::{Authority, Checked, Failed, SetAside};
