//! The commands that the server announces, with their arguments. It runs none of them.

use serde::Deserialize;
use serde_json::Value;
use tower_lsp::ls_types as lsp;

/// The command that gives a timeline.
pub const TIMELINE: &str = "copydesk.timeline";

/// What the server can be asked to do.
pub fn commands() -> lsp::ExecuteCommandOptions {
    lsp::ExecuteCommandOptions {
        commands: vec![TIMELINE.to_owned()],
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
    pub format: TimelineFormat,
}

/// As what a timeline is given: a string, for JSON a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TimelineFormat {
    /// Tables in Markdown.
    #[default]
    Markdown,
    /// Records under a header.
    Csv,
    /// Objects.
    Json,
}

impl TimelineArguments {
    /// Reads the arguments of a request; an error says what was expected.
    pub fn read(arguments: Vec<Value>) -> Result<Self, String> {
        match arguments.into_iter().next() {
            None | Some(Value::Null) => Ok(Self::default()),
            Some(argument) => serde_json::from_value(argument).map_err(|error| {
                format!("{TIMELINE} takes {{\"uris\"?: […], \"format\"?: \"markdown|csv|json\"}}: {error}")
            }),
        }
    }
}
