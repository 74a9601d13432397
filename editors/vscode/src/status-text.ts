// What the status bar says of a draft. It counts nothing itself.

type Translate = (message: string, ...args: (string | number)[]) => string;

/** `readAsOf` is the server's label, such as “read as of May 5, 2031”; empty if the draft gives no date. */
export function statusText(t: Translate, errors: number, others: number, readAsOf: string): string {
  const counts = [
    errors && (errors === 1 ? t('1 error') : t('{0} errors', errors)),
    others && t('{0} to check', others),
  ].filter(Boolean);
  const found = counts.length ? counts.join(', ') : t('nothing to check');
  return [`copydesk: ${found}`, readAsOf].filter(Boolean).join(' · ');
}

/** Whether a text is a day of the calendar, written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
