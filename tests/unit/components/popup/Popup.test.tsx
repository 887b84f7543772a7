import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../../../components/popup/Popup.tsx';
import type { Reach } from '../../../../utils/extension/permissions.ts';
import type { Answer } from '../../../../utils/extension/tab.ts';
import type { PageState } from '../../../../utils/messaging/pageState.ts';
import { followSettings, settings } from '../../../../utils/reader/settings.ts';
import { summarize } from '../../../../utils/summary/summarize.ts';
import { aThread } from '../../../fixtures/reading.ts';

const readThisPage = vi.fn();
const exportThread = vi.fn();
const allow = vi.fn();
const diagnose = vi.fn();
const allowFramed = vi.fn();
const order = vi.fn();
let framed: Signal<string | null>;
let reach: Signal<Reach | null>;
let isPrivate: Signal<boolean>;
let answer: Signal<Answer>;
let host: Signal<string | null>;
let place: HTMLElement;
let stopFollowing: () => void;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  stopFollowing = await followSettings();
  const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'oppose' }, { stance: 'skipped' }]);
  const summary = summarize({ ...reading.thread, total: 9 }, analysis);
  answer = signal<Answer>({ is: 'page', page: aPage({ summary }) });
  host = signal<string | null>('forum.example.org');
  reach = signal<Reach | null>('none');
  isPrivate = signal(false);
  framed = signal<string | null>(null);
  place = document.body.appendChild(document.createElement('main'));
  render(
    <Popup tab={{ answer, host, reach, framed, private: isPrivate, readThisPage, allow, allowFramed, order, exportThread, diagnose }} />,
    place,
  );
});
afterEach(() => {
  render(null, place);
  stopFollowing();
});

function aPage(page: Partial<PageState>): PageState {
  const { state = 'done' } = page;
  const work = { state, hold: null, read: 3, total: 3 };
  return { platform: 'discourse', title: 'Leaving', state, failure: null, work, summary: null, refused: false, inFrame: false, ...page };
}

function find(selector: string, words: string): HTMLElement | undefined {
  return [...place.querySelectorAll<HTMLElement>(selector)].find((element) => element.textContent?.includes(words));
}

