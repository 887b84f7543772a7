import { signal } from '@preact/signals';
// @vitest-environment node

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { exportSavedPage } from '../utils/commands/exportPage.ts';
import { FORMATS, type Format, fileIn } from '../utils/export/formats/index.ts';
import { openExport, sessionFrom } from '../utils/export/open.ts';
import type { Export } from '../utils/export/record.ts';
import { exportThread } from '../utils/export/record.ts';
import { settingsFrom } from '../utils/reader/settings.ts';
import { parseAdaptation, parseAdaptationSteps, parseCorrections } from '../utils/reader/storedSchemas.ts';
import { readGeneric } from '../utils/reading/generic/index.ts';
import { PLATFORMS, recognize } from '../utils/reading/platforms/index.ts';
import { read } from '../utils/reading/read.ts';
import { createSession } from '../utils/session/session.ts';
import { summarize } from '../utils/summary/summarize.ts';
import type { Comment, Thread } from '../utils/thread/thread.ts';
import { PAYLOADS } from './safety/payloads.ts';

// Pages, files and settings as they are, with something wrong in them. `STANDPOINT_FUZZ=10000 npm run unit -- tests/fuzz.test.ts` tries as
// many in all; the seed is always the same, so that what fails once fails again.

const TOTAL = Number(process.env.STANDPOINT_FUZZ ?? 300);
const SEED = 20_261_122;
/** Of all that is tried: pages cost most. */
const runs = (share: number) => ({ seed: SEED, numRuns: Math.max(10, Math.round(TOTAL * share)) });
/** In milliseconds, for one page, file or setting on a busy machine. */
const PATIENCE = 5000;
const hours = 3_600_000;

const NOW = new Date('2026-11-01T12:00:00Z');
const ADDRESS = 'https://forum.example.org/t/1';
const folder = join(import.meta.dirname, '../utils/reading/platforms');
/** Those that the slow DOM of these tests reads quickly. */
const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({ file, html: readFileSync(join(folder, file), 'utf8') }))
  .filter(({ html }) => html.length < 120_000);
const sources = new Map(pages.map(({ file, html }) => [file, html]));
const aPage = fc.constantFrom(...sources.keys());
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../public/export.schema.json'), 'utf8'));

/** Some words to put where others stood: payloads, and whatever the library thinks of. */
const words = fc.oneof(
  fc.constantFrom(...PAYLOADS.filter(({ length }) => length < 2000)),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '0', '-1', '9'.repeat(400), '1e999', '2026-99-99', '../..', '#', '?', '__proto__', 'constructor'),
);

interface Change {
  kind: 'drop' | 'twice' | 'empty' | 'text' | 'attribute' | 'unattribute' | 'rename' | 'nest' | 'move';
  /** Where, as a share of all elements. */
  from: number;
  to: number;
  words: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('drop', 'twice', 'empty', 'text', 'attribute', 'unattribute', 'rename', 'nest', 'move'),
  from: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
  words,
});

const NAMES = [
  'id',
  'class',
  'href',
  'datetime',
  'title',
  'data-post-id',
  'data-id',
  'data-time',
  'depth',
  'parentid',
  'thingid',
  'style',
  'indent',
];

/** Changes an element of a page, and says which. */
function changeIn(document: Document, { kind, from, to, words }: Change): Element | null {
  const all = document.querySelectorAll('body *');
  const element = all[Math.floor(from * all.length)];
  const other = all[Math.floor(to * all.length)];
  if (!element || !other) return null;
  const attribute = NAMES[Math.floor(to * NAMES.length)] ?? 'id';
  if (kind === 'drop') element.remove();
  else if (kind === 'twice') element.after(element.cloneNode(true));
  else if (kind === 'empty') element.replaceChildren();
  else if (kind === 'text') element.prepend(words);
  else if (kind === 'attribute') element.setAttribute(attribute, words);
  else if (kind === 'unattribute') element.removeAttribute(attribute);
  else if (kind === 'rename')
    element.replaceWith(Object.assign(document.createElement('div'), { className: element.className, id: element.id }));
  else if (kind === 'nest' && !element.contains(other)) other.append(element);
  else if (kind === 'move' && !element.contains(other)) other.before(element);
  return element;
}

