// The language client for a program. It tells nobody anything: what goes wrong is told by `server`.
import { CodeAction, LogOutputChannel, workspace } from 'vscode';
import {
  CloseAction, ErrorAction, LanguageClient, RevealOutputChannelOn, State as ClientState, TransportKind,
} from 'vscode-languageclient/node';

import { selector } from './drafts';
import { clientExtensions } from './protocol';

/** Who hears what from a client. */
export interface Listener {
  log: LogOutputChannel;
  chosen: (action: CodeAction | null | undefined) => void;
  /** The program ended by itself. */
  closed: () => 'restart' | 'leave';
  changed: (state: 'starting' | 'running' | 'stopped') => void;
}

/** The language client, except that what it has to say of its own accord goes to the log: we tell the user once and in full. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export function newClient(program: string, listener: Listener): LanguageClient {
  const client: LanguageClient = new QuietClient(
    'copydesk',
    'copydesk',
    { command: program, args: ['lsp'], transport: TransportKind.stdio },
    {
      documentSelector: selector as { scheme: string }[],
      outputChannel: listener.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // What an edit cures goes at once: without this the client asks only when the server has it ask.
      diagnosticPullOptions: { onChange: true },
      // So that the first findings already have their levels. Later settings the server asks for by itself.
      initializationOptions: workspace.getConfiguration('copydesk'),
      initializationFailedHandler: () => false,
      middleware: {
        resolveCodeAction: async (action, token, next) => {
          const resolved = await next(action, token);
          listener.chosen(resolved);
          return resolved;
        },
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: listener.closed() === 'restart' ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }),
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
    listener.changed(newState === ClientState.Running ? 'running' : newState === ClientState.Starting ? 'starting' : 'stopped');
  });
  return client;
}
