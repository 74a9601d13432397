// The views “Sources” and “Timeline”: asks the server for what they show and follows the draft in the editor.
import {
  commands, Disposable, env, Position, Range, Selection, TextDocument, TextEditor, TextEditorRevealType, TreeView, Uri, window,
} from 'vscode';
import { LanguageClient, Range as ProtocolRange } from 'vscode-languageclient/node';

import { Sources, sourcesRequest, Timeline, timelineRequest, viewsChanged } from '../protocol';
import { Order, sourceEntries, unattributed } from './sources';
import { timelineEntries } from './timeline';
import { Entry, Tree } from './tree';

const NO_DRAFT = 'Open a draft in Markdown or plain text to see who speaks in it and what happens when.';
const NO_SERVER = 'copydesk is not running. The command “copydesk: Restart server” starts it.';

export class Views implements Disposable {
  private readonly sources = new Tree();
  private readonly timeline = new Tree();
  private readonly sourcesView = window.createTreeView('copydesk.sources', { treeDataProvider: this.sources });
  private readonly timelineView = window.createTreeView('copydesk.timeline', { treeDataProvider: this.timeline });
  private readonly subscriptions: Disposable[];
  private client: LanguageClient | undefined;
  private draft: TextDocument | undefined;
  private answer: Sources | null = null;
  private order: Order = 'share';
  private asked = 0;

  constructor(private readonly told: (uri: Uri, timeline: Timeline | null) => void) {
    this.subscriptions = [
      this.sourcesView,
      this.timelineView,
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      window.onDidChangeTextEditorSelection((event) => this.point(event.textEditor)),
      this.sourcesView.onDidChangeVisibility(() => void this.refresh()),
      this.timelineView.onDidChangeVisibility(() => void this.refresh()),
      commands.registerCommand('copydesk.reveal', reveal),
      commands.registerCommand('copydesk.sources.sort', () => this.sort()),
      commands.registerCommand('copydesk.sources.copy', () => this.copy('sources')),
      commands.registerCommand('copydesk.timeline.copy', () => this.copy('timeline')),
      commands.registerCommand('copydesk.quotation.copy', (entry: Entry) => env.clipboard.writeText(entry.label)),
    ];
    this.say(NO_SERVER);
    this.follow(window.activeTextEditor);
  }

  dispose(): void {
    Disposable.from(...this.subscriptions).dispose();
  }

  /** The server to ask from now on; none while it is stopped. */
  use(client: LanguageClient | undefined): void {
    this.client = client;
    client?.onNotification(viewsChanged, ({ uri }) => {
      if (this.draft && client.code2ProtocolConverter.asUri(this.draft.uri) === uri) void this.refresh();
    });
    if (client) this.follow(window.activeTextEditor);
    void this.refresh();
  }

  /** Turns to the draft in an editor. Output, search results and the like leave the views as they are. */
  private follow(editor: TextEditor | undefined): void {
    const isDraft = editor && ['markdown', 'plaintext'].includes(editor.document.languageId)
      && ['file', 'untitled', 'vscode-remote'].includes(editor.document.uri.scheme);
    if (isDraft) this.draft = editor.document;
    else if (this.draft?.isClosed || !window.visibleTextEditors.some((other) => other.document === this.draft)) this.draft = undefined;
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    const turn = ++this.asked;
    const { client, draft } = this;
    if (!client || !draft) {
      this.clear(client ? NO_DRAFT : NO_SERVER);
      return;
    }
    const params = { textDocument: { uri: client.code2ProtocolConverter.asUri(draft.uri) } };
    // A request that a restart cuts off is asked again by the restart; what is shown stays until then.
    const ask = async <T>(request: Promise<T>) => request.catch(() => undefined);
    const [sources, timeline] = await Promise.all([
      ask(client.sendRequest(sourcesRequest, params)),
      ask(client.sendRequest(timelineRequest, params)),
    ]);
    if (turn !== this.asked) return;
    if (sources !== undefined) this.showSources(draft.uri, sources);
    if (timeline !== undefined) this.showTimeline(draft.uri, timeline);
  }

  private showSources(uri: Uri, sources: Sources | null): void {
    this.answer = sources;
    this.sources.show(uri, sources ? sourceEntries(sources, this.order) : []);
    this.sourcesView.description = sources?.items.length ? sources.summary : '';
    this.sourcesView.message = sources && !sources.items.length ? sources.emptyMessage : '';
    const orphans = sources ? unattributed(sources) : 0;
    const tooltip = orphans === 1 ? '1 quotation has no attribution' : `${orphans} quotations have no attribution`;
    this.sourcesView.badge = orphans ? { value: orphans, tooltip } : undefined;
  }

  private showTimeline(uri: Uri, timeline: Timeline | null): void {
    const entries = timeline ? timelineEntries(timeline) : [];
    this.timeline.show(uri, entries);
    this.timelineView.description = timeline?.summary ?? '';
    this.timelineView.message = timeline && !entries.length ? timeline.emptyMessage : '';
    this.told(uri, timeline);
  }

  private clear(message: string): void {
    this.answer = null;
    this.sources.show(undefined, []);
    this.timeline.show(undefined, []);
    this.sourcesView.description = this.timelineView.description = '';
    this.sourcesView.badge = undefined;
    this.say(message);
  }

  private say(message: string): void {
    this.sourcesView.message = this.timelineView.message = message;
  }

  /** Marks the quotation at the cursor in the view, if the view is open. */
  private point(editor: TextEditor): void {
    if (!this.sourcesView.visible || editor.document !== this.draft) return;
    const at = editor.selection.active;
    const quotations = this.sources.entries.flatMap((source) => source.children);
    const here = quotations.find((quotation) => quotation.range && toRange(quotation.range).contains(at));
    if (here) void select(this.sourcesView, here);
  }

  private async sort(): Promise<void> {
    const orders: { label: string; order: Order }[] = [
      { label: 'By share of the quoted words', order: 'share' },
      { label: 'By name', order: 'name' },
      { label: 'As they speak in the draft', order: 'text' },
    ];
    const chosen = await window.showQuickPick(orders, { placeHolder: 'Order of the sources' });
    if (!chosen) return;
    this.order = chosen.order;
    if (this.answer && this.draft) this.showSources(this.draft.uri, this.answer);
  }

  /** Puts a view on the clipboard, as Markdown. */
  private async copy(what: 'sources' | 'timeline'): Promise<void> {
    const { client, draft } = this;
    if (!client || !draft) {
      void window.showInformationMessage(NO_DRAFT);
      return;
    }
    const argument = { what, format: 'markdown', uris: [client.code2ProtocolConverter.asUri(draft.uri)] };
    const text = await commands.executeCommand<string>('copydesk.export', argument);
    await env.clipboard.writeText(text);
    void window.setStatusBarMessage(`The ${what === 'sources' ? 'list of sources' : 'timeline'} is on the clipboard.`, 4000);
  }
}

async function select(view: TreeView<Entry>, entry: Entry): Promise<void> {
  await view.reveal(entry, { select: true, focus: false });
}

/** Shows a place of a draft in the editor and selects it. */
async function reveal(uri: Uri, place: ProtocolRange): Promise<void> {
  const range = toRange(place);
  const editor = await window.showTextDocument(uri, { preserveFocus: false });
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function toRange({ start, end }: ProtocolRange): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
