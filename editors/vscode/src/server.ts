// Starts `copydesk lsp`, keeps it running and stops it. What goes wrong is told in one sentence with a next step; the reasons
// are in the log, and nowhere else.
import { homedir } from 'node:os';

import { CodeAction, commands, Disposable, EventEmitter, ExtensionContext, l10n, LogOutputChannel, window, workspace } from 'vscode';
import {
  CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, State as ClientState, TransportKind,
} from 'vscode-languageclient/node';

import { Crashes } from './crashes';
import { selector } from './drafts';
import { locate, Located } from './locate';
import { clientExtensions } from './protocol';

export type State = 'starting' | 'running' | 'stopped';

/** A program that has not answered by then is no copydesk. */
const PATIENCE = 20_000;

/** The language client, except that what it has to say of its own accord goes to the log: we tell the user once and in full. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export class Server implements Disposable {
  private readonly changed = new EventEmitter<State>();
  /** The state changed; `client` is there as long as it is `running`. */
  readonly onDidChange = this.changed.event;
  client: LanguageClient | undefined;
  state: State = 'stopped';
  private readonly crashes = new Crashes();
  /** Starts and stops run one after another: a restart during a start would leave two servers. */
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: ExtensionContext,
    private readonly log: LogOutputChannel,
    private readonly chosen: (action: CodeAction | null | undefined) => void,
  ) {}

  start(): Promise<void> {
    return this.inTurn(() => this.startNow());
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.stopNow();
      this.crashes.forget();
      await this.startNow();
    });
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.stopNow());
  }

  dispose(): void {
    this.changed.dispose();
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    this.turn = this.turn.then(task);
    return this.turn;
  }

  private set(state: State): void {
    this.state = state;
    this.changed.fire(state);
  }

  private async startNow(): Promise<void> {
    const located = locate({
      setting: workspace.getConfiguration('copydesk').get<string>('server.path', ''),
      extensionFolder: this.context.extensionUri.fsPath,
      path: process.env.PATH ?? '',
      homeFolder: homedir(),
      windows: process.platform === 'win32',
    });
    if (!located.found) {
      this.set('stopped');
      return this.tellMissing(located);
    }
    this.set('starting');
    this.log.info(`Starting ${located.program} (found by: ${located.from})`);
    const starting = this.newClient(located.program);
    try {
      await inTime(starting.start());
      this.client = starting;
      this.set('running');
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      void starting.dispose().catch(() => {});
      this.set('stopped');
      this.tell(l10n.t('{0} could not be started as a language server. Is it the copydesk program? The log has the reason.', located.program));
    }
  }

  private async stopNow(): Promise<void> {
    const stopping = this.client;
    this.client = undefined;
    if (stopping) this.set('stopped');
    try {
      await stopping?.dispose();
    } catch (error) {
      // A server that crashed cannot be stopped in good order, and need not be.
      this.log.warn(String(error));
    }
  }

  private newClient(program: string): LanguageClient {
    const client: LanguageClient = new QuietClient(
      'copydesk',
      'copydesk',
      { command: program, args: ['lsp'], transport: TransportKind.stdio },
      {
        documentSelector: selector as { scheme: string }[],
        outputChannel: this.log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        // What an edit cures goes at once: without this the client asks only when the server has it ask.
        diagnosticPullOptions: { onChange: true },
        // So that the first findings already have their levels. Later settings the server asks for by itself.
        initializationOptions: workspace.getConfiguration('copydesk'),
        initializationFailedHandler: () => false,
        middleware: {
          resolveCodeAction: async (action, token, next) => {
            const resolved = await next(action, token);
            this.chosen(resolved);
            return resolved;
          },
        },
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue, handled: true }),
          closed: () => this.closed(client),
        },
      },
    );
    client.registerFeature({
      fillClientCapabilities: (capabilities) => {
        capabilities.experimental = { ...(capabilities.experimental as object | undefined), ...clientExtensions };
      },
      initialize: () => {},
      getState: () => ({ kind: 'static' }),
      clear: () => {},
    });
    client.onDidChangeState(({ newState }) => {
      if (client !== this.client) return;
      this.set(newState === ClientState.Running ? 'running' : newState === ClientState.Starting ? 'starting' : 'stopped');
    });
    return client;
  }

  /** The program ended by itself. It is started again, unless it never ran or keeps ending. */
  private closed(client: LanguageClient): { action: CloseAction; handled: true } {
    const wasRunning = client === this.client;
    if (wasRunning && this.crashes.mayRestart(Date.now())) return { action: CloseAction.Restart, handled: true };
    if (wasRunning) {
      this.client = undefined;
      this.set('stopped');
      const restart = l10n.t('Restart');
      this.tell(l10n.t('copydesk ended five times in three minutes and was not started again. The log has the reason.'), restart);
    }
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private tellMissing(located: Located & { found: false }): void {
    const setting = located.setting;
    const problem = {
      missing: l10n.t(
        'copydesk was not found on PATH, and no copy is bundled with the extension. Install it, or give its place in the setting copydesk.server.path, then run the command “copydesk: Restart server”.',
      ),
      relative: l10n.t('The setting copydesk.server.path must be an absolute path, and is “{0}”. Correct it, or clear it to use the copydesk on PATH.', setting),
      'no program': l10n.t('The setting copydesk.server.path leads to no program: “{0}”. Correct it, or clear it to use the copydesk on PATH.', setting),
    }[located.problem];
    this.tell(problem);
  }

  /** Shows a problem with the next step at hand, without waiting for an answer. */
  private tell(problem: string, restart?: string): void {
    this.log.error(problem);
    const settings = l10n.t('Open Settings');
    const log = l10n.t('Show Log');
    void window.showErrorMessage(problem, ...(restart ? [restart, log] : [settings, log])).then((choice) => {
      if (!choice) return;
      if (choice === restart) void this.restart();
      else if (choice === settings) void commands.executeCommand('workbench.action.openSettings', 'copydesk.server.path');
      else this.log.show();
    });
  }
}

function inTime(start: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('The program does not answer.')), PATIENCE);
  });
  return Promise.race([start, late]).finally(() => clearTimeout(timer));
}
