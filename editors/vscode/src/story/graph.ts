// The picture of who does something to whom: names on a ring, an arrow for each pair. The table beneath it says the same in words.
import { Story } from '../protocol';
import { element, Html, text } from './html';
import { Translate } from './render';

/** More names make a tangle. */
export const MOST_PARTIES = 10;

const WIDTH = 560;
const RING_WIDTH = 130;

/** How high the picture of so many names is. */
function heightOf(count: number): number {
  if (count <= 2) return 110;
  return count <= 4 ? 240 : 340;
}

interface Point { x: number; y: number }

export function graph(story: Story, t: Translate): Html {
  const parties = story.parties.slice(0, MOST_PARTIES);
  const pairs = pairsOf(story, parties.length);
  const points = parties.map((_, index) => onRing(index, parties.length));
  const lines = pairs.flatMap(({ from, to, isCertain }) => {
    const [start, end] = [points[from], points[to]];
    return start && end ? [arrow(start, end, isCertain)] : [];
  });
  const nodes = parties.flatMap(({ label, count }, index) => {
    const at = points[index];
    return at ? node(at, label, count, parties.length) : [];
  });
  const names = pairs.map(({ from, to }) => `${parties[from]?.label} → ${parties[to]?.label}`);
  const alternative = t('Arrows from who acts to who is acted on: {0}', names.join('; '));
  return element('figure', {}, [
    element('svg', { class: 'graph', role: 'img', viewBox: `0 0 ${WIDTH} ${heightOf(parties.length)}`, 'aria-label': alternative }, [
      element('defs', {}, [
        element('marker', { id: 'head', viewBox: '0 0 8 8', refX: '7', refY: '4', markerWidth: '7', markerHeight: '7', orient: 'auto-start-reverse' }, [
          element('path', { class: 'head', d: 'M0 0 8 4 0 8z' }),
        ]),
      ]),
      ...lines,
      ...nodes,
    ]),
    legend(pairs.some(({ isCertain }) => !isCertain), t),
  ]);
}

/** What the arrows mean, each next to one. */
function legend(hasUncertain: boolean, t: Translate): Html {
  const entries = [
    { line: 'edge', meaning: t('An arrow goes from who acts to who is acted on.') },
    ...(hasUncertain ? [{ line: 'edge uncertain', meaning: t('A dashed arrow is planned, possible or denied.') }] : []),
  ];
  return element('figcaption', { class: 'legend' }, entries.map(({ line, meaning }) =>
    element('span', {}, [
      element('svg', { class: 'sample', 'aria-hidden': 'true', width: '44', height: '12', viewBox: '0 0 44 12' }, [
        element('path', { class: line, d: 'M2 6H40', 'marker-end': 'url(#head)' }),
      ]),
      text(meaning),
    ])));
}

/** Each pair once, whatever happens between the two; certain if something did take place. */
function pairsOf(story: Story, count: number) {
  const pairs = new Map<string, { from: number; to: number; isCertain: boolean }>();
  for (const { from, to, statusLabel } of story.relations) {
    if (from >= count || to >= count) continue;
    const isCertain = !['Planned', 'Possible', 'Denied'].includes(statusLabel);
    const known = pairs.get(`${from}-${to}`);
    if (known) known.isCertain ||= isCertain;
    else pairs.set(`${from}-${to}`, { from, to, isCertain });
  }
  return [...pairs.values()];
}

function onRing(index: number, count: number): Point {
  const angle = (2 * Math.PI * index) / count - (count === 2 ? Math.PI : Math.PI / 2);
  const height = heightOf(count);
  return { x: WIDTH / 2 + RING_WIDTH * Math.cos(angle), y: height / 2 + (height / 2 - 50) * Math.sin(angle) };
}

/** A bent line, so that two arrows between the same two are apart. It ends before the dots. */
function arrow(start: Point, end: Point, isCertain: boolean): Html {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy) || 1;
  const gap = 14;
  const at = (point: Point, sign: number) => `${(point.x + (sign * gap * dx) / length).toFixed(1)} ${(point.y + (sign * gap * dy) / length).toFixed(1)}`;
  const bend = `${((start.x + end.x) / 2 - dy * 0.12).toFixed(1)} ${((start.y + end.y) / 2 + dx * 0.12).toFixed(1)}`;
  return element('path', {
    class: isCertain ? 'edge' : 'edge uncertain', d: `M${at(start, 1)}Q${bend} ${at(end, -1)}`, 'marker-end': 'url(#head)',
  });
}

/** A dot with its name: next to it at the sides, beneath it if there are two, and else above or beneath. */
function node(at: Point, label: string, count: number, all: number): Html[] {
  const side = all <= 2 || Math.abs(at.x - WIDTH / 2) <= 40 ? 0 : Math.sign(at.x - WIDTH / 2);
  const anchor = side === 0 ? 'middle' : side < 0 ? 'end' : 'start';
  const x = at.x + 14 * side;
  const isAbove = all > 2 && at.y < heightOf(all) / 2;
  const y = at.y + (side !== 0 ? 4 : isAbove ? -16 : 28);
  return [
    element('circle', { class: 'node', cx: at.x.toFixed(1), cy: at.y.toFixed(1), r: String(Math.min(5 + count, 10)) }),
    element('text', { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor }, [text(shortened(label))]),
  ];
}

function shortened(label: string): string {
  return label.length > 20 ? `${label.slice(0, 19)}…` : label;
}
