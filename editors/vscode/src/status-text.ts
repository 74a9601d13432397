// What the status bar says of a draft. It counts nothing itself.

/** `readAsOf` is the server's label, such as “read as of May 5, 2031”; empty if the draft gives no date. */
export function statusText(errors: number, others: number, readAsOf: string): string {
  const counts = [errors && `${errors} ${errors === 1 ? 'error' : 'errors'}`, (others || !errors) && `${others} to check`];
  const found = errors + others ? counts.filter(Boolean).join(', ') : 'nothing to check';
  return ['copydesk: ' + found, readAsOf].filter(Boolean).join(' · ');
}
