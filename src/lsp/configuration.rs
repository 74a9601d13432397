//! What the client's settings and `copydesk.toml` mean for a draft. It asks the client for nothing.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::ls_types::Uri;

use crate::analysis::DraftSettings;
use crate::config::{self, Found, Options, Problem, Settings};
use crate::engine::ReadAs;
use crate::lsp::actor_files::Version;
use crate::lsp::config_files::ConfigFiles;
use crate::lsp::notes_files::NotesOf;
use crate::lsp::options::{self, ClientSettings};
use crate::lsp::proto;
use crate::markup::Format;
use crate::rules;

/// How a draft is read and how it is judged.
#[derive(Debug)]
pub struct Resolved {
    /// How it is read. Its rules are in `by_path`.
    pub read_as: ReadAs,
    /// Whether it is judged, and by which rules.
    pub by_path: ByPath,
    /// The actor file it is read with.
    pub actors: Option<Version>,
}

/// What a configuration says of a draft by its path. A configuration may have thousands of patterns, so that it is asked
/// where drafts are analyzed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByPath {
    settings: Settings,
    file: Option<PathBuf>,
}

impl ByPath {
    /// Whether the draft is left out.
    pub fn is_excluded(&self) -> bool {
        let file = self.file.as_deref();
        // Notes are no draft, also where somebody opens them.
        file.is_some_and(|file| config::is_notes_name(file) || self.settings.exclude.matches(file))
    }

    /// Where its notes are looked for; `None` for a draft that is no file. `text` is the draft.
    pub fn notes_of(&self, text: &str, format: Format) -> Option<NotesOf> {
        Some(NotesOf {
            draft: self.file.clone()?,
            named: config::named_notes(text, format),
            key: self.settings.notes.clone(),
        })
    }

    /// Which rules run for it and how.
    pub fn rules(&self) -> Arc<rules::Settings> {
        match &self.file {
            Some(file) => self.settings.rules_for(file),
            None => Arc::clone(&self.settings.rules),
        }
    }

    /// The same with the patterns of `other`, if they are the same ones and may be compiled already.
    pub fn sharing(self, other: &Self) -> Self {
        if self.settings != other.settings {
            return self;
        }
        Self {
            settings: other.settings.clone(),
            file: self.file,
        }
    }
}

/// What the client sets.
#[derive(Debug, Default)]
pub struct Given {
    /// The folders that the client has open.
    pub folders: Vec<Uri>,
    /// What it started us with.
    pub initial: ClientSettings,
    /// What it set since, where it set anything.
    pub since: Option<ClientSettings>,
    /// What it set since for single folders.
    pub of_folders: Vec<(Uri, ClientSettings)>,
}

impl Given {
    /// What counts for a draft: the settings of the innermost folder around it, else those for all.
    pub fn of(&self, draft: &Uri) -> &ClientSettings {
        let around = self.of_folders.iter().filter(|(folder, _)| holds(folder, draft));
        around
            .max_by_key(|(folder, _)| folder.as_str().len())
            .map(|(_, settings)| settings)
            .or(self.since.as_ref())
            .unwrap_or(&self.initial)
    }

    /// Whether drafts that are not open are looked up, too.
    pub fn searches_all(&self) -> bool {
        !self.since.as_ref().unwrap_or(&self.initial).searches_open_only
    }

    /// The innermost open folder that a draft is in.
    pub fn folder_of(&self, draft: &Uri) -> Option<&Uri> {
        let around = self.folders.iter().filter(|folder| holds(folder, draft));
        around.max_by_key(|folder| folder.as_str().len())
    }
}

/// Whether a draft is in a folder, by their names.
fn holds(folder: &Uri, draft: &Uri) -> bool {
    let rest = draft.as_str().strip_prefix(folder.as_str().trim_end_matches('/'));
    rest.is_some_and(|rest| rest.starts_with('/'))
}

/// What there is to tell about the configuration of a draft.
#[derive(Debug, Default)]
pub struct Remarks {
    /// For the log: what is wrong with the client's settings, or with where a file is.
    pub log: Vec<String>,
    /// The configuration file with what is wrong with it.
    pub file: Option<(PathBuf, Vec<Problem>)>,
    /// For the log, once for each version of the file.
    pub of_file: Vec<String>,
}

