import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openWhereThereIsRoom } from '../../../../entrypoints/content/keepSidebar.ts';
import { sidebarOpen, turnSidebar } from '../../../../utils/reader/sidebarMemory.ts';
import { createSession } from '../../../../utils/session/session.ts';
import { aThread, type Said } from '../../../fixtures/reading.ts';

const ONE: Said[] = [{ stance: 'support', text: 'Yes.' }];
let stop = () => {};
/** How far to the right the words of every post reach. */
let right = 800;

beforeEach(() => {
  fakeBrowser.storage.resetState();
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://forum.example.org/t/1');
  vi.stubGlobal('innerWidth', 1280);
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(100, 0, right - 100, 90));
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function opensBy(comments: Said[]): Promise<boolean> {
  const session = createSession();
  stop = openWhereThereIsRoom(session, signal(true));
  session.reading.value = aThread(comments).reading;
  await new Promise((resolve) => setTimeout(resolve, 20));
  return sidebarOpen.value;
}

describe('the sidebar opens by itself', () => {
  it('where the page leaves free room for it, and not where it would cover words', async () => {
    right = 900;
    expect(await opensBy(ONE)).toBe(true);
    stop();
    right = 1000;
    expect(await opensBy(ONE)).toBe(false);
  });

  it('where all that stands there is in a bar that the forum keeps at the top, below which it begins', async () => {
    right = 900;
    const bar = document.documentElement.appendChild(document.createElement('header'));
    const button = bar.appendChild(document.createElement('button'));
    bar.getBoundingClientRect = () => new DOMRect(0, 0, 1280, 60);
    Object.assign(document, { elementsFromPoint: (_x: number, y: number) => (y < 60 ? [button, bar] : [document.body]) });
    bar.style.position = 'static';
    expect(await opensBy(ONE)).toBe(false);
    stop();
    bar.style.position = 'fixed';
    await opensBy(ONE);
    await vi.waitFor(() => expect(sidebarOpen.value).toBe(true));
    bar.remove();
    Reflect.deleteProperty(document, 'elementsFromPoint');
  });

  it('where the reader had it open on this site, and stays folded where they folded it', async () => {
    right = 1280;
    await turnSidebar(true);
    expect(await opensBy(ONE)).toBe(true);
    stop();
    right = 900;
    await turnSidebar(false);
    expect(await opensBy(ONE)).toBe(false);
  });

  it('never on a page without replies, and never as a sheet over a narrow window', async () => {
    right = 900;
    await turnSidebar(true);
    expect(await opensBy([])).toBe(false);
    stop();
    vi.stubGlobal('innerWidth', 400);
    expect(await opensBy(ONE)).toBe(false);
  });
});
