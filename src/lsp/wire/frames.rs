//! Where each message begins and ends in the stream of bytes. What is inside a message is not looked at.

use std::io;

use bytes::BytesMut;
use tokio::io::{AsyncRead, AsyncReadExt};

/// A stretch of the stream.
#[derive(Debug, PartialEq, Eq)]
pub enum Frame {
    /// The body of a message.
    Body(BytesMut),
    /// A message of so many bytes was passed over: it is too long to be held.
    TooLong(u64),
    /// There was something between two messages that is no header.
    Garbage,
}

/// Reads messages off a stream. A wait for the next one may be given up and begun again without a loss.
#[derive(Debug)]
pub struct Frames<I> {
    input: I,
    unread: BytesMut,
    state: State,
    largest: u64,
}

#[derive(Clone, Copy, Debug)]
enum State {
    /// In the lines before a body.
    Head { length: Option<u64>, has_garbage: bool },
    /// In a body of so many bytes.
    Body(usize),
    /// In a body that is passed over: its length, and how much of it is still to come.
    Skipped { length: u64, left: u64 },
}

const HEAD: State = State::Head {
    length: None,
    has_garbage: false,
};

/// The only header that counts. A client may write it in any letters.
const LENGTH: &str = "content-length:";

/// No header is as long as this. What goes on for longer is not kept.
const LONGEST_LINE: usize = 16 * 1024;

/// So much of a stream is read at a time.
const CHUNK: usize = 64 * 1024;

impl<I: AsyncRead + Unpin> Frames<I> {
    /// Reads `input`, and passes over bodies of more than `largest` bytes.
    pub fn new(input: I, largest: u64) -> Self {
        Self {
            input,
            unread: BytesMut::new(),
            state: HEAD,
            largest,
        }
    }

    /// The next frame; `None` at the end of the stream.
    pub async fn next(&mut self) -> io::Result<Option<Frame>> {
        loop {
            if let Some(frame) = self.read() {
                return Ok(Some(frame));
            }
            let wanted = match self.state {
                // What a header promises is not believed until it comes.
                State::Body(length) => length.saturating_sub(self.unread.len()).clamp(CHUNK, 16 * CHUNK),
                _ => CHUNK,
            };
            self.unread.reserve(wanted);
            if self.input.read_buf(&mut self.unread).await? == 0 {
                return Ok(None);
            }
        }
    }

    /// The next frame in what was read; `None` where more must be read.
    fn read(&mut self) -> Option<Frame> {
        loop {
            match self.state {
                State::Head { length, has_garbage } => {
                    let Some(end) = self.unread.iter().position(|byte| *byte == b'\n') else {
                        if self.unread.len() > LONGEST_LINE {
                            self.unread.clear();
                            self.state = State::Head {
                                length,
                                has_garbage: true,
                            };
                        }
                        return None;
                    };
                    let line = self.take(end + 1);
                    if let Some(frame) = self.head_line(&line, length, has_garbage) {
                        return Some(frame);
                    }
                }
                State::Body(length) => {
                    if self.unread.len() < length {
                        return None;
                    }
                    self.state = HEAD;
                    return Some(Frame::Body(self.take(length)));
                }
                State::Skipped { length, left } => {
                    let here = usize::try_from(left).unwrap_or(usize::MAX).min(self.unread.len());
                    drop(self.take(here));
                    let left = left - here as u64;
                    if left > 0 {
                        self.state = State::Skipped { length, left };
                        return None;
                    }
                    self.state = HEAD;
                    return Some(Frame::TooLong(length));
                }
            }
        }
    }

    /// Reads a line before a body.
    fn head_line(&mut self, line: &[u8], known: Option<u64>, has_garbage: bool) -> Option<Frame> {
        let line = String::from_utf8_lossy(line).trim().to_ascii_lowercase();
        if line.is_empty() {
            self.state = match known {
                Some(length) if length > self.largest => State::Skipped { length, left: length },
                Some(length) => State::Body(usize::try_from(length).unwrap_or(usize::MAX)),
                // Empty lines between two messages harm nobody.
                None => HEAD,
            };
            return (known.is_none() && has_garbage).then_some(Frame::Garbage);
        }
        // The end of a body that is longer than was said is before the next header.
        let length = line
            .find(LENGTH)
            .and_then(|at| line.get(at + LENGTH.len()..)?.trim().parse().ok());
        self.state = State::Head {
            length: length.or(known),
            has_garbage: has_garbage || (length.is_none() && !is_header(&line)),
        };
        None
    }

    /// Takes so many bytes off what was read.
    fn take(&mut self, length: usize) -> BytesMut {
        let taken = self.unread.split_to(length.min(self.unread.len()));
        if taken.len() > 16 * CHUNK {
            // Else the room that a long message needed would be kept for short ones.
            self.unread = BytesMut::from(self.unread.as_ref());
        }
        taken
    }
}

/// Whether a line looks like a header, of whatever name.
fn is_header(line: &str) -> bool {
    let name = line.split_once(':').map(|(name, _)| name);
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frames(stream: &[u8]) -> Vec<Frame> {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut frames = Frames::new(stream, 20);
        let mut found = Vec::new();
        while let Some(frame) = runtime.block_on(frames.next()).unwrap() {
            found.push(frame);
        }
        found
    }

    fn body(text: &str) -> Frame {
        Frame::Body(text.as_bytes().into())
    }

    #[test]
    fn headers_are_read_in_any_letters_and_any_order() {
        let stream = "Content-Length: 2\r\n\r\n{}content-length:3\nX-Other: 1\n\n[1]\r\n\
                      Content-Type: text/plain; charset=odd\r\nCONTENT-LENGTH : 9\r\nContent-length:  1 \r\n\r\n7";
        assert_eq!(frames(stream.as_bytes()), [body("{}"), body("[1]"), body("7")]);
    }

    #[test]
    fn what_is_no_message_is_passed_over() {
        let stream =
            "{\"id\": 1}\n\nContent-Length: x\r\n\r\nContent-Length: 2\r\n\r\n{} and moreContent-Length: 1\r\n\r\n8";
        assert_eq!(frames(stream.as_bytes()), [Frame::Garbage, body("{}"), body("8")]);
        let long = [vec![b'x'; 100_000], b"\nContent-Length: 1\r\n\r\n9".to_vec()].concat();
        assert_eq!(frames(&long), [body("9")]);
    }

    #[test]
    fn a_body_that_is_too_long_is_not_kept() {
        let stream = "Content-Length: 21\r\n\r\n012345678901234567890Content-Length: 1\r\n\r\n9";
        assert_eq!(frames(stream.as_bytes()), [Frame::TooLong(21), body("9")]);
    }
}
