import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Divisions } from '../../../../../components/sidebar/overview/Divisions.tsx';
import { Growth } from '../../../../../components/sidebar/overview/Growth.tsx';
import type { Proposition } from '../../../../../utils/stance/verdict.ts';
import { knownOf } from '../../../../../utils/summary/known.ts';
import { summarize } from '../../../../../utils/summary/summarize.ts';
import { aThread, type Said } from '../../../../fixtures/reading.ts';

let place: HTMLElement;
let gone: string[];

beforeEach(() => {
  gone = [];
});
afterEach(() => {
  render(null, place);
  place.remove();
});

function show(comments: Said[], kind: Proposition['kind'] = 'claim'): void {
  const { reading, analysis } = aThread(comments);
  const given = { ...analysis, proposition: { ...analysis.proposition, kind } };
  place = document.body.appendChild(document.createElement('main'));
  render(
    <>
      <Divisions thread={reading.thread} analysis={given} known={knownOf(summarize(reading.thread, given), given.verdicts)} />
      <Growth thread={reading.thread} analysis={given} jump={(id) => gone.push(id)} />
    </>,
    place,
  );
}

const counts = () => [...place.querySelectorAll('.counts li')].map(({ textContent }) => textContent?.trim());
const words = (selector: string) => place.querySelector(selector)?.textContent ?? '';
const rows = () => [...place.querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));

async function pick(value: string): Promise<void> {
  place.querySelector<HTMLInputElement>(`input[value="${value}"]`)?.click();
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const LOUD: Said[] = [
  ...Array.from({ length: 6 }, (): Said => ({ author: 'amber', stance: 'oppose', score: -1, time: '2026-02-14T10:00:00Z' })),
  { author: 'basil', stance: 'support', score: 12, time: '2026-02-14T11:00:00Z' },
  { author: null, stance: 'unsure', time: '2026-02-14T12:00:00Z' },
];

describe('where the comments stand', () => {
  it('is counted by comment, by person and by vote, and says what is left out', async () => {
    show(LOUD);
    expect(counts()).toEqual(['1 supports', '6 oppose', '1 unsure']);
    await pick('people');
    expect(counts()).toEqual(['1 supports', '1 opposes', '0 unsure']);
    expect(words('.divisions .note')).toContain('2 people wrote the comments read.');
    expect(words('.divisions .note')).toContain('1 comment names nobody and is left out.');
    await pick('votes');
    expect(counts()).toEqual(['12 support', '0 oppose', '0 unsure']);
    expect(words('.divisions .note')).toContain('12 votes were given');
    expect(words('.divisions .note')).toContain('6 comments voted below zero count as none.');
  });

  it('tells in a sentence what one way of counting alone would hide', () => {
    show(LOUD);
    expect([...place.querySelectorAll('.story')].map(({ textContent }) => textContent)).toEqual([
      'More votes went to support than to opposition (12 to 0); by comment it is the other way round.',
      '100% of the 6 opposing comments are by one person.',
    ]);
  });

  it('keeps counts where they are while they grow: what comes later comes into room kept for it', async () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'neutral' }, { stance: 'skipped' }, { stance: 'unsure' }]);
    const [one, two, three] = reading.thread.comments.map(({ id }) => id) as [string, string, string];
    const draw = (known: string[], working: boolean) => {
      const verdicts = Object.fromEntries(
        Object.entries(analysis.verdicts).map(([id, verdict]) => [
          id,
          known.includes(id) ? verdict : { ...verdict, opening: { ...verdict.opening, stance: 'pending' as const } },
        ]),
      );
      const given = { ...analysis, verdicts };
      const of = knownOf(summarize(reading.thread, given), verdicts);
      render(<Divisions thread={reading.thread} analysis={given} known={of} working={working} />, place);
    };
    const seen = () => [...place.querySelectorAll('.counts li:not(.reserved)')].map(({ textContent }) => textContent?.trim());
    place = document.body.appendChild(document.createElement('main'));
    draw([], true);
    expect(seen()).toEqual(['0 support', '0 oppose', '0 unsure']);
    const places = () => [...place.querySelectorAll<HTMLElement>('.counts li')].map(({ dataset }) => dataset.stance);
    const first = places();
    draw([one, three], true);
    expect(seen()).toEqual(['1 supports', '0 oppose', '0 unsure', '1 skipped']);
    draw([one, two, three], true);
    expect(seen()).toEqual(['1 supports', '0 oppose', '0 unsure', '1 neutral', '1 skipped']);
    draw(Object.keys(analysis.verdicts), false);
    expect(seen()).toEqual(['1 supports', '0 oppose', '1 unsure', '1 neutral', '1 skipped']);
    expect(places()).toEqual(first);
    expect(place.querySelector('.word')?.getAttribute('data-longest')).toBe('supports');
  });

  it('offers no choice where there is none', () => {
    show([{ stance: 'support' }]);
    expect(place.querySelector('.divisions input')).toBeNull();
  });

  it('has no sides below an open question, and no stories of them', () => {
    show(LOUD, 'question');
    expect(counts()).toEqual(['7 answer or thank', '1 unsure']);
    expect(place.querySelector('.story')).toBeNull();
  });
});

describe('how the sides grew', () => {
  it('is drawn with a name for each line, told in words, and written as a table that leads to the comments', async () => {
    show(LOUD);
    expect(place.querySelector('[role="img"]')?.getAttribute('aria-label')).toMatch(/^From .+ to .+\. At the end: 1 supports, 6 oppose\.$/);
    expect([...place.querySelectorAll('.end')].map(({ textContent }) => textContent?.trim())).toEqual(['1 supports', '6 oppose']);
    await pick('order');
    expect(rows().map(([, ...numbers]) => numbers)).toEqual([
      ['0', '1', '1'],
      ['0', '2', '2'],
      ['0', '3', '3'],
      ['0', '4', '4'],
      ['0', '5', '5'],
      ['0', '6', '6'],
      ['1', '6', '7'],
      ['1', '6', '8'],
    ]);
    place.querySelector<HTMLElement>('tbody tr:last-child button')?.click();
    expect(gone).toEqual(['8']);
  });

  it('goes by the order alone where the page gives no times, and says so', () => {
    show([{ stance: 'support' }, { stance: 'unsure' }]);
    expect(words('.growth')).toContain('No course can be told from times here');
    expect(place.querySelector('.growth input')).toBeNull();
    expect(words('.axis')).toBe('first commentcomment 2');
  });

  it('goes by the order where only comments without a time take a side, and does not say that none does', () => {
    show([{ stance: 'unsure', time: '2026-02-14T10:00:00Z' }, { stance: 'neutral', time: '2026-02-14T11:00:00Z' }, { stance: 'support' }]);
    expect(words('.growth')).not.toContain('No comment is known to take one side');
    expect([...place.querySelectorAll('.end')].map(({ textContent }) => textContent?.trim())).toEqual(['1 supports', '0 oppose']);
  });

  it('says so where nothing can be drawn', () => {
    show([{ stance: 'unsure' }, { stance: 'neutral' }]);
    expect(words('.growth')).toContain('No comment is known to take one side');
    render(null, place);
    show([{ stance: 'support' }]);
    expect(place.querySelector('svg.line')).toBeNull();
    expect(words('.growth')).toContain('one comment so far');
  });
});
