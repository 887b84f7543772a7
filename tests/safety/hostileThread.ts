import { exportThread } from '../../utils/export/record.ts';
import type { Analysis } from '../../utils/stance/verdict.ts';
import { summarize } from '../../utils/summary/summarize.ts';
import type { Comment, Thread } from '../../utils/thread/thread.ts';
import { webAddress } from '../../utils/webUrl.ts';
import { aVerdict } from '../fixtures/reading.ts';

const STANCES = ['support', 'oppose', 'unsure'] as const;

/** A thread that says nothing but payloads, each in every place that a page fills: id, author, words, quote, time, address; the first as title, address and site too. */
export function hostileThread(payloads: readonly string[]): { thread: Thread; analysis: Analysis } {
  const ids = new Set<string>();
  const comments = payloads.map((payload, index): Comment => {
    const id = ids.has(payload) || payload === '' ? `${payload}${index}` : payload;
    ids.add(id);
    return {
      id,
      parent: index > 0 && index % 3 === 0 ? (payloads[index - 1] ?? null) : null,
      author: payload,
      text: `${payload} ${index % 2 ? 'I agree.' : 'Nonsense.'}\n${payload}`,
      quotes: [{ of: null, text: payload }],
      time: payload,
      score: null,
      // As it is read from a page: what is no address of the web is none.
      permalink: webAddress(payload, 'https://forum.example.org/t/1'),
      deleted: false,
    };
  });
  const [first = ''] = payloads;
  const thread: Thread = {
    platform: first,
    url: first,
    title: first,
    opening: { ...(comments[0] as Comment), id: 'the opening post' },
    comments,
    total: null,
    unreadable: 0,
  };
  const verdicts: Analysis['verdicts'] = Object.create(null);
  comments.forEach(({ id, text }, index) => {
    const stance = STANCES[index % 3] ?? 'unsure';
    const said = { best: stance === 'unsure' ? ('oppose' as const) : stance, evidence: [{ start: 0, end: text.length, weight: 1 }] };
    verdicts[id] = { opening: aVerdict(stance, said), parent: index > 0 && index % 3 === 0 ? aVerdict('oppose') : null };
  });
  return { thread, analysis: { model: first, proposition: { text: first, of: 'opening', kind: 'claim' }, verdicts } };
}

export function hostileExport(payloads: readonly string[]) {
  const { thread, analysis } = hostileThread(payloads);
  return exportThread(thread, analysis, summarize(thread, analysis), { version: '1.0', exportedAt: new Date('2026-11-01T12:00:00Z') });
}

/** Lists of so many. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
