//! Reads the lines of `extract --jsonl`, none of them longer than a limit. It looks at no line's content.

use std::io::{self, BufRead};
use std::sync::mpsc::{SyncSender, sync_channel};

use crate::cli::commands::jsonl::types::{Awaited, Expected, Job, Line};
use crate::cli::commands::jsonl::window::Window;

/// Reads lines for the workers as long as there is room in the window, and lets the writer know what to wait for, until either
/// is gone.
pub fn read(
    mut input: impl BufRead,
    limit: usize,
    window: &Window,
    to_workers: &SyncSender<Job>,
    to_writer: &SyncSender<Expected>,
) {
    for number in 1.. {
        let line = match read_line(&mut input, limit) {
            Ok(Some(Line::Whole(bytes))) if number == 1 => Line::Whole(without_bom(bytes)),
            Ok(Some(line)) => line,
            Ok(None) => return,
            Err(error) => {
                let _ = to_writer.send(Err(error));
                return;
            }
        };
        let bytes = line.held();
        if !window.enter(bytes) {
            return;
        }
        let (answer, awaited) = sync_channel(1);
        let expected = Awaited { answer: awaited, bytes };
        // Either fails only where the other side is gone, and then there is nobody to read for.
        if to_writer.send(Ok(expected)).is_err() || to_workers.send(Job { line, number, answer }).is_err() {
            return;
        }
    }
}

/// The next line without its end, `None` at the end of the input. At most `limit` bytes of it are held in memory.
pub fn read_line(input: &mut impl BufRead, limit: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let mut too_long = false;
    let mut any = false;
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            break;
        }
        any = true;
        let end = memchr::memchr(b'\n', buffer);
        let taken = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or(buffer);
        too_long |= line.len() + taken.len() > limit;
        if too_long {
            line = Vec::new();
        } else {
            line.extend_from_slice(taken);
        }
        let used = taken.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(match (any, too_long) {
        (false, _) => None,
        (true, true) => Some(Line::TooLong),
        (true, false) => Some(Line::Whole(line)),
    })
}

/// A line may be longer than its text: quotation marks and line breaks are escaped, and other fields may be there.
pub fn line_limit(max_size: u64) -> usize {
    usize::try_from(max_size)
        .unwrap_or(usize::MAX)
        .saturating_mul(2)
        .saturating_add(65_536)
}

fn without_bom(line: Vec<u8>) -> Vec<u8> {
    line.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(line)
}
