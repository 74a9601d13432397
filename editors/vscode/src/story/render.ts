// A story at a glance as HTML: for the panel, and for a file to keep. It counts nothing and knows no editor; all text is escaped.
import { Story } from '../protocol';
import { graph, MOST_PARTIES } from './graph';
import { Attributes, element, Html, text } from './html';

/** Translates a message of the extension. */
export type Translate = (message: string, ...args: (string | number)[]) => string;

/** The inside of the page. Buttons have the place that they lead to in `data-range`; in a file to keep they lead nowhere. */
export function renderStory(story: Story, t: Translate): string {
  const timeline = story.timeline;
  const isEmpty = !story.speakers.length && !timeline.days.length && !timeline.unresolved.length;
  const parts = [
    element('header', {}, [
      element('h1', {}, [text(story.title || t('Draft without a headline'))]),
      element('p', { class: 'quiet' }, [text(timeline.readAsOf?.label ?? t('The draft gives no date.'))]),
    ]),
    element('dl', { class: 'figures' }, story.figures.map(({ label, value }) =>
      element('div', {}, [element('dt', {}, [text(label)]), element('dd', {}, [text(value)])]))),
  ];
  if (isEmpty) parts.push(element('p', { class: 'empty' }, [text(story.emptyMessage)]));
  if (story.speakers.length) parts.push(section('speakers', t('Who speaks'), [speakers(story, t)]));
  if (timeline.days.length || timeline.unresolved.length) parts.push(section('timeline', t('What happens when'), days(story)));
  if (story.relations.length) parts.push(section('relations', t('Who with whom'), relations(story, t)));
  return parts.map(String).join('\n');
}

function section(id: string, title: string, content: Html[]): Html {
  return element('section', { 'aria-labelledby': id }, [element('h2', { id }, [text(title)]), ...content]);
}

function speakers(story: Story, t: Translate): Html {
  const most = Math.max(...story.speakers.map(({ share }) => share), 1);
  const mostQuotations = Math.max(...story.speakers.map(({ quotationCount }) => quotationCount), 1);
  const rows = story.speakers.map((speaker, index) => {
    const group = ['unattributed', 'unclear', 'anonymous'].includes(speaker.kind);
    const name = link(`speaker-${index}`, speaker.label, speaker.range);
    const title = speaker.title ? [element('span', { class: 'quiet' }, [text(speaker.title)])] : [];
    return element('tr', group ? { class: 'group' } : {}, [
      element('th', { scope: 'row' }, [name, ...title]),
      element('td', {}, [bar((100 * speaker.share) / most), element('span', {}, [text(`${speaker.words} (${speaker.shareLabel})`)])]),
      element('td', {}, [bar((100 * speaker.quotationCount) / mostQuotations), element('span', {}, [text(String(speaker.quotationCount))])]),
      element('td', {}, [position(speaker.firstAt), element('span', {}, [text(t('at {0}%', Math.round(speaker.firstAt)))])]),
    ]);
  });
  const heads = [t('Speaker'), t('Quoted words'), t('Quotations'), t('First speaks, in the draft')];
  return element('table', { class: 'speakers' }, [
    element('thead', {}, [element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, [text(head)])))]),
    element('tbody', {}, rows),
  ]);
}

// Drawn next to the number, so hidden from those who are read it.
function bar(percent: number): Html {
  return drawing([element('rect', { class: 'bar', x: '0', y: '1', height: '10', width: `${percent.toFixed(1)}%` })]);
}

function position(percent: number): Html {
  return drawing([
    element('rect', { class: 'track', x: '0', y: '5', height: '2', width: '100%' }),
    element('rect', { class: 'tick', x: `${Math.min(percent, 98).toFixed(1)}%`, y: '0', height: '12', width: '4' }),
  ]);
}

function drawing(shapes: Html[]): Html {
  return element('svg', { class: 'cell', 'aria-hidden': 'true', height: '12', width: '100%' }, shapes);
}

function days({ timeline }: Story): Html[] {
  const groups = timeline.days.map(({ id, label, rows }) => ({ id, label, rows }));
  if (timeline.unresolved.length) groups.push({ id: 'without', label: timeline.unresolvedLabel, rows: timeline.unresolved });
  const items = groups.map(({ id, label, rows }, day) =>
    element('li', { class: id === 'without' ? 'day unresolved' : 'day' }, [
      element('h3', {}, [text(label)]),
      element('ul', {}, rows.map((row, index) =>
        element('li', { class: row.status ?? 'done' }, [
          ...(row.statusLabel ? [element('span', { class: 'status' }, [text(row.statusLabel)])] : []),
          link(`event-${day}-${index}`, row.label, row.range),
          element('span', { class: 'quiet' }, [text([row.when, row.where].filter(Boolean).join(' · '))]),
        ]))),
    ]));
  return [element('ol', { class: 'timeline' }, items)];
}

function relations(story: Story, t: Translate): Html[] {
  const { parties } = story;
  const name = (index: number) => parties[index]?.label ?? '';
  const rows = story.relations.map((relation, index) =>
    element('tr', {}, [
      element('th', { scope: 'row' }, [text(name(relation.from))]),
      element('td', {}, [link(`relation-${index}`, relation.label, relation.range)]),
      element('td', {}, [text(name(relation.to))]),
      element('td', {}, [text(relation.description)]),
    ]));
  const heads = [t('Who'), t('What'), t('Whom'), t('Status and place')];
  const rest = parties.length - MOST_PARTIES;
  const note = rest > 0 ? [element('p', { class: 'quiet' }, [text(t('{0} more are in the table only.', rest))])] : [];
  return [
    graph(story, t),
    ...note,
    element('table', { class: 'relations' }, [
      element('thead', {}, [element('tr', {}, heads.map((head) => element('th', { scope: 'col' }, [text(head)])))]),
      element('tbody', {}, rows),
    ]),
  ];
}

/** Something that leads to a place of the draft; plain text if there is none. */
function link(id: string, label: string, range: object | null): Html {
  if (!range) return element('span', {}, [text(label)]);
  const attributes: Attributes = { type: 'button', id, 'data-range': JSON.stringify(range) };
  return element('button', attributes, [text(label)]);
}
