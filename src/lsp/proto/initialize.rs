//! What the server offers a client, and what it asks to be notified of. It does not read what the client says about
//! itself.

use serde_json::json;
use tower_lsp::ls_types as lsp;

use crate::lsp::draft_files::PATTERN;
use crate::lsp::options::SECTION;
use crate::lsp::proto::action::{ADD_ENTRY, FIX_ALL};
use crate::lsp::proto::capabilities::{self, Capabilities};
use crate::lsp::proto::command::commands;
use crate::lsp::proto::completion::completion_options;
use crate::lsp::proto::explain::EXPLAIN_SCHEMA;
use crate::lsp::proto::views::{ACTOR_CHOICES_SCHEMA, DIFF_SCHEMA, SOURCES_SCHEMA, STORY_SCHEMA, TIMELINE_SCHEMA};

/// The answer to `initialize`.
///
/// Diagnostics are sent unasked, or offered to a client that asks for them, never both: it would show each of them twice.
pub fn initialize_result(client: &Capabilities) -> lsp::InitializeResult {
    let sync = lsp::TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(lsp::TextDocumentSyncKind::INCREMENTAL),
        save: Some(lsp::TextDocumentSyncSaveOptions::Supported(true)),
        ..lsp::TextDocumentSyncOptions::default()
    };
    let actions = lsp::CodeActionOptions {
        code_action_kinds: Some(vec![lsp::CodeActionKind::QUICKFIX, FIX_ALL, ADD_ENTRY]),
        resolve_provider: Some(client.lazy_actions),
        ..lsp::CodeActionOptions::default()
    };
    let mut server = lsp::ServerCapabilities {
        position_encoding: Some(capabilities::name(client.encoding)),
        text_document_sync: Some(sync.into()),
        hover_provider: Some(true.into()),
        document_symbol_provider: Some(lsp::OneOf::Left(true)),
        code_action_provider: Some(actions.into()),
        declaration_provider: Some(lsp::DeclarationCapability::Simple(true)),
        definition_provider: Some(lsp::OneOf::Left(true)),
        references_provider: Some(lsp::OneOf::Left(true)),
        document_highlight_provider: Some(lsp::OneOf::Left(true)),
        rename_provider: Some(rename(client)),
        completion_provider: Some(completion_options()),
        inlay_hint_provider: Some(lsp::OneOf::Left(true)),
        workspace_symbol_provider: Some(lsp::OneOf::Left(true)),
        workspace: Some(lsp::WorkspaceServerCapabilities {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(lsp::OneOf::Left(true)),
            }),
            file_operations: client.files.wanted(),
        }),
        execute_command_provider: Some(commands()),
        diagnostic_provider: client.asks_for_diagnostics.then(asked_diagnostics),
        experimental: Some(extensions()),
        ..lsp::ServerCapabilities::default()
    };
    client.ranges.offer(&mut server);
    lsp::InitializeResult {
        capabilities: server,
        server_info: Some(lsp::ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
        ..lsp::InitializeResult::default()
    }
}

fn rename(client: &Capabilities) -> lsp::OneOf<bool, lsp::RenameOptions> {
    if client.prepared_rename {
        lsp::OneOf::Right(lsp::RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: lsp::WorkDoneProgressOptions::default(),
        })
    } else {
        lsp::OneOf::Left(true)
    }
}

fn asked_diagnostics() -> lsp::DiagnosticServerCapabilities {
    lsp::DiagnosticServerCapabilities::Options(lsp::DiagnosticOptions {
        identifier: Some(SECTION.to_owned()),
        inter_file_dependencies: false,
        workspace_diagnostics: true,
        ..lsp::DiagnosticOptions::default()
    })
}

/// The requests that are not in the protocol, described in docs/lsp.md.
fn extensions() -> serde_json::Value {
    json!({ "copydesk": {
        "sources": { "schema": SOURCES_SCHEMA },
        "timeline": { "schema": TIMELINE_SCHEMA },
        "story": { "schema": STORY_SCHEMA },
        "explain": { "schema": EXPLAIN_SCHEMA },
        "actorChoices": { "schema": ACTOR_CHOICES_SCHEMA },
        "diff": { "schema": DIFF_SCHEMA },
    } })
}

/// What the client is asked to notify us of, as far as it can.
pub fn registrations(client: &Capabilities) -> Vec<lsp::Registration> {
    let registration = |method: &str, options| lsp::Registration {
        id: format!("{SECTION}:{method}"),
        method: method.to_owned(),
        register_options: Some(options),
    };
    let mut wanted = Vec::new();
    if client.tells_of_configuration {
        wanted.push(registration(
            "workspace/didChangeConfiguration",
            json!({ "section": SECTION }),
        ));
    }
    if client.tells_of_files {
        wanted.push(registration(
            "workspace/didChangeWatchedFiles",
            // A configuration can give the actor file any name.
            json!({ "watchers": [{ "globPattern": "**/*.toml" }, { "globPattern": PATTERN }, { "globPattern": "**/*.{srt,vtt}" }] }),
        ));
    }
    wanted
}
