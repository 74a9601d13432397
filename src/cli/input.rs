//! Reading drafts from files and standard input, with every check on the way. It never writes.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::cli::error::CliError;
use crate::markup::Format;

/// The limit on the size of one draft unless the user sets another, in bytes.
///
/// The longest pieces of a newsroom stay below 1 MB; what is larger is an archive, a log or a mistake.
pub const DEFAULT_MAX_SIZE: u64 = 10_000_000;

/// How standard input is called in messages and output.
pub const STDIN_NAME: &str = "<stdin>";

/// How many bytes to look at to tell a binary file from text.
const SNIFFED: usize = 8192;

/// Whether a path given on the command line means standard input.
pub fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

/// The text of a file of at most `limit` bytes.
pub fn read_file(path: &Path, limit: u64) -> Result<String, CliError> {
    let read_error = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => CliError::NotFound { path: path.to_owned() },
        _ => CliError::Read {
            path: path.to_owned(),
            source,
        },
    };
    // Opening a pipe would wait for whoever writes to it, and a device may have no end.
    let metadata = path.metadata().map_err(read_error)?;
    if !metadata.is_file() {
        return Err(CliError::NotAFile { path: path.to_owned() });
    }
    let file = File::open(path).map_err(read_error)?;
    if metadata.len() > limit {
        return Err(CliError::TooLarge {
            path: path.to_owned(),
            size: format!("{} bytes", metadata.len()),
            limit,
        });
    }
    let bytes = read_limited(file, limit).map_err(read_error)?;
    text_of(bytes, path, limit)
}

/// The text on standard input, of at most `limit` bytes.
pub fn read_stdin(limit: u64) -> Result<String, CliError> {
    let bytes = read_limited(io::stdin().lock(), limit).map_err(CliError::Stdin)?;
    text_of(bytes, Path::new(STDIN_NAME), limit)
}

/// The markup that a file's name stands for; plain text if it says nothing.
pub fn format_of(path: &Path) -> Format {
    named_format(path).unwrap_or_default()
}

/// Whether a file found in a folder is a draft, by its name.
pub fn is_draft(path: &Path) -> bool {
    named_format(path).is_some()
}

fn named_format(path: &Path) -> Option<Format> {
    let extension = path.extension().and_then(OsStr::to_str)?.to_ascii_lowercase();
    match extension.as_str() {
        "txt" => Some(Format::Plain),
        "md" | "markdown" | "mdx" | "qmd" => Some(Format::Markdown),
        "html" | "htm" => Some(Format::Html),
        "aml" | "archieml" => Some(Format::ArchieMl),
        _ => None,
    }
}

/// Reads one byte more than the limit at most: also what has no size beforehand (a pipe, a device) ends.
fn read_limited(source: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Bytes as the text of a draft, of at most `limit` bytes.
pub fn text_of(bytes: Vec<u8>, path: &Path, limit: u64) -> Result<String, CliError> {
    let path = || path.to_owned();
    if bytes.len() as u64 > limit {
        return Err(CliError::TooLarge {
            path: path(),
            size: "the draft".to_owned(),
            limit,
        });
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(CliError::Utf16 { path: path() });
    }
    if let Some(offset) = bytes.iter().take(SNIFFED).position(|&byte| byte == 0) {
        return Err(CliError::Binary { path: path(), offset });
    }
    String::from_utf8(bytes).map_err(|error| CliError::NotUtf8 {
        path: path(),
        offset: error.utf8_error().valid_up_to(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, CliError> {
        text_of(bytes.to_vec(), Path::new("story.txt"), 100)
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_place() {
        assert!(matches!(read(b"Caf\xe9"), Err(CliError::NotUtf8 { offset: 3, .. })));
        assert!(matches!(read(b"PK\x03\x04\0"), Err(CliError::Binary { offset: 4, .. })));
        assert!(matches!(read(b"\xff\xfeH\0i\0"), Err(CliError::Utf16 { .. })));
        assert!(matches!(read(&[b'a'; 101]), Err(CliError::TooLarge { limit: 100, .. })));
        assert_eq!(read("Café".as_bytes()).unwrap(), "Café");
        assert_eq!(read(b"").unwrap(), "");
    }

    #[test]
    fn formats_go_by_extension() {
        assert_eq!(format_of(Path::new("a/Story.MD")), Format::Markdown);
        assert_eq!(format_of(Path::new("notes")), Format::Plain);
        assert!(is_draft(Path::new("page.htm")));
        assert!(!is_draft(Path::new("copydesk.toml")));
    }
}
