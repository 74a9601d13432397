// Where VS Code starts the extension: makes its parts and connects them. It judges no draft itself and uses no network.
import { commands, ExtensionContext, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { registerDate } from './date';
import { DraftDiffs } from './diff';
import { registerDismissing } from './dismiss';
import { RulePages } from './explain';
import { NewsroomFiles } from './newsroom-files';
import { viewsChanged } from './protocol';
import { Server } from './server';
import { Status } from './status';
import { StoryPanels } from './story/panel';
import { Views } from './views';
import { registerWelcome } from './welcome';

let server: Server;
/** The client whose notices are listened to. */
let heard: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('copydesk', { log: true });
  const client = () => server.client;
  const files = new NewsroomFiles();
  server = new Server(context, log, (action) => files.expectOf(action));
  const status = new Status(() => log.show());
  const views = new Views(client, (uri, timeline) => status.dated(uri, timeline));
  const stories = new StoryPanels(client, context.extensionUri);
  const restart = () => server.restart();
  context.subscriptions.push(
    log,
    server,
    status,
    views,
    stories,
    new RulePages(client),
    new DraftDiffs(client),
    files,
    registerDate(client),
    ...registerDismissing(client, files),
    ...registerWelcome(context),
    commands.registerCommand('copydesk.restartServer', restart),
    commands.registerCommand('copydesk.showLog', () => log.show()),
    server.onDidChange((state) => {
      status.set(state);
      for (const one of ['running', 'stopped'] as const) void commands.executeCommand('setContext', `copydesk.${one}`, state === one);
      if (state === 'running' && server.client && server.client !== heard) {
        // One that crashed and was started again is still the same client.
        heard = server.client;
        heard.onNotification(viewsChanged, ({ uri }: { uri: string }) => {
          views.changed(uri);
          stories.changed(uri);
        });
      }
      views.follow(window.activeTextEditor);
      stories.refresh();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.server.path')) void restart();
    }),
  );
  // Not waited for, and not begun before VS Code goes on: the extension is active at once, and its commands work while the server
  // starts.
  setImmediate(() => void server.start());
}

export function deactivate(): Promise<void> {
  return server.stop();
}
