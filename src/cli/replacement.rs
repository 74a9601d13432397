//! Replacing files in one step: a reader sees the old content or the new one, also after a power cut. A file is never left
//! half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::cli::error::CliError;
use crate::cli::interruption;
use crate::config;

/// How the names of files begin that are not finished.
const UNFINISHED: &str = ".copydesk-unfinished-";

/// A file of that name that is older was left by a run that was killed.
const LEFT_BEHIND: Duration = Duration::from_secs(60 * 60);

/// A file that is being written, to take the place of another one or to be new.
pub struct Replacement {
    path: PathBuf,
    kind: Kind,
}

/// What a file is expected to hold that is replaced.
pub enum Over<'a> {
    /// It does not matter.
    Anything,
    /// There is no such file.
    Nothing,
    /// What was read from it.
    This(&'a [u8]),
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

    /// Puts what was written in its place, whatever is there.
    pub fn finish(self) -> Result<(), CliError> {
        self.finish_over(&Over::Anything)
    }

    /// Puts what was written in its place, if that holds what is expected there. It is looked at last, when nothing is left to do but
    /// to rename: on a slow disk, writing takes long enough for somebody to save the file.
    pub fn finish_over(self, over: &Over<'_>) -> Result<(), CliError> {
        let path = self.path;
        let failed = |source| write_error(&path, source);
        let (out, file) = match self.kind {
            Kind::Stream(mut file) => return file.flush().map_err(failed),
            Kind::Whole { out, file } => (out, file),
        };
        let temporary = out.into_inner().map_err(|error| failed(error.into_error()))?;
        temporary.as_file().sync_all().map_err(failed)?;
        let name = temporary.path().to_owned();
        let changed = || CliError::Changed { path: path.clone() };
        let persisted = match over {
            Over::Anything => temporary.persist(file),
            Over::Nothing => temporary.persist_noclobber(file),
            Over::This(before) => {
                let now = config::read_regular(&file, before.len() as u64).map_err(failed)?;
                if now != *before {
                    return Err(changed());
                }
                temporary.persist(file)
            }
        };
        persisted.map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => changed(),
            _ => failed(error.error),
        })?;
        interruption::finished(&name);
        Ok(())
    }

    /// The error of a write to this file.
    pub fn error(&self, source: io::Error) -> CliError {
        write_error(&self.path, source)
    }
}

fn begin(path: &Path) -> io::Result<Kind> {
    let (file, before) = match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory)),
        Ok(metadata) if !metadata.is_file() => return OpenOptions::new().write(true).open(path).map(Kind::Stream),
        Ok(metadata) => {
            let file = fs::canonicalize(path)?;
            // Renaming over a file asks for rights on the folder alone, which would pass over a write protection.
            OpenOptions::new().write(true).open(&file)?;
            refuse_other_names(&metadata)?;
            (file, Some(metadata))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            refuse_lost_link(path)?;
            (std::path::absolute(path)?, None)
        }
        Err(error) => return Err(error),
    };
    let folder = file.parent().ok_or_else(|| io::Error::other("it is in no folder"))?;
    remove_what_was_left(folder);
    let temporary = temporary_in(folder)?;
    if let Some(before) = before {
        keep_owner(temporary.as_file(), &before)?;
        // After the owner: a change of owner takes permissions away.
        temporary.as_file().set_permissions(before.permissions())?;
    }
    Ok(Kind::Whole {
        out: BufWriter::new(temporary),
        file,
    })
}

/// A link that leads nowhere would give way to the file.
fn refuse_lost_link(path: &Path) -> io::Result<()> {
    match fs::read_link(path) {
        Ok(target) => Err(io::Error::other(format!(
            "it is a link to {}, which is not there; make that file, or remove the link",
            target.display()
        ))),
        Err(_) => Ok(()),
    }
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
    interruption::watch();
    interruption::begin(|| builder.tempfile_in(folder))
}

