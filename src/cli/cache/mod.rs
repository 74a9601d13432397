//! Results of earlier runs, kept by the content of the draft, the program and the settings, in the user's cache folder. What
//! cannot be read or written is done without; a draft is never changed on its word.

mod entry;
mod folder;

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};

use crate::analysis::DraftSettings;
use crate::analysis::register::Register;
use crate::engine::{Draft, ReadAs};
pub use entry::Remembered;
pub use folder::{of_user, write};

/// The results of earlier runs.
pub struct ResultCache {
    folder: PathBuf,
    program: String,
    registers: Mutex<HashMap<usize, (Arc<Register>, Key)>>,
    stored: AtomicUsize,
}

/// What a result is kept by.
pub type Key = [u8; 32];

/// An entry that is used is marked as such once a day at most: writing costs more than reading.
const FRESH: Duration = Duration::from_secs(24 * 60 * 60);

impl ResultCache {
    /// The cache of this user, if there is a folder for it.
    pub fn of_user() -> Option<Self> {
        Some(Self {
            folder: folder::of_user()?,
            program: program()?,
            registers: Mutex::default(),
            stored: AtomicUsize::new(0),
        })
    }

    /// What the result for a draft is kept by: everything that it depends on.
    pub fn key(&self, draft: &Draft) -> Key {
        let ReadAs {
            format,
            settings,
            rules,
        } = &draft.read_as;
        let DraftSettings {
            reference_date,
            file_name,
            fallback_date,
            locale,
            timezone,
            publication,
            register,
            // What is compared with notes is worked out anew.
            notes: _,
        } = settings;
        let settings = format!(
            "{}\0{format:?}\0{reference_date:?}\0{file_name:?}\0{fallback_date:?}\0{locale:?}\0{timezone:?}\0{publication:?}\0{rules:?}\0",
            self.program
        );
        let mut hash = Sha256::new();
        hash.update(settings.len().to_le_bytes());
        hash.update(settings);
        if let Some(register) = register {
            hash.update(self.key_of_register(register));
        }
        hash.update(draft.text.as_bytes());
        hash.finalize().into()
    }

    /// An actor file is hashed once a run, however many drafts are read with it.
    fn key_of_register(&self, register: &Arc<Register>) -> Key {
        let Ok(mut known) = self.registers.lock() else {
            return Sha256::digest(format!("{register:?}")).into();
        };
        let address = Arc::as_ptr(register) as usize;
        let (_, key) = known
            .entry(address)
            .or_insert_with(|| (Arc::clone(register), Sha256::digest(format!("{register:?}")).into()));
        *key
    }

    /// The result that is kept, if there is one.
    pub fn get(&self, key: &Key) -> Option<Remembered> {
        let path = self.path_of(key);
        let bytes = fs::read(&path).ok()?;
        let remembered = entry::read(&bytes)?;
        let file = fs::File::options().append(true).open(&path);
        if let Ok(file) = file {
            let used = file.metadata().and_then(|metadata| metadata.modified()).ok();
            if used.is_none_or(|used| used.elapsed().is_ok_and(|passed| passed > FRESH)) {
                let _ = file.set_modified(SystemTime::now());
            }
        }
        Some(remembered)
    }

    /// Keeps a result.
    pub fn put(&self, key: &Key, remembered: &Remembered) {
        if let Some(bytes) = entry::written(remembered)
            && folder::write(&self.path_of(key), &bytes).is_ok()
        {
            self.stored.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Keeps the cache within its bounds, if this run added to it.
    pub fn tidy(&self) {
        if self.stored.load(Ordering::Relaxed) > 0 {
            folder::tidy(&self.folder, folder::MAX_BYTES, folder::MAX_FILES);
        }
    }

    fn path_of(&self, key: &Key) -> PathBuf {
        let name: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let (shelf, rest) = name.split_at(2);
        self.folder.join(shelf).join(rest)
    }
}

/// The version, and which build of it: a program that was built anew may find something else.
fn program() -> Option<String> {
    let file = std::env::current_exe().ok()?.metadata().ok()?;
    Some(format!(
        "{}\0{}\0{:?}",
        env!("CARGO_PKG_VERSION"),
        file.len(),
        file.modified().ok()?
    ))
}
