//! Where parts of an output go: text as it is, or the rows of a Parquet file. It asks nothing about documents.

use std::io::{self, Write};

use crate::render::CSV_MARK;
use crate::render::facts::tables::cells::Row;
use crate::render::facts::tables::columns::{Table, columns};
#[cfg(feature = "parquet")]
use crate::render::facts::tables::parquet::ParquetFile;
use crate::render::facts::tables::{csv, lines};
use crate::render::facts::{OffsetUnit, TableFormat};

/// What one document adds to an output. It is made where the document is read, since that is done in parallel.
pub enum Part {
    /// Bytes that are written as they are.
    Text(Vec<u8>),
    /// Rows.
    Rows(Vec<Row>),
}

/// The rows of a document as the part of a table.
pub fn part(table: Table, format: TableFormat, rows: Vec<Row>) -> Part {
    match format {
        TableFormat::Csv => Part::Text(csv::records(rows).into_bytes()),
        TableFormat::Jsonl => Part::Text(lines::objects(columns(table), &rows)),
        #[cfg(feature = "parquet")]
        TableFormat::Parquet => Part::Rows(rows),
    }
}

/// An output that grows part by part.
pub enum Sink<W: Write + Send> {
    /// Text.
    Text(W),
    /// A Parquet file.
    #[cfg(feature = "parquet")]
    Parquet(Box<ParquetFile<W>>),
}

impl<W: Write + Send> Sink<W> {
    /// The output for a table, with its header.
    pub fn of_table(mut out: W, table: Table, format: TableFormat, offsets: OffsetUnit) -> io::Result<Self> {
        // Only Parquet says what its offsets count.
        let _ = offsets;
        match format {
            TableFormat::Csv => {
                out.write_all(CSV_MARK.as_bytes())?;
                out.write_all(csv::header(columns(table)).as_bytes())?;
                Ok(Sink::Text(out))
            }
            TableFormat::Jsonl => Ok(Sink::Text(out)),
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => Ok(Sink::Parquet(Box::new(ParquetFile::new(out, table, offsets)?))),
        }
    }

    /// Adds a part.
    pub fn add(&mut self, part: Part) -> io::Result<()> {
        match (self, part) {
            (Sink::Text(out), Part::Text(text)) => out.write_all(&text),
            #[cfg(feature = "parquet")]
            (Sink::Parquet(file), Part::Rows(rows)) => file.add(rows),
            _ => Err(io::Error::other("a part of another kind of output")),
        }
    }

    /// Hands on what is written so far, so that whoever waits for it gets it. A Parquet file is read when it is whole.
    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Sink::Text(out) => out.flush(),
            #[cfg(feature = "parquet")]
            Sink::Parquet(_) => Ok(()),
        }
    }

    /// Ends the output.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Sink::Text(mut out) => out.flush(),
            #[cfg(feature = "parquet")]
            Sink::Parquet(file) => file.finish(),
        }
    }
}
