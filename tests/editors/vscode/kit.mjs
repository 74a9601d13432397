// What the tests of the extension have in common: tests that leave a picture where they fail, and patience with a busy machine.
import assert from 'node:assert/strict';
import { test } from 'node:test';

export const { VSIX: vsix, SERVER: server, DRAFT: draft } = process.env;

/** How long an opened window may take. */
export const OPENING = { timeout: 300_000 };

/** A test that leaves a picture where it fails. */
export function see(what, opened, judge) {
  test(what, async () => {
    try {
      await judge();
    } catch (error) {
      await opened()?.picture(`failed-${what.replace(/\W+/g, '-')}`, { withMessages: true }).catch(() => {});
      throw error;
    }
  });
}

/** Tries again what a busy machine can lose, a key press right after a change of focus. */
export async function insist(times, attempt) {
  for (let left = times; ; left--) {
    const [done, error] = await attempt().then((value) => [value], (problem) => [undefined, problem]);
    if (!error) return done;
    if (left <= 1) throw error;
  }
}

/** Waits for a condition, which may be a promise; its last value is in the message of a failure. */
export async function waitUntil(condition, what, limit = 60_000) {
  for (const end = Date.now() + limit; ; ) {
    const value = await condition();
    if (value) return value;
    assert.ok(Date.now() < end, `in ${limit / 1000} seconds: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}
