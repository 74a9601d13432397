// The entries of the view “Timeline”: what happened on which day, in the draft's own words. It resolves no day itself.
import { ThemeIcon } from 'vscode';

import { Timeline, TimelineRow } from '../protocol';
import { Entry } from './tree';

const ICONS: Record<NonNullable<TimelineRow['status']>, string> = {
  done: 'circle-small-filled',
  ongoing: 'sync',
  planned: 'arrow-right',
  possible: 'question',
  denied: 'circle-slash',
};

export function timelineEntries(timeline: Timeline): Entry[] {
  const days = timeline.days.map((day) => group(day.id, day.label, day.description, 'calendar', day.rows));
  if (timeline.unresolved.length) {
    const { unresolved, unresolvedLabel } = timeline;
    days.push(group('without', unresolvedLabel, String(unresolved.length), 'circle-outline', unresolved));
  }
  return days;
}

function group(id: string, label: string, description: string, icon: string, rows: TimelineRow[]): Entry {
  const day: Entry = {
    id, label, description, tooltip: '', icon: new ThemeIcon(icon), context: 'day', expanded: true, children: [],
  };
  day.children = rows.map((row, index) => ({
    id: `${id}/${index}`,
    // A narrow view shows some 25 letters: these are for what happens. What did not take place has an icon, and the day says so
    // in words.
    label: row.label,
    description: [row.statusLabel, row.when, row.where].filter(Boolean).join(' · '),
    tooltip: [row.tooltip, [row.statusLabel, row.when, row.where].filter(Boolean).join(' · ')].join('\n\n'),
    spoken: [row.statusLabel, row.label, row.when, row.where].filter(Boolean).join(', '),
    icon: new ThemeIcon(ICONS[row.status ?? 'done']),
    context: 'event',
    range: row.range,
    parent: day,
    children: [],
  }));
  return day;
}
