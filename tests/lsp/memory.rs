//! Memory goes back to the system once a long draft is closed or cut.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::process::Server;

/// How long giving it back may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the process has in memory, in kilobytes.
fn resident(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

fn notify(server: &mut Server, method: &str, params: serde_json::Value) {
    server.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
}

fn open(server: &mut Server, uri: &str, text: &str) {
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": text });
    notify(server, "textDocument/didOpen", json!({ "textDocument": document }));
    ask_outline(server, uri);
}

/// Has the draft read to its end.
fn ask_outline(server: &mut Server, uri: &str) {
    let params = json!({ "textDocument": { "uri": uri } });
    server.send(&json!({ "jsonrpc": "2.0", "id": uri, "method": "textDocument/documentSymbol", "params": params }));
    while server.read()["id"] != uri {}
}

fn long_draft(seed: usize) -> String {
    let paragraph = |number: usize| {
        format!(
            "Mayor Rosa Weil{} opened pier {number} on Monday. “We waited for {} hours in the rain,” Weil{} said.\n\n",
            number % 90,
            number + seed,
            number % 90
        )
    };
    (0..1500).map(paragraph).collect()
}

#[test]
fn memory_goes_back_after_a_long_draft() {
    let mut server = Server::start(&[]);
    server.initialize(json!(null));
    // The tables that every draft needs are there before it is measured.
    open(
        &mut server,
        "file:///desk/short.md",
        "Mayor Rosa Weil opened the pier on Monday.\n",
    );
    let fresh = resident(&server);
    let mut before = 0;
    for round in 0..3 {
        let uri = format!("file:///desk/{round}.md");
        open(&mut server, &uri, &long_draft(round));
        let open = resident(&server);
        let closed = Instant::now();
        notify(
            &mut server,
            "textDocument/didClose",
            json!({ "textDocument": { "uri": uri } }),
        );
        // The helpers of long drafts are there only after the first one.
        let bound = if round == 0 {
            fresh + (open - fresh) / 3
        } else {
            before + before / 5
        };
        while resident(&server) > bound {
            assert!(
                closed.elapsed() < PATIENCE,
                "{} of {open} kB, {bound} wanted",
                resident(&server)
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        std::thread::sleep(Duration::from_millis(500));
        before = if round == 0 { resident(&server) } else { before };
    }
}
