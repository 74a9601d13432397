// Starts `copydesk lsp` for Markdown and plain text and keeps it running. It judges no draft itself and uses no network.
import { homedir } from 'node:os';

import { commands, ExtensionContext, LogOutputChannel, window, workspace } from 'vscode';
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node';

import { RulePages } from './explain';
import { locate } from './locate';
import { clientExtensions } from './protocol';
import { Status } from './status';
import { Views } from './views';

let client: LanguageClient | undefined;
let output: LogOutputChannel;
let views: Views;
let pages: RulePages;
let status: Status;
/** Starts and stops run one after another: a restart during a start would leave two servers. */
let turn: Promise<void> = Promise.resolve();

export async function activate(context: ExtensionContext): Promise<void> {
  output = window.createOutputChannel('copydesk', { log: true });
  status = new Status(() => output.show());
  views = new Views((uri, timeline) => status.dated(uri, timeline));
  pages = new RulePages();
  const restart = () => inTurn(async () => {
    await stop();
    await start(context);
  });
  context.subscriptions.push(
    output,
    status,
    views,
    pages,
    commands.registerCommand('copydesk.restartServer', restart),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('copydesk.server.path')) void restart();
    }),
  );
  await inTurn(() => start(context));
}

export function deactivate(): Promise<void> {
  return inTurn(stop);
}

function inTurn(task: () => Promise<void>): Promise<void> {
  turn = turn.then(task);
  return turn;
}

async function start(context: ExtensionContext): Promise<void> {
  const located = locate({
    setting: workspace.getConfiguration('copydesk').get<string>('server.path', ''),
    extensionFolder: context.extensionUri.fsPath,
    path: process.env.PATH ?? '',
    homeFolder: homedir(),
    windows: process.platform === 'win32',
  });
  if (!located.found) {
    status.set('stopped');
    return tellProblem(located.problem);
  }
  status.set('starting');

  output.info(`Starting ${located.program} (found by: ${located.from})`);
  const starting = new LanguageClient(
    'copydesk',
    'copydesk',
    { command: located.program, args: ['lsp'], transport: TransportKind.stdio },
    {
      documentSelector: [
        ...['markdown', 'plaintext'].flatMap((language) => [
          { scheme: 'file', language },
          { scheme: 'untitled', language },
        ]),
        // So that an actor is added to the file as it is in the editor, saved or not.
        { scheme: 'file', language: 'toml', pattern: '**/actors.toml' },
      ],
      outputChannel: output,
      // What an edit cures goes at once: without this the client asks only when the server has it ask.
      diagnosticPullOptions: { onChange: true },
      // So that the first findings already have their levels. Later settings the server asks for by itself.
      initializationOptions: workspace.getConfiguration('copydesk'),
    },
  );
  starting.registerFeature({
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...(capabilities.experimental as object | undefined), ...clientExtensions };
    },
    initialize: () => {},
    getState: () => ({ kind: 'static' }),
    clear: () => {},
  });
  starting.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped && client === starting) status.set('stopped');
    if (newState === State.Running) status.set('running');
  });
  try {
    await starting.start();
    client = starting;
    pages.use(client);
    views.use(client);
  } catch (error) {
    // The language client shows a message of its own where a program ends at once; the reason belongs in the log.
    output.error(error instanceof Error ? error : String(error));
    status.set('stopped');
    tellProblem(`${located.program} could not be started as a language server. The output channel “copydesk” has the reason.`);
  }
}

async function stop(): Promise<void> {
  const stopping = client;
  client = undefined;
  views.use(undefined);
  pages.use(undefined);
  try {
    await stopping?.dispose();
  } catch (error) {
    // A server that crashed cannot be stopped in good order, and need not be.
    output.warn(String(error));
  }
}

/** Shows a problem with the next step at hand, without waiting for an answer. */
function tellProblem(problem: string): void {
  output.error(problem);
  const settings = 'Open Settings';
  const log = 'Show Output';
  void window.showErrorMessage(problem, settings, log).then((choice) => {
    if (choice === settings) void commands.executeCommand('workbench.action.openSettings', 'copydesk.server.path');
    if (choice === log) output.show();
  });
}
