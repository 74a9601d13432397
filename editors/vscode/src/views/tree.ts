// What both views share: a tree whose entries come ready from the server. It draws an entry again only if it changed.
import {
  Event, EventEmitter, ProviderResult, ThemeIcon, TreeDataProvider, TreeItem, TreeItemCollapsibleState, Uri,
} from 'vscode';
import type { Range } from 'vscode-languageclient/node';

/** An entry of a view, with what it says and where it leads. */
export interface Entry {
  /** The same for the same thing in every version of a draft, so that it stays unfolded and selected. */
  id: string;
  label: string;
  description: string;
  tooltip: string;
  /** What is read out instead of the label and the description. */
  spoken?: string;
  icon: ThemeIcon;
  /** Decides about the menu of the entry. */
  context: string;
  /** Where it leads; a group may lead nowhere. */
  range?: Range;
  /** Where its words are in another file. */
  elsewhere?: { uri: string; range: Range };
  parent?: Entry;
  children: Entry[];
  expanded?: boolean;
}

export class Tree implements TreeDataProvider<Entry> {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData: Event<undefined> = this.changed.event;
  private shown = '';
  uri: Uri | undefined;
  entries: Entry[] = [];

  /** Shows these entries of a draft. Says whether anything is drawn again. */
  show(uri: Uri | undefined, entries: Entry[]): boolean {
    const now = JSON.stringify([uri?.toString(), entries], (key, value) => (key === 'parent' ? undefined : value));
    if (now === this.shown) return false;
    this.shown = now;
    this.uri = uri;
    this.entries = entries;
    this.changed.fire(undefined);
    return true;
  }

  getChildren(entry?: Entry): Entry[] {
    return entry ? entry.children : this.entries;
  }

  getParent(entry: Entry): ProviderResult<Entry> {
    return entry.parent;
  }

  getTreeItem(entry: Entry): TreeItem {
    const open = entry.expanded ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(entry.label, entry.children.length ? open : TreeItemCollapsibleState.None);
    item.id = entry.id;
    item.description = entry.description;
    item.tooltip = entry.tooltip;
    item.iconPath = entry.icon;
    item.contextValue = entry.context;
    item.accessibilityInformation = { label: entry.spoken ?? [entry.label, entry.description].filter(Boolean).join(', ') };
    if (entry.range && this.uri) {
      item.command = { command: 'copydesk.reveal', title: 'Go to Text', arguments: [this.uri, entry.range] };
    }
    return item;
  }
}
