import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeBadges, showBadges } from '../../../../components/badge/showBadges.tsx';
import { correctionsOf } from '../../../../utils/reader/correct.ts';
import { followCorrections } from '../../../../utils/reader/corrections.ts';
import type { Thread } from '../../../../utils/thread/thread.ts';
import { aThread, aVerdict, badges } from '../../../fixtures/reading.ts';

let thread: Thread;
let stopFollowing: () => void;

beforeEach(async () => {
  fakeBrowser.storage.resetState();
  stopFollowing = await followCorrections();
  const { reading, analysis } = aThread([{ stance: 'support', text: 'Yes.' }, { stance: 'oppose' }]);
  thread = reading.thread;
  showBadges(reading, analysis);
});
afterEach(() => {
  removeBadges();
  stopFollowing();
});

const button = (badge = badges()[0]) => badge?.shadowRoot?.querySelector('button');
const popover = () => badges()[0]?.shadowRoot?.querySelector<HTMLElement>('[popover]');
const within = (words: string) =>
  [...(popover()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent?.includes(words));
const said = () => correctionsOf(thread).stances;

/** With the pointer (1 click) or with a key (none). */
function press(element: HTMLElement | null | undefined, clicks: 0 | 1 = 1): void {
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: clicks }));
}

function type(key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
  target.dispatchEvent(event);
  return event;
}

/** As the page shows it once it was analysed again. */
function showAsSet(stance: 'support' | 'oppose'): void {
  const { reading, analysis } = aThread([{ stance: 'support' }]);
  const opening = aVerdict(stance, { because: 'reader', confidence: 1 });
  showBadges(reading, { ...analysis, verdicts: { 1: { opening, parent: null } } });
}

describe('a badge that is wrong', () => {
  it('offers the five stances, each with its key', () => {
    press(button());
    const offered = [...(popover()?.querySelectorAll('fieldset button') ?? [])].map(({ textContent }) => textContent);
    expect(offered).toEqual(['supports1', 'opposes2', 'mixed3', 'neutral4', 'asks5']);
  });

  it('is put right by a click, and the popover stays to show it', async () => {
    press(button());
    press(within('opposes'));
    await vi.waitFor(() => expect(said()).toEqual({ 1: 'oppose' }));
    expect(popover()).toBeDefined();
  });

  it.each([
    ['1', 'support'],
    ['2', 'oppose'],
    ['3', 'mixed'],
    ['4', 'neutral'],
    ['5', 'question'],
  ])('is put right by the key %s, which the page does not hear', async (key, stance) => {
    press(button());
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    expect(type(key).defaultPrevented).toBe(true);
    document.body.removeEventListener('keydown', heard);
    await vi.waitFor(() => expect(said()).toEqual({ 1: stance }));
    expect(heard).not.toHaveBeenCalled();
  });

  it('leaves keys alone while nothing is open, in a field, and with a modifier', async () => {
    expect(type('2').defaultPrevented).toBe(false);
    press(button());
    const field = document.body.appendChild(document.createElement('input'));
    expect(type('2', field).defaultPrevented).toBe(false);
    expect(type('2', document.body, { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(type('7').defaultPrevented).toBe(false);
    field.remove();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(said()).toEqual({});
  });

  it('is not asked about where the comment is deleted: neither buttons nor keys set what nobody can read', async () => {
    const { reading, analysis } = aThread([{ stance: 'skipped', because: 'empty', deleted: true }]);
    showBadges(reading, analysis);
    press(button());
    expect(popover()?.textContent).toContain('the comment was deleted');
    expect(popover()?.querySelectorAll('fieldset button')).toHaveLength(0);
    type('3');
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(said()).toEqual({});
  });

  it('says who set it, marks what was chosen, and takes it back by click or key', async () => {
    showAsSet('oppose');
    expect(button()?.getAttribute('aria-label')).toBe('Standpoint: opposes, set by you');
    press(button());
    expect(popover()?.textContent).toContain('Opposes the post');
    expect(popover()?.textContent).toContain('set by you');
    expect(within('opposes')?.getAttribute('aria-pressed')).toBe('true');
    press(within('opposes'));
    await vi.waitFor(() => expect(said()).toEqual({ 1: 'oppose' }));
    press(within('Undo'));
    await vi.waitFor(() => expect(said()).toEqual({}));
    type('2');
    await vi.waitFor(() => expect(said()).toEqual({ 1: 'oppose' }));
    type('0');
    await vi.waitFor(() => expect(said()).toEqual({}));
  });

  it('takes the keyboard in on Enter, and gives it back on Escape', () => {
    press(button(), 0);
    const root = badges()[0]?.shadowRoot;
    expect(root?.activeElement?.textContent).toBe('supports1');
    expect(within('opposes')?.tabIndex).toBe(0);
    type('Escape', root?.activeElement ?? document.body);
    expect(popover()).toBeNull();
    expect(root?.activeElement).toBe(button());
  });

  it('does not stand in the way of the Tab key before that', () => {
    press(button());
    expect([...(popover()?.querySelectorAll('button') ?? [])].map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1, -1, -1, -1]);
  });

  it('keeps taps within from the page and from a link around it', () => {
    press(button());
    const heard = vi.fn();
    document.body.addEventListener('click', heard);
    press(popover()?.querySelector('p'));
    document.body.removeEventListener('click', heard);
    expect(heard).not.toHaveBeenCalled();
  });
});
