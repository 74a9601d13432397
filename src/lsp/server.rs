//! Starting and ending the server. No method of the protocol is handled here: see `handlers`.

use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types as lsp;
use tower_lsp::{LanguageServer, LspService};

use crate::lsp::config::Config;
use crate::lsp::handlers;
use crate::lsp::ordering::Ordered;
use crate::lsp::outbox;
use crate::lsp::parent;
use crate::lsp::proto::{
    ActorChoicesView, DiffParams, DiffView, ExplainParams, ExplainView, SourcesView, StoryView, TimelineView,
    ViewParams,
};
use crate::lsp::session::{self, Session};
use crate::lsp::stdio;
use crate::lsp::wire;

/// How a server ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// After the client asked it to shut down: exit code 0.
    Shutdown,
    /// Without that, because the client or its streams went away: exit code 1.
    Abandoned,
}

/// Serves one client over standard input and output until it ends.
pub fn run_stdio(config: Config) -> std::io::Result<End> {
    session::share_free_memory();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let end = runtime.block_on(async { serve(stdio::input(), stdio::output(), config).await });
    // A read of standard input may hang for ever, and an analysis is of use to nobody any more.
    runtime.shutdown_background();
    Ok(end)
}

/// Serves one client until it says `exit`, closes its end of `input`, or its process is gone.
pub async fn serve<I, O>(input: I, output: O, config: Config) -> End
where
    I: AsyncRead + Unpin,
    O: AsyncWrite,
{
    let parent = Arc::new(parent::Watch::new(config.client_process_id));
    let (service, socket) = LspService::build(|client| Server {
        session: Arc::new(Session::new(client, config, Arc::clone(&parent))),
    })
    .custom_method("copydesk/sources", Server::sources)
    .custom_method("copydesk/explain", Server::explain)
    .custom_method("copydesk/timeline", Server::timeline)
    .custom_method("copydesk/story", Server::story)
    .custom_method("copydesk/actorChoices", Server::actor_choices)
    .custom_method("copydesk/diff", Server::diff)
    .finish();
    let session = Arc::clone(&service.inner().session);
    let outbox = tokio::spawn(outbox::run(Arc::clone(&session)));
    let logged = Arc::clone(&session);
    let say = move |text| {
        logged.state().outgoing.log(lsp::MessageType::WARNING, text);
        logged.wake.notify_one();
    };
    tokio::select! {
        () = wire::run(input, output, Ordered::new(service), socket.split(), say) => {}
        () = parent.gone() => {}
    }
    outbox.abort();
    if session.is_shut_down() {
        End::Shutdown
    } else {
        End::Abandoned
    }
}

/// The methods of the protocol, each handed to its file in `handlers`.
struct Server {
    session: Arc<Session>,
}

/// The methods that are not in the protocol.
impl Server {
    async fn sources(&self, params: ViewParams) -> Result<Option<SourcesView>> {
        handlers::sources(&self.session, params).await
    }

    async fn explain(&self, params: ExplainParams) -> Result<ExplainView> {
        handlers::explain(&params)
    }

    async fn timeline(&self, params: ViewParams) -> Result<Option<TimelineView>> {
        handlers::timeline(&self.session, params).await
    }

    async fn story(&self, params: ViewParams) -> Result<Option<StoryView>> {
        handlers::story(&self.session, params).await
    }

    async fn actor_choices(&self, at: lsp::TextDocumentPositionParams) -> Result<Option<ActorChoicesView>> {
        handlers::actor_choices(&self.session, at).await
    }

    async fn diff(&self, params: DiffParams) -> Result<Option<DiffView>> {
        handlers::diff(&self.session, params).await
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        Ok(handlers::initialize(&self.session, params))
    }

    async fn initialized(&self, _: lsp::InitializedParams) {
        handlers::initialized(&self.session);
    }

    async fn shutdown(&self) -> Result<()> {
        handlers::shutdown(&self.session);
        Ok(())
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        handlers::did_open(&self.session, params);
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        handlers::did_change(&self.session, params);
    }

    async fn did_save(&self, params: lsp::DidSaveTextDocumentParams) {
        handlers::did_save(&self.session, &params);
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        handlers::did_close(&self.session, &params);
    }

    async fn did_change_configuration(&self, params: lsp::DidChangeConfigurationParams) {
        handlers::did_change_configuration(&self.session, &params);
    }

    async fn did_change_watched_files(&self, params: lsp::DidChangeWatchedFilesParams) {
        handlers::did_change_watched_files(&self.session, &params);
    }

    async fn did_change_workspace_folders(&self, params: lsp::DidChangeWorkspaceFoldersParams) {
        handlers::did_change_workspace_folders(&self.session, params);
    }

    async fn goto_definition(&self, params: lsp::GotoDefinitionParams) -> Result<Option<lsp::GotoDefinitionResponse>> {
        handlers::definition(&self.session, params).await
    }

    async fn goto_declaration(&self, params: lsp::GotoDefinitionParams) -> Result<Option<lsp::GotoDefinitionResponse>> {
        handlers::declaration(&self.session, params).await
    }