describe('the popup', () => {
  it('says what thread the tab holds, where it was read, how much of it, and how it divides', () => {
    expect(place.textContent).toContain('Leavingdiscourse');
    expect(place.textContent).toContain('1 supports1 opposes0 unsure1 skipped');
    expect(place.textContent).toContain('3 of 9 read, 6 not read');
  });

  it('offers the comments in a frame of another site, and never in a private window', async () => {
    expect(find('button', 'in frames of')).toBeUndefined();
    framed.value = 'giscus.app';
    await vi.waitFor(() => expect(find('button', 'Read the comments in frames of giscus.app')).toBeDefined());
    find('button', 'in frames of')?.click();
    expect(allowFramed).toHaveBeenCalledOnce();
    isPrivate.value = true;
    await vi.waitFor(() => expect(find('button', 'in frames of')).toBeUndefined());
  });

  it.each([
    ['is at work', { state: 'analyzing', hold: null, read: 120, total: 566 }, '120 of 566 comments read.', 'Pause', 'pause'],
    ['was paused', { state: 'analyzing', hold: 'paused', read: 120, total: 566 }, 'Paused: 120 of 566 comments read.', 'Read on', 'goOn'],
    ['waits on a low battery', { state: 'analyzing', hold: 'saving', read: 0, total: 566 }, 'saves power', 'Read on', 'goOn'],
    ['left what is far', { state: 'done', hold: null, read: 612, total: 9999 }, '612 of 9,999 comments read', 'Read all 9,999', 'all'],
  ] as const)('says how far the model is that %s, and takes an order', async (_, work, words, button, given) => {
    answer.value = { is: 'page', page: aPage({ state: work.state, work }) };
    await vi.waitFor(() => expect(place.textContent).toContain(words));
    find('button', button)?.click();
    expect(order).toHaveBeenCalledExactlyOnceWith(given);
  });

  it('exports the thread', () => {
    find('button', 'Export JSON')?.click();
    expect(exportThread).toHaveBeenCalledOnce();
  });

  it.each([
    ['the page is being asked', { is: 'asking' } as const, 'Asking the page…'],
    ['no extension can run there', { is: 'closed' } as const, 'The browser lets no extension read this page.'],
    ['the page holds no thread', { is: 'page', page: aPage({ platform: null }) } as const, 'There is no thread on this page'],
    [
      'the page is no discussion',
      { is: 'page', page: aPage({ platform: null, refused: true }) } as const,
      'This page does not look like a discussion.',
    ],
    ['the thread is being analysed', { is: 'page', page: aPage({ state: 'analyzing' }) } as const, 'Working out where each stands…'],
    ['something went wrong', { is: 'page', page: aPage({ state: 'failed', failure: 'No model.' }) } as const, 'No model.'],
  ])('says so when %s', async (_what, given, words) => {
    answer.value = given;
    await vi.waitFor(() => expect(place.textContent).toContain(words));
    expect(find('button', 'Export JSON')).toBeUndefined();
  });

  it.each([
    ['of which it knows nothing', { is: 'silent' } as const],
    ['that no platform knows', { is: 'page', page: aPage({ platform: null }) } as const],
  ])('offers to read a page %s', async (_what, given) => {
    answer.value = given;
    await vi.waitFor(() => expect(find('button', 'Read this page')).toBeDefined());
    find('button', 'Read this page')?.click();
    if (given.is === 'page') expect(place.querySelectorAll('[aria-label="This page"] button'), 'the one thing to do').toHaveLength(1);
    expect(readThisPage).toHaveBeenCalledOnce();
  });

  it('offers this page once, always this site, and every site, where it may not read', async () => {
    answer.value = { is: 'silent' };
    await vi.waitFor(() => expect(place.textContent).toContain('You decide how far it may go'));
    find('button', 'Always read forum.example.org')?.click();
    find('button', 'Read threads on every site')?.click();
    expect(allow.mock.calls).toEqual([['always'], ['every']]);
    isPrivate.value = true;
    await vi.waitFor(() => expect(find('button', 'Always read')).toBeUndefined());
    expect(find('button', 'Read this page once')).toBeDefined();
    expect(place.textContent).toContain('In a private window nothing is kept.');
    expect(find('label', 'On forum.example.org'), 'no site is written down').toBeUndefined();
  });

  it('offers to read a site always once a page of it was read, and says where that was allowed', async () => {
    find('button', 'Always read forum.example.org')?.click();
    expect(allow).toHaveBeenCalledWith('always');
    reach.value = 'always';
    await vi.waitFor(() => expect(place.textContent).toContain('You let Standpoint read every page of forum.example.org.'));
    expect(find('button', 'Always read')).toBeUndefined();
    reach.value = 'own';
    await vi.waitFor(() => expect(place.textContent).not.toContain('You let Standpoint'));
  });

  it.each([
    ['Nothing in the page', 'badges'],
    ['Sidebar', 'sidebar'],
  ] as const)('turns off "%s"', async (label, name) => {
    find('label', label)?.click();
    await vi.waitFor(() => expect(settings.value[name]).toBe(false));
  });

  it('turns off this site alone, says so, and turns it on again', async () => {
    find('label', 'On forum.example.org')?.click();
    await vi.waitFor(() => expect(place.textContent).toContain('Standpoint is off on forum.example.org.'));
    expect(settings.value.sitesOff).toEqual(['forum.example.org']);
    find('label', 'On forum.example.org')?.click();
    await vi.waitFor(() => expect(settings.value.sitesOff).toEqual([]));
  });

  it('says how many comments of this page have a label at each place, before one is settled on', async () => {
    const labels = Array.from({ length: 26 }, (_, index) => (index < 20 ? 2 : 1));
    answer.value = { is: 'page', page: { ...aPage({ summary: (answer.value as { page: PageState }).page.summary }), labels } };
    await vi.waitFor(() => expect(place.textContent).toContain('2 of 3 comments on this page have a label at this place.'));
    const slider = place.querySelector<HTMLInputElement>('input[type=range]') as HTMLInputElement;
    slider.value = '92';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(place.textContent).toContain('1 of 3 comments on this page has a label at this place.'));
    expect(place.querySelectorAll('.places span')).toHaveLength(26);
  });

  it('counts every press of a key on the slider, however slowly what it says is stored', async () => {
    const slider = place.querySelector<HTMLInputElement>('input[type=range]') as HTMLInputElement;
    for (let press = 0; press < 6; press += 1) {
      // As the browser does: one further than what is shown.
      slider.value = String(slider.valueAsNumber + 1);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, press % 3));
    }
    expect(slider.value).toBe('91');
    await vi.waitFor(() => expect(settings.value.precision).toBe(0.91));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([slider.value, settings.value.precision]).toEqual(['91', 0.91]);
  });

  it('says how often a label must be right, and stores it once it is let go', async () => {
    const slider = place.querySelector<HTMLInputElement>('input[type=range]');
    if (!slider) throw new Error('There is no slider.');
    expect(place.textContent).toContain('right at least 85 times in 100');
    slider.value = '90';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(place.textContent).toContain('right at least 90 times in 100'));
    expect(settings.value.precision).toBe(0.85);
    slider.dispatchEvent(new Event('change', { bubbles: true }));
    await vi.waitFor(() => expect(settings.value.precision).toBe(0.9));
  });
});
