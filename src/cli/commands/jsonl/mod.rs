//! `extract --jsonl`: a line in, a line out, in order and in parallel. It holds no state between lines.
//!
//! Memory is bounded by the window of lines under way, in lines and in bytes, not by the number of lines: the reader waits where
//! the writer is behind, and an answer waits until those before it are written.

mod lines;
mod request;
mod types;
mod window;

pub use lines::read_line;
pub use types::{Line, LineFormat, Settings, Tally};

use std::io::{BufRead, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use serde::Serialize;

use crate::cli::commands::jsonl::lines::{line_limit, read};
use crate::cli::commands::jsonl::request::{Refused, Request};
use crate::cli::commands::jsonl::types::{Answer, Awaited, Expected, Job};
use crate::cli::commands::jsonl::window::Window;
use crate::cli::commands::shared::{STACK_SIZE, model};
use crate::cli::error::CliError;
use crate::cli::output;
use crate::cli::output::conllu;
use crate::engine::{self, Cache};
use crate::render::facts::tables::{Part, Sink, part, rows};
use crate::render::facts::{Document, Refusal};
use crate::render::{self, Item, json};

/// Answers every line of `input` with a line on `output`, or with rows of a table, in the same order.
///
/// The threads are not joined: where the output is closed, a reader that waits for more input must not keep the
/// process alive.
pub fn run<W: Write + Send>(
    input: impl BufRead + Send + 'static,
    output: &mut Sink<W>,
    settings: Settings,
) -> Result<Tally, CliError> {
    let jobs = settings.jobs.max(1);
    let format = settings.format;
    let settings = Arc::new(settings);
    let (to_workers, lines) = sync_channel(jobs);
    let (to_writer, answers) = sync_channel(jobs * WINDOW_PER_JOB);
    let lines = Arc::new(Mutex::new(lines));
    for _ in 0..jobs {
        let (lines, settings) = (Arc::clone(&lines), Arc::clone(&settings));
        spawn(move || work(&lines, &settings))?;
    }
    let line_limit = line_limit(settings.max_size);
    let window = Arc::new(Window::new(BYTES_PER_JOB * jobs));
    let seen = Arc::clone(&window);
    spawn(move || read(input, line_limit, &seen, &to_workers, &to_writer))?;
    let written = write(&answers, output, format, &window);
    // The reader waits for room no longer.
    window.close();
    written
}

/// How many lines are under way for each worker: enough that a long document does not starve the others.
const WINDOW_PER_JOB: usize = 8;
/// How many bytes of lines are under way for each worker. While a line is worked on, it takes a hundred times as much memory, so that
/// one that is longer than all of them together is worked on alone.
const BYTES_PER_JOB: usize = 128 * 1024;

fn spawn(body: impl FnOnce() + Send + 'static) -> Result<(), CliError> {
    thread::Builder::new()
        .stack_size(STACK_SIZE)
        .spawn(body)
        .map(|_| ())
        .map_err(|error| {
            CliError::Usage(format!(
                "could not start a thread ({error}); ask for fewer with `--jobs`"
            ))
        })
}

fn work(lines: &Mutex<Receiver<Job>>, settings: &Settings) {
    loop {
        let next = lines.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { line, number, answer }) = next else { return };
        if answer.send(answer_to(line, number, settings)).is_err() {
            return;
        }
    }
}

fn answer_to(line: Line, number: u64, settings: &Settings) -> Answer {
    let bytes = match line {
        Line::Whole(bytes) => bytes,
        Line::TooLong => {
            let limit = line_limit(settings.max_size);
            let error = format!("the line is above the limit of {limit} bytes; raise it with --max-size");
            return Err(Refusal::new(None, number, error));
        }
    };
    let Request { label, draft } =
        request::read(&bytes, settings).map_err(|Refused { id, error }| Refusal::new(id, number, error))?;
    drop(bytes);
    let id = label.id.clone();
    // A mistake of ours in one document must not cost the others.
    panic::catch_unwind(AssertUnwindSafe(|| {
        let snapshot = engine::analyse(&draft, &cache(settings), model());
        let document = |label| Document::of(label, &snapshot, &settings.shape);
        match settings.format {
            LineFormat::Json => Part::Text(line_of(&document(label))),
            LineFormat::Conllu => Part::Text(conllu::document(&label.id, &snapshot).into_bytes()),
            LineFormat::Export(standard) => {
                let (id, section) = (&label.id.text(), label.section.as_deref());
                let snapshot = &snapshot;
                let item = json::text_of(&render::export(standard, &Item { id, section, snapshot }));
                Part::Text((json::for_a_page(&item) + "\n").into_bytes())
            }
            LineFormat::Table(table, format) => part(table, format, rows(table, &document(label))),
        }
    }))
    .map_err(|_| {
        let error = "copydesk failed on this text; that is a bug in copydesk, so please report it".to_owned();
        Refusal::new(Some(id), number, error)
    })
}

/// Events are looked for where somebody asks for them, or for something that rests on them.
fn cache(settings: &Settings) -> Cache {
    let shape = &settings.shape;
    let writes_facts = matches!(settings.format, LineFormat::Json | LineFormat::Table(..));
    match writes_facts && !shape.needs_events() {
        true => Cache::without_events(),
        false => Cache::default(),
    }
}

fn line_of(value: &impl Serialize) -> Vec<u8> {
    (json::text_of(value) + "\n").into_bytes()
}

