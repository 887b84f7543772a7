import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Options } from '../../../../components/options/Options.tsx';
import type { ModelCard } from '../../../../utils/extension/modelCard.ts';
import { onMessage, removeAllListeners } from '../../../../utils/messaging/channel.ts';
import { correct, propose } from '../../../../utils/reader/correct.ts';
import { corrections, followCorrections } from '../../../../utils/reader/corrections.ts';
import { changeSettings, DEFAULT_SETTINGS, followSettings, settings } from '../../../../utils/reader/settings.ts';
import { settingsFile } from '../../../../utils/reader/settingsFile.ts';
import { threadOf } from '../../../fixtures/threadOf.ts';

const forgot = vi.fn();
const thread = { ...threadOf('Title', 'Post', [['a', null, 'Words']]), platform: 'discourse', url: 'https://forum.example.org/t/ferry/7' };
let card: Signal<ModelCard | null | 'asking'>;
let place: HTMLElement;
let stops: (() => void)[];

beforeEach(async () => {
  fakeBrowser.storage.resetState();
  vi.clearAllMocks();
  removeAllListeners();
  onMessage('learn', () => {});
  onMessage('forget', () => forgot());
  stops = await Promise.all([followSettings(), followCorrections()]);
  card = signal<ModelCard | null | 'asking'>(null);
  place = document.body.appendChild(document.createElement('div'));
  render(<Options card={card} />, place);
});
afterEach(() => {
  render(null, place);
  place.remove();
  for (const stop of stops) stop();
});

const section = (id: string) => place.querySelector<HTMLElement>(`section#${id}`);
const find = (selector: string, words: string) =>
  [...place.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent?.includes(words));

