//! The commands that the server announces, with their arguments. It runs none of them.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::ls_types as lsp;

/// The command that gives a timeline.
pub const TIMELINE: &str = "copydesk.timeline";

/// The command that gives the sources of drafts.
pub const SOURCES: &str = "copydesk.sources";

/// The command that leaves findings out.
pub const IGNORE: &str = "copydesk.ignore";

/// The command that gives a document to keep.
pub const EXPORT: &str = "copydesk.export";

/// The command that takes a name up into the actor file.
pub const ADD_ACTOR: &str = "copydesk.addActor";

/// The command that leaves out a draft.
pub const EXCLUDE: &str = "copydesk.exclude";

/// The command that says what changed in a draft.
pub const DIFF: &str = "copydesk.diff";
/// The command that has the client show a place in the notes.
pub const OPEN_NOTES: &str = "copydesk.openNotes";

/// The command that shows a place in the notes, for an action.
pub fn open_notes(title: &str, location: &lsp::Location) -> lsp::Command {
    lsp::Command {
        title: title.to_owned(),
        command: OPEN_NOTES.to_owned(),
        arguments: serde_json::to_value(location).ok().map(|location| vec![location]),
    }
}

/// The command of a client that shows the page of a rule, for an action.
pub fn explain_rule(title: &str, code: &str) -> lsp::Command {
    lsp::Command {
        title: title.to_owned(),
        command: "copydesk.explain".to_owned(),
        arguments: Some(vec![code.into()]),
    }
}

/// What the server can be asked to do.
pub fn commands() -> lsp::ExecuteCommandOptions {
    lsp::ExecuteCommandOptions {
        commands: [TIMELINE, SOURCES, IGNORE, EXPORT, ADD_ACTOR, EXCLUDE, DIFF, OPEN_NOTES]
            .map(str::to_owned)
            .to_vec(),
        ..lsp::ExecuteCommandOptions::default()
    }
}

/// The one argument of [`TIMELINE`]; it may be left out.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TimelineArguments {
    /// The drafts; all that are open where there are none named.
    pub uris: Option<Vec<lsp::Uri>>,
    /// As what it is given.
    pub format: ExportFormat,
}

/// The one argument of [`SOURCES`]; it may be left out.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SourcesArguments {
    /// The drafts; all that are open where there are none named.
    pub uris: Option<Vec<lsp::Uri>>,
}

/// The one argument of [`IGNORE`].
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IgnoreArguments {
    /// The draft.
    pub uri: lsp::Uri,
    /// Where the finding is, or any place in it.
    pub range: lsp::Range,
    /// Its rule; the first one found there where it is not named.
    pub code: Option<String>,
    /// How far it is left out.
    pub scope: IgnoreScope,
}

/// How far a finding is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IgnoreScope {
    /// The rule, in its paragraph.
    Here,
    /// Its words, in the draft.
    Draft,
    /// Its words, in the project.
    Project,
    /// The rule, in the project.
    Rule,
}

/// The one argument of [`ADD_ACTOR`].
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddActorArguments {
    /// The draft.
    pub uri: lsp::Uri,
    /// Where the name is.
    pub position: lsp::Position,
    /// As what it is taken up.
    #[serde(rename = "as")]
    pub added_as: AddAs,
    /// The entry that it is added to, by its id; none of a new one.
    #[serde(default)]
    pub entry: Option<String>,
}

/// As what a name is taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AddAs {
    /// An entry of its own.
    New,
    /// Another right name of an entry.
    Alias,
    /// A wrong spelling of an entry's name.
    Misspelling,
}

/// The one argument of [`OPEN_NOTES`].
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenNotesArguments {
    /// The notes.
    pub uri: lsp::Uri,
    /// The place in them.
    pub range: lsp::Range,
}

/// The one argument of [`EXCLUDE`].
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExcludeArguments {
    /// The draft.
    pub uri: lsp::Uri,
}

/// The one argument of [`DIFF`].
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiffArguments {
    /// The draft.
    pub uri: lsp::Uri,
    /// The revision that it is compared with, as git understands it; the last commit if none is given.
    #[serde(default)]
    pub revision: Option<String>,
    /// As what the changes are given.
    #[serde(default)]
    pub format: ChangesFormat,
}

/// As what changes are given: a string, for JSON an object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangesFormat {
    /// An advisory, a sentence for each.
    #[default]
    Markdown,
    /// A list by topic.
    Text,
    /// An object.
    Json,
}

/// The one argument of [`EXPORT`].
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportArguments {
    /// What is wanted.
    pub what: ExportKind,
    /// The drafts; all that are open where there are none named.
    #[serde(default)]
    pub uris: Option<Vec<lsp::Uri>>,
    /// As what it is given.
    #[serde(default)]
    pub format: ExportFormat,
}

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExportKind {
    /// What happened on which day.
    Timeline,
    /// Who speaks, and how much.
    Sources,
    /// What an editor skims; always text.
    Outline,
}

/// As what a document is given: a string, for JSON a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    /// Tables in Markdown.
    #[default]
    Markdown,
    /// Records under a header.
    Csv,
    /// Objects.
    Json,
}

/// Reads the arguments of a command that can do without; an error says what was expected.
pub fn optional<T: Default + DeserializeOwned>(arguments: Vec<Value>, expected: &str) -> Result<T, String> {
    match arguments.into_iter().next() {
        None | Some(Value::Null) => Ok(T::default()),
        Some(argument) => read(argument, expected),
    }
}

/// Reads the arguments of a command that needs them; an error says what was expected.
pub fn required<T: DeserializeOwned>(arguments: Vec<Value>, expected: &str) -> Result<T, String> {
    read(arguments.into_iter().next().unwrap_or_default(), expected)
}

fn read<T: DeserializeOwned>(argument: Value, expected: &str) -> Result<T, String> {
    serde_json::from_value(argument).map_err(|error| format!("the command takes {expected}: {error}"))
}
