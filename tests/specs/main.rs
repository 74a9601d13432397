//! The specs of the rules: drafts in `tests/drafts/*.md` with their findings drawn in, and pages made from the registry.
//!
//! `COPYDESK_UPDATE=1 cargo test --test specs` writes what the program does now into the files; read the diff.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "a test may fail loudly"
)]

mod drafts;
mod fixes;
mod golden;
mod lost_marks;
mod messages;
mod pages;
mod schemas;
mod spec;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use copydesk::analysis::DraftSettings;
use copydesk::engine::{self, Cache, Draft, ReadAs, Snapshot};
use copydesk::language;
use copydesk::markup::Format;
use copydesk::rules;

/// The first line of a page that is made.
const MADE: &str =
    "<!-- Made from the source of the rules by `COPYDESK_UPDATE=1 cargo test --test specs`; do not edit. -->\n\n";

/// Analyses a draft with the default settings.
fn analyse(text: &str, format: Format) -> Snapshot {
    analyse_with(text, format, DraftSettings::default(), rules::Settings::default())
}

/// The same with an actor file, notes and other settings of the rules.
fn analyse_with(text: &str, format: Format, settings: DraftSettings, rules: rules::Settings) -> Snapshot {
    let draft = Draft {
        text: text.into(),
        read_as: ReadAs {
            format,
            settings,
            rules: Arc::new(rules),
        },
    };
    engine::analyse(&draft, &Cache::default(), language::embedded())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn updates() -> bool {
    std::env::var_os("COPYDESK_UPDATE").is_some_and(|value| value != "0")
}

/// Compares a file with what it should hold, or writes it; what differs is reported.
fn compare(path: PathBuf, wanted: &str) -> Result<(), String> {
    let held = std::fs::read_to_string(&path).unwrap_or_default();
    if held == wanted {
        return Ok(());
    }
    if updates() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, wanted).unwrap();
        return Ok(());
    }
    Err(format!(
        "{} is stale; run COPYDESK_UPDATE=1 cargo test --test specs and read the diff",
        path.strip_prefix(root()).unwrap_or(&path).display()
    ))
}
