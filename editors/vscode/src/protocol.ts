// The requests and notices that the server adds to the protocol, as docs/lsp.md describes them. Only what is shown is here. Of the language
// client it takes types alone: its code is read when the server starts.
import type { LanguageClient, Position, Range } from 'vscode-languageclient/node';

interface DraftParams { textDocument: { uri: string } }

export interface QuotationItem {
  label: string;
  description: string;
  tooltip: string;
  range: Range;
  parts: Range[];
  notes: {
    verdict: 'exact' | 'folded' | 'near' | 'other-speaker' | 'absent' | 'too-short' | 'given-up' | 'unread';
    label: string;
    needsLook: boolean;
    places: { label: string; passage: string; location: { uri: string; range: Range } | null }[];
  } | null;
}

export interface SourceItem {
  id: string;
  kind: 'unattributed' | 'unclear' | 'anonymous' | 'person' | 'organization' | 'other';
  label: string;
  title: string;
  description: string;
  tooltip: string;
  firstReference: { text: string; range: Range } | null;
  quotations: QuotationItem[];
  quotationCount: number;
}

export interface Sources {
  uri: string;
  version: number;
  summary: string;
  emptyMessage: string;
  notesSummary: string;
  items: SourceItem[];
}

export interface TimelineRow {
  label: string;
  description: string;
  tooltip: string;
  when: string;
  where: string;
  statusLabel: string;
  sentence: string;
  status: 'done' | 'ongoing' | 'planned' | 'possible' | 'denied' | null;
  background: boolean;
  range: Range;
}

export interface TimelineDay {
  id: string;
  label: string;
  description: string;
  rows: TimelineRow[];
}

export interface ReadAsOf {
  date: string;
  label: string;
  source: 'given' | 'frontMatter' | 'dateline' | 'text' | 'fileName' | 'configuration';
  range: Range | null;
}

export interface Timeline {
  uri: string;
  version: number;
  summary: string;
  emptyMessage: string;
  readAsOf: ReadAsOf | null;
  days: TimelineDay[];
  unresolvedLabel: string;
  unresolved: TimelineRow[];
}

export interface Story {
  uri: string;
  version: number;
  title: string;
  emptyMessage: string;
  figures: { label: string; value: string }[];
  speakers: {
    kind: SourceItem['kind'];
    label: string;
    title: string;
    words: number;
    share: number;
    shareLabel: string;
    quotationCount: number;
    description: string;
    firstAt: number;
    range: Range | null;
  }[];
  timeline: Timeline;
  parties: { label: string; count: number }[];
  relations: { from: number; to: number; label: string; description: string; statusLabel: string; range: Range }[];
}

export interface Diff {
  uri: string;
  title: string;
  summary: string;
  emptyMessage: string;
  topics: {
    label: string;
    changes: { change: 'added' | 'removed' | 'changed'; sign: string; place: string; label: string; range: Range | null }[];
  }[];
}

export interface ActorChoices {
  name: string;
  newEntry: { kind: string; description: string } | null;
  entries: { id: string; label: string; description: string; isNear: boolean }[];
}

/** A request by its name, with the types of what is sent and of what comes back. */
export class ServerRequest<Params, Answer> {
  constructor(private readonly method: string) {}

  send(client: LanguageClient, params: Params): Promise<Answer> {
    return client.sendRequest<Answer>(this.method, params);
  }
}

export const sourcesRequest = new ServerRequest<DraftParams, Sources | null>('copydesk/sources');
export const timelineRequest = new ServerRequest<DraftParams, Timeline | null>('copydesk/timeline');
export const diffRequest = new ServerRequest<DraftParams, Diff | null>('copydesk/diff');
export const explainRequest = new ServerRequest<{ uri: string }, { markdown: string }>('copydesk/explain');
export const storyRequest = new ServerRequest<DraftParams, Story | null>('copydesk/story');
export const actorChoicesRequest = new ServerRequest<DraftParams & { position: Position }, ActorChoices | null>('copydesk/actorChoices');

/** The notice that the views of a draft show something else now. */
export const viewsChanged = 'copydesk/viewsChanged';

/** What the server is told that this extension takes. */
export const clientExtensions = { copydesk: { viewsChanged: true, explain: true, explainCommand: true } };
