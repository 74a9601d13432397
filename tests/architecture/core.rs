//! That the rooms of the core need no platform: no files, no clock, no threads, no processes, and no crate that brings them.
//! Without the feature `app` they are all there is; that this compiles is checked by `tests/run`.

use std::collections::BTreeSet;

use crate::reader::parse;
use crate::{expect_none, root, rust_files};

/// The rooms that are there without the feature `app`.
const CORE: [&str; 9] = [
    "analysis", "engine", "language", "markup", "people", "render", "rules", "text", "verify",
];

/// What needs a platform, as a path begins.
const PLATFORM: [&str; 12] = [
    "std::env",
    "std::fs",
    "std::net",
    "std::os",
    "std::process",
    "std::thread",
    "std::time",
    "clap",
    "rayon",
    "tempfile",
    "tokio",
    "tower_lsp",
];

/// What asks a clock, as a path ends.
const CLOCKS: [&str; 4] = ["Instant::now", "SystemTime::now", "Timestamp::now", "Zoned::now"];

/// Where the program has more than the core has, with what.
const DOORS: [(&str, &str); 2] = [("text/parallel.rs", "rayon"), ("render/facts/choices.rs", "clap")];

#[test]
fn the_core_reaches_no_platform() {
    let source = root().join("src");
    let mut found = BTreeSet::new();
    for room in CORE {
        for file in rust_files(&source.join(room)) {
            let name = file.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
            // Tests have a platform.
            if name.ends_with("tests.rs") || name.ends_with("testing.rs") || name.contains("/tests/") {
                continue;
            }
            for (line, what) in platform_in(&std::fs::read_to_string(&file).unwrap()) {
                if !DOORS
                    .iter()
                    .any(|(door, crates)| *door == name && what.starts_with(crates))
                {
                    found.insert(format!("src/{name}:{line}: {what}"));
                }
            }
        }
    }
    expect_none(
        &found,
        "the core has no files, clock, threads or processes; do this in `cli`, `lsp`, `config` or `history`",
    );
}

/// The paths in a file that need a platform, tests aside.
fn platform_in(text: &str) -> Vec<(usize, String)> {
    let parsed = parse(text, Vec::new()).unwrap();
    let paths = parsed.paths.into_iter().map(|path| (path.line, path.names.join("::")));
    let begins = |path: &str, with: &str| {
        let rest = path.strip_prefix(with);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    let needs_one =
        |path: &str| PLATFORM.iter().any(|with| begins(path, with)) || CLOCKS.iter().any(|clock| path.ends_with(clock));
    paths.filter(|(_, path)| needs_one(path)).collect()
}

#[test]
fn what_needs_a_platform_is_seen_however_it_is_written() {
    let text = "use std::{fmt, fs::File};\nuse std::collections::BTreeMap;\nfn f() { std::thread::sleep(x); g(jiff::Zoned::now()) }\n\
                #[cfg(test)]\nmod tests { use std::fs; }\nfn processed() { format!(\"{}\", std::process::id()) }\n";
    let found: Vec<String> = platform_in(text).into_iter().map(|(_, path)| path).collect();
    assert_eq!(
        found,
        [
            "std::fs::File",
            "std::thread::sleep",
            "jiff::Zoned::now",
            "std::process::id"
        ]
    );
}

#[test]
fn the_other_rooms_are_behind_the_feature() {
    let text = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut core = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(room) = line.strip_prefix("pub mod ").and_then(|rest| rest.strip_suffix(';')) else {
            continue;
        };
        if lines[at - 1] != "#[cfg(feature = \"app\")]" {
            core.push(room);
        }
    }
    assert_eq!(core, CORE);
}
