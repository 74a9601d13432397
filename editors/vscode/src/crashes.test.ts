import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Crashes } from './crashes';

test('the fifth crash in three minutes is the last one', () => {
  const crashes = new Crashes();
  assert.deepEqual([1, 2, 3, 4, 5].map((second) => crashes.mayRestart(second * 1000)), [true, true, true, true, false]);
  crashes.forget();
  assert.equal(crashes.mayRestart(6000), true);
});

test('crashes that are far apart are forgiven', () => {
  const crashes = new Crashes();
  assert.ok([0, 1, 2, 3, 4, 5, 6].every((minute) => crashes.mayRestart(minute * 60_000)));
});
