//! Offsets in the unit that a reader slices with. Inside the program there are only bytes.

use crate::render::facts::OffsetUnit;

/// Turns bytes of a text into another unit.
#[derive(Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    unit: OffsetUnit,
    /// The units before each stretch of [`STEP`] bytes; empty where bytes and units are the same.
    before: Vec<usize>,
}

/// How many bytes are counted for an answer, at most.
const STEP: usize = 256;

impl<'a> Offsets<'a> {
    /// Counts the units of `text`, in time linear in its length.
    pub fn new(text: &'a str, unit: OffsetUnit) -> Self {
        let mut before = Vec::new();
        if unit != OffsetUnit::Bytes && !text.is_ascii() {
            let mut units = 0;
            for stretch in text.as_bytes().chunks(STEP) {
                before.push(units);
                units += count(stretch, unit);
            }
        }
        Self { text, unit, before }
    }

    /// The unit.
    pub fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The units before a byte, which is at the border of a character. Constant time.
    pub fn of(&self, byte: usize) -> usize {
        if self.before.is_empty() {
            return byte;
        }
        let byte = byte.min(self.text.len());
        // A text whose length is a multiple of the step ends where no stretch begins.
        let stretch = (byte / STEP).min(self.before.len() - 1);
        let counted = self.text.as_bytes().get(stretch * STEP..byte).unwrap_or_default();
        self.before.get(stretch).copied().unwrap_or(0) + count(counted, self.unit)
    }
}

/// The units whose first byte is among these bytes. A stretch may begin or end inside a character.
fn count(bytes: &[u8], unit: OffsetUnit) -> usize {
    let characters = bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80);
    match unit {
        OffsetUnit::Bytes => bytes.len(),
        OffsetUnit::Chars => characters.count(),
        // What takes four bytes in UTF-8 takes two units in UTF-16.
        OffsetUnit::Utf16 => characters.map(|&byte| if byte >= 0xf0 { 2 } else { 1 }).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_is_what_counting_gives() {
        let texts = [
            "",
            "plain",
            "“Öl” 🛢 ",
            &"x".repeat(STEP),
            &"🛢".repeat(STEP),
            &"aö🛢–".repeat(200),
        ];
        for text in texts {
            let (bytes, chars, utf16) = (
                Offsets::new(text, OffsetUnit::Bytes),
                Offsets::new(text, OffsetUnit::Chars),
                Offsets::new(text, OffsetUnit::Utf16),
            );
            for place in (0..=text.len()).filter(|&place| text.is_char_boundary(place)) {
                let before = text.get(..place).unwrap();
                assert_eq!(bytes.of(place), place);
                assert_eq!(chars.of(place), before.chars().count());
                assert_eq!(utf16.of(place), before.encode_utf16().count());
            }
        }
    }
}
