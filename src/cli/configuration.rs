//! The configuration of each draft, with what the command line says on top. It reads each file once.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::analysis::DraftSettings;
use crate::analysis::register::Register;
use crate::cli::args::{Args, ReadingArgs};
use crate::cli::error::CliError;
use crate::cli::input;
use crate::cli::output;
use crate::config::{self, ConfigError, Found, NotesShelf, Settings};
use crate::engine::{Draft, ReadAs};
use crate::rules;

/// Looks configurations up, nearest first, and remembers them by folder.
pub struct Configuration {
    choice: Choice,
    date: Option<Date>,
    /// The actor file that the command line names.
    register: Option<Arc<Register>>,
    notes: NotesShelf,
    tell: Tell,
    by_folder: HashMap<PathBuf, Arc<Settings>>,
    by_file: HashMap<PathBuf, Arc<Settings>>,
    by_actor_file: HashMap<PathBuf, Arc<Register>>,
}

/// Where the configuration comes from.
enum Choice {
    /// The nearest `copydesk.toml` of each draft.
    Discover,
    /// One for all drafts.
    Fixed(Arc<Settings>),
}

/// What is reported about configurations on standard error.
#[derive(Clone, Copy)]
struct Tell {
    warnings: bool,
    paths: bool,
}

impl Tell {
    fn of(args: &Args) -> Self {
        Self {
            warnings: !args.quiet,
            paths: args.verbose,
        }
    }
}

impl Configuration {
    /// The configuration that the arguments ask for. A file named by `--config` is read at once.
    pub fn new(reading: &ReadingArgs, args: &Args) -> Result<Self, CliError> {
        let tell = Tell::of(args);
        let register = match &reading.actors {
            Some(path) => Some(Arc::new(load_register(path, tell)?)),
            None => None,
        };
        let choice = match &reading.config {
            Some(path) => {
                let (_, mut settings) = load(path, tell)?;
                let file = match register {
                    Some(_) => None,
                    None => config::locate(&folder_of(path), settings.actors.as_ref())?,
                };
                if let Some(file) = file {
                    settings.register = Some(Arc::new(load_register(&file, tell)?));
                }
                Choice::Fixed(Arc::new(settings))
            }
            None if reading.isolated => Choice::Fixed(Arc::default()),
            None => Choice::Discover,
        };
        Ok(Self {
            choice,
            date: reading.date,
            register,
            notes: NotesShelf::default(),
            tell,
            by_folder: HashMap::new(),
            by_file: HashMap::new(),
            by_actor_file: HashMap::new(),
        })
    }

    /// The settings for a draft, which need not exist.
    pub fn of(&mut self, draft: &Path) -> Result<Arc<Settings>, CliError> {
        if let Choice::Fixed(settings) = &self.choice {
            return Ok(Arc::clone(settings));
        }
        let folder = folder_of(draft);
        if let Some(settings) = self.by_folder.get(&folder) {
            return Ok(Arc::clone(settings));
        }
        let settings = match config::discover(&folder)? {
            None => Arc::default(),
            Some(file) => match self.by_file.get(&file) {
                Some(settings) => Arc::clone(settings),
                None => {
                    let settings = Arc::new(load(&file, self.tell)?.1);
                    self.by_file.insert(file, Arc::clone(&settings));
                    settings
                }
            },
        };
        let settings = self.with_register(&folder, settings)?;
        self.by_folder.insert(folder, Arc::clone(&settings));
        Ok(settings)
    }

    /// The settings with the actor file for drafts in `folder`, unless the command line names one.
    fn with_register(&mut self, folder: &Path, settings: Arc<Settings>) -> Result<Arc<Settings>, CliError> {
        if self.register.is_some() {
            return Ok(settings);
        }
        let Some(file) = config::locate(folder, settings.actors.as_ref())? else {
            return Ok(settings);
        };
        let register = match self.by_actor_file.get(&file) {
            Some(register) => Arc::clone(register),
            None => {
                let register = Arc::new(load_register(&file, self.tell)?);
                self.by_actor_file.insert(file, Arc::clone(&register));
                register
            }
        };
        let mut settings = (*settings).clone();
        settings.register = Some(register);
        Ok(Arc::new(settings))
    }

