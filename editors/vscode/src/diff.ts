// What changed in a draft since the last commit, as a read-only document whose lines lead into the draft. Git is asked when the user
// asks, and not whenever something is typed.
import {
  CancellationToken, commands, Disposable, DocumentLink, DocumentLinkProvider, EventEmitter, l10n, languages, Range,
  TextDocument, TextDocumentContentProvider, Uri, window, workspace,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { DiffText, diffText } from './diff-text';
import { currentDraft } from './drafts';
import { diffRequest } from './protocol';

const SCHEME = 'copydesk-diff';

export class DraftDiffs implements Disposable, TextDocumentContentProvider, DocumentLinkProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  /** What is shown, by the address of its document. */
  private readonly shown = new Map<string, DiffText & { draft: Uri }>();
  private readonly subscriptions = [
    this.changed,
    workspace.registerTextDocumentContentProvider(SCHEME, this),
    languages.registerDocumentLinkProvider({ scheme: SCHEME }, this),
    commands.registerCommand('copydesk.diffWithCommit', () => this.show()),
  ];

  constructor(private readonly client: () => LanguageClient | undefined) {}

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.shown.get(uri.toString())?.text ?? l10n.t('Run “copydesk: Compare with the last commit” in the draft again.');
  }

  provideDocumentLinks(document: TextDocument, _token: CancellationToken): DocumentLink[] {
    const shown = this.shown.get(document.uri.toString());
    return (shown?.links ?? []).map(({ line, from, to, target: { start, end } }) => {
      const place = `L${start.line + 1},${start.character + 1}-L${end.line + 1},${end.character + 1}`;
      const link = new DocumentLink(new Range(line, from, line, to), shown?.draft.with({ fragment: place }));
      link.tooltip = l10n.t('Go to the place in the draft');
      return link;
    });
  }

  /** Compares the draft in front of the user, as it is in the editor. */
  private async show(): Promise<void> {
    const client = this.client();
    const draft = currentDraft()?.uri;
    if (!client || !draft) {
      void window.showInformationMessage(l10n.t('Open a draft to compare it with its last commit.'));
      return;
    }
    try {
      const diff = await diffRequest.send(client, { textDocument: { uri: client.code2ProtocolConverter.asUri(draft) } });
      if (!diff) return;
      const name = draft.path.split('/').pop() ?? '';
      const uri = Uri.from({ scheme: SCHEME, path: `/${l10n.t('Changes in {0}', name)}`, query: draft.toString() });
      this.shown.set(uri.toString(), { ...diffText(diff), draft });
      this.changed.fire(uri);
      const document = await workspace.openTextDocument(uri);
      await languages.setTextDocumentLanguage(document, 'diff');
      await window.showTextDocument(document, { preview: false });
    } catch (error) {
      void window.showWarningMessage(error instanceof Error ? error.message : String(error));
    }
  }
}
