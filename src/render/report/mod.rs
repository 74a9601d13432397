//! Who speaks in drafts, and how much: of one draft, and summed over many by month, desk, source and attribute. As text, CSV and
//! JSON. It reads snapshots, keeps of a draft only what it shows, and finds nothing itself.

mod draft;
mod json;
mod quoted;
mod sum;
mod summary;
mod table;
mod text;
mod totals;

pub use draft::{DraftReport, ReportSource};
pub use json::{draft_json, totals_json};
pub use quoted::{ReportQuotation, ReportSaid, TextSpot};
pub use summary::{By, draft_csv, draft_csv_header, summary_csv, summary_text};
pub use table::{counted, grouped};
pub use text::draft_text;
pub use totals::Totals;

pub(in crate::render) use draft::standing_label;
pub(in crate::render) use quoted::{TextScale, percent};
pub(in crate::render) use sum::Sum;
pub(in crate::render) use summary::table as summary_table;
pub(in crate::render) use table::{ReportTable, share_label};
pub(in crate::render) use text::remarks;
