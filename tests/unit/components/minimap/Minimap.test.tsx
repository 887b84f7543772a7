import { computed, signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountMinimap } from '../../../../components/minimap/mountMinimap.tsx';
import type { Layout, ReadingPosition } from '../../../../utils/page/positions.ts';
import { createSession, type Session } from '../../../../utils/session/session.ts';
import { aThread } from '../../../fixtures/reading.ts';

const HEIGHT = 600;
const jump = vi.fn();
let session: Session;
let current: ReturnType<typeof signal<number>>;
let position: ReadingPosition;
let unmount: () => void;

beforeEach(async () => {
  vi.clearAllMocks();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(HEIGHT);
  session = createSession();
  const { reading, analysis } = aThread([
    { stance: 'support', author: 'amber', text: 'Yes.' },
    { stance: 'oppose', author: 'rowan', text: 'No.' },
    { stance: 'unsure', best: 'neutral', confidence: 0.3, text: 'Well.' },
  ]);
  session.reading.value = reading;
  session.raw.value = analysis;
  current = signal<number>(-1);
  const layout: Layout = {
    ids: ['1', '2', '3'],
    order: new Map([
      ['1', 0],
      ['2', 1],
      ['3', 2],
    ]),
    tops: [600, 1200, 1800],
    height: 6000,
    scroller: document.documentElement,
  };
  position = {
    layout: signal(layout),
    view: signal({ top: 0, height: 600 }),
    current: computed(() => current.value ?? -1),
    isAnchored: signal(false),
    anchor() {},
  };
  unmount = mountMinimap(session, position, jump);
  await drawn();
});
afterEach(() => {
  unmount();
  vi.restoreAllMocks();
});

const drawn = () => new Promise((resolve) => setTimeout(resolve, 10));
const host = () => document.querySelector<HTMLElement>('[data-standpoint="minimap"]');
const strip = () => host()?.shadowRoot?.querySelector<HTMLElement>('[role="slider"]');
const marks = () => [...(host()?.shadowRoot?.querySelectorAll('path.shape') ?? [])];
const press = (key: string) => strip()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('the map at the edge of the page', () => {
  it('goes where words come to stand at the edge while the page is scrolled, and does not come and go', async () => {
    const rest = () => new Promise((resolve) => setTimeout(resolve, 300));
    await rest();
    expect(host()?.dataset.room).toBe('some');
    const words = document.createElement('p');
    words.textContent = 'Words';
    const pointed = vi.fn(() => [words]);
    Object.assign(document, { elementsFromPoint: pointed });
    (position.view as ReturnType<typeof signal>).value = { top: 900, height: 600 };
    await rest();
    expect(host()?.dataset.room).toBe('none');
    pointed.mockReturnValue([]);
    (position.view as ReturnType<typeof signal>).value = { top: 0, height: 600 };
    await rest();
    expect(host()?.dataset.room).toBe('none');
    Reflect.deleteProperty(document, 'elementsFromPoint');
  });

  it('has one mark per comment, in its place, by stance', () => {
    expect(marks().map((mark) => mark.getAttribute('data-stance'))).toEqual(['support', 'oppose', 'unsure']);
    expect(marks().map((mark) => /translate\(1.5 ([\d.]+)\)/.exec(mark.getAttribute('transform') ?? '')?.[1])).toEqual([
      '55.5',
      '115.5',
      '175.5',
    ]);
  });

  it('says where the reader is, in words too', async () => {
    current.value = 1;
    await drawn();
    expect(strip()?.getAttribute('aria-valuenow')).toBe('2');
    expect(strip()?.getAttribute('aria-valuetext')).toBe('2 of 3 · rowan, opposes');
  });

  it('goes from comment to comment by key, and no further than the ends', () => {
    press('ArrowDown');
    expect(jump).toHaveBeenLastCalledWith('2', false);
    press('End');
    expect(jump).toHaveBeenLastCalledWith('3', false);
    press('ArrowUp');
    expect(jump).toHaveBeenLastCalledWith('1', false);
  });

  it('lets what is not looked for recede', async () => {
    session.filter.value = { ...session.filter.value, stances: ['oppose'] };
    await drawn();
    expect(marks().map((mark) => mark.getAttribute('data-rest'))).toEqual(['true', 'false', 'true']);
  });

  it('leads a click to the nearest comment, of those looked for', async () => {
    strip()?.dispatchEvent(new MouseEvent('click', { clientY: 100, bubbles: true }));
    expect(jump).toHaveBeenLastCalledWith('2', true);
    session.filter.value = { ...session.filter.value, stances: ['support'] };
    await drawn();
    strip()?.dispatchEvent(new MouseEvent('click', { clientY: 170, bubbles: true }));
    expect(jump).toHaveBeenLastCalledWith('1', true);
  });

  it('marks nothing of the page, and leaves nothing behind', () => {
    expect(document.documentElement.getAttributeNames()).toEqual([]);
    unmount();
    expect(host()).toBeNull();
  });
});
