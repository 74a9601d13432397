// The entries of the view “Sources”: who speaks, by their share, and what they say. It counts nothing itself.
import { ThemeColor, ThemeIcon } from 'vscode';

import { QuotationItem, SourceItem, Sources } from '../protocol';
import { Entry } from './tree';

const ICONS: Record<SourceItem['kind'], ThemeIcon> = {
  unattributed: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  unclear: new ThemeIcon('question'),
  anonymous: new ThemeIcon('eye-closed'),
  person: new ThemeIcon('account'),
  organization: new ThemeIcon('organization'),
  other: new ThemeIcon('file-text'),
};

const alarming = new ThemeColor('list.warningForeground');

/** What the notes say of a quotation; the word for it is in its description. */
const VERDICTS: Record<NonNullable<QuotationItem['notes']>['verdict'], ThemeIcon> = {
  exact: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  folded: new ThemeIcon('check', new ThemeColor('testing.iconPassed')),
  near: new ThemeIcon('diff'),
  'other-speaker': new ThemeIcon('person'),
  absent: new ThemeIcon('close'),
  'too-short': new ThemeIcon('quote'),
  'given-up': new ThemeIcon('quote'),
  unread: new ThemeIcon('quote'),
};

function verdictIcon({ notes }: QuotationItem): ThemeIcon {
  const icon = notes ? VERDICTS[notes.verdict] : undefined;
  if (!icon) return new ThemeIcon('quote');
  return notes?.needsLook ? new ThemeIcon(icon.id, alarming) : icon;
}

/** How the list is ordered. Groups without a name always come first. */
export type Order = 'share' | 'name' | 'text';

/** The entries in an order; with a filter those that have its letters in them, or in one of their quotations. */
export function sourceEntries(sources: Sources, order: Order, filter = ''): Entry[] {
  const isGroup = (item: SourceItem) => ['unattributed', 'unclear', 'anonymous'].includes(item.kind);
  const position = (item: SourceItem) => item.quotations[0]?.range.start ?? { line: Infinity, character: 0 };
  const compare = {
    share: () => 0,
    name: (one: SourceItem, other: SourceItem) => one.label.localeCompare(other.label),
    text: (one: SourceItem, other: SourceItem) =>
      position(one).line - position(other).line || position(one).character - position(other).character,
  }[order];
  const groups = sources.items.filter(isGroup);
  const others = sources.items.filter((item) => !isGroup(item)).sort(compare);
  return [...groups, ...others].map(entry).flatMap((source) => kept(source, filter.toLowerCase()));
}

/** A source as the filter leaves it: with all its quotations if it fits itself, else with those that fit. */
function kept(source: Entry, filter: string): Entry[] {
  const fits = (one: Entry) => `${one.label}\n${one.description}`.toLowerCase().includes(filter);
  if (fits(source)) return [source];
  const children = source.children.filter(fits);
  return children.length ? [Object.assign(source, { children, expanded: true })] : [];
}

function entry(item: SourceItem): Entry {
  const source: Entry = {
    id: item.id,
    label: item.label,
    description: item.description,
    tooltip: item.tooltip,
    icon: ICONS[item.kind] ?? ICONS.other,
    context: item.kind,
    range: item.firstReference?.range,
    expanded: item.kind === 'unattributed',
    children: [],
  };
  // The same words may be quoted twice; their number in the list tells them apart.
  source.children = item.quotations.map((quotation, index) => ({
    id: `${item.id}/${index}`,
    label: quotation.label,
    description: quotation.description,
    tooltip: quotation.tooltip,
    icon: verdictIcon(quotation),
    context: quotation.notes?.places.some((place) => place.location) ? 'quotationInNotes' : 'quotation',
    elsewhere: quotation.notes?.places.find((place) => place.location)?.location ?? undefined,
    range: quotation.range,
    parent: source,
    children: [],
  }));
  return source;
}

/** How many quotations nobody says, for the badge. */
export function unattributed(sources: Sources): number {
  return sources.items.find((item) => item.kind === 'unattributed')?.quotationCount ?? 0;
}
