// The pages of the rules as read-only documents, asked of the server: they need no network.
import { commands, Disposable, l10n, languages, TextDocumentContentProvider, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { explainRequest } from './protocol';

export class RulePages implements Disposable, TextDocumentContentProvider {
  private readonly subscriptions = [
    workspace.registerTextDocumentContentProvider('copydesk', this),
    commands.registerCommand('copydesk.explain', explain),
  ];

  constructor(private readonly client: () => LanguageClient | undefined) {}

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const client = this.client();
    if (!client) return l10n.t('copydesk is not running. The command “copydesk: Restart server” starts it.');
    const page = await explainRequest.send(client, { uri: uri.toString() });
    return page.markdown;
  }
}

/** Shows the page of a rule, or else of one found at the cursor, as it looks when it is read. */
async function explain(named?: unknown): Promise<void> {
  const code = typeof named === 'string' ? named : await ruleAtCursor();
  if (code) await commands.executeCommand('markdown.showPreview', Uri.parse(`copydesk:/rules/${code}.md`));
}

async function ruleAtCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const found = editor ? languages.getDiagnostics(editor.document.uri) : [];
  const here = found.filter((one) => one.source === 'copydesk' && editor && one.range.intersection(editor.selection));
  const codes = [...new Set(here.map((one) => (typeof one.code === 'object' ? String(one.code.value) : String(one.code))))];
  if (!codes.length) {
    void window.showInformationMessage(l10n.t('There is no finding at the cursor.'));
    return undefined;
  }
  return codes.length === 1 ? codes[0] : window.showQuickPick(codes, { placeHolder: l10n.t('Which rule?') });
}
