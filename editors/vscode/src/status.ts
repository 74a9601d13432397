// The entry in the status bar: how many findings the draft has and which day it is read as of. It judges nothing.
import {
  commands, DiagnosticSeverity, Disposable, languages, QuickPickItem, StatusBarAlignment, ThemeColor, Uri, window,
} from 'vscode';

import { Timeline } from './protocol';
import { statusText } from './status-text';

export type State = 'starting' | 'running' | 'stopped';

export class Status implements Disposable {
  private readonly item = window.createStatusBarItem('copydesk.status', StatusBarAlignment.Right, 90);
  private readonly subscriptions: Disposable[];
  private state: State = 'starting';
  /** “read as of May 5, 2031”, by draft. */
  private readonly readAsOf = new Map<string, string>();

  constructor(showOutput: () => void) {
    this.item.name = 'copydesk';
    this.item.command = 'copydesk.menu';
    this.subscriptions = [
      this.item,
      languages.onDidChangeDiagnostics(() => this.draw()),
      window.onDidChangeActiveTextEditor(() => this.draw()),
      commands.registerCommand('copydesk.menu', () => menu(showOutput)),
    ];
    this.draw();
  }

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  set(state: State): void {
    this.state = state;
    this.draw();
  }

  /** Takes the date from the timeline of a draft. */
  dated(uri: Uri, timeline: Timeline | null): void {
    this.readAsOf.set(uri.toString(), timeline?.readAsOf?.label ?? '');
    this.draw();
  }

  private draw(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !['markdown', 'plaintext'].includes(document.languageId)) {
      this.item.hide();
      return;
    }
    this.item.backgroundColor = this.state === 'stopped' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    if (this.state !== 'running') {
      this.item.text = this.state === 'starting' ? '$(loading~spin) copydesk' : '$(warning) copydesk';
      this.item.tooltip = this.state === 'starting' ? 'copydesk is starting.' : 'copydesk is not running. Click to start it.';
    } else {
      const found = languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'copydesk');
      const errors = found.filter((diagnostic) => diagnostic.severity === DiagnosticSeverity.Error).length;
      const readAsOf = this.readAsOf.get(document.uri.toString()) ?? '';
      this.item.text = statusText(errors, found.length - errors, readAsOf);
      this.item.tooltip = readAsOf
        ? `The draft is ${readAsOf}: days such as “Monday” are counted from that day. Click for more.`
        : 'The draft gives no date, so days such as “Monday” have none. Click for more.';
    }
    this.item.show();
  }
}

/** What can be done about copydesk, from the status bar. */
async function menu(showOutput: () => void): Promise<void> {
  const entries: (QuickPickItem & { run: () => unknown })[] = [
    { label: '$(list-unordered) Show the problems of the draft', run: () => commands.executeCommand('workbench.actions.view.problems') },
    { label: '$(quote) Show who speaks', run: () => commands.executeCommand('copydesk.sources.focus') },
    { label: '$(calendar) Show the timeline', run: () => commands.executeCommand('copydesk.timeline.focus') },
    {
      label: '$(edit) Change the date that drafts without one are read as of',
      run: () => commands.executeCommand('workbench.action.openSettings', 'copydesk.date'),
    },
    { label: '$(debug-restart) Restart the server', run: () => commands.executeCommand('copydesk.restartServer') },
    { label: '$(output) Show the log', run: showOutput },
  ];
  const chosen = await window.showQuickPick(entries, { placeHolder: 'copydesk' });
  await chosen?.run();
}