/** Whatever was read is a thread: ids differ, parents are there, and from parent to parent it comes to an end. */
function expectSound(thread: Thread | undefined): void {
  if (!thread) return;
  const all = thread.opening ? [thread.opening, ...thread.comments] : thread.comments;
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  expect(parents.size).toBe(all.length);
  for (const { id, parent, permalink } of all) {
    if (parent !== null) expect(parents.has(parent), `${id} answers ${parent}`).toBe(true);
    if (permalink !== null) expect(permalink).toMatch(/^https?:\/\//);
    const path = new Set<string>();
    for (let ancestor: string | null = id; ancestor !== null; ancestor = parents.get(ancestor) ?? null) {
      expect(path.has(ancestor), `${ancestor} answers itself`).toBe(false);
      path.add(ancestor);
    }
  }
}

function quickly<Result>(act: () => Result): Result {
  const start = performance.now();
  const result = act();
  expect(performance.now() - start, 'milliseconds').toBeLessThan(PATIENCE);
  return result;
}

let parsed = 0;

/** A page of ours as a document. Now and then in a new window, after a rest: what an old one holds is only then let go of. */
async function open(file: string): Promise<Document> {
  if (parsed % 50 === 0) {
    const { DOMParser } = new JSDOM('', { virtualConsole: new VirtualConsole() }).window;
    Object.assign(globalThis, { DOMParser });
  }
  parsed += 1;
  await new Promise((resolve) => setImmediate(resolve));
  return new DOMParser().parseFromString(sources.get(file) ?? '', 'text/html');
}

describe('a page with something wrong in it', () => {
  test(
    'is read without an exception, as a thread',
    async () => {
      await fc.assert(
        fc.asyncProperty(aPage, fc.array(change, { minLength: 1, maxLength: 12 }), async (file, changes) => {
          const document = await open(file);
          for (const one of changes) changeIn(document, one);
          quickly(() => {
            for (const platform of PLATFORMS.filter(({ marker }) => document.querySelector(marker)))
              expectSound(read(platform, document, ADDRESS, NOW)?.thread);
            expectSound(readGeneric(document, ADDRESS, NOW)?.thread);
          });
        }),
        runs(0.3),
      );
    },
    hours,
  );

  test(
    'loses no comment but the one that something is wrong with',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          aPage,
          fc.constantFrom<Change['kind']>('empty', 'text', 'unattribute', 'attribute'),
          fc.double({ min: 0, max: 0.999, noNaN: true }),
          change,
          async (file, kind, share, one) => {
            const document = await open(file);
            const platform = recognize(document);
            const before = platform && read(platform, document, ADDRESS, NOW);
            if (!platform || !before || before.thread.comments.length < 3) return;
            // Something inside one comment is changed, but for what its neighbours are told apart by.
            const index = Math.floor(share * before.thread.comments.length);
            const comment = before.thread.comments[index] as Comment;
            const element = before.elements.get(comment.id);
            const within = element ? [element, ...element.querySelectorAll('*')] : [];
            const victim = within[Math.floor(one.from * within.length)];
            const others = [...before.elements].filter(([id]) => id !== comment.id).map(([, place]) => place);
            if (!victim || others.some((place) => victim === place || victim.contains(place))) return;
            const attribute = NAMES[Math.floor(one.to * NAMES.length)] ?? 'id';
            if (kind === 'empty') victim.replaceChildren();
            else if (kind === 'text') victim.prepend(one.words);
            else if (kind === 'attribute') victim.setAttribute(attribute, one.words);
            else victim.removeAttribute(attribute);
            if (recognize(document) !== platform) return;
            const after = new Map(read(platform, document, ADDRESS, NOW)?.thread.comments.map((one) => [one.id, one]));
            for (const neighbour of before.thread.comments) {
              if (neighbour.id === comment.id) continue;
              const now = after.get(neighbour.id);
              expect(now, `${platform.name}: ${neighbour.id} beside ${comment.id}, ${kind}`).toBeDefined();
              expect(now?.text).toBe(neighbour.text);
            }
          },
        ),
        runs(0.2),
      );
    },
    hours,
  );
});

const demo: Export = await exportSavedPage(join(folder, 'discourse.demo.html'), ADDRESS);

const anything = fc.oneof(words, fc.jsonValue({ maxDepth: 3 }), fc.double(), fc.constantFrom(null, true, [], {}, -1, 1e308));

