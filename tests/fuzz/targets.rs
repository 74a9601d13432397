//! What is tried with an input of each kind. A target panics where something is wrong that holds for every input.

use std::path::PathBuf;
use std::sync::OnceLock;

use copydesk::config::{self, Found, Options, Settings};
use copydesk::engine::{Cache, Draft, HintSettings, Host, ReadAs, Snapshot, analyse};
use copydesk::language::{ShapeModel, embedded};
use copydesk::lsp::{Config, serve};
use copydesk::markup::{self, Format};
use copydesk::render::{StoryReport, story_page};
use copydesk::text::{Change, Encoding, Position, Range, Span};
use tokio::runtime::Runtime;

const FORMATS: [Format; 4] = [Format::Plain, Format::Markdown, Format::Html, Format::ArchieMl];

/// Edits of a draft, cut out of the input: what a host has at the end is what it had if it began with that text.
pub fn edits(input: &[u8]) {
    let mut host = Host::default();
    let read_as = ReadAs {
        format: FORMATS[input.len() % FORMATS.len()],
        ..ReadAs::default()
    };
    host.open("a", "", 0, read_as.clone());
    let encodings = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];
    for (number, bytes) in input.chunks(16).enumerate() {
        let (numbers, text) = bytes.split_at(bytes.len().min(4));
        let at = |index: usize| numbers.get(index).map_or(0, |byte| u32::from(*byte % 32));
        let range = Range {
            start: Position::new(at(0), at(1)),
            end: Position::new(at(2), at(3)),
        };
        let change = Change {
            range: (!bytes.starts_with(b"\0")).then_some(range),
            text: String::from_utf8_lossy(text).into_owned(),
        };
        host.edit("a", number as i32, &[change], encodings[number % 3]);
        if number % 4 == 0 {
            drop(host.version("a").unwrap().analyse(&ShapeModel));
        }
    }
    let version = host.version("a").unwrap();
    let text = version.document.text();
    let known = version.analyse(&ShapeModel);
    assert_eq!(&*known.text, text);
    let draft = Draft {
        text: text.into(),
        read_as,
    };
    let scratch = analyse(&draft, &Cache::default(), &ShapeModel);
    assert_eq!(known.facts, scratch.facts);
    assert_eq!(known.findings, scratch.findings);
    assert_eq!(known.unread, Vec::<usize>::new());
}

/// Blocks are in order and apart, and what is in them comes from the source.
pub fn markup(input: &[u8]) {
    let source = String::from_utf8_lossy(input);
    for format in FORMATS {
        let markup = markup::read(&source, format);
        let mut end = 0;
        for block in &markup.blocks {
            assert!(end <= block.span.start);
            end = block.span.end;
            assert!(source.get(block.span.start..block.span.end).is_some());
            for (at, letter) in block.text.char_indices().take(200) {
                let span = block.map.to_source(Span::new(at, at + letter.len_utf8()));
                assert!(block.span.covers(span));
                assert!(source.get(span.start..span.end).is_some());
            }
        }
    }
}

/// A draft can be read, and everything asked of it.
pub fn analysis(input: &[u8]) {
    let draft = Draft {
        text: String::from_utf8_lossy(input).into(),
        read_as: ReadAs {
            format: FORMATS[input.len() % FORMATS.len()],
            ..ReadAs::default()
        },
    };
    let snapshot = analyse(&draft, &Cache::default(), embedded());
    for finding in &snapshot.findings {
        assert!(draft.text.get(finding.span.start..finding.span.end).is_some());
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            assert!(draft.text.get(edit.span.start..edit.span.end).is_some());
        }
    }
    questions(&snapshot);
}

fn questions(snapshot: &Snapshot) {
    let text = &snapshot.text;
    let whole = Span::new(0, text.len());
    drop((snapshot.outline(), snapshot.timeline(), snapshot.symbols("a")));
    drop((snapshot.hints(whole, HintSettings::default()), snapshot.safe_edits()));
    assert_eq!(snapshot.differences_from(snapshot), []);
    let page = story_page(&StoryReport::of("draft", snapshot));
    for markup in ["<script", "<img", "\u{202e}"] {
        assert!(!page.contains(markup), "{markup}");
    }
    let step = text.len() / 20 + 1;
    for at in (0..=text.len()).step_by(step).filter(|at| text.is_char_boundary(*at)) {
        drop((
            snapshot.hover(at),
            snapshot.definition(at),
            snapshot.references(at, true),
        ));
        drop((
            snapshot.highlights(at),
            snapshot.completions(at),
            snapshot.entry_for(at),
        ));
        if let Ok(changes) = snapshot.rename(at, "Oda Quist") {
            for change in changes {
                assert!(text.get(change.span.start..change.span.end).is_some());
            }
        }
    }
}

/// A configuration and an actor file are read, whatever is in them.
pub fn configuration(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let (options, problems) = Options::read(&text);
    let lines = text.lines().count() + 1;
    assert!(problems.iter().all(|problem| problem.line <= lines), "{problems:?}");
    let found = Found {
        base: None,
        path: PathBuf::from("/desk/copydesk.toml"),
        options,
        problems,
    };
    drop(Settings::resolve(&found));
    drop((
        config::check_actors(&text),
        config::read_csv(&text),
        config::read_actors(&text),
    ));
}

/// A server reads the input to its end, and what it answers are messages.
pub fn messages(input: &[u8]) {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    let runtime = RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap()
    });
    let mut output = Vec::new();
    runtime.block_on(serve(input, &mut output, Config::new(&ShapeModel)));
    let mut rest = output.as_slice();
    while !rest.is_empty() {
        let head = rest.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
        let length = std::str::from_utf8(&rest[..head]).unwrap();
        let length: usize = length.strip_prefix("Content-Length: ").unwrap().parse().unwrap();
        let body = &rest[head + 4..head + 4 + length];
        let message: serde_json::Value = serde_json::from_slice(body).unwrap();
        assert_eq!(message["jsonrpc"], "2.0");
        rest = &rest[head + 4 + length..];
    }
}
