import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actions } from '../../../../../components/sidebar/actions.ts';
import { Arguments } from '../../../../../components/sidebar/arguments/Arguments.tsx';
import points from '../../../../../entrypoints/points.ts';
import { createSession } from '../../../../../utils/session/session.ts';
import { aThread, aVerdict, type Said } from '../../../../fixtures/reading.ts';

const jump = vi.fn();
let place: HTMLElement;

beforeEach(() => {
  points.main();
  vi.clearAllMocks();
  place = document.createElement('div');
});
afterEach(() => {
  render(null, place);
  place.remove();
});

/** Opens the view of a thread and waits until everything is gathered. */
async function show(said: Said[], kind: 'claim' | 'question' = 'claim'): Promise<void> {
  const { reading, analysis } = aThread(said);
  analysis.proposition.kind = kind;
  document.body.append(place);
  const session = createSession();
  session.reading.value = reading;
  session.raw.value = analysis;
  render(<Arguments session={session} reading={reading} actions={{ jump } as unknown as Actions} />, place);
  await vi.waitFor(() => expect(words()).not.toContain('Gathering'));
}

const words = () => (place.textContent ?? '').replace(/[\u2068\u2069]/g, '');
const button = (name: RegExp) =>
  [...place.querySelectorAll('button')].find(({ textContent }) =>
    name.test((textContent ?? '').replace(/[\u2068\u2069]/g, '')),
  ) as HTMLElement;
const headings = () => [...place.querySelectorAll('h2')].map(({ textContent }) => textContent?.trim());
const drawn = () => new Promise((resolve) => setTimeout(resolve, 20));

const by = (author: string, text: string, said: Partial<Said> = {}): Said => ({ stance: 'neutral', author, text, parent: '0', ...said });
const many = (count: number, stance: Said['stance'] = 'oppose') =>
  Array.from({ length: count }, (_, index) => by(`reader${index}`, `Number ${index}: the ferry timetable never fits school.`, { stance }));

describe('the view of the arguments', () => {
  it('shows a point in its author’s words with everybody who speaks of it, each to go to', async () => {
    await show(many(14));
    expect(place.querySelector('.card .sentence')?.textContent).toMatch(/the ferry timetable never fits school\./);
    const all = button(/^14 people on/);
    expect(all.getAttribute('aria-expanded')).toBe('false');
    expect(place.querySelectorAll('.others .said')).toHaveLength(0);
    all.click();
    await drawn();
    expect(all.getAttribute('aria-expanded')).toBe('true');
    expect(place.querySelectorAll('.others .said'), 'ten of the other thirteen').toHaveLength(10);
    button(/^Show 3 more/).click();
    await drawn();
    const others = [...place.querySelectorAll<HTMLElement>('.others .by')];
    expect(others).toHaveLength(13);
    expect(document.activeElement, 'the keyboard goes on where the list does').toBe(others[10]);
    others[12]?.click();
    expect(jump).toHaveBeenCalledOnce();
  });

  it('says of which side the points are, and that there is no other', async () => {
    await show(many(6));
    expect(headings().slice(0, 2)).toEqual(['In opposition', 'In support']);
    expect(words()).toContain('From 6 comments.');
    expect(words()).toContain('No comment is known to support the post.');
  });

  it('calls a guess a guess', async () => {
    const unsure = { stance: 'unsure', best: 'support', confidence: 0.4 } as const;
    await show([by('ada', 'The ferry should run at night because people work late.', unsure), by('ben', 'Apples are dear this year.')]);
    expect(headings().slice(0, 2)).toEqual(['What is said', 'In support, perhaps']);
    expect(words()).toContain('From 1 comment that may stand here, 40% likely. A guess, not a finding.');
  });

  it('shows answers below an open question, and no sides', async () => {
    await show([by('ada', 'Take the ferry at noon and walk from there.')], 'question');
    expect(headings()[0]).toBe('What is answered');
    expect(words()).not.toMatch(/in support|in opposition|both sides/i);
  });

  it('shows head-on pairs, granted points and questions, and goes to each', async () => {
    await show([
      by('ada', 'A tram line along the harbour costs more than it brings.'),
      by('ben', 'The harbour tram line brings more than any road.', { parent: '1', towardsParent: aVerdict('oppose') }),
      by('ada', "You're right about the road.", { parent: '2' }),
      by('cyd', 'How long would the tram take?', { stance: 'question' }),
    ]);
    expect(headings()).toEqual(expect.arrayContaining(['Head on', 'Points granted, minds changed', 'Questions']));
    expect(words()).toContain('is opposed by');
    button(/^Grants a point to ben$/).click();
    expect(jump).toHaveBeenLastCalledWith('2');
    expect(words()).toContain('Without an answer 1');
    expect(words()).toContain('Not found, as far as the comments could be placed: a comment that people of both sides say yes to.');
  });

  it('counts short replies', async () => {
    await show([...many(2), by('ida', '+1'), by('jon', 'Agreed!'), by('kim', 'lol')]);
    expect(words()).toContain('Counted, but not shown as points: 2 that only agree, 1 without words of its own.');
  });

  it('says so where there is nothing', async () => {
    await show([]);
    expect(words()).toBe('No comments were read.');
    await show([by('ada', 'Die Fähre fährt nie.', { stance: 'skipped', because: 'language' })]);
    expect(words()).toContain('in a language that the model does not know');
    await show([by('ada', 'lol')]);
    expect(words()).toContain('No sentence was found in the comments that stands as a point by itself.');
  });

  it('shows words as words', async () => {
    await show([by('<b>ada</b>', 'The <img src=x onerror=alert(1)> ferry runs late every day.')]);
    expect(place.querySelector('img, b')).toBe(null);
  });
});