fn write<W: Write + Send>(
    answers: &Receiver<Expected>,
    output: &mut Sink<W>,
    format: LineFormat,
    window: &Window,
) -> Result<Tally, CliError> {
    let mut tally = Tally::default();
    while let Some(expected) = next(answers, output)? {
        let Awaited { answer, bytes } = expected.map_err(CliError::Stdin)?;
        tally.lines += 1;
        let answer = next(&answer, output)?.unwrap_or_else(|| {
            let error = "copydesk failed on this line; please report it".to_owned();
            Err(Refusal::new(None, tally.lines, error))
        });
        let part = match answer {
            Ok(part) => Some(part),
            Err(refusal) => {
                tally.refused += 1;
                refused(&refusal, format, tally.refused)
            }
        };
        if let Some(part) = part {
            output.add(part).map_err(CliError::output)?;
        }
        window.leave(bytes);
    }
    output.flush().map_err(CliError::output)?;
    Ok(tally)
}

/// How many lines that could not be used are named on standard error; more would bury everything else.
const MOST_NAMED: u64 = 20;

/// The answer to a line that could not be used. A table has no place for it, so that it is said on standard error.
fn refused(refusal: &Refusal, format: LineFormat, count: u64) -> Option<Part> {
    match format {
        LineFormat::Json | LineFormat::Export(_) => Some(Part::Text(line_of(refusal))),
        LineFormat::Conllu => Some(Part::Text(conllu::refusal(refusal).into_bytes())),
        LineFormat::Table(..) => {
            if count <= MOST_NAMED {
                output::warn(&format!("line {}: {}", refusal.line, refusal.error));
            }
            None
        }
    }
}

/// The next thing sent. What is already written is flushed before a wait, so that a caller who sends one line and
/// waits for its answer gets it.
fn next<T, W: Write + Send>(from: &Receiver<T>, output: &mut Sink<W>) -> Result<Option<T>, CliError> {
    match from.try_recv() {
        Ok(value) => Ok(Some(value)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush().map_err(CliError::output)?;
            Ok(from.recv().ok())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use serde_json::Value;

    use super::*;

    fn answers(input: &str, settings: Settings) -> (u64, Vec<Value>) {
        let mut output = Vec::new();
        let input = io::Cursor::new(input.to_owned().into_bytes());
        let tally = run(input, &mut Sink::Text(&mut output), settings).unwrap();
        let lines = String::from_utf8(output).unwrap();
        (
            tally.refused,
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
        )
    }

    fn settings() -> Settings {
        Settings {
            jobs: 3,
            max_size: 1000,
            ..Settings::default()
        }
    }

    #[test]
    fn answers_come_in_the_order_of_the_lines() {
        let input: String = (0..200)
            .map(|id| format!("{{\"id\": {id}, \"text\": \"“Yes,” she said.\"}}\n"))
            .collect();
        let (refused, answers) = answers(&input, settings());
        assert_eq!(refused, 0);
        let ids: Vec<_> = answers.iter().map(|answer| answer["id"].as_u64().unwrap()).collect();
        assert_eq!(ids, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn a_line_that_cannot_be_used_is_answered_in_its_place() {
        let input = [
            "{\"id\": \"a\", \"text\": \"First.\"}",
            "not JSON",
            "",
            "[1, 2]",
            "{\"text\": \"No id.\"}",
            "{\"id\": \"b\"}",
            "{\"id\": \"c\", \"text\": 7}",
            "{\"id\": \"d\", \"text\": \"x\", \"format\": \"docx\"}",
            "{\"id\": \"e\", \"text\": \"x\", \"reference_date\": \"2031-02-30\"}",
            "{\"id\": null, \"text\": \"\\ud800\"}",
            "{\"id\": \"f\", \"text\": \"Last.\", \"format\": null, \"reference_date\": null, \"section\": null}",
        ]
        .join("\n");
        let (refused, answers) = answers(&input, settings());
        assert_eq!((refused, answers.len()), (9, 11));
        for (number, answer) in (1..).zip(&answers) {
            let is_refused = number != 1 && number != 11;
            assert_eq!(answer.get("error").is_some(), is_refused, "{answer}");
            assert_eq!(answer.get("line"), is_refused.then_some(&number.into()), "{answer}");
        }
        assert_eq!(answers[7]["id"], "d");
        assert!(answers[1].get("id").is_none());
        assert_eq!(answers[9]["id"], Value::Null);
        assert!(
            answers[9]["error"]
                .as_str()
                .unwrap()
                .starts_with("“text” cannot be read: ")
        );
        assert_eq!(answers[10]["id"], "f");
    }

    #[test]
    fn long_lines_and_long_texts_are_refused() {
        let long_text = format!("{{\"id\": 1, \"text\": \"{}\"}}", "x".repeat(1500));
        let long_line = format!("{{\"id\": 2, \"text\": \"{}\"}}", "x".repeat(80_000));
        let input = format!("{long_text}\r\n{long_line}\r\n{{\"id\": 3, \"text\": \"\"}}\r\n");
        let (refused, answers) = answers(&input, settings());
        assert_eq!(refused, 2);
        assert_eq!(answers[0]["id"], 1);
        assert!(answers[0]["error"].as_str().unwrap().contains("1500 bytes"));
        assert!(answers[1]["error"].as_str().unwrap().contains("limit"));
        assert_eq!(answers[2]["quotes"], Value::Array(Vec::new()));
    }

    #[test]
    fn a_byte_order_mark_before_the_first_line_is_no_text() {
        let (refused, answers) = answers("\u{feff}{\"id\": 1, \"text\": \"x\"}", settings());
        assert_eq!((refused, answers.len()), (0, 1));
    }
}
