//! A progress bar for long runs on a terminal. It never appears in a pipe, a file or a CI log.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// The bar; hidden until the run has been long enough to want one.
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    total: u64,
}

/// Shorter runs show no bar: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(800);

impl Progress {
    /// A bar over `total` drafts.
    pub fn new(total: usize, quiet: bool) -> Self {
        let total = if quiet { 0 } else { total as u64 };
        Self {
            bar: ProgressBar::hidden(),
            started: Instant::now(),
            total,
        }
    }

    /// One draft is done.
    pub fn step(&mut self) {
        self.bar.inc(1);
        if self.total > 0 && self.bar.is_hidden() && self.started.elapsed() > PATIENCE {
            let done = self.bar.position();
            // On anything but a terminal, the library keeps this hidden too.
            self.bar = ProgressBar::new(self.total).with_position(done);
            if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos}/{len} drafts") {
                self.bar.set_style(style);
            }
        }
    }

    /// Runs `print` with the bar out of the way.
    pub fn hide_while<T>(&self, print: impl FnOnce() -> T) -> T {
        self.bar.suspend(print)
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
