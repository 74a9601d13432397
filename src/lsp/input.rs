//! Noticing the end of the input. It passes every byte on as it came.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, ReadBuf};
use tokio::sync::Notify;

/// An input that reports when it has ended: the transport, left to itself, then waits for the last answer, however long
/// that takes.
#[derive(Debug)]
pub struct Input<I> {
    inner: I,
    closed: Arc<Notify>,
}

impl<I> Input<I> {
    /// Passes `inner` on and notifies `closed` at its end.
    pub fn new(inner: I, closed: Arc<Notify>) -> Self {
        Self { inner, closed }
    }
}

impl<I: AsyncRead + Unpin> AsyncRead for Input<I> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let had_room = buf.remaining() > 0;
        let done = ready!(Pin::new(&mut self.inner).poll_read(context, buf));
        if done.is_err() || (had_room && buf.filled().len() == before) {
            self.closed.notify_one();
        }
        Poll::Ready(done)
    }
}
