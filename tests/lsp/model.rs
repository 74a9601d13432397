//! Analyses for tests: what they find is written in the draft, so that no test hangs on what a rule finds today.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use copydesk::engine::{self, Cache, Draft, Snapshot};
use copydesk::language::ShapeModel;
use copydesk::lsp::Config;
use copydesk::rules::{Edit, Finding, Fix, FixSafety, Level, Related};
use copydesk::text::Span;

/// Finds each `wrong` (a warning with a safe fix that removes it) and each `odd` (a hint with a fix to look at, which
/// points at the start of the draft), and panics on the word `PANIC`.
pub fn analyse(draft: &Draft, cache: &Cache) -> Snapshot {
    assert!(!draft.text.contains("PANIC"), "the draft says so");
    let mut snapshot = engine::analyse(draft, cache, &ShapeModel);
    snapshot.findings = words(&draft.text, "wrong")
        .map(|span| Finding {
            code: "wrong-word",
            level: Level::Warning,
            span,
            message: "This word is wrong".to_owned(),
            help: String::new(),
            related: Vec::new(),
            fixes: vec![fix("Remove it", FixSafety::Safe, span, "")],
            unnecessary: true,
        })
        .chain(words(&draft.text, "odd").map(|span| Finding {
            code: "odd-word",
            level: Level::Hint,
            span,
            message: "This word is odd".to_owned(),
            help: "Choose another one.".to_owned(),
            related: vec![Related {
                span: Span::new(0, 1),
                message: "The draft begins here".to_owned(),
                notes: None,
            }],
            fixes: vec![fix("Write “even”", FixSafety::Suggest, span, "even")],
            unnecessary: false,
        }))
        .collect();
    snapshot.findings.sort_by_key(|finding| finding.span);
    snapshot
}

fn words<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = Span> + 'a {
    text.match_indices(word)
        .map(|(start, found)| Span::new(start, start + found.len()))
}

fn fix(title: &str, safety: FixSafety, span: Span, text: &str) -> Fix {
    Fix {
        title: title.to_owned(),
        safety,
        edits: vec![Edit {
            span,
            text: text.to_owned(),
        }],
    }
}

pub fn config() -> Config {
    Config {
        warm_up: None,
        client_process_id: None,
        rule_pages: None,
        delay: Duration::ZERO,
        analyse: Arc::new(analyse),
    }
}

/// Holds analyses up until it is opened, and counts them.
#[derive(Clone, Default)]
pub struct Gate {
    is_open: Arc<(Mutex<bool>, Condvar)>,
    analyses: Arc<AtomicUsize>,
}

impl Gate {
    pub fn config(&self) -> Config {
        let gate = self.clone();
        Config {
            warm_up: None,
            client_process_id: None,
            rule_pages: None,
            delay: Duration::ZERO,
            analyse: Arc::new(move |draft, cache| {
                gate.analyses.fetch_add(1, Ordering::SeqCst);
                let (is_open, opened) = &*gate.is_open;
                let guard = is_open.lock().unwrap();
                drop(opened.wait_while(guard, |is_open| !*is_open).unwrap());
                analyse(draft, cache)
            }),
        }
    }

    pub fn open(&self) {
        *self.is_open.0.lock().unwrap() = true;
        self.is_open.1.notify_all();
    }

    pub fn analyses(&self) -> usize {
        self.analyses.load(Ordering::SeqCst)
    }
}
