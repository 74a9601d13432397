//! Sorts appearances that may be more than memory holds: what fits is sorted and written to a temporary file, and the files are read
//! together. The files have no names, so that nothing is left of them however the program ends.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, Write};

use crate::people::Appearance;

/// About how many bytes of appearances are held at a time.
const HELD: usize = 16_000_000;
/// How many files are read together. Each takes a buffer.
const TOGETHER: usize = 64;
/// The buffer of a file, in bytes.
const BUFFER: usize = 32 * 1024;

/// Appearances that are being sorted.
#[derive(Default)]
pub struct Sorter {
    held: Vec<Appearance>,
    bytes: usize,
    runs: Vec<File>,
}

impl Sorter {
    /// Adds one.
    pub fn add(&mut self, appearance: Appearance) -> io::Result<()> {
        self.bytes += size(&appearance);
        self.held.push(appearance);
        if self.bytes > HELD { self.put_away() } else { Ok(()) }
    }

    fn put_away(&mut self) -> io::Result<()> {
        self.held.sort_unstable();
        let held = std::mem::take(&mut self.held);
        self.bytes = 0;
        self.runs.push(written(held.into_iter().map(Ok))?);
        Ok(())
    }

    /// All of them, in order, each once.
    pub fn finish(mut self) -> io::Result<Sorted> {
        if self.runs.is_empty() {
            self.held.sort_unstable();
            return Ok(Sorted {
                source: Source::Held(self.held.into_iter()),
                last: None,
            });
        }
        self.put_away()?;
        while self.runs.len() > TOGETHER {
            let some: Vec<File> = self.runs.drain(..TOGETHER).collect();
            let mut together = Together::of(some)?;
            self.runs
                .push(written(std::iter::from_fn(|| together.next().transpose()))?);
        }
        Ok(Sorted {
            source: Source::Files(Together::of(self.runs)?),
            last: None,
        })
    }
}

/// About how many bytes an appearance takes.
pub fn size(appearance: &Appearance) -> usize {
    let lists = appearance
        .names
        .iter()
        .chain(&appearance.titles)
        .map(|text| text.len() + size_of::<String>());
    let texts = [
        &appearance.key,
        &appearance.date,
        &appearance.document,
        &appearance.actor,
        &appearance.name,
    ];
    let entry = appearance
        .entry
        .as_ref()
        .map_or(0, |entry| entry.id.len() + entry.name.len());
    // Each piece of memory costs its owner some bytes beside.
    size_of::<Appearance>()
        + lists.sum::<usize>()
        + texts.iter().map(|text| text.len() + 16).sum::<usize>()
        + 2 * appearance.shelf.family.len()
        + appearance.companions.len() * 8
        + entry
}

/// A line for each, in a temporary file that is ready to be read.
fn written(appearances: impl Iterator<Item = io::Result<Appearance>>) -> io::Result<File> {
    let mut out = BufWriter::new(tempfile::tempfile()?);
    for appearance in appearances {
        write_line(&mut out, &appearance?)?;
    }
    let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.rewind()?;
    Ok(file)
}

/// Writes one as a line.
pub fn write_line(out: &mut impl Write, appearance: &Appearance) -> io::Result<()> {
    serde_json::to_writer(&mut *out, appearance)?;
    out.write_all(b"\n")
}

/// Reads one from its line; `None` at the end.
pub fn read_back(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<Appearance>> {
    line.clear();
    if input.read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    Ok(Some(serde_json::from_slice(line)?))
}

/// Appearances in order.
pub struct Sorted {
    source: Source,
    last: Option<Appearance>,
}

enum Source {
    Held(std::vec::IntoIter<Appearance>),
    Files(Together),
}

impl Sorted {
    /// The next one. A document that was read twice adds nothing the second time.
    pub fn next(&mut self) -> io::Result<Option<Appearance>> {
        loop {
            let next = match &mut self.source {
                Source::Held(held) => held.next(),
                Source::Files(files) => files.next()?,
            };
            let is_again = next.as_ref().zip(self.last.as_ref()).is_some_and(|(next, last)| {
                (&next.shelf, &next.key, &next.document, &next.actor)
                    == (&last.shelf, &last.key, &last.document, &last.actor)
            });
            if !is_again {
                self.last.clone_from(&next);
                return Ok(next);
            }
        }
    }
}

/// Several sorted files, read as one.
struct Together {
    files: Vec<BufReader<File>>,
    next: BinaryHeap<Reverse<(Appearance, usize)>>,
    line: Vec<u8>,
}

impl Together {
    fn of(files: Vec<File>) -> io::Result<Self> {
        let files = files
            .into_iter()
            .map(|file| BufReader::with_capacity(BUFFER, file))
            .collect();
        let mut together = Self {
            files,
            next: BinaryHeap::new(),
            line: Vec::new(),
        };
        for at in 0..together.files.len() {
            together.read(at)?;
        }
        Ok(together)
    }

    fn read(&mut self, at: usize) -> io::Result<()> {
        if let Some(file) = self.files.get_mut(at)
            && let Some(appearance) = read_back(file, &mut self.line)?
        {
            self.next.push(Reverse((appearance, at)));
        }
        Ok(())
    }

    fn next(&mut self) -> io::Result<Option<Appearance>> {
        let Some(Reverse((appearance, at))) = self.next.pop() else {
            return Ok(None);
        };
        self.read(at)?;
        Ok(Some(appearance))
    }
}
