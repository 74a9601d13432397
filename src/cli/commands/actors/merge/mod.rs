//! `copydesk actors merge`: who is who over an archive, from what `extract` wrote. What it holds in memory does not grow with the
//! archive: what people say of one another is sorted on disk.

mod read;
mod shelf;
mod sort;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use crate::cli::args::{Args, MergeArgs, OnError, PeopleFormat};
use crate::cli::commands::actors::file::{found, load};
use crate::cli::commands::jsonl::read_line;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::input;
use crate::cli::output;
use crate::cli::output::people::{Totals, link_header, link_row, person_header, person_row};
use crate::cli::replacement::Replacement;
use crate::config::ConfigError;
use crate::people::{Counts, Merged, Merger};
use read::{Known, LineOf, appearances};
use shelf::Held;
use sort::{Sorted, Sorter};

/// The longest line of facts that is read.
const LONGEST_LINE: usize = 200_000_000;

/// Reads the facts, sorts who is in them by name, and writes people and links.
pub fn merge(merge: &MergeArgs, args: &Args) -> Result<Exit, CliError> {
    let known = known(merge)?;
    let mut reading = Reading {
        known,
        counts: Counts::default(),
        sorter: Sorter::default(),
        refused: 0,
        args,
    };
    let standard_input = [PathBuf::from("-")];
    let files = if merge.files.is_empty() {
        &standard_input[..]
    } else {
        &merge.files
    };
    for file in files {
        reading.file(file)?;
    }
    let Reading {
        counts,
        sorter,
        refused,
        ..
    } = reading;
    let documents = counts.documents();
    let mut totals = Totals::of(documents);
    write(
        merge,
        Merger::new(counts),
        sorter.finish().map_err(CliError::Temporary)?,
        &mut totals,
    )?;
    if refused > MOST_NAMED && !args.quiet {
        output::warn(&format!(
            "{refused} lines could not be used; the first {MOST_NAMED} are named above"
        ));
    }
    if !args.quiet {
        output::note(&totals.summary());
    }
    Ok(match merge.on_error {
        OnError::Fail if refused > 0 => Exit::Findings,
        _ => Exit::Clean,
    })
}

/// The newsroom's file of people: the one that is named, or the one for this folder, if there is one.
fn known(merge: &MergeArgs) -> Result<Known, CliError> {
    let path = match (&merge.actors, merge.isolated) {
        (Some(path), _) => Some(path.clone()),
        (None, true) => None,
        (None, false) => found()?,
    };
    let Some(path) = path else { return Ok(Known::default()) };
    let file = load(&path)?;
    if let Some(problem) = file.first_error() {
        return Err(CliError::Config(ConfigError::Invalid {
            path: file.path.clone(),
            problem: problem.clone(),
        }));
    }
    Ok(Known::new(file.register))
}

/// Facts while they are read.
struct Reading<'a> {
    known: Known,
    counts: Counts,
    sorter: Sorter,
    refused: u64,
    args: &'a Args,
}

/// How many lines that could not be used are named; more would bury everything else.
const MOST_NAMED: u64 = 20;

impl Reading<'_> {
    fn file(&mut self, path: &std::path::Path) -> Result<(), CliError> {
        if input::is_stdin(path) {
            return self.lines(
                BufReader::new(std::io::stdin().lock()),
                input::STDIN_NAME,
                CliError::Stdin,
            );
        }
        let read_error = |source| CliError::Read {
            path: path.to_owned(),
            source,
        };
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(CliError::NotFound { path: path.to_owned() });
            }
            Err(error) => return Err(read_error(error)),
        };
        self.lines(
            BufReader::with_capacity(1 << 16, file),
            &path.display().to_string(),
            read_error,
        )
    }

    fn lines(
        &mut self,
        mut input: impl BufRead,
        name: &str,
        failed: impl Fn(std::io::Error) -> CliError,
    ) -> Result<(), CliError> {
        for number in 1.. {
            let Some(line) = read_line(&mut input, LONGEST_LINE).map_err(&failed)? else {
                break;
            };
            match LineOf::read(&line) {
                Ok(None) => {}
                Ok(Some(document)) => {
                    let found = appearances(document, &self.known);
                    self.counts.add(&found.names);
                    for appearance in found.appearances {
                        self.sorter.add(appearance).map_err(CliError::Temporary)?;
                    }
                }
                Err(error) => {
                    self.refused += 1;
                    if self.refused <= MOST_NAMED && !self.args.quiet {
                        output::warn(&format!("{name}:{number}: {error}"));
                    }
                }
            }
        }
        Ok(())
    }
}

/// The two tables while they are written.
struct Tables<'a> {
    people: BufWriter<std::io::StdoutLock<'static>>,
    links: Option<Replacement>,
    format: PeopleFormat,
    totals: &'a mut Totals,
}

impl Tables<'_> {
    fn begin(&mut self) -> Result<(), CliError> {
        if self.format == PeopleFormat::Csv {
            self.people
                .write_all(person_header().as_bytes())
                .map_err(CliError::output)?;
            self.write_link(link_header().as_bytes())?;
        }
        Ok(())
    }

    fn add(&mut self, merged: Merged) -> Result<(), CliError> {
        match merged {
            Merged::Person(person) => {
                self.totals.add_person(&person);
                self.people
                    .write_all(&person_row(*person, self.format))
                    .map_err(CliError::output)
            }
            Merged::Link(link) => {
                self.totals.add_link(&link);
                self.write_link(&link_row(link, self.format))
            }
        }
    }

    fn write_link(&mut self, row: &[u8]) -> Result<(), CliError> {
        let Some(links) = &mut self.links else { return Ok(()) };
        links.write_all(row).map_err(|error| links.error(error))
    }

    fn finish(mut self) -> Result<(), CliError> {
        self.people.flush().map_err(CliError::output)?;
        self.links.map_or(Ok(()), Replacement::finish)
    }
}

fn write(merge: &MergeArgs, mut merger: Merger, mut sorted: Sorted, totals: &mut Totals) -> Result<(), CliError> {
    let mut tables = Tables {
        people: BufWriter::new(std::io::stdout().lock()),
        links: merge.links.as_deref().map(Replacement::new).transpose()?,
        format: merge.format,
        totals,
    };
    tables.begin()?;
    let mut next = sorted.next().map_err(CliError::Temporary)?;
    while let Some(first) = next.take() {
        let shelf = first.shelf.clone();
        let mut held = Held::default();
        held.add(first).map_err(CliError::Temporary)?;
        while let Some(appearance) = sorted.next().map_err(CliError::Temporary)? {
            if appearance.shelf != shelf {
                next = Some(appearance);
                break;
            }
            held.add(appearance).map_err(CliError::Temporary)?;
        }
        merger.shelf(&shelf, &mut held, &mut |merged| tables.add(merged))?;
    }
    tables.finish()
}
