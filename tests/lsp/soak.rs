//! A long day: edits of many drafts with everything else an editor does, at random. At its end each draft shows what a
//! server shows that never saw anything else, and every request was answered.
//!
//! `COPYDESK_SOAK` is the number of edits; `tests/fuzz/run` sets it.

use std::collections::BTreeMap;

use copydesk::language::embedded;
use copydesk::lsp::Config;
use serde_json::{Value, json};

use crate::client::{Client, everyday};

const DRAFTS: usize = 20;

/// What is typed and pasted.
const PIECES: [&str; 24] = [
    "The the mayor, Anna Weil, spoke on Monday. ",
    "“We will not go,” said Rosa Haskill, the head of the union. ",
    "She said the ferry would leave at noon. ",
    "“It is late",
    "”",
    "\n\n",
    "\n",
    "# A headline\n\n",
    "---\ndate: 2031-03-03\n---\n\n",
    "ORBEL, March 3 — ",
    "Feb. 30",
    "é🙂",
    " ",
    "a",
    ".",
    ", he said.",
    "Mr. Weil",
    "<!-- copydesk: ignore",
    " -->",
    "<p>",
    "- ",
    "\u{fffd}\r\n",
    "Weil was not there, Haskill said. ",
    "xx (fixme) ",
];

const REQUESTS: [&str; 10] = [
    "hover",
    "definition",
    "references",
    "documentHighlight",
    "completion",
    "prepareRename",
    "rename",
    "inlayHint",
    "codeAction",
    "documentSymbol",
];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % sides.max(1)
    }
}

fn uri(draft: usize, name: usize) -> String {
    let ending = ["md", "txt", "html"][draft % 3];
    format!("file:///soak/{draft}-{name}.{ending}")
}

/// A place in a text as the client counts.
fn position(text: &[u16], at: usize) -> Value {
    let before = &text[..at];
    let line = before.iter().filter(|unit| **unit == u16::from(b'\n')).count();
    let start = before
        .iter()
        .rposition(|unit| *unit == u16::from(b'\n'))
        .map_or(0, |found| found + 1);
    json!({ "line": line, "character": at - start })
}

/// A place between two letters.
fn place(text: &[u16], dice: &mut Dice) -> usize {
    let mut at = dice.roll(text.len() + 1);
    let is_inside = |at: usize| {
        (at < text.len() && (0xdc00..0xe000).contains(&text[at]))
            || (at > 0 && at < text.len() && text[at - 1] == 13 && text[at] == 10)
    };
    while is_inside(at) {
        at -= 1;
    }
    at
}

struct Day {
    client: Client,
    dice: Dice,
    /// The open drafts: the name each has by now, its version and its text.
    open: BTreeMap<usize, (usize, i64, Vec<u16>)>,
    names: usize,
    asked: Vec<i64>,
}

impl Day {
    async fn open(&mut self, draft: usize, text: Vec<u16>) {
        self.names += 1;
        let text_of = String::from_utf16(&text).unwrap();
        let document = json!({ "uri": uri(draft, self.names), "languageId": "", "version": 1, "text": text_of });
        self.client
            .notify("textDocument/didOpen", json!({ "textDocument": document }))
            .await;
        self.open.insert(draft, (self.names, 1, text));
    }

    async fn close(&mut self, draft: usize) -> Vec<u16> {
        let Some((name, _, text)) = self.open.remove(&draft) else {
            return Vec::new();
        };
        let document = json!({ "textDocument": { "uri": uri(draft, name) } });
        self.client.notify("textDocument/didClose", document).await;
        text
    }

    async fn edit(&mut self, draft: usize) {
        let Some((name, version, text)) = self.open.get_mut(&draft) else {
            return;
        };
        let (a, b) = (place(text, &mut self.dice), place(text, &mut self.dice));
        let near = if self.dice.roll(8) == 0 { b } else { a };
        let (from, to) = (a.min(near), a.max(near));
        // A draft that is long by now loses more than it gains.
        let piece = if text.len() > 3_000 {
            ""
        } else {
            PIECES[self.dice.roll(PIECES.len())]
        };
        let range = json!({ "start": position(text, from), "end": position(text, to) });
        text.splice(from..to, piece.encode_utf16());
        *version += 1;
        let params = json!({ "textDocument": { "uri": uri(draft, *name), "version": version },
            "contentChanges": [{ "range": range, "text": piece }] });
        self.client.notify("textDocument/didChange", params).await;
    }

    async fn ask(&mut self, draft: usize) {
        let Some((name, _, text)) = self.open.get(&draft) else {
            return;
        };
        let at = position(text, place(text, &mut self.dice));
        let params = json!({ "textDocument": { "uri": uri(draft, *name) }, "position": at, "newName": "Oda Quist",
            "range": { "start": { "line": 0, "character": 0 }, "end": at },
            "context": { "diagnostics": [], "includeDeclaration": true } });
        let method = REQUESTS[self.dice.roll(REQUESTS.len())];
        let id = self.client.ask(&format!("textDocument/{method}"), params).await;
        if self.dice.roll(3) == 0 {
            self.client.notify("$/cancelRequest", json!({ "id": id })).await;
        }
        self.asked.push(id);
    }
}

/// What a draft shows in a server of its own.
async fn fresh(name: &str, text: &[u16]) -> Value {
    let (mut client, _) = Client::with(Config::new(embedded()), everyday()).await;
    let text = String::from_utf16(text).unwrap();
    let document = json!({ "uri": name, "languageId": "", "version": 1, "text": text });
    client
        .notify("textDocument/didOpen", json!({ "textDocument": document }))
        .await;
    client.diagnostics().await["diagnostics"].clone()
}

#[tokio::test]
async fn a_long_day_leaves_nothing_behind() {
    let edits = std::env::var("COPYDESK_SOAK").map_or(400, |edits| edits.parse().unwrap());
    let mut config = Config::new(embedded());
    config.delay = std::time::Duration::ZERO;
    let (client, _) = Client::with(config, everyday()).await;
    let mut day = Day {
        client,
        dice: Dice(0x9e37_79b9_7f4a_7c15),
        open: BTreeMap::new(),
        names: 0,
        asked: Vec::new(),
    };
    for draft in 0..DRAFTS {
        day.open(draft, Vec::new()).await;
    }
    for _ in 0..edits {
        let draft = day.dice.roll(DRAFTS);
        match day.dice.roll(40) {
            // A rename is a close and an open under another name.
            0 => {
                let text = day.close(draft).await;
                day.open(draft, text).await;
            }
            1 => drop(day.close(draft).await),
            2 => {
                drop(day.close(draft).await);
                day.open(draft, "“Wait,” said Oda Quist.\n".encode_utf16().collect())
                    .await;
            }
            3..=10 => day.ask(draft).await,
            _ => {}
        }
        day.edit(draft).await;
        // Answers are taken as an editor takes them.
        if day.asked.len() > 50 {
            for id in std::mem::take(&mut day.asked) {
                day.client.answer(id).await;
            }
            day.client.forget_publications();
        }
    }
    for id in std::mem::take(&mut day.asked) {
        day.client.answer(id).await;
    }
    let open = std::mem::take(&mut day.open);
    for (draft, (name, version, text)) in open {
        let uri = uri(draft, name);
        let shown = day.client.diagnostics_of_draft(&uri, version).await;
        assert_eq!(
            shown,
            fresh(&uri, &text).await,
            "{uri}: {:?}",
            String::from_utf16(&text)
        );
    }
}
