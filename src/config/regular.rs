//! Reading what came with the drafts: a regular file, and no more of it than anybody needs. It never waits for a pipe.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The bytes of a file, or one more than `most` of them where it is larger. What is no regular file is refused before it is
/// opened: a pipe would wait for whoever writes to it, and a device may have no end.
pub fn read_regular(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let metadata = path.metadata()?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len().min(most)).unwrap_or(0));
    // The size may be another one by now, and files of the system have none beforehand.
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
