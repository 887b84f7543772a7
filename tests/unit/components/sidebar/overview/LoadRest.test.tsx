import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LoadRest } from '../../../../../components/sidebar/overview/LoadRest.tsx';
import type { LoadProgress } from '../../../../../utils/session/session.ts';

const loadRest = vi.fn();
const stopLoading = vi.fn();
const whole = signal<LoadProgress | null>(null);
const more = signal(true);
let place: HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  whole.value = null;
  more.value = true;
  place = document.body.appendChild(document.createElement('div'));
  const View = () => <LoadRest progress={whole.value} more={more.value} loadRest={loadRest} stopLoading={stopLoading} />;
  render(<View />, place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

const buttons = () => [...place.querySelectorAll('button')];
const drawn = () => new Promise((resolve) => setTimeout(resolve, 5));

async function show(state: LoadProgress['state'], done: number, of: number, failed: string[] = []): Promise<string> {
  whole.value = { state, done, of, failed };
  await drawn();
  return place.textContent ?? '';
}

describe('the way to the rest of a thread', () => {
  it('is offered where there is more, and nowhere else', async () => {
    expect(buttons().map(({ textContent }) => textContent)).toEqual(['Read the whole thread']);
    buttons()[0]?.click();
    expect(loadRest).toHaveBeenCalledOnce();
    more.value = false;
    await drawn();
    expect(place.textContent).toBe('');
  });

  it('says how many pages are read, and stops when asked to', async () => {
    expect(await show('reading', 7, 12)).toContain('7 of 12 pages');
    expect(place.querySelector('progress')).toMatchObject({ max: 12, value: 7 });
    buttons()[0]?.click();
    expect(stopLoading).toHaveBeenCalledOnce();
    expect(await show('stopped', 7, 12)).toBe('Stopped after 7 of 12 pages.Go on');
  });

  it('says aloud only that it began or ended, not every page', async () => {
    await show('reading', 1, 12);
    const said = place.querySelector('[role=status]')?.textContent;
    await show('reading', 2, 12);
    expect(place.querySelector('[role=status]')?.textContent).toBe(said);
  });

  it('keeps the keyboard on its button while that changes', async () => {
    buttons()[0]?.focus();
    for (const state of ['reading', 'asking', 'stopped', 'done'] as const) {
      await show(state, 3, 12);
      expect(document.activeElement, state).toBe(buttons()[0]);
    }
  });

  it('asks before many pages are read, and says how many and how long', async () => {
    expect(await show('asking', 0, 119)).toContain('This takes 119 more requests, about 2 minutes. Go on?');
    const [on, here] = buttons();
    expect([on?.textContent, here?.textContent]).toEqual(['Go on', 'Stop here']);
    on?.click();
    here?.click();
    expect([loadRest.mock.calls.length, stopLoading.mock.calls.length]).toEqual([1, 1]);
  });

  it('names the pages that the forum did not give, and says what to do', async () => {
    const words = await show('done', 11, 11, ['https://forum.example.org/view?t=7&page=4']);
    expect(words).toContain('did not give this one, asked twice:/view?t=7&page=4');
    expect(words).toContain('try again in a while. What was read stays.');
    expect(place.querySelector('a')?.href).toBe('https://forum.example.org/view?t=7&page=4');
    expect(buttons()[0]?.textContent).toBe('Try again');
  });
});
