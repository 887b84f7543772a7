import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ExportMenu } from '../../../../components/sidebar/ExportMenu.tsx';
import { FORMATS, type Format } from '../../../../utils/export/formats/index.ts';
import { exportThread } from '../../../../utils/export/record.ts';
import { followSettings, settings } from '../../../../utils/reader/settings.ts';
import { summarize } from '../../../../utils/summary/summarize.ts';
import { aVerdict } from '../../../fixtures/reading.ts';
import { comment, thread } from '../../../fixtures/thread.ts';

const read = thread([comment('1', { author: 'amber' })], { title: 'x' });
const analysis = {
  model: 'a model 1',
  proposition: { text: 'Mending is better.', of: 'opening' as const, kind: 'claim' as const },
  verdicts: { 1: { opening: aVerdict('support'), parent: null } },
};
const record = exportThread(read, analysis, summarize(read, analysis), { version: '1.0', exportedAt: new Date(0) });
const exported = vi.fn(() => record);
const openViewer = vi.fn();
const saved = vi.fn();
const written = vi.fn(async (_text: string) => {});
let place: HTMLElement;
let stopFollowing: () => void;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  stopFollowing = await followSettings();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved(this.download);
  });
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(written);
  place = document.body.appendChild(document.createElement('div'));
  await act(() => render(<ExportMenu ready={true} exported={exported} openViewer={openViewer} />, place));
});
afterEach(() => {
  render(null, place);
  place.remove();
  stopFollowing();
  vi.restoreAllMocks();
});

const find = (selector: string, words = '') =>
  [...place.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) => textContent?.includes(words));
const opener = () => find('[aria-expanded]');
const open = () => act(() => opener()?.click());
const choose = (format: Format) =>
  act(() => {
    const radio = place.querySelector<HTMLInputElement>(`input[value="${format}"]`);
    radio?.click();
  });

describe('the export menu', () => {
  it('saves JSON at one click', async () => {
    await act(() => find('button', 'Export JSON')?.click());
    expect(exported).toHaveBeenCalledOnce();
    expect(saved).toHaveBeenCalledWith('standpoint-x.json');
  });

  it('offers nothing before there is something to export', async () => {
    await act(() => render(<ExportMenu ready={false} exported={exported} />, place));
    expect([...place.querySelectorAll('button')].every(({ disabled }) => disabled)).toBe(true);
  });

  it('opens with the keyboard in it, and goes back to its button on Escape', async () => {
    await open();
    expect(opener()?.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement?.matches('input[value="markdown"]')).toBe(true);
    await act(() => {
      find('fieldset')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    expect(place.querySelector('#exports')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('closes when something else is pressed', async () => {
    await open();
    await act(() => {
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    });
    expect(place.querySelector('#exports')).toBeNull();
  });

  it.each<Format>(['json', 'markdown', 'csv', 'annotations'])('saves %s where that is chosen, and says so', async (format) => {
    await open();
    await choose(format);
    await act(() => find('button', 'Download')?.click());
    expect(saved).toHaveBeenCalledWith(`standpoint-x.${FORMATS[format].ending}`);
    expect(find('[role=status]')?.textContent).toBe(`Saved as standpoint-x.${FORMATS[format].ending}.`);
  });

  it('copies without the mark that only a file needs', async () => {
    await open();
    await choose('csv');
    await act(async () => find('button', 'Copy')?.click());
    const whole = FORMATS.csv.write(record);
    expect(whole.startsWith('\uFEFF')).toBe(true);
    expect(written).toHaveBeenCalledWith(whole.slice(1));
    await vi.waitFor(() => expect(find('[role=status]')?.textContent).toBe('Copied.'));
  });

  it('says so where nothing may be copied', async () => {
    written.mockRejectedValueOnce(new Error('no'));
    document.execCommand = () => false;
    await open();
    await act(async () => find('button', 'Copy')?.click());
    await vi.waitFor(() => expect(find('[role=status]')?.textContent).toContain('forbids copying'));
    expect(place.querySelector('textarea')).toBeNull();
  });

  it('leaves names out where the reader wants that, from now on', async () => {
    await open();
    await act(() => place.querySelector<HTMLInputElement>('[role=switch]')?.click());
    await vi.waitFor(() => expect(settings.value.pseudonyms).toBe(true));
  });

  it('leads to the page that opens exports', async () => {
    await open();
    await act(() => find('button', 'Open an exported file')?.click());
    expect(openViewer).toHaveBeenCalledOnce();
  });
});
