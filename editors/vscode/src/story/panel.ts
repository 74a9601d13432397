// The panel “Story”: a draft at a glance, next to the draft. It is kept up to date and shows nothing that the server did not send.
import { randomBytes } from 'node:crypto';

import { commands, Disposable, l10n, Uri, ViewColumn, WebviewPanel, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { currentDraft } from '../drafts';
import { Story, storyRequest } from '../protocol';
import { reveal } from '../reveal';
import { storyFile } from './file';
import { renderStory } from './render';

export class StoryPanels implements Disposable {
  private readonly panels = new Map<string, WebviewPanel>();
  private readonly subscriptions = [
    commands.registerCommand('copydesk.story', () => this.open()),
    commands.registerCommand('copydesk.story.export', () => this.export()),
  ];

  constructor(private readonly client: () => LanguageClient | undefined, private readonly extension: Uri) {}

  dispose(): void {
    Disposable.from(...this.subscriptions, ...this.panels.values()).dispose();
  }

  /** The story of a draft is another one now. */
  changed(uri: string): void {
    for (const draft of this.panels.keys()) {
      if (this.client()?.code2ProtocolConverter.asUri(Uri.parse(draft)) === uri) void this.show(draft);
    }
  }

  /** Asks for all panels again. */
  refresh(): void {
    for (const draft of this.panels.keys()) void this.show(draft);
  }

  private open(): void {
    const draft = currentDraft()?.uri;
    if (!draft) {
      void window.showInformationMessage(l10n.t('Open a draft to see it at a glance.'));
      return;
    }
    const key = draft.toString();
    const known = this.panels.get(key);
    if (known) return known.reveal(undefined, true);
    const media = Uri.joinPath(this.extension, 'media');
    const name = draft.path.slice(draft.path.lastIndexOf('/') + 1);
    const panel = window.createWebviewPanel(
      'copydesk.story',
      l10n.t('Story: {0}', name),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [media], enableFindWidget: true },
    );
    // A tab draws the file as it is, and not in the colors of the theme.
    panel.iconPath = { light: Uri.joinPath(media, 'story-light.svg'), dark: Uri.joinPath(media, 'story-dark.svg') };
    this.panels.set(key, panel);
    panel.onDidDispose(() => this.panels.delete(key));
    panel.webview.onDidReceiveMessage((message) => {
      if (message.ready) void this.show(key);
      if (message.reveal) void reveal(draft, message.reveal);
    });
    panel.webview.html = this.shell(panel, media);
  }

  /** The page without its content. It may load its own two files and nothing else. */
  private shell({ webview }: WebviewPanel, media: Uri): string {
    const nonce = randomBytes(16).toString('hex');
    const address = (name: string) => webview.asWebviewUri(Uri.joinPath(media, name)).toString();
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${address('story.css')}">
<title>copydesk</title>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${address('story.js')}"></script>
</body>
</html>`;
  }

  private async show(draft: string): Promise<void> {
    const story = await this.ask(Uri.parse(draft));
    if (story) await this.panels.get(draft)?.webview.postMessage({ html: renderStory(story, l10n.t) });
  }

  private async ask(draft: Uri): Promise<Story | null | undefined> {
    const client = this.client();
    // A server that restarts cancels what it was asked; what is shown stays until then.
    if (!client) return undefined;
    return storyRequest.send(client, { textDocument: { uri: client.code2ProtocolConverter.asUri(draft) } }).catch(() => undefined);
  }

  /** Writes the story of the current draft, or else of the panel in front, to an HTML file. */
  private async export(): Promise<void> {
    const front = [...this.panels].find(([, panel]) => panel.active)?.[0];
    const draft = currentDraft()?.uri ?? (front ? Uri.parse(front) : undefined);
    const story = draft && (await this.ask(draft));
    if (!draft || !story) {
      void window.showInformationMessage(l10n.t('Open a draft to see it at a glance.'));
      return;
    }
    const base = draft.scheme === 'file' ? draft.with({ path: draft.path.replace(/\.[^./]*$/, '') + '.story.html' }) : undefined;
    const target = await window.showSaveDialog({ ...(base ? { defaultUri: base } : {}), filters: { HTML: ['html'] } });
    if (!target) return;
    const style = await workspace.fs.readFile(Uri.joinPath(this.extension, 'media', 'story.css'));
    const file = storyFile(story.title || l10n.t('Draft without a headline'), renderStory(story, l10n.t), Buffer.from(style).toString('utf8'));
    await workspace.fs.writeFile(target, Buffer.from(file, 'utf8'));
    void window.setStatusBarMessage(l10n.t('The story is saved as {0}.', target.path.slice(target.path.lastIndexOf('/') + 1)), 4000);
  }
}
