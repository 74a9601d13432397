//! `textDocument/codeAction`: the fixes that findings bring along, ways to be rid of a finding, and taking an actor up into the
//! actor file. It changes nothing: the client applies what is chosen.

use std::path::Path;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse, Uri};

use crate::config::{self, ACTOR_FILE_NAME, actor_file_text};
use crate::lsp::proto;
use crate::lsp::session::{Analysed, Session};
use crate::rules::{self, CommentStyle};

/// The fixes for a range, one for all that need no look, and an entry for the actor there.
pub async fn code_action(session: &Arc<Session>, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
    let claim = session.claim(&params.text_document.uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let draft = proto::Draft {
        uri: &params.text_document.uri,
        number: analysed.version.number,
        document: &analysed.version.document,
    };
    let capabilities = session.capabilities();
    let path = proto::path(draft.uri);
    let is_mdx = path.is_some_and(|path| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("mdx"))
    });
    let comments = CommentStyle::of(analysed.version.read_as.format, is_mdx);
    let mut actions = proto::code_actions(&draft, &analysed.snapshot, comments, &params, &capabilities);
    if proto::is_wanted(&params.context, &CodeActionKind::QUICKFIX) {
        let mut codes: Vec<_> = proto::found_at(&draft, &analysed.snapshot, &params, &capabilities)
            .map(|finding| finding.code)
            .filter(|code| rules::find(code).is_some())
            .collect();
        codes.dedup();
        actions.extend(turn_off(session, draft.uri, &codes).into_iter().flatten());
    }
    if proto::is_wanted(&params.context, &proto::ADD_ENTRY) {
        actions.extend(new_entry(session, &analysed, &params));
    }
    Ok(Some(actions))
}

/// Turning rules off in the nearest `copydesk.toml`, or in a new one: an action for each of them.
fn turn_off(session: &Session, uri: &Uri, codes: &[&str]) -> Option<Vec<CodeActionOrCommand>> {
    let draft = proto::path(uri).filter(|_| !codes.is_empty())?;
    let folder = draft.parent()?;
    let file = match config::discover(folder) {
        Some(file) => {
            let file = file.canonicalize().unwrap_or(file);
            match session.open_text(&file) {
                Some(open) => open,
                None => proto::TomlText::on_disk(&file, Some(std::fs::read_to_string(&file).ok()?))?,
            }
        }
        None => {
            let open = session.folder_of(uri);
            let folder = open.as_deref().unwrap_or(folder);
            proto::TomlText::on_disk(&folder.join(config::FILE_NAME), None)?
        }
    };
    let capabilities = session.capabilities();
    let action = |code: &&str| {
        let edit = file.edit(&config::turn_off(file.text(), code)?, &capabilities)?;
        Some(proto::turn_off_action(code, edit))
    };
    Some(codes.iter().filter_map(action).collect())
}

/// Taking the actor at the start of the range up into the actor file that is in force, or into a new one.
fn new_entry(session: &Session, analysed: &Analysed, params: &CodeActionParams) -> Option<CodeActionOrCommand> {
    let capabilities = session.capabilities();
    let uri = &params.text_document.uri;
    let document = &analysed.version.document;
    let offset = document.offset(proto::position(params.range.start), capabilities.encoding);
    let entry = analysed.snapshot.entry_for(offset)?;
    let file = match session.actor_file(uri) {
        // What the client has open counts: its lines are not those on disk until it is saved.
        Some(file) => match session.open_text(&file) {
            Some(open) => open,
            None => proto::TomlText::on_disk(&file, Some(actor_file_text(&file).ok()?))?,
        },
        None => {
            let draft = proto::path(uri)?;
            let folder = session.folder_of(uri);
            let folder = folder.as_deref().or_else(|| draft.parent())?;
            let file = Path::new(folder).join(ACTOR_FILE_NAME);
            if file.exists() {
                return None;
            }
            proto::TomlText::on_disk(&file, None)?
        }
    };
    let edit = proto::add_entry(&file, &entry, &capabilities)?;
    Some(proto::add_entry_action(&entry, edit))
}