/// A file with several names would be parted from the others.
#[cfg(unix)]
fn refuse_other_names(metadata: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    match metadata.nlink() {
        0 | 1 => Ok(()),
        names => Err(io::Error::other(format!(
            "it has {names} names (hard links), and only this one would be changed"
        ))),
    }
}

#[cfg(not(unix))]
fn refuse_other_names(_: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// Gives the new file the owner and the group of the old one.
#[cfg(unix)]
fn keep_owner(file: &File, before: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::MetadataExt;
    let now = file.metadata()?;
    if (now.uid(), now.gid()) == (before.uid(), before.gid()) {
        return Ok(());
    }
    std::os::unix::fs::fchown(file, Some(before.uid()), Some(before.gid()))
        .map_err(|error| io::Error::new(error.kind(), format!("its owner and group cannot be kept ({error})")))
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// Removes what a run that was killed left in a folder. What another run is writing now is younger.
fn remove_what_was_left(folder: &Path) {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    for file in files.filter(|file| file.file_name().to_string_lossy().starts_with(UNFINISHED)) {
        let age = file.metadata().and_then(|metadata| metadata.modified());
        if age.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > LEFT_BEHIND)) {
            let _ = fs::remove_file(file.path());
        }
    }
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
    fn what_came_meanwhile_is_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("story.md");
        let write = || {
            let mut file = Replacement::new(&path).unwrap();
            file.write_all(b"fixed").unwrap();
            file
        };
        let (new, fixed) = (write(), write());
        fs::write(&path, "old").unwrap();
        let late = write();
        assert!(matches!(new.finish_over(&Over::Nothing), Err(CliError::Changed { .. })));
        fixed.finish_over(&Over::This(b"old")).unwrap();
        fs::write(&path, "saved").unwrap();
        assert!(matches!(
            late.finish_over(&Over::This(b"fixed")),
            Err(CliError::Changed { .. })
        ));
        assert_eq!(fs::read_to_string(&path).unwrap(), "saved");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_told_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("lint.json");
        std::os::unix::fs::symlink("gone/lint.json", &link).unwrap();
        let error = Replacement::new(&link).err().unwrap().to_string();
        assert!(error.contains("a link to gone/lint.json"), "{error}");
        assert!(link.symlink_metadata().unwrap().is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn other_names_are_refused_and_what_was_left_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("story.md");
        fs::write(&path, "old").unwrap();
        fs::hard_link(&path, folder.path().join("other.md")).unwrap();
        let error = Replacement::new(&path).err().unwrap().to_string();
        assert!(error.contains("2 names"), "{error}");
        let left = folder.path().join(format!("{UNFINISHED}abc"));
        let young = folder.path().join(format!("{UNFINISHED}def"));
        for file in [&left, &young] {
            fs::write(file, "half").unwrap();
        }
        let old = std::time::SystemTime::now() - 2 * LEFT_BEHIND;
        File::options()
            .append(true)
            .open(&left)
            .unwrap()
            .set_modified(old)
            .unwrap();
        drop(Replacement::new(&folder.path().join("new.md")).unwrap());
        assert!(!left.exists() && young.exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_owner_stays_the_owner() {
        use std::os::unix::fs::{MetadataExt, chown};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("story.md");
        fs::write(&path, "old").unwrap();
        if chown(&path, Some(1234), Some(2345)).is_err() {
            // Only the superuser can give a file away.
            return;
        }
        let mut file = Replacement::new(&path).unwrap();
        file.write_all(b"new").unwrap();
        file.finish().unwrap();
        let metadata = path.metadata().unwrap();
        assert_eq!((metadata.uid(), metadata.gid()), (1234, 2345));
    }

    #[test]
    fn a_folder_that_is_not_there_is_told_at_once() {
        assert!(matches!(
            Replacement::new(Path::new("/nowhere/report.json")),
            Err(CliError::Write { .. })
        ));
    }
}
