import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { KeysTable } from '../../../../components/keyboard/KeysTable.tsx';
import { followSettings, settings } from '../../../../utils/reader/settings.ts';

let place: HTMLElement;
let stop: () => void;

beforeEach(async () => {
  fakeBrowser.storage.resetState();
  stop = await followSettings();
  place = document.body.appendChild(document.createElement('div'));
  render(<KeysTable />, place);
});
afterEach(() => {
  render(null, place);
  place.remove();
  stop();
});

const drawn = () => new Promise((resolve) => setTimeout(resolve, 5));
const row = (way: string) => place.querySelector<HTMLElement>(`[data-way="${way}"]`);
const pressesOf = (way: string) =>
  [...(row(way)?.closest('tr')?.querySelectorAll('kbd') ?? [])].map(({ textContent }) => textContent).join(' ');
const refusal = () => place.querySelector('[role="alert"]')?.textContent;

async function change(way: string, key: string): Promise<void> {
  if (row(way)?.getAttribute('aria-pressed') !== 'true') row(way)?.click();
  await drawn();
  row(way)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await drawn();
}

describe('the keys', () => {
  it('are listed, both ways where there are two', () => {
    expect(pressesOf('oppose')).toBe('Alt Shift O Ctrl Alt Shift O');
    expect(pressesOf('parent')).toBe('Alt Shift P');
  });

  it('are changed by pressing another', async () => {
    await change('oppose', 'x');
    await vi.waitFor(() => expect(settings.value.keys).toEqual({ oppose: 'x' }));
    await drawn();
    expect(pressesOf('oppose')).toContain('X');
    [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('usual'))?.click();
    await vi.waitFor(() => expect(settings.value.keys).toEqual({}));
  });

  it('are refused in a sentence where another way has them, or a browser', async () => {
    await change('oppose', 'y');
    expect(refusal()).toBe('Y is taken: it leads to “Supporting comment”.');
    await change('oppose', 't');
    expect(refusal()).toContain('belongs to the browser');
    await change('oppose', '5');
    expect(refusal()).toContain('digits correct a badge');
    expect(settings.value.keys).toEqual({});
  });

  it('stay as they are after Escape', async () => {
    await change('oppose', 'Escape');
    expect(row('oppose')?.textContent).toBe('Change');
    expect(settings.value.keys).toEqual({});
  });

  it('count alone once that is switched on', async () => {
    place.querySelector<HTMLElement>('[role="switch"]')?.click();
    await vi.waitFor(() => expect(settings.value.singleKeys).toBe(true));
    await drawn();
    expect(pressesOf('oppose')).toBe('O Shift O');
  });
});
