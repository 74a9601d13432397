// The entry in the status bar and the language status: how many findings the draft has and which day it is read as of. It
// judges nothing.
import {
  commands, DiagnosticSeverity, Disposable, l10n, languages, LanguageStatusSeverity, QuickPickItem,
  StatusBarAlignment, ThemeColor, Uri, window, workspace,
} from 'vscode';

import { currentDraft, drafts } from './drafts';
import { Timeline } from './protocol';
import { State } from './server';
import { statusText } from './status-text';

export class Status implements Disposable {
  private readonly item = window.createStatusBarItem('copydesk.status', StatusBarAlignment.Right, 90);
  private readonly language = languages.createLanguageStatusItem('copydesk.language', drafts);
  private readonly subscriptions: Disposable[];
  private state: State = 'starting';
  /** “read as of May 5, 2031”, by draft. */
  private readonly readAsOf = new Map<string, string>();

  constructor(showLog: () => void) {
    this.item.name = 'copydesk';
    this.item.command = 'copydesk.menu';
    this.language.name = 'copydesk';
    this.subscriptions = [
      this.item,
      this.language,
      languages.onDidChangeDiagnostics(() => this.draw()),
      window.onDidChangeActiveTextEditor(() => this.draw()),
      workspace.onDidCloseTextDocument((document) => this.readAsOf.delete(document.uri.toString())),
      commands.registerCommand('copydesk.menu', () => menu(this.state, showLog)),
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
    const draft = currentDraft();
    const { item, language } = this;
    language.busy = this.state === 'starting';
    language.severity = this.state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    language.command = this.state === 'stopped'
      ? { command: 'copydesk.restartServer', title: l10n.t('Restart') }
      : { command: 'copydesk.menu', title: l10n.t('Menu') };
    item.backgroundColor = this.state === 'stopped' ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    if (this.state === 'running') {
      const found = draft ? languages.getDiagnostics(draft.uri).filter(({ source }) => source === 'copydesk') : [];
      const errors = found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
      const readAsOf = this.readAsOf.get(draft?.uri.toString() ?? '') ?? '';
      item.text = statusText(l10n.t, errors, found.length - errors, readAsOf);
      item.tooltip = readAsOf
        ? l10n.t('The draft is {0}: days such as “Monday” are counted from that day. Click for more.', readAsOf)
        : l10n.t('The draft gives no date, so days such as “Monday” have none. Click for more.');
      language.text = l10n.t('Reads this draft');
      language.detail = readAsOf;
    } else {
      const isStarting = this.state === 'starting';
      item.text = isStarting ? '$(loading~spin) copydesk' : '$(warning) copydesk';
      item.tooltip = isStarting ? l10n.t('copydesk is starting.') : l10n.t('copydesk is not running. Click to start it.');
      language.text = isStarting ? l10n.t('Starting') : l10n.t('Not running');
      language.detail = '';
    }
    item.accessibilityInformation = { label: item.text.replace(/\$\([^)]*\) ?/g, '') };
    if (draft) item.show();
    else item.hide();
  }
}

/** What can be done about copydesk, from the status bar. */
async function menu(state: State, showLog: () => void): Promise<void> {
  const command = (label: string, name: string, ...rest: unknown[]) => ({ label, run: () => commands.executeCommand(name, ...rest) });
  const restart = command(`$(debug-restart) ${l10n.t('Restart the server')}`, 'copydesk.restartServer');
  const log = { label: `$(output) ${l10n.t('Show the log')}`, run: showLog };
  const running: (QuickPickItem & { run: () => unknown })[] = [
    command(`$(list-unordered) ${l10n.t('Show problems in this draft')}`, 'workbench.actions.view.problems'),
    command(`$(wand) ${l10n.t('Fix all safe problems')}`, 'copydesk.fixAll'),
    command(`$(quote) ${l10n.t('Show who speaks')}`, 'copydesk.sources.focus'),
    command(`$(calendar) ${l10n.t('Show the timeline')}`, 'copydesk.timeline.focus'),
    command(`$(graph) ${l10n.t('Show the story at a glance')}`, 'copydesk.story'),
    command(`$(edit) ${l10n.t('Change the date of the draft…')}`, 'copydesk.changeDate'),
    command(`$(circle-slash) ${l10n.t('Don’t check this file')}`, 'copydesk.excludeFile'),
    command(`$(settings-gear) ${l10n.t('Open the settings')}`, 'workbench.action.openSettings', '@ext:copydesk.copydesk'),
    restart,
    log,
  ];
  const entries = state === 'running' ? running : [restart, log];
  const chosen = await window.showQuickPick(entries, { placeHolder: 'copydesk' });
  await chosen?.run();
}
