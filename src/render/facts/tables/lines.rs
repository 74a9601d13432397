//! Rows as JSON Lines: an object a row, with all columns, in their order.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::render::facts::tables::cells::{Cell, Column, Row};
use crate::render::json;

/// Rows, each with its line end.
pub fn objects(columns: &[Column], rows: &[Row]) -> Vec<u8> {
    let lines = rows
        .iter()
        .map(|cells| json::text_of(&Object { columns, cells }) + "\n");
    lines.collect::<String>().into_bytes()
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
