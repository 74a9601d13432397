// Decides whether a server that ended is started again. It starts nothing itself.

/** A server that ends so often within the time is left alone. */
const LIMIT = 5;
const WITHIN = 180_000;

export class Crashes {
  private times: number[] = [];

  /** Notes that the server ended at a time in milliseconds; says whether to start it again. */
  mayRestart(now: number): boolean {
    this.times = [...this.times, now].filter((time) => now - time < WITHIN);
    return this.times.length < LIMIT;
  }

  /** The user starts it again: what was before does not count. */
  forget(): void {
    this.times = [];
  }
}
