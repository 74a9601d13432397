//! A client in memory. Every message of the server's must be asked for: one that is left unread fails the test.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use copydesk::lsp::{Config, End, serve};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, ReadHalf, WriteHalf};
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;

use crate::model;

pub const URI: &str = "file:///desk/story.txt";

/// Longer than anything takes on a busy machine; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long a server that should be silent is listened to.
const SILENCE: Duration = Duration::from_millis(60);

pub struct Client {
    to_server: WriteHalf<DuplexStream>,
    from_server: UnboundedReceiver<Value>,
    server: JoinHandle<End>,
    /// Lets the client read.
    hearing: Arc<Notify>,
    unread: VecDeque<Value>,
    next_id: i64,
}

impl Client {
    /// A client that has said nothing yet.
    pub fn silent(config: Config) -> Self {
        let client = Self::deaf(config);
        client.listen();
        client
    }

    /// A client that reads nothing until it listens.
    pub fn deaf(config: Config) -> Self {
        // Small, so that a side which does not read is noticed by the one that writes.
        let (here, there) = tokio::io::duplex(4096);
        let (input, output) = tokio::io::split(there);
        let server = tokio::spawn(serve(input, output, config));
        let (output, to_server) = tokio::io::split(here);
        let (inbox, from_server) = unbounded_channel();
        // As editors do, it reads while it writes: else the two sides could each wait for the other to read.
        let hearing = Arc::new(Notify::new());
        let listens = Arc::clone(&hearing);
        tokio::spawn(async move {
            listens.notified().await;
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output).await {
                if inbox.send(message).is_err() {
                    break;
                }
            }
        });
        Self {
            to_server,
            from_server,
            server,
            hearing,
            unread: VecDeque::new(),
            next_id: 0,
        }
    }

    /// Begins to read.
    pub fn listen(&self) {
        self.hearing.notify_one();
    }

    /// A client that is through with the start, and what the server answered.
    pub async fn with(config: Config, capabilities: Value) -> (Self, Value) {
        let mut client = Self::silent(config);
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        let answer = client.request("initialize", params).await;
        client.notify("initialized", json!({})).await;
        (client, answer)
    }

    /// A client of everyday abilities, before a server that finds what [`model::analyse`] finds.
    pub async fn start() -> Self {
        Self::with(model::config(), everyday()).await.0
    }

    pub async fn send(&mut self, message: Value) {
        let body = message.to_string();
        let text = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.send_bytes(text.as_bytes()).await;
    }

    /// Sends bytes that may be no message.
    pub async fn send_bytes(&mut self, bytes: &[u8]) {
        let written = tokio::time::timeout(PATIENCE, self.to_server.write_all(bytes)).await;
        written.expect("the server should go on reading").unwrap();
    }

    pub async fn notify(&mut self, method: &str, params: Value) {
        let message = json!({ "jsonrpc": "2.0", "method": method, "params": params });
        self.send(message).await;
    }

    /// Sends a request and leaves its answer to [`Client::answer`].
    pub async fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        let id = self.next_id;
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(message).await;
        id
    }

    /// The answer to a request, whole.
    pub async fn answer(&mut self, id: i64) -> Value {
        self.answer_to(id.into()).await
    }

    /// The answer to a request with an id of any kind, or to none.
    pub async fn answer_to(&mut self, id: Value) -> Value {
        self.wait(|message| message.get("id") == Some(&id) && message.get("method").is_none())
            .await
    }

    /// The result of a request.
    pub async fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params).await;
        let answer = self.answer(id).await;
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// The next notification or request of this method: its parameters, and its id.
    pub async fn next(&mut self, method: &str) -> (Value, Value) {
        let mut message = self.wait(|message| message["method"] == method).await;
        (message["params"].take(), message["id"].take())
    }

    /// The next diagnostics of any draft.
    pub async fn diagnostics(&mut self) -> Value {
        self.next("textDocument/publishDiagnostics").await.0
    }

    /// Reads diagnostics of the draft until those of `version` come; older ones may or may not come before them.
    pub async fn diagnostics_of(&mut self, version: i64) -> Value {
        loop {
            let published = self.diagnostics().await;
            let number = published["version"].as_i64().unwrap();
            assert!(number <= version, "{published}");
            if number == version {
                return published;
            }
        }
    }

    /// Forgets all publications but the last of each draft.
    pub fn forget_publications(&mut self) {
        let mut last = std::collections::BTreeSet::new();
        for message in std::mem::take(&mut self.unread).into_iter().rev() {
            let is_old = message["method"] == "textDocument/publishDiagnostics"
                && !last.insert(message["params"]["uri"].to_string());
            if !is_old {
                self.unread.push_front(message);
            }
        }
    }

    /// The diagnostics of a version of some draft.
    pub async fn diagnostics_of_draft(&mut self, uri: &str, version: i64) -> Value {
        let mut published = self
            .wait(|message| {
                let params = &message["params"];
                message["method"] == "textDocument/publishDiagnostics"
                    && params["uri"] == uri
                    && params["version"] == version
            })
            .await;
        published["params"]["diagnostics"].take()
    }

    pub async fn reply(&mut self, id: Value, result: Value) {
        self.send(json!({ "jsonrpc": "2.0", "id": id, "result": result })).await;
    }

    pub async fn open(&mut self, text: &str) {
        let document = json!({ "uri": URI, "languageId": "plaintext", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }))
            .await;
    }

    /// Puts `text` in the place of a range of `[line, character, line, character]`.
    pub async fn edit(&mut self, version: i64, range: [u32; 4], text: &str) {
        let range = json!({
            "start": { "line": range[0], "character": range[1] },
            "end": { "line": range[2], "character": range[3] },
        });
        let change = json!({ "range": range, "text": text });
        self.change(version, json!([change])).await;
    }

    pub async fn change(&mut self, version: i64, changes: Value) {
        let params = json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": changes });
        self.notify("textDocument/didChange", params).await;
    }

    pub async fn close(&mut self) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": URI } }))
            .await;
    }

    /// Listens for a while and fails if anything comes, or came and was not asked for.
    pub async fn hears_nothing(&mut self) {
        if let Ok(Some(message)) = tokio::time::timeout(SILENCE, self.from_server.recv()).await {
            self.unread.push_back(message);
        }
        assert!(self.unread.is_empty(), "unread: {:?}", self.unread);
    }

    /// Ends the session in good order.
    pub async fn end(mut self) {
        self.hears_nothing().await;
        assert_eq!(self.request("shutdown", Value::Null).await, Value::Null);
        self.send(json!({ "jsonrpc": "2.0", "method": "exit" })).await;
        assert_eq!(self.ended().await, End::Shutdown);
    }

    /// How the server ended; nothing may have come from it in the meantime.
    pub async fn ended(mut self) -> End {
        let end = tokio::time::timeout(PATIENCE, &mut self.server).await;
        let end = end.expect("the server should have ended").unwrap();
        while let Some(message) = self.from_server.recv().await {
            self.unread.push_back(message);
        }
        assert!(self.unread.is_empty(), "unread: {:?}", self.unread);
        end
    }

    /// Closes the client's end of the input and keeps reading.
    pub async fn hang_up(mut self) -> End {
        self.to_server.shutdown().await.unwrap();
        self.ended().await
    }

    async fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&wanted) {
            return self.unread.remove(at).unwrap();
        }
        loop {
            let message = tokio::time::timeout(PATIENCE, self.from_server.recv()).await;
            let message = message.unwrap_or_else(|_| panic!("nothing came; unread: {:?}", self.unread));
            let message = message.expect("the server should still be there");
            if wanted(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }
}

/// What most editors can do, as far as it changes what the server sends.
pub fn everyday() -> Value {
    json!({
        "textDocument": {
            "publishDiagnostics": {
                "versionSupport": true,
                "relatedInformation": true,
                "codeDescriptionSupport": true,
                "tagSupport": { "valueSet": [1] },
            },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "codeAction": { "isPreferredSupport": true },
        },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
    })
}

async fn read(from: &mut BufReader<ReadHalf<DuplexStream>>) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            header => {
                if let Some(value) = header.strip_prefix("Content-Length: ") {
                    length = value.parse().unwrap();
                }
            }
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).await.unwrap();
    Some(serde_json::from_slice(&body).unwrap())
}
