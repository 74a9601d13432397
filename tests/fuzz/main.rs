//! Random input of five kinds, thrown at what must never fail. Nothing here says what the right answer is.
//!
//! `COPYDESK_FUZZ` is the number of seconds for each kind, one where it is not set, and `COPYDESK_FUZZ_SEED` chooses other
//! inputs; `tests/fuzz/run` sets both. An input that fails is made shorter and kept in `tests/fuzz/found`, whose files are
//! tried again in every run.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail"
)]

mod dice;
mod pieces;
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::dice::Dice;

/// Whatever takes longer than this for a few kilobytes hangs, also in a build that is not optimized.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is tried with an input; it panics where something is wrong.
type Target = fn(&[u8]);

fn folder(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "fuzz", "found", name]
        .iter()
        .collect()
}

fn fails(target: Target, input: &[u8]) -> bool {
    let start = Instant::now();
    catch_unwind(AssertUnwindSafe(|| target(input))).is_err() || start.elapsed() > PATIENCE
}

/// The input with everything left out that the failure does not need, as far as a few tries show.
fn shortened(target: Target, input: Vec<u8>) -> Vec<u8> {
    let mut input = input;
    let mut length = input.len() / 2;
    while length > 0 {
        let mut at = 0;
        while at < input.len() {
            let end = (at + length).min(input.len());
            let shorter = [&input[..at], &input[end..]].concat();
            if fails(target, &shorter) {
                input = shorter;
            } else {
                at = end;
            }
        }
        length /= 2;
    }
    input
}

fn keep(name: &str, target: Target, input: Vec<u8>) -> PathBuf {
    let input = shortened(target, input);
    let hash = input.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3)
    });
    let file = folder(name).join(format!("{hash:016x}"));
    std::fs::create_dir_all(folder(name)).unwrap();
    std::fs::write(&file, input).unwrap();
    file
}

fn number(variable: &str, default: u64) -> u64 {
    std::env::var(variable).map_or(default, |number| number.parse().unwrap())
}

fn run(name: &str, target: Target, pieces: &[&str]) {
    if let Ok(found) = std::fs::read_dir(folder(name)) {
        for file in found {
            target(&std::fs::read(file.unwrap().path()).unwrap());
        }
    }
    let seconds = Duration::from_secs(number("COPYDESK_FUZZ", 1));
    let mut dice = Dice::new(number("COPYDESK_FUZZ_SEED", 1));
    let start = Instant::now();
    let mut tried = 0;
    while start.elapsed() < seconds {
        let input = dice.input(pieces);
        if fails(target, &input) {
            let file = keep(name, target, input);
            panic!("{name} fails with {}", file.display());
        }
        tried += 1;
    }
    assert!(tried > 0, "{name}: nothing was tried");
}

#[test]
fn edits() {
    run("edits", targets::edits, pieces::EDITS);
}

#[test]
fn markup() {
    run("markup", targets::markup, pieces::MARKUP);
}

#[test]
fn analysis() {
    run("analysis", targets::analysis, pieces::MARKUP);
}

#[test]
fn configuration() {
    run("configuration", targets::configuration, pieces::CONFIGURATION);
}

#[test]
fn messages() {
    run("messages", targets::messages, pieces::MESSAGES);
}
