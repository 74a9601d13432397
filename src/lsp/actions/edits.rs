//! What a code action changes, as an edit for the client to apply. Files are read here, and none is written.

use std::path::{Path, PathBuf};

use tower_lsp::ls_types::{Uri, WorkspaceEdit};

use crate::config::{self, ACTOR_FILE_NAME, actor_file_text};
use crate::lsp::proto::{self, Capabilities, Choice, Named, TomlText};
use crate::lsp::session::{Analysed, Session};
use crate::rules::{CommentStyle, Edit, Finding, ignore, ignore_word, word_to_ignore};

/// The edit of an action; `None` where it cannot be done: no comment may be there, a file is not fit to be changed, or the client
/// cannot make a new one.
pub fn edit_of(session: &Session, analysed: &Analysed, uri: &Uri, choice: &Choice) -> Option<WorkspaceEdit> {
    let snapshot = &analysed.snapshot;
    let capabilities = session.capabilities();
    let in_draft = |edits: &[Edit]| in_draft(analysed, uri, edits, &capabilities);
    let finding = |named: &Named| named.find(&snapshot.findings);
    match choice {
        Choice::Fix { finding: named, nth } => Some(in_draft(&finding(named)?.fixes.get(*nth)?.edits)),
        Choice::Attribute { finding: named, nth } => {
            Some(in_draft(&snapshot.attributions(finding(named)?).get(*nth)?.edits))
        }
        Choice::IgnoreHere { finding: named } => {
            let edit = ignore(
                &snapshot.text,
                &snapshot.markup,
                comments(analysed, uri),
                finding(named)?,
            )?;
            Some(in_draft(&[edit]))
        }
        Choice::IgnoreInDraft { finding: named } => {
            ignored_in_draft(analysed, uri, finding(named)?).map(|edit| in_draft(&[edit]))
        }
        Choice::IgnoreInProject { words } => {
            in_configuration(session, uri, &capabilities, |text| config::add_word(text, words))
        }
        Choice::TurnOff { code } => in_configuration(session, uri, &capabilities, |text| config::turn_off(text, code)),
        Choice::AddEntry { offset } => new_entry(session, analysed, uri, *offset),
        Choice::FixAll => {
            let edits: Vec<Edit> = snapshot.safe_edits().into_iter().cloned().collect();
            (!edits.is_empty()).then(|| in_draft(&edits))
        }
    }
}

fn in_draft(analysed: &Analysed, uri: &Uri, edits: &[Edit], client: &Capabilities) -> WorkspaceEdit {
    let replaced = edits.iter().map(|edit| (edit.span, edit.text.clone()));
    proto::workspace_edit(&analysed.draft(uri), replaced, client)
}

/// How comments are written in a draft.
fn comments(analysed: &Analysed, uri: &Uri) -> CommentStyle {
    let path = proto::path(uri);
    let ending = path.as_deref().and_then(Path::extension);
    let is_mdx = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("mdx"));
    CommentStyle::of(analysed.version.read_as.format, is_mdx)
}

fn ignored_in_draft(analysed: &Analysed, uri: &Uri, finding: &Finding) -> Option<Edit> {
    let snapshot = &analysed.snapshot;
    let words = word_to_ignore(&snapshot.text, finding)?;
    ignore_word(
        &snapshot.text,
        &snapshot.markup,
        comments(analysed, uri),
        finding,
        words,
    )
}

/// A change to the nearest `copydesk.toml`, or to a new one.
fn in_configuration(
    session: &Session,
    uri: &Uri,
    client: &Capabilities,
    change: impl Fn(&str) -> Option<String>,
) -> Option<WorkspaceEdit> {
    let draft = proto::path(uri)?;
    let folder = draft.parent()?;
    let file = match config::discover(folder) {
        Some(file) => {
            let file = file.canonicalize().unwrap_or(file);
            match session.open_text(&file) {
                Some(open) => open,
                None => TomlText::on_disk(&file, Some(std::fs::read_to_string(&file).ok()?))?,
            }
        }
        None => {
            let open = session.folder_of(uri);
            let folder = open.as_deref().unwrap_or(folder);
            TomlText::on_disk(&folder.join(config::FILE_NAME), None)?
        }
    };
    file.edit(&change(file.text())?, client)
}

/// Taking the actor at a place up into the actor file that is in force, or into a new one.
fn new_entry(session: &Session, analysed: &Analysed, uri: &Uri, offset: usize) -> Option<WorkspaceEdit> {
    let entry = analysed.snapshot.entry_for(offset)?;
    let file = match session.actor_file(uri) {
        // What the client has open counts: its lines are not those on disk until it is saved.
        Some(file) => match session.open_text(&file) {
            Some(open) => open,
            None => TomlText::on_disk(&file, Some(actor_file_text(&file).ok()?))?,
        },
        None => TomlText::on_disk(&new_actor_file(session, uri)?, None)?,
    };
    proto::add_entry(&file, &entry, &session.capabilities())
}

/// Where an actor file can be made for a draft.
fn new_actor_file(session: &Session, uri: &Uri) -> Option<PathBuf> {
    let draft = proto::path(uri)?;
    let folder = session.folder_of(uri);
    let folder = folder.as_deref().or_else(|| draft.parent())?;
    let file = folder.join(ACTOR_FILE_NAME);
    (!file.exists()).then_some(file)
}