    /// The actor file for drafts that are not in a folder: the one that the command line or `--config` names.
    pub fn fixed_register(&self) -> Option<Arc<Register>> {
        self.register.clone().or_else(|| self.fixed().register.clone())
    }

    /// The settings for drafts that are not in a folder: only those of `--config`.
    pub fn fixed(&self) -> Arc<Settings> {
        match &self.choice {
            Choice::Fixed(settings) => Arc::clone(settings),
            Choice::Discover => Arc::default(),
        }
    }

    /// The notes that were read, for drafts to be compared with.
    pub fn notes(&self) -> &NotesShelf {
        &self.notes
    }

    /// The draft to analyze for a text that was read from `path`.
    pub fn draft(&self, text: Arc<str>, path: &Path, settings: &Settings, rules: Arc<rules::Settings>) -> Draft {
        Draft {
            text,
            read_as: ReadAs {
                format: input::format_of(path),
                settings: DraftSettings {
                    reference_date: self.date,
                    file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()),
                    fallback_date: settings.date,
                    locale: settings.locale,
                    timezone: settings.timezone.clone(),
                    publication: Arc::clone(&settings.publication),
                    register: self.register.clone().or_else(|| settings.register.clone()),
                    notes: None,
                },
                rules,
            },
        }
    }
}

/// A draft's absolute path with its folder resolved, so that `..` and links lead where the system would go.
pub fn resolved(draft: &Path) -> PathBuf {
    let folder = folder_of(draft);
    draft.file_name().map(|name| folder.join(name)).unwrap_or(folder)
}

/// The configuration for a draft, and nothing of its actor file. What is wrong with it is not reported.
pub fn nearest(draft: &Path) -> Result<Settings, CliError> {
    let tell = Tell {
        warnings: false,
        paths: false,
    };
    match config::discover(&folder_of(draft))? {
        Some(file) => load(&file, tell).map(|(_, settings)| settings),
        None => Ok(Settings::default()),
    }
}

/// The folder of a draft, absolute and with its links resolved.
pub fn folder_of(draft: &Path) -> PathBuf {
    let parent = draft
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    parent
        .canonicalize()
        .or_else(|_| std::path::absolute(parent))
        .unwrap_or_else(|_| parent.to_owned())
}

/// A configuration as it is written. One with mistakes is refused.
pub fn read(path: &Path, args: &Args) -> Result<Found, CliError> {
    load(path, Tell::of(args)).map(|(found, _)| found)
}

fn load(path: &Path, tell: Tell) -> Result<(Found, Settings), CliError> {
    let found = config::load(path)?;
    let (settings, more) = Settings::resolve(&found);
    let mut problems = found.problems.clone();
    problems.extend(more);
    problems.sort_by_key(|problem| problem.line);
    if tell.paths {
        output::note(&format!("using configuration {}", path.display()));
    }
    if let Some(problem) = problems.iter().find(|problem| problem.is_error) {
        return Err(CliError::Config(ConfigError::Invalid {
            path: path.to_owned(),
            problem: problem.clone(),
        }));
    }
    if tell.warnings {
        for problem in &problems {
            output::warn(&format!("{}:{}: {}", path.display(), problem.line, problem.message));
        }
    }
    Ok((found, settings))
}

/// The register of an actor file, for drafts to be read with: one with mistakes is refused.
fn load_register(path: &Path, tell: Tell) -> Result<Register, CliError> {
    let file = config::load_actors(path)?;
    if tell.paths {
        output::note(&format!("using people and organizations from {}", path.display()));
    }
    if let Some(problem) = file.first_error() {
        return Err(CliError::Config(ConfigError::Invalid {
            path: path.to_owned(),
            problem: problem.clone(),
        }));
    }
    if tell.warnings {
        for problem in &file.problems {
            output::warn(&format!("{}:{}: {}", path.display(), problem.line, problem.message));
        }
    }
    Ok(file.register)
}
