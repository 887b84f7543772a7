const MULTIPLIERS: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9 };

/**
 * The first number in a text as forums print scores and counts: `-3`, `8 Likes`, `1,234 points`, `1.2k`, `−5`.
 * Returns `null` where there is none. A separator followed by exactly three digits groups thousands.
 */
export function readNumber(text: string | null | undefined): number | null {
  const match = /([-−+]?)(\d[\d.,'’\u00a0\u202f]*)\s?([kmb](?![a-z]))?/i.exec(text ?? '');
  if (!match) return null;
  const [, sign, figures = '', suffix] = match;
  const plain = figures.replace(/[.,'’\u00a0\u202f](?=\d{3}(?!\d))/g, '').replace(',', '.');
  const value = Number.parseFloat(plain) * (suffix ? (MULTIPLIERS[suffix.toLowerCase()] ?? 1) : 1);
  return Number.isFinite(value) ? Math.round(sign === '-' || sign === '−' ? -value : value) : null;
}
