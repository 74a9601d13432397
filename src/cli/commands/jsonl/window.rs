//! How many bytes of lines may be under way at a time. It looks at no line.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Room for lines that are under way.
pub struct Window {
    most: usize,
    state: Mutex<State>,
    left: Condvar,
}

#[derive(Default)]
struct State {
    held: usize,
    closed: bool,
}

impl Window {
    /// Room for so many bytes.
    pub fn new(most: usize) -> Self {
        Self {
            most,
            state: Mutex::default(),
            left: Condvar::new(),
        }
    }

    /// Waits until there is room for a line of so many bytes; one that is longer than the window goes in alone. `false` where nobody
    /// will make room any more.
    pub fn enter(&self, bytes: usize) -> bool {
        let mut state = self.lock();
        while !state.closed && state.held > 0 && state.held.saturating_add(bytes) > self.most {
            state = self.left.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.held = state.held.saturating_add(bytes);
        !state.closed
    }

    /// Makes room again.
    pub fn leave(&self, bytes: usize) {
        let mut state = self.lock();
        state.held = state.held.saturating_sub(bytes);
        self.left.notify_one();
    }

    /// Lets nobody wait any longer.
    pub fn close(&self) {
        self.lock().closed = true;
        self.left.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::channel;
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_long_line_waits_until_it_is_alone() {
        let window = Arc::new(Window::new(10));
        assert!(window.enter(4) && window.enter(6));
        let (told, tell) = channel();
        let seen = Arc::clone(&window);
        thread::spawn(move || told.send(seen.enter(50)));
        assert!(tell.recv_timeout(Duration::from_millis(50)).is_err());
        window.leave(4);
        assert!(tell.recv_timeout(Duration::from_millis(50)).is_err());
        window.leave(6);
        assert_eq!(tell.recv(), Ok(true));
    }

    #[test]
    fn nobody_waits_for_a_closed_window() {
        let window = Window::new(1);
        assert!(window.enter(1));
        window.close();
        assert!(!window.enter(1));
    }
}
