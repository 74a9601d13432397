//! Noticing that the editor's process is gone. It looks and never signals.

use std::time::Duration;

use tokio::sync::watch;

/// How often the process is looked for. An editor that dies rarely leaves its pipes open, so that this is the second net.
const PERIOD: Duration = Duration::from_secs(1);

/// The process that the server must not outlive, once one is known.
#[derive(Debug)]
pub struct Watch {
    process: watch::Sender<Option<u32>>,
}

impl Watch {
    /// Watches `process`, or none until [`Watch::set`] names one.
    pub fn new(process: Option<u32>) -> Self {
        Self {
            process: watch::Sender::new(process),
        }
    }

    /// Names the process to watch, unless the command line named one.
    pub fn set(&self, process: Option<u32>) {
        self.process.send_if_modified(|known| {
            let is_new = known.is_none() && process.is_some();
            if is_new {
                *known = process;
            }
            is_new
        });
    }

    /// Waits until the process is gone; for ever where none is named.
    pub async fn gone(&self) {
        let mut named = self.process.subscribe();
        let process = match named.wait_for(Option::is_some).await.map(|process| *process) {
            Ok(Some(process)) => process,
            _ => return std::future::pending().await,
        };
        // Numbers of processes are used again, so that the one we know must also be as old as it was.
        let known = identity(process);
        loop {
            tokio::time::sleep(PERIOD).await;
            if known.is_none() || identity(process) != known {
                return;
            }
        }
    }
}

/// What distinguishes a living process from every other one with the same number; `None` if there is no such process.
#[cfg(target_os = "linux")]
fn identity(process: u32) -> Option<String> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in brackets may hold anything; after it come the state and, as the twentieth field, the start time.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_ascii_whitespace();
    let is_dead = matches!(fields.next()?, "Z" | "X");
    let started = fields.nth(18)?.to_owned();
    (!is_dead).then_some(started)
}

/// Where the system has no cheap way to ask without unsafe code, `kill -0` is asked.
#[cfg(all(unix, not(target_os = "linux")))]
fn identity(process: u32) -> Option<String> {
    let answer = std::process::Command::new("kill")
        .args(["-0", &process.to_string()])
        .stdin(std::process::Stdio::null())
        .output();
    // If `kill` cannot be run, the process counts as living: standard input still shows its end.
    answer.map_or(true, |answer| answer.status.success()).then(String::new)
}

/// Elsewhere the end of standard input has to be enough.
#[cfg(not(unix))]
fn identity(_process: u32) -> Option<String> {
    Some(String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_process_lives_and_one_that_ended_does_not() {
        assert!(identity(std::process::id()).is_some());
        let mut child = std::process::Command::new("true").spawn().unwrap();
        child.wait().unwrap();
        assert_eq!(identity(child.id()), None);
    }

    #[test]
    fn the_command_line_wins_over_the_client() {
        let watch = Watch::new(Some(1));
        watch.set(Some(2));
        assert_eq!(*watch.process.borrow(), Some(1));
        let watch = Watch::new(None);
        watch.set(Some(2));
        assert_eq!(*watch.process.borrow(), Some(2));
    }
}
