// Starts `copydesk lsp`, keeps it running and stops it. What goes wrong is told in one sentence with a next step; the reasons
// are in the log, and nowhere else.
import { homedir } from 'node:os';

import { CodeAction, commands, Disposable, EventEmitter, ExtensionContext, l10n, LogOutputChannel, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { Crashes } from './crashes';
import { locate, Located } from './locate';

export type State = 'starting' | 'running' | 'stopped';

/** A program that has not answered by then is no copydesk. */
const PATIENCE = 20_000;

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
    const starting = await this.newClient(located.program);
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

  /** Reads the code of the language client, which takes longer than all the rest. */
  private async newClient(program: string): Promise<LanguageClient> {
    const { newClient } = await import('./client.js');
    const client: LanguageClient = newClient(program, {
      log: this.log,
      chosen: this.chosen,
      closed: () => this.closed(client),
      changed: (state) => {
        if (client === this.client) this.set(state);
      },
    });
    return client;
  }

  /** The program ended by itself. It is started again, unless it never ran or keeps ending. */
  private closed(client: LanguageClient): 'restart' | 'leave' {
    const wasRunning = client === this.client;
    if (wasRunning && this.crashes.mayRestart(Date.now())) return 'restart';
    if (wasRunning) {
      this.client = undefined;
      this.set('stopped');
      const restart = l10n.t('Restart');
      this.tell(l10n.t('copydesk ended five times in three minutes and was not started again. The log has the reason.'), restart);
    }
    return 'leave';
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