    async fn references(&self, params: lsp::ReferenceParams) -> Result<Option<Vec<lsp::Location>>> {
        handlers::references(&self.session, params).await
    }

    async fn document_highlight(
        &self,
        params: lsp::DocumentHighlightParams,
    ) -> Result<Option<Vec<lsp::DocumentHighlight>>> {
        handlers::document_highlight(&self.session, params).await
    }

    async fn prepare_rename(
        &self,
        params: lsp::TextDocumentPositionParams,
    ) -> Result<Option<lsp::PrepareRenameResponse>> {
        handlers::prepare_rename(&self.session, params).await
    }

    async fn rename(&self, params: lsp::RenameParams) -> Result<Option<lsp::WorkspaceEdit>> {
        handlers::rename(&self.session, params).await
    }

    async fn completion(&self, params: lsp::CompletionParams) -> Result<Option<lsp::CompletionResponse>> {
        handlers::completion(&self.session, params).await
    }

    async fn completion_resolve(&self, item: lsp::CompletionItem) -> Result<lsp::CompletionItem> {
        handlers::completion_resolve(&self.session, item).await
    }

    async fn inlay_hint(&self, params: lsp::InlayHintParams) -> Result<Option<Vec<lsp::InlayHint>>> {
        handlers::inlay_hint(&self.session, params).await
    }

    async fn symbol(&self, params: lsp::WorkspaceSymbolParams) -> Result<Option<lsp::WorkspaceSymbolResponse>> {
        handlers::workspace_symbol(&self.session, params).await
    }

    async fn diagnostic(&self, params: lsp::DocumentDiagnosticParams) -> Result<lsp::DocumentDiagnosticReportResult> {
        handlers::diagnostic(&self.session, params).await
    }

    async fn workspace_diagnostic(
        &self,
        params: lsp::WorkspaceDiagnosticParams,
    ) -> Result<lsp::WorkspaceDiagnosticReportResult> {
        Ok(handlers::workspace_diagnostic(&self.session, &params))
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        handlers::hover(&self.session, params).await
    }

    async fn document_symbol(&self, params: lsp::DocumentSymbolParams) -> Result<Option<lsp::DocumentSymbolResponse>> {
        handlers::document_symbol(&self.session, params).await
    }

    async fn code_action(&self, params: lsp::CodeActionParams) -> Result<Option<lsp::CodeActionResponse>> {
        handlers::code_action(&self.session, params).await
    }

    async fn code_action_resolve(&self, action: lsp::CodeAction) -> Result<lsp::CodeAction> {
        handlers::code_action_resolve(&self.session, action).await
    }

    async fn execute_command(&self, params: lsp::ExecuteCommandParams) -> Result<Option<lsp::LSPAny>> {
        handlers::execute_command(&self.session, params).await
    }

    async fn folding_range(&self, params: lsp::FoldingRangeParams) -> Result<Option<Vec<lsp::FoldingRange>>> {
        handlers::folding_range(&self.session, params).await
    }

    async fn selection_range(&self, params: lsp::SelectionRangeParams) -> Result<Option<Vec<lsp::SelectionRange>>> {
        handlers::selection_range(&self.session, params).await
    }

    async fn semantic_tokens_full(
        &self,
        params: lsp::SemanticTokensParams,
    ) -> Result<Option<lsp::SemanticTokensResult>> {
        handlers::semantic_tokens_full(&self.session, params).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: lsp::SemanticTokensDeltaParams,
    ) -> Result<Option<lsp::SemanticTokensFullDeltaResult>> {
        handlers::semantic_tokens_delta(&self.session, params).await
    }

    async fn semantic_tokens_range(
        &self,
        params: lsp::SemanticTokensRangeParams,
    ) -> Result<Option<lsp::SemanticTokensRangeResult>> {
        handlers::semantic_tokens_range(&self.session, params).await
    }

    async fn code_lens(&self, params: lsp::CodeLensParams) -> Result<Option<Vec<lsp::CodeLens>>> {
        handlers::code_lens(&self.session, params).await
    }

    async fn document_link(&self, params: lsp::DocumentLinkParams) -> Result<Option<Vec<lsp::DocumentLink>>> {
        handlers::document_link(&self.session, params).await
    }

    async fn linked_editing_range(
        &self,
        params: lsp::LinkedEditingRangeParams,
    ) -> Result<Option<lsp::LinkedEditingRanges>> {
        handlers::linked_editing_range(&self.session, params).await
    }

    async fn inlay_hint_resolve(&self, params: lsp::InlayHint) -> Result<lsp::InlayHint> {
        handlers::inlay_hint_resolve(&self.session, params).await
    }

    async fn did_create_files(&self, params: lsp::CreateFilesParams) {
        handlers::did_create_files(&self.session, &params);
    }

    async fn did_rename_files(&self, params: lsp::RenameFilesParams) {
        handlers::did_rename_files(&self.session, &params);
    }

    async fn did_delete_files(&self, params: lsp::DeleteFilesParams) {
        handlers::did_delete_files(&self.session, &params);
    }
}