/** A file with some values replaced, removed or added, anywhere in it. */
const spoiled = fc.array(
  fc.record({ steps: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), value: anything, kind: fc.constantFrom(0, 1, 2, 3, 3, 3, 3) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

function spoil(file: unknown, changes: readonly { steps: number[]; value: unknown; kind: number }[]): unknown {
  const copy = structuredClone(file);
  for (const { steps, value, kind } of changes) {
    let holder = copy as Record<string, unknown>;
    let key = '';
    for (const step of steps) {
      const keys = Object.keys(holder);
      if (keys.length === 0) break;
      key = keys[step % keys.length] ?? '';
      const inner = holder[key];
      if (typeof inner !== 'object' || inner === null) break;
      if (step === steps.at(-1)) break;
      holder = inner as Record<string, unknown>;
    }
    if (kind === 0) delete holder[key];
    else if (kind === 1) holder[`${key} `] = value;
    else if (kind === 2) holder[key] = value;
    // Of the same kind, so that most of such files open.
    else if (typeof holder[key] === 'string') holder[key] = String(value);
    else if (typeof holder[key] === 'number') holder[key] = Math.abs(Number(value) || 0) % 1;
  }
  return copy;
}

/** All that is made of a file once it is opened. */
function use(file: Export): void {
  const opened = sessionFrom(file);
  const session = createSession(signal(opened.analysis));
  session.reading.value = opened.reading;
  const { thread, analysis, summary } = session;
  if (!thread.value || !analysis.value || !summary.value) throw new Error('There is no thread.');
  expect(thread.value.comments).toHaveLength(file.thread.comments.length);
  const again = exportThread(thread.value, analysis.value, summarize(thread.value, analysis.value), { version: '1.0', exportedAt: NOW });
  expect(openExport(JSON.stringify(again), schema)).toHaveProperty('file');
  for (const format of Object.keys(FORMATS) as Format[]) expect(fileIn(format, again).text.length).toBeGreaterThan(0);
}

describe('an exported file with something wrong in it', () => {
  test(
    'opens, or is refused with a place and a reason',
    () => {
      let opened = 0;
      fc.assert(
        fc.property(spoiled, (changes) => {
          quickly(() => {
            const result = openExport(JSON.stringify(spoil(demo, changes)), schema);
            if ('refusal' in result)
              return expect(result.refusal).toEqual({ pointer: expect.stringMatching(/^(?:\/|$)/), reason: expect.stringMatching(/./) });
            opened += 1;
            use(result.file);
          });
        }),
        runs(0.2),
      );
      expect(opened, 'some open, or nothing was tried of what comes after').toBeGreaterThan(0);
    },
    hours,
  );

  test(
    'opens with any words where words may stand',
    () => {
      fc.assert(
        fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (said) => {
          const file = structuredClone(demo);
          file.thread.title = said[0] ?? '';
          file.thread.comments.forEach((comment, index) => {
            comment.text = said[index % said.length] ?? '';
            comment.author = said[(index + 1) % said.length] ?? null;
            comment.quotes = [{ of: null, text: said[(index + 2) % said.length] ?? '' }];
          });
          quickly(() => {
            const result = openExport(JSON.stringify(file), schema);
            if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
            use(result.file);
          });
        }),
        runs(0.05),
      );
    },
    hours,
  );

  test(
    'cut off or mixed up as text, is refused',
    () => {
      const text = JSON.stringify(demo);
      fc.assert(
        fc.property(fc.nat(text.length - 1), words, (offset, inserted) => {
          for (const broken of [text.slice(0, offset), text.slice(0, offset) + inserted + text.slice(offset + 1)])
            quickly(() => openExport(broken, schema));
        }),
        runs(0.05),
      );
    },
    hours,
  );
});

const aSetting = fc.constantFrom(
  'badges',
  'density',
  'sidebar',
  'precision',
  'pseudonyms',
  'sitesOff',
  'sidebarSide',
  'sidebarWidth',
  'constructor',
);

describe('what was stored, with something wrong in it', () => {
  test(
    'gives settings that are as they must be',
    () => {
      const usual = settingsFrom(null);
      fc.assert(
        fc.property(fc.dictionary(fc.oneof(aSetting, words), anything), (stored) => {
          const settings = settingsFrom(stored);
          expect(Object.keys(settings).sort()).toEqual(Object.keys(usual).sort());
          for (const [name, value] of Object.entries(settings)) expect(typeof value).toBe(typeof Reflect.get(usual, name));
        }),
        runs(0.1),
      );
    },
    hours,
  );

  test(
    'gives corrections and adaptations that are as they must be',
    () => {
      const good = { 'test https://forum.example.org/t/1': { stances: { 1: 'oppose', constructor: 'support' }, proposition: 'x' } };
      const adaptation = { model: 'x', corrections: 2, shifts: { 7: [0.1, 0.2] } };
      fc.assert(
        fc.property(anything, spoiled, (stored, changes) => {
          for (const value of [stored, spoil(good, changes), spoil(adaptation, changes)]) {
            for (const said of Object.values(parseCorrections(value))) {
              expect(Object.values(said.stances).every((stance) => typeof stance === 'string')).toBe(true);
            }
            const known = parseAdaptation(value);
            if (known)
              expect(
                Object.values(known.shifts)
                  .flat()
                  .every((shift) => typeof shift === 'number'),
              ).toBe(true);
            expect(Array.isArray(parseAdaptationSteps(value))).toBe(true);
          }
          expect(Object.keys(parseCorrections({ ...good, other: stored }))).toContain(Object.keys(good)[0]);
        }),
        runs(0.1),
      );
    },
    hours,
  );
});
