//! The facts of documents as tables, one row for each quotation, actor, event, time or finding. The rows are made of the published
//! JSON and say nothing that it does not say.

mod cells;
mod columns;
mod csv;
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod rows;
mod sink;

pub use columns::Table;
pub use rows::rows;
pub use sink::{Part, Sink, part};
