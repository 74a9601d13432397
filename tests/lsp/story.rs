//! One draft that the real analysis reads, for the requests that answer with facts. It judges nothing.

use std::sync::Arc;

use copydesk::analysis::register::{Entry, Register};
use copydesk::engine::{self, Cache, Draft};
use copydesk::language;
use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, URI, everyday};

/// Two actors with short names, pronouns, a name inside a quotation, and days.
pub const STORY: &str = "\
OSTBY, 5 May 2031 – Foreign Minister Rosa Weil opened the harbour on Monday.

“The cranes are safe,” Weil told Mayor Anton Brask. “The 🙂 ferry sails soon,” she said.

“Ms Weil knows the harbour and every crane in it,” Brask said.

“Every ship in the harbour has a place now.”

Brask will meet Weil in Tellmark on Thursday.
";

/// A client with the draft open before a server that reads it as users' servers do.
pub async fn open(capabilities: Value) -> Client {
    let (mut client, _) = Client::with(Config::new(language::embedded()), capabilities).await;
    client.open(STORY).await;
    client.diagnostics().await;
    client
}

/// A client with the draft open before a server that has an actor file.
pub async fn open_with(entries: Vec<Entry>) -> Client {
    let register = Arc::new(Register::new(entries));
    let analyse = move |draft: &Draft, cache: &Cache| {
        let mut draft = draft.clone();
        draft.read_as.settings.register = Some(Arc::clone(&register));
        engine::analyse(&draft, cache, language::embedded())
    };
    let config = Config {
        analyse: Arc::new(analyse),
        ..Config::new(language::embedded())
    };
    let (mut client, _) = Client::with(config, everyday()).await;
    client.open(STORY).await;
    client.diagnostics().await;
    client
}

/// The parameters for the place of the `nth` (from 0) `words` in the draft.
pub fn at(words: &str, nth: usize) -> Value {
    let (offset, _) = STORY.match_indices(words).nth(nth).unwrap();
    json!({ "textDocument": { "uri": URI }, "position": position(STORY, offset) })
}

/// The position of a byte offset, in UTF-16.
pub fn position(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    json!({ "line": before.matches('\n').count(), "character": before[start..].encode_utf16().count() })
}

/// The words of the draft that a range of the server's names, with their line from 1: "3 she".
pub fn words(range: &Value) -> String {
    let (start, end) = (&range["start"], &range["end"]);
    assert_eq!(start["line"], end["line"], "{range}");
    let line = start["line"].as_u64().unwrap() as usize;
    let units: Vec<u16> = STORY.lines().nth(line).unwrap().encode_utf16().collect();
    let at = |end: &Value| end["character"].as_u64().unwrap() as usize;
    let words = String::from_utf16(&units[at(start)..at(end)]).unwrap();
    format!("{} {words}", line + 1)
}

/// The words of the ranges of several things.
pub fn all_words<'a>(things: impl IntoIterator<Item = &'a Value>) -> Vec<String> {
    things.into_iter().map(|thing| words(&thing["range"])).collect()
}
