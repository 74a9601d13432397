//! What the client's settings and `copydesk.toml` mean for a draft, and asking the client for its settings. The only place
//! that waits for an answer of the client's, on a task of its own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;
use tower_lsp::ls_types::{ConfigurationItem, MessageType, Uri};

use crate::analysis::DraftSettings;
use crate::config::{self, Found, Options, Settings};
use crate::engine::ReadAs;
use crate::lsp::actor_files::Version;
use crate::lsp::options;
use crate::lsp::proto;
use crate::lsp::session::{Session, State};

/// How a draft is read and whether it is judged.
#[derive(Debug)]
pub struct Resolved {
    /// How it is read.
    pub read_as: ReadAs,
    /// Whether the configuration leaves it out.
    pub is_excluded: bool,
    /// The actor file it is read with.
    pub actors: Option<Version>,
}

/// Whether the client is being asked for its settings. However often they change, one question is open at a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pull {
    /// No question is open.
    #[default]
    Idle,
    /// One is open.
    Asked,
    /// One is open whose answer may be out of date.
    AskAgain,
}

/// A client that has not answered by then does not answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The configuration of a draft: the nearest `copydesk.toml`, read anew, and the client's options on top. Beside it, what
/// is wrong with the two.
///
/// Settings that cannot be used are left out: an editor goes on with the rest where a check in CI must stop.
pub fn resolve(uri: &Uri, language_id: &str, client: &Options) -> (Resolved, Vec<String>) {
    let path = proto::path(uri);
    let folder = path.as_deref().and_then(Path::parent).map(resolved_folder);
    let (found, mut remarks) = read(folder.as_deref());
    let found = Found {
        options: options::merged(found.options, client),
        ..found
    };
    let (settings, more) = Settings::resolve(&found);
    remarks.extend(more.iter().map(|problem| remark(&found.path, problem)));
    let actors = match folder
        .as_deref()
        .map(|folder| config::locate(folder, settings.actors.as_ref()))
    {
        Some(Ok(file)) => file.map(Version::of),
        Some(Err(error)) => {
            remarks.push(error.to_string());
            None
        }
        None => None,
    };
    let name = path.as_deref().and_then(Path::file_name);
    let is_excluded = match (&folder, name) {
        (Some(folder), Some(name)) => settings.exclude.matches(&folder.join(name)),
        _ => false,
    };
    let read_as = ReadAs {
        format: proto::format(language_id, path.as_deref()),
        settings: DraftSettings {
            reference_date: None,
            file_name: name.map(|name| name.to_string_lossy().into_owned()),
            fallback_date: settings.date,
            // Read when the draft is analysed, on the thread that does so.
            register: None,
        },
        rules: settings.rules,
    };
    let resolved = Resolved {
        read_as,
        is_excluded,
        actors,
    };
    (resolved, remarks)
}

fn resolved_folder(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

fn read(folder: Option<&Path>) -> (Found, Vec<String>) {
    let nothing = Found {
        path: PathBuf::new(),
        options: Options::default(),
        problems: Vec::new(),
    };
    let Some(file) = folder.and_then(config::discover) else {
        return (nothing, Vec::new());
    };
    match config::load(&file) {
        Ok(found) => {
            let remarks = found.problems.iter().map(|problem| remark(&file, problem)).collect();
            (found, remarks)
        }
        Err(error) => (nothing, vec![error.to_string()]),
    }
}

/// What is said of a problem. Options that came from the client stand on no line of the file.
fn remark(file: &Path, problem: &config::Problem) -> String {
    if file.as_os_str().is_empty() || problem.line == 0 {
        format!("in the settings: {}", problem.message)
    } else {
        format!("{}:{}: {}", file.display(), problem.line, problem.message)
    }
}

/// Asks the client for its settings, where it can be asked. Returns at once.
pub fn pull(session: &Arc<Session>, state: &mut State) {
    if !state.capabilities.configuration {
        return;
    }
    if state.pull != Pull::Idle {
        state.pull = Pull::AskAgain;
        return;
    }
    state.pull = Pull::Asked;
    tokio::spawn(ask(Arc::clone(session)));
}

/// Takes settings that the client gave.
pub fn take(session: &Arc<Session>, state: &mut State, settings: &Value) {
    let (options, remarks) = options::read(settings);
    for remark in remarks {
        state.outgoing.log(MessageType::WARNING, remark);
    }
    // A client that has no such section knows no better than what it started us with.
    state.client_options = (!settings.is_null()).then_some(options);
    session.reconfigure(state);
}

async fn ask(session: Arc<Session>) {
    loop {
        let item = ConfigurationItem {
            scope_uri: None,
            section: Some(options::SECTION.to_owned()),
        };
        let answer = tokio::time::timeout(PATIENCE, session.client.configuration(vec![item])).await;
        let mut state = session.state();
        if let Some(settings) = answer
            .ok()
            .and_then(Result::ok)
            .and_then(|items| items.into_iter().next())
        {
            take(&session, &mut state, &settings);
        }
        if state.pull != Pull::AskAgain {
            state.pull = Pull::Idle;
            return;
        }
        state.pull = Pull::Asked;
    }
}