describe('the options', () => {
  it('have a heading and a sentence for every section, and a way to each', () => {
    const ids = [...place.querySelectorAll('nav a')].map((link) => link.getAttribute('href')?.slice(1) ?? '');
    expect(ids).toEqual([...place.querySelectorAll('main > section')].map(({ id }) => id));
    for (const id of ids) {
      expect(section(id)?.querySelector('h2')?.id).toBe(section(id)?.getAttribute('aria-labelledby'));
      expect(section(id)?.querySelector('.note')?.textContent).toMatch(/\.$/);
    }
  });

  it.each([
    ['Nothing in the page', { badges: false }],
    ['Everything, with a mark', { shown: 'everything' }],
    ['Show the sidebar', { sidebar: false }],
    ['left side', { sidebarSide: 'left' }],
    ['along the edge', { minimap: false }],
    ['Single letters', { singleKeys: true }],
    ['Leave names out', { pseudonyms: true }],
    ['Small mark', { density: 'dot' }],
    ['7 days', { keepVisits: 7 }],
    ['Not at all', { keepVisits: 0 }],
  ])('change "%s"', async (label, change) => {
    find('label', label)?.querySelector('input')?.click();
    await vi.waitFor(() => expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, ...change }));
  });

  it('list the sites that are switched off, and switch one on again', async () => {
    expect(section('sites')?.textContent).toContain('No site is switched off.');
    await changeSettings({ sitesOff: ['a.example', 'b.example'] });
    await vi.waitFor(() => expect(section('sites')?.textContent).toContain('a.example'));
    find('button', 'Switch on again')?.click();
    await vi.waitFor(() => expect(settings.value.sitesOff).toEqual(['b.example']));
  });

  it('say what each thing that can be set does', () => {
    const settings = [...place.querySelectorAll('.setting')];
    expect(settings.length).toBeGreaterThan(9);
    for (const setting of settings) expect(setting.querySelector(':scope > .note:last-child')?.textContent).toMatch(/[.…]$/);
  });

  it('are searched by words, in any order, and say when nothing has them', async () => {
    const search = (words: string) => {
      const field = place.querySelector<HTMLInputElement>('input[type=search]');
      Object.assign(field ?? {}, { value: words });
      field?.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const shown = () => [...place.querySelectorAll<HTMLElement>('main > section')].filter(({ hidden }) => !hidden).map(({ id }) => id);
    search('names EXPORTS');
    expect(shown()).toEqual(['exports']);
    search('left side');
    expect(shown()).toEqual(['sidebar']);
    expect([...place.querySelectorAll<HTMLElement>('#sidebar .setting')].map(({ hidden }) => hidden)).toEqual([true, false, true]);
    search('xylophone');
    expect(shown()).toEqual([]);
    await vi.waitFor(() => expect(place.textContent).toContain('Nothing in the options has these words.'));
    search('');
    expect(shown()).toHaveLength(place.querySelectorAll('main > section').length);
    expect(place.querySelectorAll('.setting[hidden]')).toHaveLength(0);
  });

  it('list everything that is kept, and clear a part of it when asked twice', async () => {
    await changeSettings({ badges: false });
    await correct(thread, 'a', 'oppose');
    await vi.waitFor(() => expect(section('storedData')?.textContent).toContain('What you put right'));
    place.querySelector<HTMLElement>('[aria-label="Clear: What you put right, and claims in your own words"]')?.click();
    await vi.waitFor(() => expect(find('button', 'Yes, clear it')).toBeDefined());
    expect(Object.keys(corrections.value)).toHaveLength(1);
    find('button', 'Yes, clear it')?.click();
    await vi.waitFor(() => expect(corrections.value).toEqual({}));
    expect(settings.value.badges).toBe(false);
    await vi.waitFor(() => expect(find('button', 'Clear everything')).toBeDefined());
    find('button', 'Clear everything')?.click();
    await vi.waitFor(() => expect(find('button', 'Yes, clear it')).toBeDefined());
    find('button', 'Yes, clear it')?.click();
    await vi.waitFor(() => expect(settings.value).toEqual(DEFAULT_SETTINGS));
  });

  it('take settings from a file, and refuse another in one sentence', async () => {
    const pick = (text: string) => {
      const input = place.querySelector<HTMLInputElement>('input[type=file]');
      Object.defineProperty(input, 'files', { value: [new File([text], 'settings.json')], configurable: true });
      input?.dispatchEvent(new Event('change', { bubbles: true }));
    };
    pick(settingsFile({ ...DEFAULT_SETTINGS, density: 'dot', sitesOff: ['a.example'] }));
    await vi.waitFor(() => expect(section('file')?.textContent).toContain('The settings were taken from the file.'));
    expect(settings.value).toEqual({ ...DEFAULT_SETTINGS, density: 'dot', sitesOff: ['a.example'] });
    pick('{"format":"something else"}');
    await vi.waitFor(() => expect(section('file')?.textContent).toContain('nothing was changed.'));
    expect(settings.value.density).toBe('dot');
  });

  it('say where the browser does not synchronise them', async () => {
    vi.spyOn(browser.storage.sync, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    await changeSettings({ badges: false });
    await vi.waitFor(() => expect(find('[role=alert]', 'kept on this device alone')).toBeDefined());
    expect(settings.value.badges).toBe(false);
  });

  it('list what was corrected by thread, and take one back', async () => {
    await correct(thread, 'a', 'oppose');
    await propose(thread, 'It must sail.');
    await vi.waitFor(() => expect(section('corrections')?.textContent).toContain('1 comment corrected in 1 thread'));
    expect(find('details', 'forum.example.org/t/ferry/7')?.textContent).toContain('Claim: It must sail.');
    place.querySelector<HTMLElement>('[aria-label="Take back comment a"]')?.click();
    await vi.waitFor(() => expect(Object.values(corrections.value)).toEqual([{ stances: {}, proposition: 'It must sail.' }]));
    find('button', 'Take back all')?.click();
    await vi.waitFor(() => expect(corrections.value).toEqual({}));
  });

  it('forget all only when asked twice', async () => {
    await correct(thread, 'a', 'oppose');
    await vi.waitFor(() => expect(find('button', 'Forget all')).toBeDefined());
    find('button', 'Forget all')?.click();
    await vi.waitFor(() => expect(find('button', 'Keep them')).toBeDefined());
    expect(forgot).not.toHaveBeenCalled();
    find('button', 'Yes, forget all')?.click();
    await vi.waitFor(() => expect(corrections.value).toEqual({}));
    expect(forgot).toHaveBeenCalledOnce();
  });
});

describe("the model's card", () => {
  const shown = async (given: ModelCard) => {
    card.value = given;
    await vi.waitFor(() => expect(section('model')?.querySelector('.card')).not.toBeNull());
    return section('model');
  };

  const figure = (set: string, over = {}) => ({ set, comments: 1000, accuracy: 0.73, sidesShown: 0.127, sidesRight: 0.869, ...over });

  it('is shown as a short table: what a reader asks of the model, whatever else was measured', async () => {
    const figures = [
      figure('opening post, label sure'),
      figure('opening post, label sure', { accuracy: 0.1 }),
      figure('opening post, all'),
      figure('comment answered', { sidesShown: 0, sidesRight: null }),
    ];
    const place = await shown({ model: { name: 'model 3' }, measured: { figures } });
    const rows = [...(place?.querySelectorAll('tbody tr') ?? [])].map(({ children }) => [...children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Towards the opening post', (1000).toLocaleString(), '73%', '13%', '87%'],
      ['Towards the comment answered', (1000).toLocaleString(), '73%', '0%', '–'],
    ]);
  });

  it('is a click away as a whole', async () => {
    const place = await shown({ model: { name: 'model 3' }, measured: { figures: [] } });
    expect(place?.querySelector('.card a')?.getAttribute('href')).toBe('/model-card.json');
    expect(place?.textContent).toContain('model 3');
  });

  it('is said to be missing where it is', () => {
    expect(section('model')?.textContent).toContain('without the model');
  });
});
