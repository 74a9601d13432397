//! The threads on which drafts are analyzed. They take jobs in order and know nothing about drafts.

use std::collections::VecDeque;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Thread};

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
    jobs: Arc<Jobs>,
    /// Whether a job is under way that nobody waits for.
    is_aside: Arc<AtomicBool>,
}

/// The jobs that no thread has begun, and the threads that have none.
#[derive(Default)]
struct Jobs {
    waiting: Mutex<Waiting>,
}

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<Job>,
    /// Jobs that nobody waits for; a thread takes one when it has finished another.
    aside: VecDeque<Job>,
    /// The threads without a job, the one that had one last at the end.
    idle: Vec<Thread>,
    /// Whether no job will follow.
    is_over: bool,
}

impl Jobs {
    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes the thread that worked last, and no other: the draft that is typed is then read where its words were read before.
    fn add(&self, job: Job) {
        let mut waiting = self.waiting();
        waiting.jobs.push_back(job);
        let idle = waiting.idle.pop();
        drop(waiting);
        if let Some(thread) = idle {
            thread.unpark();
        }
    }

    /// Wakes nobody.
    fn add_aside(&self, job: Job) {
        self.waiting().aside.push_back(job);
    }

    fn end(&self) {
        let mut waiting = self.waiting();
        waiting.is_over = true;
        waiting.idle.iter().for_each(Thread::unpark);
    }

    /// The next job, which is waited for; `None` if there is none and none will follow.
    fn next(&self) -> Option<Job> {
        let me = thread::current();
        loop {
            let mut waiting = self.waiting();
            // It may have been woken by nobody.
            waiting.idle.retain(|idle| idle.id() != me.id());
            let job = waiting.jobs.pop_front();
            if let Some(job) = job.or_else(|| waiting.aside.pop_front()) {
                return Some(job);
            }
            if waiting.is_over {
                return None;
            }
            waiting.idle.push(me.clone());
            drop(waiting);
            thread::park();
        }
    }
}

impl fmt::Debug for Jobs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Jobs").finish_non_exhaustive()
    }
}

impl Drop for Analysts {
    fn drop(&mut self) {
        self.jobs.end();
    }
}

impl Analysts {
    /// Starts the threads.
    pub(super) fn new() -> Self {
        let jobs = Arc::new(Jobs::default());
        for number in 0..THREADS {
            let jobs = Arc::clone(&jobs);
            let thread = thread::Builder::new().name(format!("analysis {number}"));
            // If the system gives only one thread, it does all the work.
            drop(thread.spawn(move || work(&jobs)));
        }
        Self {
            jobs,
            is_aside: Arc::default(),
        }
    }

    /// Has a job done as soon as a thread is free. A panic costs this job only.
    pub(super) fn spawn(&self, job: impl FnOnce() + Send + 'static) {
        self.jobs.add(Box::new(job));
    }

    /// Has a job done that nobody waits for, unless one is under way: the other threads are for those somebody waits for. Called by
    /// a job, whose thread does it next.
    pub(super) fn spawn_aside(&self, job: impl FnOnce() + Send + 'static) {
        if self.is_aside.swap(true, Ordering::AcqRel) {
            return;
        }
        let is_aside = Arc::clone(&self.is_aside);
        self.jobs.add_aside(Box::new(move || {
            drop(catch_unwind(AssertUnwindSafe(job)));
            is_aside.store(false, Ordering::Release);
        }));
    }
}

fn work(jobs: &Jobs) {
    while let Some(job) = jobs.next() {
        drop(catch_unwind(AssertUnwindSafe(job)));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
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
