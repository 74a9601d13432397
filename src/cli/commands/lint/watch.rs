//! `lint --watch`: again and again, whenever a draft or a configuration changes. It looks at times and sizes of files, twice a
//! second, since no way to be told of changes works on every file system; drafts that did not change cost nothing.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::cli::args::{Args, LintArgs};
use crate::cli::commands::lint::done::Done;
use crate::cli::configuration::{folder_of, resolved};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::{input, output};
use crate::config::{self, IGNORE_FILE, IgnoreFiles, NotesWanted};

const PAUSE: Duration = Duration::from_millis(500);

/// Standard input is read once and cannot be watched.
pub fn check(lint: &LintArgs) -> Result<(), CliError> {
    match lint.paths.iter().any(|path| input::is_stdin(path)) {
        true => Err(CliError::Usage(
            "`--watch` watches files; standard input is none".to_owned(),
        )),
        false => Ok(()),
    }
}

/// Lints until nobody reads the findings any more, or until the program is interrupted.
pub fn watch(
    lint: &LintArgs,
    args: &Args,
    once: impl Fn(&LintArgs, &Args) -> Result<Done, CliError>,
) -> Result<Exit, CliError> {
    loop {
        let before = state(lint);
        clear();
        match once(lint, args) {
            Ok(done) if done.is_closed => return Ok(done.exit),
            Ok(_) => {}
            // A configuration with a slip in it will be written again.
            Err(error) => output::report_error(&error),
        }
        if !args.quiet {
            output::note("Watching for changes. Ctrl-C ends it.");
        }
        while state(lint) == before {
            std::thread::sleep(PAUSE);
        }
    }
}

/// A terminal shows one run at a time.
fn clear() {
    if std::io::stdout().is_terminal() {
        let _ = write!(anstream::stdout(), "\u{1b}[2J\u{1b}[3J\u{1b}[H");
    }
}

/// The files that findings depend on, with what shows a change.
fn state(lint: &LintArgs) -> BTreeMap<PathBuf, (Option<SystemTime>, u64)> {
    let mut state = BTreeMap::new();
    let mut note = |path: &Path| {
        if let Ok(metadata) = path.metadata()
            && metadata.is_file()
        {
            state.insert(path.to_owned(), (metadata.modified().ok(), metadata.len()));
        }
    };
    for file in [&lint.reading.config, &lint.reading.actors, &lint.baseline]
        .into_iter()
        .flatten()
    {
        note(file);
    }
    for root in lint.roots() {
        for notes in notes_beside(&root) {
            note(&notes);
        }
        for folder in folder_of(&root.join("draft")).ancestors() {
            for name in ["copydesk.toml", "actors.toml", IGNORE_FILE] {
                note(&folder.join(name));
            }
        }
        let is_watched = |path: &Path| input::is_draft(path) || is_read_with_drafts(path) || path == root;
        let below = config::files_below(&root, &mut IgnoreFiles::default(), is_watched);
        below.files.iter().for_each(|file| note(file));
    }
    state
}

/// Configurations, actor files and subtitles, by their endings.
fn is_read_with_drafts(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| matches!(ending, "toml" | "srt" | "vtt"))
}

/// The notes beside a draft that is named by itself. Those of drafts in a folder are found with the drafts.
fn notes_beside(root: &Path) -> Vec<PathBuf> {
    if !root.is_file() {
        return Vec::new();
    }
    let wanted = NotesWanted {
        draft: &resolved(root),
        named: &[],
        key: None,
    };
    let found = config::locate_notes(&wanted).files.into_iter();
    found.map(|file| file.path).collect()
}
