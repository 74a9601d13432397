//! The appearances of one shelf, in memory while they are few and in a temporary file without a name where they are many. They are
//! read several times, in the same order.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Seek};

use crate::cli::commands::actors::merge::sort::{read_back, size, write_line};
use crate::cli::error::CliError;
use crate::people::{Appearance, Replay};

/// About how many bytes are held in memory.
const HELD: usize = 4_000_000;

/// The appearances of one shelf.
#[derive(Default)]
pub struct Held {
    first: Vec<Appearance>,
    bytes: usize,
    rest: Option<BufWriter<File>>,
}

impl Held {
    /// Adds one.
    pub fn add(&mut self, appearance: Appearance) -> io::Result<()> {
        self.bytes += size(&appearance);
        if self.bytes <= HELD {
            self.first.push(appearance);
            return Ok(());
        }
        let rest = match self.rest.take() {
            Some(rest) => rest,
            None => BufWriter::new(tempfile::tempfile()?),
        };
        write_line(self.rest.insert(rest), &appearance)
    }
}

impl Replay for Held {
    type Error = CliError;

    fn replay(&mut self, visit: &mut dyn FnMut(&Appearance) -> Result<(), CliError>) -> Result<(), CliError> {
        self.first.iter().try_for_each(&mut *visit)?;
        let Some(rest) = &mut self.rest else { return Ok(()) };
        // What is not yet written is written before the file is read.
        rest.rewind().map_err(CliError::Temporary)?;
        let mut input = BufReader::new(rest.get_mut());
        let mut line = Vec::new();
        while let Some(appearance) = read_back(&mut input, &mut line).map_err(CliError::Temporary)? {
            visit(&appearance)?;
        }
        Ok(())
    }
}
