import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { Actions } from '../../../../../components/sidebar/actions.ts';
import { SinceLast } from '../../../../../components/sidebar/overview/SinceLast.tsx';
import { People } from '../../../../../components/sidebar/people/People.tsx';
import { hashId } from '../../../../../utils/reader/visits.ts';
import { createSession, type Session } from '../../../../../utils/session/session.ts';
import { pseudonyms } from '../../../../../utils/thread/authors.ts';
import { aThread, type Said } from '../../../../fixtures/reading.ts';

let place: HTMLElement;
let session: Session;
let gone: string[];

/** A thread whose last `fresh` comments came since the reader's last visit; on the first visit `null`. */
function open(comments: Said[], fresh: number | null = null): void {
  gone = [];
  const { reading, analysis } = aThread(comments);
  session = createSession();
  session.reading.value = reading;
  // What is still to be read has no verdict.
  for (const [index, { stance }] of comments.entries()) if (stance === 'pending') delete analysis.verdicts[String(index + 1)];
  session.raw.value = analysis;
  if (fresh !== null) {
    const known = reading.thread.comments.slice(0, comments.length - fresh).map(({ id }) => hashId(id));
    session.lastVisit.value = { moment: Date.parse('2026-02-14T10:00:00Z'), known: new Set(known) };
  }
  place = document.body.appendChild(document.createElement('main'));
  draw();
}

function draw(): void {
  const [reading, analysis] = [session.reading.value, session.analysis.value];
  if (!reading || !analysis) throw new Error('There is nothing to draw.');
  const actions: Actions = {
    jump: (id) => gone.push(id),
    exported: () => null,
    retry: () => {},
    loadRest: () => {},
    stopLoading: () => {},
  };
  render(
    <>
      <SinceLast session={session} thread={reading.thread} analysis={analysis} jump={actions.jump} />
      <People session={session} reading={reading} actions={actions} />
    </>,
    place,
  );
}

afterEach(() => {
  render(null, place);
  place.remove();
});

const press = async (selector: string) => {
  place.querySelector<HTMLElement>(selector)?.click();
  await new Promise((resolve) => setTimeout(resolve, 5));
};
const people = () => [...place.querySelectorAll('.person')].map((one) => one.querySelector('.author')?.textContent);

describe('people', () => {
  it('are listed with where they stand here, and lead to each of their comments', async () => {
    open([
      { author: 'amber', stance: 'oppose' },
      { author: 'basil', stance: 'support' },
      { author: 'amber', stance: 'oppose' },
    ]);
    expect(people()).toEqual(['amber', 'basil']);
    expect(place.querySelector('.person')?.textContent).toMatch(/amber\s*opposes\s*2 comments/);
    expect(place.querySelectorAll('.go')[1]?.getAttribute('aria-label')).toBe('2 of 2: opposes');
    await press('.person .go:last-child');
    expect(gone).toEqual(['3']);
  });

  it('of whom only some comments could be placed are shown with how many tell where they stand', () => {
    open([
      { author: 'amber', stance: 'oppose' },
      { author: 'amber', stance: 'unsure' },
      { author: 'amber', stance: 'skipped' },
      { author: 'basil', stance: 'support' },
      { author: 'cedar', stance: 'unsure' },
    ]);
    const told = [...place.querySelectorAll('.person')].map((one) => /told by [\w ]+/.exec(one.textContent ?? '')?.[0] ?? null);
    expect(told).toEqual(['told by 1 of 3 comments', null, null]);
  });

  it('are named as in exports without names when the reader asks for it', async () => {
    open([
      { author: 'amber', stance: 'oppose' },
      { author: 'basil', stance: 'support' },
    ]);
    await press('.switch input');
    const { thread } = session.reading.value ?? {};
    expect(people()).toEqual(['amber', 'basil'].map((name) => thread && pseudonyms(thread)(name)));
    expect(place.textContent).not.toMatch(/amber|basil/);
  });

  it('come fifty at a time, and of one the first twenty comments', async () => {
    open([
      ...Array.from({ length: 30 }, (): Said => ({ author: 'amber', stance: 'unsure' })),
      ...Array.from({ length: 119 }, (_, index): Said => ({ author: `reader ${index}`, stance: 'unsure' })),
    ]);
    expect([people().length, place.querySelectorAll('.person:first-child .go').length]).toEqual([50, 20]);
    await press('.further button');
    expect(people().length).toBe(100);
    expect(place.querySelector('.further')?.textContent).toContain('100 of 120 people');
    await press('.further button');
    expect([people().length, place.querySelector('.further')]).toEqual([120, null]);
    await press('.person:first-child .plain');
    expect(place.querySelectorAll('.person:first-child .go').length).toBe(30);
  });

  it('are none where no comment is named, which is said', () => {
    open([{ stance: 'support' }]);
    expect(place.textContent).toContain('No comment names who wrote it.');
  });
});

describe('since the last visit', () => {
  const thread = (fresh: number | null) =>
    open(
      [{ stance: 'support' }, { stance: 'oppose' }, { author: 'amber', stance: 'oppose' }, { author: 'amber', stance: 'oppose' }],
      fresh,
    );

  it('it is told how many came and how they moved the division, and the way leads from one to the next', async () => {
    thread(2);
    expect(place.querySelector('.since')?.textContent).toContain('2 new comments since');
    expect(place.querySelector('.since')?.textContent).toContain(
      'Support 50% → 25%, Opposition 50% → 75% of the comments that could be placed.',
    );
    for (let times = 0; times < 3; times += 1) await press('.next button');
    expect(gone).toEqual(['3', '4', '3']);
    expect(place.querySelector('[role="status"]')?.textContent).toBe('1 of 2');
    expect(place.querySelectorAll('.go')[1]?.getAttribute('aria-label')).toBe('2 of 2: opposes, new');
  });

  it('nothing is told on the first visit, and quietly where nothing came', () => {
    thread(null);
    expect(place.querySelector('.since')).toBeNull();
    thread(0);
    expect(place.querySelector('.since')?.textContent).toContain('Nothing new since');
  });

  const told = (comments: Said[], fresh: number) => {
    open(comments, fresh);
    return place.querySelector('.since p')?.textContent;
  };
  const yes: Said = { stance: 'support' };
  const no: Said = { stance: 'oppose' };
  const neither: Said = { stance: 'unsure' };

  it.each<[string, Said[], number, string]>([
    ['what could not be placed moves nothing', [yes, no, neither, neither], 2, 'None of the new comments could be placed.'],
    [
      'only what could is counted',
      [yes, neither, yes, no],
      2,
      'Support 100% → 67%, Opposition 0% → 33% of the comments that could be placed.',
    ],
    [
      'where no share moved that is said',
      [yes, no, yes, no],
      2,
      'Of the comments that could be placed, the sides hold the shares that they held before.',
    ],
    ['nothing of a division is told while new comments are still to be read', [yes, no, yes, { stance: 'pending' }], 2, ''],
    ['nor where of what was there before nothing could be placed', [neither, neither, yes], 1, ''],
  ])('%s', (_what, comments, fresh, words) => {
    expect(told(comments, fresh)).toBe(words);
  });

  it('says nothing of a division that has no before', () => {
    thread(4);
    expect(place.querySelector('.since')?.textContent).not.toContain('→');
  });
});
