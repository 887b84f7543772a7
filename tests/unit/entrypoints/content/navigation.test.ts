import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeBadges, showBadges } from '../../../../components/badge/showBadges.tsx';
import { type Navigation, startNavigation } from '../../../../entrypoints/content/navigation.ts';
import type { ReadingPosition } from '../../../../utils/page/index.ts';
import { DEFAULT_SETTINGS, settings } from '../../../../utils/reader/settings.ts';
import { createSession, type Session } from '../../../../utils/session/session.ts';
import { NO_FILTER } from '../../../../utils/summary/filter.ts';
import { aThread, badges } from '../../../fixtures/reading.ts';

let session: Session;
let navigation: Navigation;
let position: ReadingPosition;

vi.mock('../../../../utils/page/index.ts', async (importOriginal) => {
  const page = await importOriginal<typeof import('../../../../utils/page/index.ts')>();
  return { ...page, trackPosition: (...given: Parameters<typeof page.trackPosition>) => (position = page.trackPosition(...given)) };
});

beforeEach(async () => {
  // Every comment is 100 pixels high, one below the other.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const index = [...document.querySelectorAll('article')].indexOf(this as HTMLElement);
    return new DOMRect(0, index * 100, 400, index < 0 ? 0 : 90);
  });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  Element.prototype.scrollIntoView = vi.fn();
  session = createSession();
  const { reading, analysis } = aThread([
    { stance: 'support', author: 'amber', text: 'Yes.' },
    { stance: 'oppose', author: 'rowan', parent: '1', text: 'No.' },
    { stance: 'support', author: 'sage', text: 'Yes again.' },
  ]);
  session.reading.value = reading;
  session.raw.value = analysis;
  showBadges(reading, analysis, new Set());
  navigation = startNavigation(session, signal(true));
  await measured();
});
afterEach(() => {
  navigation.stop();
  removeBadges();
  settings.value = DEFAULT_SETTINGS;
  vi.restoreAllMocks();
});

/** Comments are measured a little after the thread was read. */
const measured = () => vi.waitFor(() => expect(position.layout.value).not.toBeNull(), { timeout: 20_000 });
const announcer = () => document.querySelector<HTMLElement>('[data-standpoint="guide"]');
const said = () => announcer()?.shadowRoot?.querySelector('[role="status"]')?.textContent;

async function press(key: string, more: KeyboardEventInit = { altKey: true, shiftKey: true }, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  await new Promise((resolve) => setTimeout(resolve, 10));
  return event;
}

describe('keys in the page', () => {
  it('lead to the next comment of a kind: it comes into view, has the focus on its badge, and is said aloud', async () => {
    const event = await press('O');
    expect(session.reading.value?.elements.get('2')?.scrollIntoView).toHaveBeenCalled();
    expect(document.activeElement).toBe(badges()[1]);
    expect(said()).toBe('Opposing: 1 of 1 · rowan, opposes');
    expect(event.defaultPrevented).toBe(true);
    expect(badges()[1]?.shadowRoot?.querySelector('[role="dialog"]')).toBeNull();
    await press('O');
    expect(said()).toBe('Opposing: no further one, 1 in all.');
  });

  it('lead to what a comment answers, and from there to the opening post', async () => {
    await press('O');
    await press('P');
    expect(said()).toBe('What it answers · amber, supports');
    expect(document.activeElement).toBe(badges()[0]);
    await press('P');
    expect(said()).toBe('The page does not say what this comment answers.');
    await press('H');
    expect(said()).toMatch(/^Opening post/);
    expect((document.activeElement as HTMLElement).dataset.standpoint).toBe('footing');
  });

  it('do nothing while the reader types', async () => {
    const field = document.body.appendChild(document.createElement('textarea'));
    const event = await press('O', undefined, field);
    field.remove();
    expect([event.defaultPrevented, said()]).toEqual([false, '']);
  });

  it('do nothing alone, unless the reader wants that', async () => {
    await press('o', {});
    expect(said()).toBe('');
    settings.value = { ...settings.value, singleKeys: true };
    await press('o', {});
    expect(said()).toContain('rowan');
  });

  it('Escape ends a search, unless the page had use for it', async () => {
    session.filter.value = { ...NO_FILTER, query: 'yes' };
    const forPage = (event: Event) => event.preventDefault();
    document.body.addEventListener('keydown', forPage, { once: true });
    await press('Escape', {});
    expect(session.found.value).toHaveLength(2);
    await press('Escape', {});
    expect(session.found.value).toBeNull();
    expect(said()).toBe('All comments are shown again.');
  });

  it('lead to a comment without a badge by something of ours', async () => {
    removeBadges();
    await press('O');
    expect((document.activeElement as HTMLElement).dataset.standpoint).toBe('footing');
    expect(document.activeElement?.parentElement).toBe(session.reading.value?.elements.get('2'));
  });
});

describe('what guides the reader', () => {
  it('goes with the thread, and with it what was looked for; the page is as it was', async () => {
    await press('H');
    session.filter.value = { ...NO_FILTER, query: 'yes' };
    session.reading.value = null;
    expect([...document.querySelectorAll('[data-standpoint]')].map((ours) => (ours as HTMLElement).dataset.standpoint)).toEqual([
      'badge',
      'badge',
      'badge',
    ]);
    expect(session.filter.value).toBe(NO_FILTER);
    await press('O');
    expect(announcer()).toBeNull();
  });

  it('has no map once that is switched off', () => {
    const map = () => document.querySelector('[data-standpoint="minimap"]');
    expect(map()).not.toBeNull();
    settings.value = { ...settings.value, minimap: false };
    expect(map()).toBeNull();
  });

  it('notes which comments were in view', async () => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect([...session.seen]).toEqual(['1', '2', '3']);
  });
});
