import assert from 'node:assert/strict';
import { test } from 'node:test';

import { statusText } from './status-text';

test('the status bar counts, and says the date once', () => {
  assert.equal(statusText(2, 11, 'read as of May 5, 2031'), 'copydesk: 2 errors, 11 to check · read as of May 5, 2031');
  assert.equal(statusText(1, 0, ''), 'copydesk: 1 error');
  assert.equal(statusText(0, 1, ''), 'copydesk: 1 to check');
  assert.equal(statusText(0, 0, ''), 'copydesk: nothing to check');
});
