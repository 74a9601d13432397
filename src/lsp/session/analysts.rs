//! The threads on which drafts are analyzed. They take jobs in order and know nothing about drafts.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How many drafts are analyzed at a time. A draft that takes seconds must not keep the others waiting; and each thread
/// that ever analyzed keeps some megabytes, so that the runtime's many threads would be a waste.
const THREADS: usize = 2;

type Job = Box<dyn FnOnce() + Send>;

/// Threads of the session's own, which end with it.
///
/// They are not a rayon pool: a job reads the actor file under a lock, and with rayon's help, and a thread of a pool
/// starts other jobs while it waits for its helpers. The next job would ask for the same lock and wait for itself.
#[derive(Debug)]
pub(super) struct Analysts {
    jobs: Sender<Job>,
    /// Whether a job is under way that nobody waits for.
    is_aside: Arc<AtomicBool>,
}

impl Analysts {
    /// Starts the threads.
    pub(super) fn new() -> Self {
        let (jobs, waiting) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        for number in 0..THREADS {
            let waiting = Arc::clone(&waiting);
            let thread = thread::Builder::new().name(format!("analysis {number}"));
            // If the system gives only one thread, it does all the work.
            drop(thread.spawn(move || work(&waiting)));
        }
        Self {
            jobs,
            is_aside: Arc::default(),
        }
    }

    /// Has a job done as soon as a thread is free. A panic costs this job only.
    pub(super) fn spawn(&self, job: impl FnOnce() + Send + 'static) {
        // It fails only if the system gave no thread at all, and then standard input is not read either.
        drop(self.jobs.send(Box::new(job)));
    }

    /// Has a job done that nobody waits for, unless one is under way: the other threads are for those somebody waits for.
    pub(super) fn spawn_aside(&self, job: impl FnOnce() + Send + 'static) {
        if self.is_aside.swap(true, Ordering::AcqRel) {
            return;
        }
        let is_aside = Arc::clone(&self.is_aside);
        self.spawn(move || {
            drop(catch_unwind(AssertUnwindSafe(job)));
            is_aside.store(false, Ordering::Release);
        });
    }
}

fn work(waiting: &Mutex<Receiver<Job>>) {
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = next else { return };
        drop(catch_unwind(AssertUnwindSafe(job)));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use rayon::prelude::*;

    use super::*;

    #[test]
    fn jobs_may_hold_a_lock_while_rayon_helps_them() {
        let analysts = Analysts::new();
        let lock = Arc::new(Mutex::new(0));
        let (done, heard) = channel();
        for _ in 0..64 {
            let (lock, done) = (Arc::clone(&lock), done.clone());
            analysts.spawn(move || {
                let mut sum = lock.lock().unwrap();
                *sum += (0..256_u64)
                    .into_par_iter()
                    .map(|n| (0..200).fold(n, |a, b| a ^ b))
                    .count();
                done.send(()).unwrap();
            });
        }
        for _ in 0..64 {
            heard
                .recv_timeout(Duration::from_secs(60))
                .expect("no job waits for itself");
        }
        assert_eq!(*lock.lock().unwrap(), 64 * 256);
    }

    #[test]
    fn a_panic_costs_its_job_alone() {
        let analysts = Analysts::new();
        let (done, heard) = channel();
        for number in 0..8 {
            let done = done.clone();
            analysts.spawn(move || {
                assert!(number % 2 == 0, "one that fails on purpose");
                done.send(number).unwrap();
            });
        }
        drop(done);
        let mut heard: Vec<i32> = heard.iter().collect();
        heard.sort_unstable();
        assert_eq!(heard, [0, 2, 4, 6]);
    }
}
