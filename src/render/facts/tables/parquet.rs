//! Rows as Apache Parquet, group by group: what is held in memory is one group and the index of those before it.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as PhysicalType};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::render::facts::OffsetUnit;
use crate::render::facts::tables::cells::{Cell, CellKind, Column, Row};
use crate::render::facts::tables::columns::{Table, columns};
use crate::render::facts::types::{Program, VERSION};

/// The rows of a group at most.
const MOST_ROWS: usize = 50_000;
/// The bytes of a group in memory at most, but for the rows of one document.
const MOST_BYTES: usize = 4_000_000;

/// A file that grows.
pub struct ParquetFile<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: &'static [Column],
    rows: Vec<Row>,
    bytes: usize,
}

impl<W: Write + Send> ParquetFile<W> {
    /// A file without rows. What made it is in its metadata.
    pub fn new(out: W, table: Table, offsets: OffsetUnit) -> io::Result<Self> {
        let columns = columns(table);
        let program = Program::this();
        let unit = serde_json::to_value(offsets).unwrap_or_default();
        let metadata = [
            ("copydesk.version", VERSION.to_string()),
            ("copydesk.program.version", program.version.to_owned()),
            ("copydesk.program.digest", program.digest.to_owned()),
            ("copydesk.program.weights", program.weights.clone()),
            ("copydesk.offsets", unit.as_str().unwrap_or_default().to_owned()),
        ];
        let metadata = metadata
            .map(|(key, value)| KeyValue::new(key.to_owned(), value))
            .to_vec();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            // The index of pages would be kept in memory to the end.
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_offset_index_disabled(true)
            .set_key_value_metadata(Some(metadata))
            .build();
        let schema = schema(table.name(), columns).map_err(failed)?;
        Ok(Self {
            writer: SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(failed)?,
            columns,
            rows: Vec::new(),
            bytes: 0,
        })
    }

    /// Adds the rows of a document.
    pub fn add(&mut self, rows: Vec<Row>) -> io::Result<()> {
        self.bytes += rows.iter().flatten().map(Cell::size).sum::<usize>();
        self.rows.extend(rows);
        if self.rows.len() >= MOST_ROWS || self.bytes >= MOST_BYTES {
            self.write_group().map_err(failed)?;
        }
        Ok(())
    }

    /// Writes what is left and the index. A file without it is no Parquet file, so that one that was cut off is never taken for
    /// whole.
    pub fn finish(mut self) -> io::Result<()> {
        self.write_group().map_err(failed)?;
        self.writer.finish().map(|_| ()).map_err(failed)
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let rows = std::mem::take(&mut self.rows);
        self.bytes = 0;
        if rows.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        let mut index = 0;
        while let Some(mut writer) = group.next_column()? {
            let kind = self.columns.get(index).map_or(CellKind::Text, |column| column.kind);
            let cells = rows.iter().filter_map(|row| row.get(index));
            write_column(&mut writer, kind, cells)?;
            writer.close()?;
            index += 1;
        }
        group.close()?;
        Ok(())
    }
}

fn schema(name: &str, columns: &[Column]) -> Result<Type, ParquetError> {
    let fields: Result<Vec<_>, ParquetError> = columns
        .iter()
        .map(|column| {
            let (physical, logical) = match column.kind {
                CellKind::Text => (PhysicalType::BYTE_ARRAY, Some(LogicalType::String)),
                CellKind::Count => (PhysicalType::INT64, None),
                CellKind::Share => (PhysicalType::DOUBLE, None),
                CellKind::Flag => (PhysicalType::BOOLEAN, None),
            };
            let field = Type::primitive_type_builder(column.name, physical)
                .with_logical_type(logical)
                .with_repetition(Repetition::OPTIONAL)
                .build()?;
            Ok(Arc::new(field))
        })
        .collect();
    Type::group_type_builder(name).with_fields(fields?).build()
}

/// Writes the cells of one column. An empty cell has the level 0 and no value.
fn write_column<'a>(
    writer: &mut SerializedColumnWriter<'_>,
    kind: CellKind,
    cells: impl Iterator<Item = &'a Cell> + Clone,
) -> Result<(), ParquetError> {
    let levels: Vec<i16> = cells.clone().map(|cell| i16::from(*cell != Cell::Empty)).collect();
    let levels = Some(levels.as_slice());
    match kind {
        CellKind::Text => {
            let texts = cells.filter_map(|cell| match cell {
                Cell::Text(text) => Some(ByteArray::from(text.as_str())),
                _ => None,
            });
            let texts: Vec<ByteArray> = texts.collect();
            writer.typed::<ByteArrayType>().write_batch(&texts, levels, None)?;
        }
        CellKind::Count => {
            let counts = cells.filter_map(|cell| match cell {
                Cell::Count(count) => Some(i64::try_from(*count).unwrap_or(i64::MAX)),
                _ => None,
            });
            let counts: Vec<i64> = counts.collect();
            writer.typed::<Int64Type>().write_batch(&counts, levels, None)?;
        }
        CellKind::Share => {
            let shares = cells.filter_map(|cell| match cell {
                Cell::Share(share) => Some(*share),
                _ => None,
            });
            let shares: Vec<f64> = shares.collect();
            writer.typed::<DoubleType>().write_batch(&shares, levels, None)?;
        }
        CellKind::Flag => {
            let flags = cells.filter_map(|cell| match cell {
                Cell::Flag(flag) => Some(*flag),
                _ => None,
            });
            let flags: Vec<bool> = flags.collect();
            writer.typed::<BoolType>().write_batch(&flags, levels, None)?;
        }
    }
    Ok(())
}

/// What went wrong with the output, if that is what went wrong: a closed pipe must be seen as one.
fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(inner) => *inner,
            Err(inner) => io::Error::other(inner),
        },
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;

    #[test]
    fn groups_are_bounded_whatever_the_rows_are() {
        let row = |number: u64, text: &str| -> Row {
            let mut row = vec![Cell::Empty; columns(Table::Times).len()];
            row[3] = Cell::Text(text.to_owned());
            row[6] = Cell::Count(number);
            row
        };
        for (text, rows) in [("", 120_000), (&*"x".repeat(1_000_000), 20)] {
            let mut out = Vec::new();
            let mut file = ParquetFile::new(&mut out, Table::Times, OffsetUnit::Bytes).unwrap();
            for number in 0..rows {
                file.add(vec![row(number, text)]).unwrap();
                assert!(file.bytes < MOST_BYTES && file.rows.len() < MOST_ROWS);
            }
            file.finish().unwrap();
            let reader = SerializedFileReader::new(bytes::Bytes::from(out)).unwrap();
            assert!(reader.metadata().num_row_groups() > 2);
            let found: Vec<u64> = (reader.get_row_iter(None).unwrap())
                .map(|row| match row.unwrap().get_column_iter().nth(6) {
                    Some((_, parquet::record::Field::Long(number))) => u64::try_from(*number).unwrap(),
                    other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(found, (0..rows).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_closed_pipe_is_seen_as_one() {
        struct Closed;
        impl Write for Closed {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
        }
        let file = ParquetFile::new(Closed, Table::Times, OffsetUnit::Bytes).unwrap();
        assert_eq!(file.finish().unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}
