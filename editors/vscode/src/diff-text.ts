// The lines of a comparison, with where they lead to. Every text comes from the server.
import type { Range } from 'vscode-languageclient/node';

import type { Diff } from './protocol';

export interface DiffText {
  text: string;
  /** Stretches of lines, from 0, that lead to places in the draft. */
  links: { line: number; from: number; to: number; target: Range }[];
}

/** What is shown of a comparison. */
export function diffText(diff: Diff): DiffText {
  const lines = [diff.title, diff.topics.length ? diff.summary : diff.emptyMessage];
  const links: DiffText['links'] = [];
  for (const topic of diff.topics) {
    lines.push('', topic.label);
    for (const { sign, place, label, range } of topic.changes) {
      // The sign comes first: the colors of added and removed lines go by it.
      const from = sign.length + 1;
      if (range) links.push({ line: lines.length, from, to: from + place.length, target: range });
      lines.push(`${sign} ${place}: ${label}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, links };
}
