//! The text part of a document of Word (`.docx`), unpacked: the file is a ZIP archive, of whose parts one holds the words. It knows nothing of
//! what is in that part, and unpacks no other.
//!
//! Only what such a document needs is read: the directory at the end, and one part that is stored or deflated.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// Bytes of the text part when it is unpacked. A page of talk has 20 KB of markup; what is larger may be made to fill the memory.
const MOST: usize = 40_000_000;

/// Parts of a document that are looked at.
const MOST_PARTS: usize = 10_000;

/// The text part of a document, or why there is none: it follows “cannot be read: ”.
pub fn text_part(bytes: &[u8]) -> Result<Vec<u8>, &'static str> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err("it has a password, or is from before 2007; save it anew, or as plain text");
    }
    let part = find(bytes).ok_or(BROKEN)?;
    if part.is_encrypted {
        return Err("it is encrypted; save it as plain text");
    }
    let packed = content(bytes, &part).ok_or(BROKEN)?;
    let text = match part.method {
        0 => packed.to_vec(),
        8 => decompress_to_vec_with_limit(packed, MOST).map_err(|error| match error.output.len() >= MOST {
            true => TOO_LARGE,
            false => BROKEN,
        })?,
        _ => return Err("it is packed in an unknown way; save it as plain text"),
    };
    if text.len() > MOST { Err(TOO_LARGE) } else { Ok(text) }
}

const BROKEN: &str = "it is no document of Word, or a broken one; save it anew, or as plain text";

const TOO_LARGE: &str = "its text is larger than 40 MB; save the words in it as .txt";

/// A part of the archive, as the directory lists it.
struct PackedPart {
    is_encrypted: bool,
    method: u16,
    packed: usize,
    start: usize,
}

/// The part with the words. Most programs call it `word/document.xml`, some number it.
fn find(bytes: &[u8]) -> Option<PackedPart> {
    let end = directory_end(bytes)?;
    let count = usize::from(short(bytes, end + 10)?).min(MOST_PARTS);
    let mut at = long(bytes, end + 16)?;
    for _ in 0..count {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|field| short(bytes, at + field).map(usize::from));
        let name_end = at + 46 + name?;
        let name = bytes.get(at + 46..name_end)?;
        if name.starts_with(b"word/document") && name.ends_with(b".xml") {
            return Some(PackedPart {
                is_encrypted: short(bytes, at + 8)? & 1 == 1,
                method: short(bytes, at + 10)?,
                packed: long(bytes, at + 20)?,
                start: long(bytes, at + 42)?,
            });
        }
        at = name_end + extra? + comment?;
    }
    None
}

/// Where the record is that ends the archive; only a remark comes after it.
fn directory_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last)
        .rev()
        .find(|at| bytes.get(*at..*at + 4) == Some(&b"PK\x05\x06"[..]))
}

/// What is packed of a part; its own header says where that begins.
fn content<'b>(bytes: &'b [u8], part: &PackedPart) -> Option<&'b [u8]> {
    if bytes.get(part.start..part.start.checked_add(4)?)? != b"PK\x03\x04" {
        return None;
    }
    let [name, extra] = [26, 28].map(|field| short(bytes, part.start + field).map(usize::from));
    let start = part.start + 30 + name? + extra?;
    bytes.get(start..start.checked_add(part.packed)?)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let field = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(field.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let field = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(field.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec;

    use super::*;

    /// An archive with one part.
    fn archive(name: &str, method: u16, packed: &[u8]) -> Vec<u8> {
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let mut bytes = b"PK\x03\x04\x14\0\0\0".to_vec();
        bytes.extend(method.to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend(length(packed));
        bytes.extend([0; 4]);
        bytes.extend(name_length);
        bytes.extend([0; 2]);
        bytes.extend(name.bytes());
        bytes.extend(packed);
        let directory = length(&bytes);
        bytes.extend(b"PK\x01\x02\x14\0\x14\0\0\0");
        bytes.extend(method.to_le_bytes());
        bytes.extend([0; 8]);
        bytes.extend(length(packed));
        bytes.extend([0; 4]);
        bytes.extend(name_length);
        bytes.extend([0; 16]);
        bytes.extend(name.bytes());
        bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
        bytes.extend([0; 4]);
        bytes.extend(directory);
        bytes.extend([0; 2]);
        bytes
    }

    #[test]
    fn the_text_part_is_unpacked() {
        for (method, packed) in [(0, b"<w:t>".to_vec()), (8, compress_to_vec(b"<w:t>", 6))] {
            let made = archive("word/document.xml", method, &packed);
            assert_eq!(text_part(&made).as_deref(), Ok(&b"<w:t>"[..]));
            assert!(text_part(&archive("word/document2.xml", method, &packed)).is_ok());
            assert_eq!(text_part(&archive("word/styles.xml", method, &packed)), Err(BROKEN));
            // Cut off anywhere, and with any byte wrong, it is told or read, and never more.
            for at in 0..made.len() {
                assert!(text_part(made.get(..at).unwrap()).is_err());
                let mut wrong = made.clone();
                *wrong.get_mut(at).unwrap() = 0xff;
                let _ = text_part(&wrong);
            }
        }
    }

    #[test]
    fn a_part_that_fills_the_memory_is_refused() {
        let bomb = compress_to_vec(&vec![b' '; MOST + 1], 6);
        assert!(bomb.len() < 100_000);
        assert_eq!(text_part(&archive("word/document.xml", 8, &bomb)), Err(TOO_LARGE));
    }

    #[test]
    fn what_is_no_such_document_is_told() {
        assert_eq!(text_part(b""), Err(BROKEN));
        assert_eq!(text_part(b"PK"), Err(BROKEN));
        assert!(
            text_part(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
                .unwrap_err()
                .contains("password")
        );
        assert!(
            text_part(&archive("word/document.xml", 99, b""))
                .unwrap_err()
                .contains("unknown way")
        );
    }
}
