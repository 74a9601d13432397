//! The server and the command line say the same about the same draft with the same settings: for every draft of the specs, the
//! hard cases and the examples, with the default settings and with a configuration that turns everything on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::process::Server;

const CONFIGURATION: &str = r#"
date = 2031-05-07
timezone = "Europe/Berlin"
locale = "en-GB"
publication = "Ostby Courier"
words = ["Kovak"]

[rules]
all = "warning"
attribution = "hint"

[rules.unattributed-quote]
min-words = 3

[[terms]]
words = ["minister", "council"]
replacement = "officials"
inflect = true
scope = "both"

[[terms]]
pattern = '\b(\d+) percent\b'
replacement = "$1%"
safe = true

[[overrides]]
paths = ["*1.txt", "*3.md"]
rules.house-term = "off"
rules.quotes = "error"
"#;

/// A finding: bytes, level, code, and what is said.
type Said = (usize, usize, String, String, String);

#[test]
fn the_command_line_and_the_server_find_the_same() {
    for configuration in ["", CONFIGURATION] {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        fs::write(folder.path().join("copydesk.toml"), configuration).unwrap();
        let drafts = drafts();
        assert!(drafts.len() > 300, "{}", drafts.len());
        for (name, text) in &drafts {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let linted = linted(folder.path());
        let mut server = Server::start(&["--stdio"]);
        let capabilities = json!({
            "general": { "positionEncodings": ["utf-8"] },
            "textDocument": { "diagnostic": {}, "publishDiagnostics": { "relatedInformation": true } },
            // A client that cannot be told to ask again is sent diagnostics instead.
            "workspace": { "diagnostics": { "refreshSupport": true } },
        });
        let started = server.initialize_with(Value::Null, capabilities);
        assert_eq!(started["result"]["capabilities"]["positionEncoding"], "utf-8");
        let (mut found, mut wrong) = (0, Vec::new());
        for (number, (name, text)) in drafts.iter().enumerate() {
            let served = served(&mut server, number + 10, &folder.path().join(name), text);
            let expected = linted.get(name).cloned().unwrap_or_default();
            found += expected.len();
            if served != expected {
                wrong.push(format!("{name}:\n{text}\nlint: {expected:#?}\nserver: {served:#?}"));
            }
        }
        server.shut_down();
        server.exit();
        assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), drafts.len(), wrong[0]);
        assert!(found > 150, "{found}");
    }
}

/// The drafts in fences and files, by a name that says their format.
fn drafts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut drafts = Vec::new();
    let mut add = |text: String, extension: &str| {
        let name = format!("{:04}.{extension}", drafts.len());
        drafts.push((name, text));
    };
    let mut files = files_in(&root.join("tests/drafts"));
    files.extend(["tests/speakers/hard-cases.md", "tests/events/hard-cases.md"].map(|path| root.join(path)));
    for file in files {
        for (extension, text) in fences(&fs::read_to_string(file).unwrap()) {
            add(text, extension);
        }
    }
    let mut whole = files_in(&root.join("examples"));
    whole.push(root.join("tests/specs/wire-story.txt"));
    for file in whole {
        let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or("");
        if ["txt", "md", "html", "aml"].contains(&extension) {
            add(fs::read_to_string(&file).unwrap(), extension);
        }
    }
    drafts
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

/// The drafts in the fences of a page, without the lines that draw findings.
fn fences(page: &str) -> Vec<(&'static str, String)> {
    let mut fences = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let info = line.trim_start_matches('`');
        let closing = "`".repeat(line.len() - info.len());
        let extension = match info.trim() {
            "text" => "txt",
            "markdown" => "md",
            "html" => "html",
            "archieml" => "aml",
            _ => continue,
        };
        if closing.len() < 3 {
            continue;
        }
        let inside = lines.by_ref().take_while(|line| line.trim_end() != closing);
        let draft: Vec<&str> = inside.filter(|line| !line.trim_start().starts_with('^')).collect();
        fences.push((extension, draft.join("\n") + "\n"));
    }
    fences
}

/// What `copydesk lint --format json` says of the drafts in a folder, by name. What is suppressed is not said.
fn linted(folder: &Path) -> BTreeMap<String, Vec<Said>> {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["lint", "--format", "json", "--no-cache", "--quiet"])
        .current_dir(folder)
        .output()
        .unwrap();
    let findings: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        output.status.code(),
        Some(1),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut by_name: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for finding in &findings {
        let name = finding["path"].as_str().unwrap().trim_start_matches("./").to_owned();
        if finding.get("suppressed").is_some() || finding.get("left_alone").is_some() {
            continue;
        }
        let offset = |end: &str| finding["span"][end].as_u64().unwrap() as usize;
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        let said = (
            offset("start"),
            offset("end"),
            text("level"),
            text("code"),
            text("message"),
        );
        by_name.entry(name).or_default().push(said);
    }
    by_name
}

/// What the server says of a draft that an editor opens.
fn served(server: &mut Server, id: usize, path: &Path, text: &str) -> Vec<Said> {
    let uri = format!("file://{}", path.display());
    let document = json!({ "uri": uri, "languageId": "plaintext", "version": 1, "text": text });
    let notification = |method: &str, params: Value| json!({ "jsonrpc": "2.0", "method": method, "params": params });
    server.send(&notification(
        "textDocument/didOpen",
        json!({ "textDocument": document }),
    ));
    let params = json!({ "textDocument": { "uri": uri } });
    server.send(&json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/diagnostic", "params": params }));
    let answer = loop {
        let message = server.read();
        if message["id"] == id && message.get("method").is_none() {
            break message;
        }
    };
    server.send(&notification("textDocument/didClose", params));
    let items = answer["result"]["items"]
        .as_array()
        .unwrap_or_else(|| panic!("{answer}"));
    let starts = line_starts(text);
    let offset = |position: &Value| {
        let (line, column) = (
            position["line"].as_u64().unwrap(),
            position["character"].as_u64().unwrap(),
        );
        starts[line as usize] + column as usize
    };
    let diagnostics = items.iter().filter(|one| one.get("code").is_some());
    diagnostics
        .map(|one| {
            let level = ["error", "warning", "info", "hint"][one["severity"].as_u64().unwrap() as usize - 1];
            let message = one["message"].as_str().unwrap().lines().next().unwrap_or("");
            let (start, end) = (offset(&one["range"]["start"]), offset(&one["range"]["end"]));
            let code = one["code"].as_str().unwrap();
            (start, end, level.to_owned(), code.to_owned(), message.to_owned())
        })
        .collect()
}

/// Where the lines of a text begin, in bytes.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
}
