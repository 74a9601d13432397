// The pages of the rules as read-only documents, asked of the server: they need no network.
import { Disposable, TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

import { explainRequest } from './protocol';

export class RulePages implements Disposable, TextDocumentContentProvider {
  private client: LanguageClient | undefined;
  private readonly subscription = workspace.registerTextDocumentContentProvider('copydesk', this);

  dispose(): void {
    this.subscription.dispose();
  }

  use(client: LanguageClient | undefined): void {
    this.client = client;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    if (!this.client) return 'copydesk is not running. The command “copydesk: Restart server” starts it.';
    const page = await this.client.sendRequest(explainRequest, { uri: uri.toString() });
    return page.markdown;
  }
}
