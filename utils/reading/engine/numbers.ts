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

/** The last number in a text: "Results 1 to 10 of 1,023" ends in 1023. */
export function lastNumber(text: string | null | undefined): number | null {
  return readNumber(text?.match(/\d[\d.,'’\u00a0\u202f]*/g)?.at(-1));
}

/** How many a line of likers names: "amber, birch and 4 others like this" are six. Names are links; where there are none, what stands between commas. */
export function peopleIn(line: Element | null): string | null {
  // No line of likers is longer; a longer one could make the expressions slow.
  const text = line?.textContent?.slice(0, 2000).trim();
  if (!line || !text) return null;
  const links = [...line.querySelectorAll('a')].map(({ textContent }) => textContent?.trim() ?? '').filter(Boolean);
  const names = links.length > 0 ? links : text.split(/,|\s(?:and|und|et|y|e|en|och|og|i|и)\s/);
  const others = /(\d[\d.,]*)\s+\p{L}/u.exec(text)?.[1];
  const people = names.filter((name) => name.trim() && !/^\D{0,8}\d[\d.,]*\s+\p{L}/u.test(name.trim())).length;
  return String(people + (readNumber(others) ?? 0));
}
