import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isDay, statusText } from './status-text';

const english = (message: string, ...args: (string | number)[]) => message.replace('{0}', String(args[0]));

test('the status bar counts, and says the date once', () => {
  const text = (errors: number, others: number, readAsOf = '') => statusText(english, errors, others, readAsOf);
  assert.equal(text(2, 11, 'read as of May 5, 2031'), 'copydesk: 2 errors, 11 to check · read as of May 5, 2031');
  assert.equal(text(1, 0), 'copydesk: 1 error');
  assert.equal(text(0, 1), 'copydesk: 1 to check');
  assert.equal(text(0, 0), 'copydesk: nothing to check');
});

test('a day is one of the calendar', () => {
  assert.ok(isDay('2032-02-29'));
  for (const wrong of ['2031-02-29', '2031-5-5', '5 May 2031', '']) assert.ok(!isDay(wrong), wrong);
});
