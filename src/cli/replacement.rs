//! Replacing files in one step: a reader sees the old content or the new one, also after a power cut. A file is never left
//! half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::cli::error::CliError;

/// How the names of files begin that are not finished.
pub const UNFINISHED: &str = ".copydesk-";

/// A file that is being written, to take the place of another one or to be new.
pub struct Replacement {
    path: PathBuf,
    kind: Kind,
}

enum Kind {
    /// Written next to the file and renamed at the end.
    Whole {
        out: BufWriter<NamedTempFile>,
        file: PathBuf,
    },
    /// A pipe or a device, written at once: it cannot be replaced.
    Stream(File),
}

impl Replacement {
    /// Begins to write what will be at `path`. Links are followed, and the permissions of a file that is there are kept.
    pub fn new(path: &Path) -> Result<Self, CliError> {
        let kind = begin(path).map_err(|source| write_error(path, source))?;
        Ok(Self {
            path: path.to_owned(),
            kind,
        })
    }

    /// Puts what was written in its place.
    pub fn finish(self) -> Result<(), CliError> {
        let path = self.path;
        let failed = |source| write_error(&path, source);
        match self.kind {
            Kind::Stream(mut file) => file.flush().map_err(failed),
            Kind::Whole { out, file } => {
                let temporary = out.into_inner().map_err(|error| failed(error.into_error()))?;
                temporary.as_file().sync_all().map_err(failed)?;
                temporary.persist(file).map_err(|error| failed(error.error))?;
                Ok(())
            }
        }
    }

    /// The error of a write to this file.
    pub fn error(&self, source: io::Error) -> CliError {
        write_error(&self.path, source)
    }
}

fn begin(path: &Path) -> io::Result<Kind> {
    let (file, permissions) = match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(metadata) if !metadata.is_file() => return OpenOptions::new().write(true).open(path).map(Kind::Stream),
        Ok(metadata) => {
            let file = fs::canonicalize(path)?;
            // Renaming over a file asks for rights on the folder alone, which would pass over a write protection.
            OpenOptions::new().write(true).open(&file)?;
            (file, Some(metadata.permissions()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => (std::path::absolute(path)?, None),
        Err(error) => return Err(error),
    };
    let folder = file.parent().ok_or_else(|| io::Error::other("it is in no folder"))?;
    let temporary = temporary_in(folder)?;
    if let Some(permissions) = permissions {
        temporary.as_file().set_permissions(permissions)?;
    }
    Ok(Kind::Whole {
        out: BufWriter::new(temporary),
        file,
    })
}

/// A new file in a folder, with the permissions that new files have.
fn temporary_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Less the mask of the user, as with any other program.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn write_error(path: &Path, source: io::Error) -> CliError {
    CliError::Write {
        path: path.to_owned(),
        source,
    }
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.kind {
            Kind::Whole { out, .. } => out.write(bytes),
            Kind::Stream(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.kind {
            Kind::Whole { out, .. } => out.flush(),
            Kind::Stream(file) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_when_it_is_finished_and_not_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let mut file = Replacement::new(&path).unwrap();
        file.write_all(b"[]").unwrap();
        file.flush().unwrap();
        assert!(!path.exists());
        file.finish().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "[]");
        let mut again = Replacement::new(&path).unwrap();
        again.write_all(b"[1").unwrap();
        drop(again);
        assert_eq!(fs::read_to_string(&path).unwrap(), "[]");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told_at_once() {
        assert!(matches!(
            Replacement::new(Path::new("/nowhere/report.json")),
            Err(CliError::Write { .. })
        ));
    }
}