/// The configuration of a draft: the nearest `copydesk.toml`, read again, and the client's options on top. With it,
/// what is wrong with the two.
///
/// Settings that cannot be used are left out: an editor goes on with the rest, or with the last good version, where a check in CI
/// must stop.
pub fn resolve(uri: &Uri, language_id: &str, client: &Options, files: &mut ConfigFiles) -> (Resolved, Remarks) {
    let path = proto::path(uri);
    let folder = path.as_deref().and_then(Path::parent).map(resolved_folder);
    let mut remarks = Remarks::default();
    let found = read(folder.as_deref(), files, &mut remarks);
    let found = Found {
        options: options::merged(found.options, client),
        ..found
    };
    let (settings, more) = Settings::resolve(&found);
    // What is wrong with the file is told with the file.
    let of_client = more
        .iter()
        .filter(|problem| problem.line == 0 || found.path.as_os_str().is_empty());
    remarks
        .log
        .extend(of_client.map(|problem| format!("in the settings: {}", problem.message)));
    let actors = match folder
        .as_deref()
        .map(|folder| config::locate(folder, settings.actors.as_ref()))
    {
        Some(Ok(file)) => file.map(Version::of),
        Some(Err(error)) => {
            remarks.log.push(error.to_string());
            None
        }
        None => None,
    };
    let name = path.as_deref().and_then(Path::file_name);
    let path_in_folder = folder.as_ref().zip(name).map(|(folder, name)| folder.join(name));
    let read_as = ReadAs {
        format: proto::format(language_id, path.as_deref()),
        settings: DraftSettings {
            reference_date: None,
            file_name: name.map(|name| name.to_string_lossy().into_owned()),
            fallback_date: settings.date,
            locale: settings.locale,
            timezone: settings.timezone.clone(),
            publication: Arc::clone(&settings.publication),
            // Read when the draft is analyzed, on the thread that does so.
            register: None,
            notes: None,
        },
        rules: Arc::default(),
    };
    let by_path = ByPath {
        settings,
        file: path_in_folder,
    };
    let resolved = Resolved {
        read_as,
        by_path,
        actors,
    };
    (resolved, remarks)
}

fn resolved_folder(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

fn read(folder: Option<&Path>, files: &mut ConfigFiles, remarks: &mut Remarks) -> Found {
    let nothing = Found {
        path: PathBuf::new(),
        options: Options::default(),
        problems: Vec::new(),
        base: None,
    };
    let file = match folder.map(config::discover).transpose() {
        Ok(Some(Some(file))) => file,
        Ok(_) => return nothing,
        Err(error) => {
            remarks.log.push(error.to_string());
            return nothing;
        }
    };
    let counting = files.read(&file);
    remarks.of_file.extend(counting.remark);
    let warnings = counting.problems.iter().filter(|problem| !problem.is_error);
    let warnings = warnings.map(|problem| format!("{}:{}: {}", file.display(), problem.line, problem.message));
    remarks.of_file.extend(warnings);
    remarks.file = Some((file, counting.problems));
    counting.found.unwrap_or(nothing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_folder_counts() {
        let dated = |date: &str| options::read(&serde_json::json!({ "date": date })).0;
        let uri = |text: &str| text.parse::<Uri>().unwrap();
        let given = Given {
            initial: dated("2031-01-01"),
            of_folders: vec![
                (uri("file:///desk/news"), dated("2031-02-02")),
                (uri("file:///desk/news/sport/"), dated("2031-03-03")),
            ],
            ..Given::default()
        };
        let date = |draft: &str| given.of(&uri(draft)).options.date.unwrap().to_string();
        assert_eq!(date("file:///desk/news/a.txt"), "2031-02-02");
        assert_eq!(date("file:///desk/news/sport/a.txt"), "2031-03-03");
        assert_eq!(date("file:///desk/newsroom/a.txt"), "2031-01-01");
        assert_eq!(date("untitled:Untitled-1"), "2031-01-01");
    }
}
