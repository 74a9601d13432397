//! Rows as JSON Lines: an object a row, with all columns, in their order.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::render::facts::tables::cells::{Cell, Column, Row};

/// Rows, each with its line end.
pub fn objects(columns: &[Column], rows: &[Row]) -> Vec<u8> {
    let mut text = Vec::new();
    for cells in rows {
        // A row holds nothing that JSON cannot say, and memory can be written.
        let _ = serde_json::to_writer(&mut text, &Object { columns, cells });
        text.push(b'\n');
    }
    text
}

struct Object<'a> {
    columns: &'a [Column],
    cells: &'a [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_key(column.name)?;
            match cell {
                Cell::Empty => map.serialize_value(&())?,
                Cell::Text(text) => map.serialize_value(text)?,
                Cell::Count(count) => map.serialize_value(count)?,
                Cell::Share(share) => map.serialize_value(share)?,
                Cell::Flag(flag) => map.serialize_value(flag)?,
            }
        }
        map.end()
    }
}
