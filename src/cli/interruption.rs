//! What happens when the program is interrupted: files that are not finished are removed, and the program ends as it would
//! have. It keeps names only, never files.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once};

use tempfile::NamedTempFile;

static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Makes a file that will be written, and notes its name. An interruption waits until both are done.
pub fn begin(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let Ok(mut files) = UNFINISHED.lock() else {
        return make();
    };
    files.retain(|file| file.exists());
    let made = make()?;
    files.push(made.path().to_owned());
    Ok(made)
}

/// Notes that a file is in its place.
pub fn finished(path: &Path) {
    if let Ok(mut files) = UNFINISHED.lock() {
        files.retain(|file| file != path);
    }
}

/// Begins to listen for interruptions, once. Where that is not possible, the next run removes what was left.
#[cfg(unix)]
pub fn watch() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP]) else {
            return;
        };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                if let Ok(files) = UNFINISHED.lock() {
                    for file in files.iter() {
                        let _ = std::fs::remove_file(file);
                    }
                    // The lock is kept, so that no file is begun after this.
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
            }
        });
    });
}

/// Begins to listen for interruptions, once. Where that is not possible, the next run removes what was left.
#[cfg(not(unix))]
pub fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {});
}
