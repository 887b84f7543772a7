import { language } from './texts.ts';

/** Made where it is first needed: a page waits for all that is made before. */
let percent: Intl.NumberFormat | undefined;

function inPercent(part: number): string {
  percent ??= new Intl.NumberFormat(language(), { style: 'percent' });
  return percent.format(part);
}

/** 0…1 as a percentage. Never 100 %: no model is that sure. */
export function formatShare(share: number): string {
  return inPercent(Math.min(share, 0.99));
}

/** 0…1 of what was counted, as a percentage. */
export function formatPart(part: number): string {
  return inPercent(part);
}

/** An ISO 8601 time as the language of the texts writes it, as exact as it is: "2022" names no day. Empty where there is none. */
export function formatTime(time: string | null): string {
  const date = new Date(time ?? '');
  if (!time || Number.isNaN(date.getTime())) return '';
  // A day without an hour is read as midnight in UTC, which is the day before to the west of it.
  const format = (exact: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language(), { ...exact, timeZone: 'UTC' }).format(date);
  if (time.length === 4) return format({ year: 'numeric' });
  if (time.length === 7) return format({ year: 'numeric', month: 'short' });
  if (time.length === 10) return format({ dateStyle: 'medium' });
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** Words of somebody else's to stand in a sentence of ours, whichever way they run: set apart by Unicode's isolates. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
