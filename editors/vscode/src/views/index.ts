// The views “Sources” and “Timeline”: asks the server for what they show and follows the draft in the editor.
import {
  commands, Disposable, env, l10n, TextDocument, TextEditor, TreeView, Uri, ViewColumn, window,
} from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

import { hasTab, isDraft } from '../drafts';
import { SCHEMES } from '../languages';
import { Sources, sourcesRequest, Timeline, timelineRequest } from '../protocol';
import { reveal, toRange } from '../reveal';
import { Order, sourceEntries, unattributed } from './sources';
import { timelineEntries } from './timeline';
import { Entry, Tree } from './tree';

export class Views implements Disposable {
  private readonly sources = new Tree();
  private readonly timeline = new Tree();
  private readonly sourcesView = window.createTreeView('copydesk.sources', { treeDataProvider: this.sources, showCollapseAll: true });
  private readonly timelineView = window.createTreeView('copydesk.timeline', { treeDataProvider: this.timeline, showCollapseAll: true });
  private readonly subscriptions: Disposable[];
  private draft: TextDocument | undefined;
  private answer: Sources | null = null;
  private order: Order = 'share';
  private filter = '';
  private asked = 0;

  constructor(
    private readonly client: () => LanguageClient | undefined,
    private readonly told: (uri: Uri, timeline: Timeline | null) => void,
  ) {
    this.subscriptions = [
      this.sourcesView,
      this.timelineView,
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length) this.follow(window.activeTextEditor);
      }),
      window.onDidChangeTextEditorSelection((event) => this.point(event.textEditor)),
      this.sourcesView.onDidChangeVisibility(() => void this.refresh()),
      this.timelineView.onDidChangeVisibility(() => void this.refresh()),
      commands.registerCommand('copydesk.reveal', reveal),
      commands.registerCommand('copydesk.sources.sort', () => this.sort()),
      commands.registerCommand('copydesk.sources.filter', () => this.askFilter()),
      commands.registerCommand('copydesk.sources.clearFilter', () => this.setFilter('')),
      commands.registerCommand('copydesk.sources.copy', () => this.copy('sources')),
      commands.registerCommand('copydesk.timeline.copy', () => this.copy('timeline')),
      commands.registerCommand('copydesk.quotation.copy', (entry: Entry) => env.clipboard.writeText(entry.label)),
      commands.registerCommand('copydesk.quotation.openNotes', (entry: Entry) => this.openNotes(entry)),
    ];
    this.follow(window.activeTextEditor);
  }

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  /** The views of a draft show something else now. */
  changed(uri: string): void {
    if (this.draft && this.client()?.code2ProtocolConverter.asUri(this.draft.uri) === uri) void this.refresh();
  }

  /**
   * Turns to the draft in an editor. Output, search results and the like leave the views as they are, and so do pages in front of a
   * draft that is still open, such as the first steps, a preview or what changed since the last commit.
   */
  follow(editor: TextEditor | undefined): void {
    const isFile = editor !== undefined && SCHEMES.includes(editor.document.uri.scheme);
    if (editor && isDraft(editor.document)) this.draft = editor.document;
    else if (!this.draft || !(isFile ? isVisible(this.draft) : hasTab(this.draft.uri))) this.draft = undefined;
    void commands.executeCommand('setContext', 'copydesk.hasDraft', this.draft !== undefined);
    void this.refresh();
  }

  /** Asks for both views again. What is shown stays until there is an answer. */
  private async refresh(): Promise<void> {
    const turn = ++this.asked;
    const { draft } = this;
    const client = this.client();
    if (!client || !draft) return this.clear();
    const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(draft.uri) } };
    // A server that restarts cancels what it was asked; what is shown stays until then.
    const ask = async <T>(request: Promise<T>) => request.catch(() => undefined);
    const [sources, timeline] = await Promise.all([
      ask(sourcesRequest.send(client, params)),
      ask(timelineRequest.send(client, params)),
    ]);
    if (turn !== this.asked) return;
    if (sources !== undefined) this.showSources(draft.uri, sources);
    if (timeline !== undefined) this.showTimeline(draft.uri, timeline);
  }

  private showSources(uri: Uri, sources: Sources | null): void {
    this.answer = sources;
    const entries = sources ? sourceEntries(sources, this.order, this.filter) : [];
    const isEmpty = !sources?.items.length;
    this.sources.show(uri, entries);
    // Above the list, and not next to the title, where the buttons leave little room.
    const message = this.filterMessage(entries.length) || sources?.notesSummary || sources?.summary;
    this.sourcesView.message = (isEmpty ? sources?.emptyMessage : message) ?? '';
    const orphans = sources ? unattributed(sources) : 0;
    const tooltip = orphans === 1 ? l10n.t('1 quotation has no attribution') : l10n.t('{0} quotations have no attribution', orphans);
    this.sourcesView.badge = orphans ? { value: orphans, tooltip } : undefined;
  }

  private filterMessage(shown: number): string {
    if (!this.filter) return '';
    return shown ? l10n.t('Only what has “{0}” in it is shown.', this.filter) : l10n.t('Nothing has “{0}” in it.', this.filter);
  }

  private showTimeline(uri: Uri, timeline: Timeline | null): void {
    const entries = timeline ? timelineEntries(timeline) : [];
    this.timeline.show(uri, entries);
    this.timelineView.description = timeline?.summary ?? '';
    this.timelineView.message = timeline && !entries.length ? timeline.emptyMessage : '';
    this.told(uri, timeline);
  }

  /** Nothing to show: what to do instead is in the manifest (`viewsWelcome`). */
  private clear(): void {
    this.answer = null;
    for (const [tree, view] of [[this.sources, this.sourcesView], [this.timeline, this.timelineView]] as const) {
      tree.show(undefined, []);
      view.description = view.message = '';
    }
    this.sourcesView.badge = undefined;
  }

  /** Marks the quotation at the cursor in the view, if the view is open. */
  private point(editor: TextEditor): void {
    if (!this.sourcesView.visible || editor.document !== this.draft) return;
    const at = editor.selection.active;
    const quotations = this.sources.entries.flatMap((source) => source.children);
    const here = quotations.find((quotation) => quotation.range && toRange(quotation.range).contains(at));
    if (here) void select(this.sourcesView, here);
  }

  /** Shows what the notes have of a quotation. */
  private async openNotes({ elsewhere }: Entry): Promise<void> {
    const client = this.client();
    if (!client || !elsewhere) return;
    // Beside the draft, so that both can be read.
    const options = { viewColumn: ViewColumn.Beside, selection: toRange(elsewhere.range) };
    await window.showTextDocument(client.protocol2CodeConverter.asUri(elsewhere.uri), options);
  }

  private async sort(): Promise<void> {
    const orders: { label: string; order: Order }[] = [
      { label: l10n.t('By share of the quoted words'), order: 'share' },
      { label: l10n.t('By name'), order: 'name' },
      { label: l10n.t('As they speak in the draft'), order: 'text' },
    ];
    const chosen = await window.showQuickPick(orders, { placeHolder: l10n.t('Order of the sources') });
    if (!chosen) return;
    this.order = chosen.order;
    if (this.answer && this.draft) this.showSources(this.draft.uri, this.answer);
  }

  private async askFilter(): Promise<void> {
    const prompt = l10n.t('Part of a name, a title or of what is said; leave it empty to see everybody.');
    const filter = await window.showInputBox({ title: l10n.t('Show only some sources'), prompt, value: this.filter });
    if (filter !== undefined) this.setFilter(filter.trim());
  }

  private setFilter(filter: string): void {
    this.filter = filter;
    void commands.executeCommand('setContext', 'copydesk.sourcesFiltered', filter !== '');
    if (this.answer && this.draft) this.showSources(this.draft.uri, this.answer);
  }

  /** Puts a view on the clipboard, as Markdown. */
  private async copy(what: 'sources' | 'timeline'): Promise<void> {
    const { draft } = this;
    const client = this.client();
    if (!client || !draft) {
      void window.showInformationMessage(l10n.t('Open a draft to see who speaks in it and what happens when.'));
      return;
    }
    const argument = { what, format: 'markdown', uris: [client.code2ProtocolConverter.asUri(draft.uri)] };
    const text = await commands.executeCommand<string>('copydesk.export', argument);
    await env.clipboard.writeText(text);
    const done = what === 'sources' ? l10n.t('The list of sources is on the clipboard.') : l10n.t('The timeline is on the clipboard.');
    void window.setStatusBarMessage(done, 4000);
  }
}

function isVisible(draft: TextDocument): boolean {
  return window.visibleTextEditors.some(({ document }) => document === draft);
}

async function select(view: TreeView<Entry>, entry: Entry): Promise<void> {
  await view.reveal(entry, { select: true, focus: false });
}
