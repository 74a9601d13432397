//! Standard input and output as streams. What is read and written is not looked at.
//!
//! An editor starts the server with pipes or sockets, which the runtime can wait for itself. Terminals and files are read and
//! written on threads of their own, which costs two wake-ups for each message.

use std::pin::Pin;

use tokio::io::{AsyncRead, AsyncWrite};

/// Whatever messages are read from.
pub type ReadEnd = Pin<Box<dyn AsyncRead + Send>>;

/// Whatever messages are written to.
pub type WriteEnd = Pin<Box<dyn AsyncWrite + Send>>;

/// Standard input. Called where the runtime runs.
pub fn input() -> ReadEnd {
    #[cfg(unix)]
    if let Some(input) = unix::input() {
        return input;
    }
    Box::pin(tokio::io::stdin())
}

/// Standard output. Called where the runtime runs.
pub fn output() -> WriteEnd {
    #[cfg(unix)]
    if let Some(output) = unix::output() {
        return output;
    }
    Box::pin(tokio::io::stdout())
}

#[cfg(unix)]
mod unix {
    use std::fs::File;
    use std::os::fd::{AsFd, OwnedFd};
    use std::os::unix::fs::FileTypeExt;
    use std::os::unix::net;
    use std::pin::Pin;

    use tokio::io::{AsyncRead, AsyncWrite};
    use tokio::net::UnixStream;
    use tokio::net::unix::pipe::{Receiver, Sender};

    pub fn input() -> Option<Pin<Box<dyn AsyncRead + Send>>> {
        Some(match PipeOrSocket::of(std::io::stdin().as_fd())? {
            PipeOrSocket::Pipe(end) => Box::pin(Receiver::from_owned_fd(end).ok()?),
            PipeOrSocket::Socket(end) => Box::pin(socket(end)?),
        })
    }

    pub fn output() -> Option<Pin<Box<dyn AsyncWrite + Send>>> {
        Some(match PipeOrSocket::of(std::io::stdout().as_fd())? {
            PipeOrSocket::Pipe(end) => Box::pin(Sender::from_owned_fd(end).ok()?),
            PipeOrSocket::Socket(end) => Box::pin(socket(end)?),
        })
    }

    enum PipeOrSocket {
        Pipe(OwnedFd),
        Socket(OwnedFd),
    }

    impl PipeOrSocket {
        /// What is behind a descriptor; `None` where it is neither a pipe nor a socket.
        fn of(descriptor: impl AsFd) -> Option<Self> {
            let end = File::from(descriptor.as_fd().try_clone_to_owned().ok()?);
            let kind = end.metadata().ok()?.file_type();
            if kind.is_fifo() {
                Some(Self::Pipe(end.into()))
            } else if kind.is_socket() {
                Some(Self::Socket(end.into()))
            } else {
                None
            }
        }
    }

    fn socket(end: OwnedFd) -> Option<UnixStream> {
        let stream = net::UnixStream::from(end);
        stream.set_nonblocking(true).ok()?;
        UnixStream::from_std(stream).ok()
    }
}
