//! What a code action changes, as an edit for the client to apply. Files are read here, and none is written.

use std::path::{Path, PathBuf};

use tower_lsp::ls_types::{Uri, WorkspaceEdit};

use crate::config::{self, ACTOR_FILE_NAME, actor_file_text};
use crate::lsp::proto::{self, Capabilities, Choice, Named, TomlText};
use crate::lsp::session::{Analysed, Session};
use crate::rules::{CommentStyle, Edit, Finding, ignore, ignore_because, ignore_word, word_to_ignore};

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
        Choice::MarkChecked { finding: named } => {
            let (text, style) = (&snapshot.text, comments(analysed, uri));
            let edit = ignore_because(text, &snapshot.markup, style, finding(named)?, CHECKED)?;
            Some(in_draft(&[edit]))
        }
        // The client shows it, and changes nothing.
        Choice::OpenNotes { .. } | Choice::Explain { .. } => None,
        Choice::IgnoreInDraft { finding: named } => {
            ignored_in_draft(analysed, uri, finding(named)?).map(|edit| in_draft(&[edit]))
        }
        Choice::IgnoreInProject { words } => {
            in_configuration(session, uri, &capabilities, |text| config::add_word(text, words))
        }
        Choice::TurnOff { code } => in_configuration(session, uri, &capabilities, |text| config::turn_off(text, code)),
        Choice::AddEntry { offset } => new_entry(session, analysed, uri, *offset),
        Choice::AddName { name, entry, is_wrong } => {
            let register = snapshot.register.as_ref()?;
            let entry = register.entries().iter().find(|known| known.id == *entry)?;
            let file = actor_file(session, uri)?;
            proto::add_name(&file, entry, name, *is_wrong, &capabilities)
        }
        Choice::Exclude => left_out(session, uri, &capabilities),
        Choice::FixAll => {
            let edits: Vec<Edit> = snapshot.safe_edits().into_iter().cloned().collect();
            (!edits.is_empty()).then(|| in_draft(&edits))
        }
    }
}

/// What the comment says of a quotation that somebody has compared with the recording.
const CHECKED: &str = "checked against the recording";

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
    let (_, file) = configuration(session, uri)?;
    file.edit(&change(file.text())?, client)
}

/// Leaving out a draft, in the nearest `copydesk.toml` or a new one.
fn left_out(session: &Session, uri: &Uri, client: &Capabilities) -> Option<WorkspaceEdit> {
    let (folder, file) = configuration(session, uri)?;
    let draft = proto::path(uri)?;
    let draft = draft.canonicalize().unwrap_or(draft);
    let folder = folder.canonicalize().unwrap_or(folder);
    file.edit(
        &config::leave_out(file.text(), draft.strip_prefix(folder).ok()?)?,
        client,
    )
}

/// The nearest `copydesk.toml` of a draft, or a new one, with the folder that it is in.
fn configuration(session: &Session, uri: &Uri) -> Option<(PathBuf, TomlText)> {
    let draft = proto::path(uri)?;
    let folder = draft.parent()?;
    // One that leads elsewhere is not ours to change.
    let Some(file) = config::discover(folder).ok()? else {
        let open = session.folder_of(uri).unwrap_or_else(|| folder.to_owned());
        let file = TomlText::on_disk(&open.join(config::FILE_NAME), None)?;
        return Some((open, file));
    };
    let file = file.canonicalize().unwrap_or(file);
    let text = match session.open_text(&file) {
        Some(open) => open,
        None => TomlText::on_disk(&file, Some(config::config_file_text(&file).ok()?))?,
    };
    Some((file.parent()?.to_owned(), text))
}

/// Taking the actor at a place up into the actor file that is in force, or into a new one.
fn new_entry(session: &Session, analysed: &Analysed, uri: &Uri, offset: usize) -> Option<WorkspaceEdit> {
    let entry = analysed.snapshot.entry_for(offset)?;
    proto::add_entry(&actor_file(session, uri)?, &entry, &session.capabilities())
}

/// The actor file that is in force for a draft, or a new one. What the client has open counts: its lines are not those on disk until
/// it is saved.
fn actor_file(session: &Session, uri: &Uri) -> Option<TomlText> {
    let Some(file) = session.actor_file(uri) else {
        return TomlText::on_disk(&new_actor_file(session, uri)?, None);
    };
    match session.open_text(&file) {
        Some(open) => Some(open),
        None => TomlText::on_disk(&file, Some(actor_file_text(&file).ok()?)),
    }
}

/// Where an actor file can be made for a draft.
fn new_actor_file(session: &Session, uri: &Uri) -> Option<PathBuf> {
    let draft = proto::path(uri)?;
    let folder = session.folder_of(uri);
    let folder = folder.as_deref().or_else(|| draft.parent())?;
    let file = folder.join(ACTOR_FILE_NAME);
    (!file.exists()).then_some(file)
}
