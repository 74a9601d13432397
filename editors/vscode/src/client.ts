// The language client for a program. It tells nobody anything: what goes wrong is told by `server`.
import { CodeAction, DiagnosticCollection, Disposable, languages, LogOutputChannel, workspace } from 'vscode';
import {
  CloseAction, DiagnosticCollectionProvider, ErrorAction, LanguageClient, RevealOutputChannelOn, State as ClientState, TransportKind,
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

/**
 * Findings, from which those of a draft go that is in no file, such as the sample draft, when it is closed. For one in a file the
 * client leaves that to the server, which says what the file has.
 */
class Findings implements DiagnosticCollectionProvider {
  private readonly closing = new Map<DiagnosticCollection, Disposable>();

  create(name: string | undefined): DiagnosticCollection {
    const findings = languages.createDiagnosticCollection(name);
    this.closing.set(findings, workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme !== 'file') findings.delete(uri);
    }));
    return findings;
  }

  dispose(findings: DiagnosticCollection): void {
    this.closing.get(findings)?.dispose();
    findings.dispose();
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
      diagnosticCollectionProvider: new Findings(),
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
