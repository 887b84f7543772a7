// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'preact/test-utils';
import { beforeAll, describe, expect, test } from 'vitest';
import { mountSidebar } from '../../components/sidebar/mountSidebar.tsx';
import points from '../../entrypoints/points.ts';
import sidebar from '../../entrypoints/sidebar.ts';
import { sidebarOpen } from '../../utils/reader/sidebarMemory.ts';
import { readGeneric } from '../../utils/reading/generic/index.ts';
import { recognize } from '../../utils/reading/platforms/index.ts';
import { read } from '../../utils/reading/read.ts';
import { createSession } from '../../utils/session/session.ts';
import { analysisOf, testModel } from '../fixtures/testModel.ts';
import { comment, thread } from '../fixtures/thread.ts';

// This DOM has none, and lays nothing out that could change its size.
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

/** What an expression may stumble over where it is repeated without end. */
const PIECES = [
  'a',
  'A',
  '1',
  ' ',
  '\n',
  '-',
  '.',
  '/',
  '<',
  '>',
  '"',
  "'",
  '(',
  '[',
  ':',
  ',',
  '?',
  '!',
  '1 ',
  'a ',
  'a-',
  'A.',
  '1.',
  '<a ',
  '… ',
  'https://',
  '“',
  'é',
  'I ',
  'not ',
  'right ',
];
const LONG = 40_000;
/** In milliseconds. What grows with the square of a text takes many times as long. */
const PATIENCE = 4000;
const NOW = new Date('2026-11-01T12:00:00Z');
const ADDRESS = 'https://forum.example.org/t/1';

const folder = join(import.meta.dirname, '../../utils/reading/platforms');
const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }))
  .filter(({ html }) => html.length < 120_000);

function expectQuick(what: string, act: () => void): void {
  const start = performance.now();
  act();
  expect(performance.now() - start, what).toBeLessThan(PATIENCE);
}

test.each(pages.map((page, index) => ({ ...page, piece: PIECES[index % PIECES.length] ?? 'a' })))(
  '$file with lines without end is read in time',
  ({ html, piece }) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const platform = recognize(document);
    if (!platform) return;
    const reading = read(platform, document, ADDRESS, NOW);
    const holders = [...(reading?.elements.values() ?? [])].slice(1, 3);
    const long = piece.repeat(LONG / piece.length);
    for (const element of holders.flatMap((holder) => [holder, ...holder.querySelectorAll('*')])) {
      if (element.children.length === 0) element.append(long);
      for (const name of ['title', 'datetime', 'href', 'style', 'data-time'])
        if (element.hasAttribute(name)) element.setAttribute(name, long);
    }
    document.title = long;
    expectQuick(platform.name, () => read(platform, document, ADDRESS, NOW));
    expectQuick('generic', () => readGeneric(document, ADDRESS, NOW));
  },
);

describe('comments without end', () => {
  // Loading the model is not what is timed.
  beforeAll(testModel);
  test.each(PIECES)('%j are analysed and shown in time', async (piece) => {
    const long = piece.repeat(LONG / piece.length);
    const said = thread(
      [comment('1', { text: long, author: long }), comment('2', { text: `I agree. ${long}`, parent: '1', author: 'x' })],
      {
        title: long.slice(0, 20_000),
        opening: comment('0', { text: long }),
      },
    );
    const start = performance.now();
    const scored = await analysisOf(said);
    expect(performance.now() - start, 'analysed').toBeLessThan(PATIENCE);
    const session = createSession();
    points.main();
    sidebar.main();
    const unmount = mountSidebar(session, { jump() {}, exported: () => null, retry() {}, loadRest() {}, stopLoading() {} });
    const shown = performance.now();
    await act(() => {
      session.reading.value = { thread: said, elements: new Map() };
      session.raw.value = scored;
      sidebarOpen.value = true;
    });
    expect(document.querySelector('[data-standpoint="sidebar"]')?.shadowRoot?.querySelector('[role=tab]')).not.toBeNull();
    for (const tab of document.querySelector('[data-standpoint="sidebar"]')?.shadowRoot?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])
      await act(() => tab.click());
    expect(performance.now() - shown, 'shown').toBeLessThan(PATIENCE);
    unmount();
  });
});
