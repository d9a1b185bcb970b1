/** Numbers as the page shows them: the same on every machine, whatever its locale. */

/** `1234567` as `1,234,567`. */
export function grouped(value: number): string {
  const digits = String(value);
  let text = '';
  for (let at = 0; at < digits.length; at++) {
    if (at > 0 && (digits.length - at) % 3 === 0) text += ',';
    text += digits[at];
  }
  return text;
}

/** The part of an article's visible characters that went, from 0 to 1. */
export function shareOf({ kept, removed }: { kept: number; removed: number }): number {
  return removed === 0 ? 0 : removed / (kept + removed);
}

/** `0.1234` as `12.3%`; what is more than nothing never shows as `0%`. */
export function percent(share: number): string {
  if (share === 0) return '0%';
  if (share < 0.001) return '<0.1%';
  const text = (share * 100).toFixed(1);
  return `${text.endsWith('.0') ? text.slice(0, -2) : text}%`;
}

/** `1 warning`, `2 warnings`. */
export function count(value: number, noun: string): string {
  return `${grouped(value)} ${noun}${value === 1 ? '' : 's'}`;
}
