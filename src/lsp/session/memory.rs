//! Keeping little memory that is free, and giving it back to the system once a long draft is gone. It frees nothing that is still
//! known, and nobody waits for it.

use std::sync::Arc;
use std::time::Duration;

use crate::language;
use crate::lsp::session::{Analysed, Session};

/// How long after a draft was closed memory is given back: whoever closes one draft often closes or opens another.
const AFTER: Duration = Duration::from_secs(1);

/// A draft that loses this many bytes at once leaves enough to be given back.
const SHRUNK: usize = 256 * 1024;

impl Session {
    /// Gives memory back in a moment. Returns at once.
    pub(super) fn give_back_soon(self: &Arc<Self>) {
        if std::mem::replace(&mut self.state().gives_back, true) {
            return;
        }
        let session = Arc::clone(self);
        tokio::spawn(async move {
            tokio::time::sleep(AFTER).await;
            session.state().gives_back = false;
            session.give_back();
        });
    }

    /// Frees what was known of a version before the one of this length. For a long draft that takes milliseconds, in which nobody should
    /// wait for the state.
    pub(super) fn free(&self, outdated: Option<Arc<Analysed>>, length: usize) {
        let length_before = outdated.as_ref().map_or(0, |before| before.snapshot.text.len());
        drop(outdated);
        if length_before > length + SHRUNK {
            self.give_back();
        }
    }

    /// Gives memory back now, on a thread that analyzes. Returns at once.
    fn give_back(&self) {
        self.spawn(|| {
            // The helpers of long drafts have time to read words anew; the threads that analyze keep theirs for the next key.
            rayon::broadcast(|_| language::forget_weighed());
            trim();
        });
    }
}

/// Has all threads take memory from one place. By itself the C library has a place for each, and what was worked out on one thread and is
/// let go by another stays free in the place of the first. Called before there are other threads.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the C library can be told in no other way")]
pub fn share_free_memory() {
    // SAFETY: `mallopt` only sets a number, and no other thread asks for memory yet.
    unsafe {
        libc::mallopt(libc::M_ARENA_MAX, 1);
    }
}

/// Other systems have allocators of their own.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn share_free_memory() {}

/// Has the C library return the pages that are free. Without this it keeps most of what a long draft took.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
#[expect(unsafe_code, reason = "the C library can be asked in no other way")]
fn trim() {
    // SAFETY: `malloc_trim` may be called at any time and from any thread.
    unsafe {
        libc::malloc_trim(0);
    }
}

/// Other systems return free pages by themselves, or never.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn trim() {}
