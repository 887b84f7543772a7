import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Find } from '../../../../../components/sidebar/find/Find.tsx';
import { createSession, type Session } from '../../../../../utils/session/session.ts';
import { aThread, type Said } from '../../../../fixtures/reading.ts';

const actions = { jump: vi.fn(), exported: () => null, retry() {}, loadRest() {}, stopLoading() {}, showKeys: vi.fn() };
let session: Session;
let place: HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  session = createSession();
  place = document.createElement('div');
});
afterEach(() => render(null, place));

const drawn = () => new Promise((resolve) => setTimeout(resolve, 5));
const all = (selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];
const count = () => place.querySelector('[role="status"]')?.textContent;
const button = (words: string) => all('button').find(({ textContent }) => textContent?.includes(words));

function View() {
  const reading = session.reading.value;
  const summary = session.summary.value;
  return reading && summary && <Find session={session} reading={reading} summary={summary} actions={actions} />;
}

async function show(comments: Said[]): Promise<void> {
  const { reading, analysis } = aThread(comments);
  session.reading.value = reading;
  session.raw.value = analysis;
  document.body.append(place);
  render(<View />, place);
  await drawn();
}

async function type(selector: string, words: string): Promise<void> {
  const field = place.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`There is no ${selector}.`);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
}

describe('the view to find comments in', () => {
  it('lists nothing before something is looked for, and says how many comments there are', async () => {
    await show([{ stance: 'support' }, { stance: 'oppose' }]);
    expect(count()).toBe('2 comments');
    expect(all('ol')).toEqual([]);
  });

  it('offers every stance in its place from the beginning, each with how many have it', async () => {
    await show([{ stance: 'oppose' }, { stance: 'skipped' }]);
    const offered = all('.chip').map(({ dataset }) => dataset.stance);
    expect(offered).toEqual(['support', 'oppose', 'mixed', 'neutral', 'question', 'unsure', 'skipped']);
    expect(all('.chip:not([data-none])').map(({ textContent }) => textContent?.trim())).toEqual(['opposes 1', 'skipped 1']);
  });

  it('lists what holds the words, out of how many, with the words marked in the comment’s own', async () => {
    await show([
      { stance: 'support', author: 'amber', text: 'Benches in every park!' },
      { stance: 'oppose', author: 'rowan', text: 'No bench will mend the park.' },
      { stance: 'unsure', text: 'Hm.' },
    ]);
    await type('input[type="search"]', 'park bench');
    expect(count()).toBe('2 of 3');
    expect(all('.snippet').map(({ textContent }) => textContent)).toEqual(['Benches in every park!', 'No bench will mend the park.']);
    expect(all('mark').map(({ textContent }) => textContent)).toEqual(['Bench', 'park', 'bench', 'park']);
    all('.found')[1]?.click();
    expect(actions.jump).toHaveBeenCalledWith('2');
  });

  it('lets stances be chosen, several at once, and clears everything at one press', async () => {
    await show([{ stance: 'support' }, { stance: 'oppose' }, { stance: 'question' }]);
    const stance = (label: string) => place.querySelector<HTMLElement>(`.chip[data-stance="${label}"]`);
    stance('oppose')?.click();
    await drawn();
    stance('question')?.click();
    await drawn();
    expect(count()).toBe('2 of 3');
    expect(stance('oppose')?.getAttribute('aria-pressed')).toBe('true');
    button('Clear')?.click();
    await drawn();
    expect(session.found.value).toBeNull();
    expect(count()).toBe('3 comments');
  });

  it('finds by a part of a name, and offers the names', async () => {
    await show([
      { stance: 'support', author: 'Amber' },
      { stance: 'oppose', author: 'rowan' },
      { stance: 'oppose', author: 'rowan' },
    ]);
    expect(all('datalist option').map((option) => option.getAttribute('value'))).toEqual(['rowan', 'Amber']);
    await type('input[type="text"]', 'row');
    expect(count()).toBe('2 of 3');
  });

  it('lists fifty at a time', async () => {
    await show(Array.from({ length: 120 }, () => ({ stance: 'support' as const, text: 'Yes.' })));
    await type('input[type="search"]', 'yes');
    expect(all('.found')).toHaveLength(50);
    button('Show 50 more')?.click();
    await drawn();
    button('Show 20 more')?.click();
    await drawn();
    expect(all('.found')).toHaveLength(120);
    expect(button('more')).toBeUndefined();
  });

  it('shows words as words, whatever they look like', async () => {
    await show([{ stance: 'support', text: 'a <b>bold</b> <img src=x onerror=alert(1)> claim' }]);
    await type('input[type="search"]', 'bold');
    expect(place.querySelector('.snippet')?.textContent).toContain('<b>bold</b>');
    expect(all('.snippet img, .snippet b')).toEqual([]);
  });

  it('leads to the keys', async () => {
    await show([{ stance: 'support' }]);
    button('by key')?.click();
    expect(actions.showKeys).toHaveBeenCalled();
  });
});
