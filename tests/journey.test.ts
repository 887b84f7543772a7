// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import background from '../entrypoints/background.ts';
import content from '../entrypoints/content/index.ts';
import sidebar from '../entrypoints/sidebar.ts';
import { removeAllListeners, sendMessage } from '../utils/messaging/channel.ts';
import { changeSettings } from '../utils/reader/settings.ts';
import { ModelWorker, withoutOffscreen } from './fixtures/modelInProcess.ts';

const root = join(import.meta.dirname, '..');
const source = (name: string) => readFileSync(join(root, 'utils/reading/platforms', name), 'utf8');
const badges = () => [...document.querySelectorAll<HTMLElement>('[data-standpoint="badge"]')];
const sidebars = () => [...document.querySelectorAll<HTMLElement>('[data-standpoint="sidebar"]')];
const sidebarText = () => sidebars()[0]?.shadowRoot?.textContent ?? '';
/** So long is waited for what must come, in milliseconds: a machine may be busy with other tests. */
const PATIENCE = 20_000;
const done = () => vi.waitFor(() => expect(sidebars()[0]?.dataset.state).toBe('done'), PATIENCE);

/** What the background asks for of the model; there is no server in this process. */
const files: typeof fetch = async (url) => new Response(readFileSync(join(root, 'tests/fixtures/encoder', new URL(String(url)).pathname)));

let page: ContentScriptContext;
let ownAttributes: string[];

/** A reader opens a page on which the extension runs. */
function open(html: string, url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
  document.open();
  document.write(html);
  document.close();
  ownAttributes = document.documentElement.getAttributeNames();
  page = new ContentScriptContext('content');
  (content as { main(ctx: ContentScriptContext): void }).main(page);
}

beforeAll(() => {
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Standpoint', version: '0.1.0' });
  fakeBrowser.runtime.getURL = (path: string) => `chrome-extension://id${path}`;
});

beforeEach(() => {
  fakeBrowser.storage.resetState();
  vi.stubGlobal('fetch', files);
  vi.stubGlobal('Worker', ModelWorker);
  withoutOffscreen();
  removeAllListeners();
  background.main();
  sidebar.main();
});

afterEach(() => {
  page.abort();
  expect(badges(), 'a page that is left holds nothing of ours').toHaveLength(0);
  expect(sidebars()).toHaveLength(0);
});

test('a reader opens a thread, sees where each comment stands, and exports it', async () => {
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await done();
  const expected = JSON.parse(source('discourse.demo.json'));
  expect(badges().map((badge) => badge.dataset.comment)).toEqual(expected.comments.map(({ id }: { id: string }) => id));
  expect(document.documentElement.getAttributeNames(), 'the page is not marked').toEqual(ownAttributes);
  await vi.waitFor(() => expect(sidebarText()).toContain('19 of 19 read'), PATIENCE);

  const state = await sendMessage('describe', undefined);
  expect(state).toMatchObject({ platform: 'discourse', title: expected.title, state: 'done', failure: null });
  expect(Object.values(state.summary?.division ?? {}).reduce((sum, count) => sum + count, 0)).toBe(19);

  const file = await sendMessage('export', undefined);
  const exported = JSON.parse(file?.text ?? '');
  await vi.waitFor(() => expect(sidebarText()).toContain(exported.thread.proposition.text), PATIENCE);
  expect(exported.thread.comments.map(({ text }: { text: string }) => text)).toEqual(
    expected.comments.map(({ text }: { text: string }) => text),
  );
  for (const comment of exported.thread.comments) {
    const badge = badges().find(({ dataset }) => dataset.comment === comment.id);
    expect(badge?.dataset.stance).toBe(comment.stance.opening.stance);
    expect(badge?.dataset.confidence).toMatch(/^[01]\.\d\d$/);
    expect(Math.abs(Number(badge?.dataset.confidence) - comment.stance.opening.confidence)).toBeLessThan(0.0051);
  }
  const validate = new Ajv().compile(JSON.parse(readFileSync(join(root, 'public/export.schema.json'), 'utf8')));
  expect(validate(exported), JSON.stringify(validate.errors)).toBe(true);
});

test('what the reader switches off goes away at once, and comes back', async () => {
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await done();
  await changeSettings({ badges: false });
  await vi.waitFor(() => expect(badges()).toHaveLength(0), PATIENCE);
  await changeSettings({ badges: true, sidebar: false });
  await vi.waitFor(() => expect([badges().length, sidebars().length]).toEqual([19, 0]), PATIENCE);
  await changeSettings({ sidebar: true, sitesOff: ['forum.example.org'] });
  await vi.waitFor(() => expect([badges().length, sidebars().length]).toEqual([0, 0]), PATIENCE);
  await changeSettings({ sitesOff: [] });
  await vi.waitFor(() => expect([badges().length, sidebars().length]).toEqual([19, 1]), PATIENCE);
});

test('the reader decides how sure a label must be before it is shown', async () => {
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await done();
  const unsure = async (precision: number) => {
    await changeSettings({ precision });
    const state = await sendMessage('describe', undefined);
    return state.summary?.division.unsure ?? 0;
  };
  const [bold, cautious] = [await unsure(0.7), await unsure(0.95)];
  expect(bold).toBeLessThan(cautious);
});

test('comments that are added get a badge, and those that are emptied out are remembered', async () => {
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await done();
  const last = document.querySelectorAll('.topic-post').item(19);
  const added = last.cloneNode(true) as Element;
  added.querySelector('article')?.setAttribute('data-post-id', '99001');
  added.querySelector('[data-standpoint]')?.remove();
  last.after(added);
  await vi.waitFor(() => expect(badges().map(({ dataset }) => dataset.comment)).toContain('99001'), PATIENCE);
  last.remove();
  await vi.waitFor(() => expect(badges()).toHaveLength(19), PATIENCE);
  expect((await sendMessage('describe', undefined)).summary?.read).toBe(20);
});

test('a page that is no thread is left alone', async () => {
  open('<!doctype html><html lang="en"><body><h1>News</h1><p>Nothing to discuss.</p></body></html>', 'https://news.example.org/');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(document.querySelectorAll('[data-standpoint]')).toHaveLength(0);
  expect(await sendMessage('describe', undefined)).toMatchObject({ platform: null, summary: null });
});

test('when the model fails, the sidebar says so and trying again helps', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new Error('no file');
  });
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await vi.waitFor(() => expect(sidebars()[0]?.dataset.state).toBe('failed'), PATIENCE);
  await vi.waitFor(() => expect(sidebarText()).toContain('The model’s files are missing'), PATIENCE);
  vi.stubGlobal('fetch', files);
  const again = [...(sidebars()[0]?.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === 'Try again');
  again?.click();
  await done();
  expect(badges()).toHaveLength(19);
});

test('another thread opened inside the page takes the place of the first, also when its posts come late', async () => {
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await done();
  const other = new DOMParser().parseFromString(source('discourse.html'), 'text/html');
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://forum.example.org/t/another/2');
  // First the page only says that it is loading; the posts of the first thread are still there.
  document.body.append(document.createElement('hr'));
  await vi.waitFor(() => expect([badges().length, sidebars().length]).toEqual([0, 0]), PATIENCE);
  document.querySelector('.post-stream')?.replaceWith(document.adoptNode(other.querySelector('.post-stream') as Element));
  await done();
  const expected = JSON.parse(source('discourse.json'));
  const ids = expected.comments.map(({ id }: { id: string }) => id);
  await vi.waitFor(() => expect(badges().map(({ dataset }) => dataset.comment)).toEqual(ids), PATIENCE);
  expect((await sendMessage('describe', undefined)).summary?.read).toBe(expected.comments.length);
});

/** The badge at a place in the thread, pressed; then the button in its popover, or none. */
function correctAt(place: number, words?: string): void {
  const badge = badges()[place];
  const press = (element: Element | undefined | null) =>
    element?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
  press(badge?.shadowRoot?.querySelector('button'));
  const buttons = [...(badge?.shadowRoot?.querySelectorAll('[popover] button') ?? [])];
  const button = buttons.find(({ textContent }) => textContent?.startsWith(words ?? ''));
  expect(button, `“${words}” among ${buttons.map(({ textContent }) => textContent).join(', ')}`).toBeDefined();
  press(button);
}

test('what the reader sets counts at once, is exported as theirs, survives a reload and is undone', async () => {
  const open19 = () => open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  const exported = async () => JSON.parse((await sendMessage('export', undefined))?.text ?? '').thread.comments[2].stance.opening;
  open19();
  await done();
  const model = await exported();
  correctAt(2, 'opposes');
  await vi.waitFor(() => expect(badges()[2]?.dataset).toMatchObject({ stance: 'oppose', confidence: '1.00' }), PATIENCE);
  await vi.waitFor(() => expect(sidebarText()).toMatch(/[1-9]\d* opposes?/), PATIENCE);
  expect(await exported()).toMatchObject({ stance: 'oppose', because: 'reader', setBy: 'reader' });

  page.abort();
  open19();
  await done();
  expect(badges()[2]?.dataset.stance).toBe('oppose');
  correctAt(2, 'Undo');
  await vi.waitFor(async () => expect(await exported()).toEqual(model), PATIENCE);
});

test('the claim in the reader’s own words is what the thread is held against, and survives a reload', async () => {
  const claimed = async () => JSON.parse((await sendMessage('export', undefined))?.text ?? '').thread.proposition;
  const inSidebar = <Found extends HTMLElement>(selector: string) => sidebars()[0]?.shadowRoot?.querySelector<Found>(selector);
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await done();
  const own = await claimed();
  inSidebar('[aria-label="Edit the claim"]')?.click();
  await vi.waitFor(() => expect(inSidebar('textarea')).not.toBeNull(), PATIENCE);
  Object.assign(inSidebar('textarea') ?? {}, { value: 'Mending is for the poor.' });
  inSidebar('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  const theirs = { text: 'Mending is for the poor.', of: 'reader', kind: 'claim' };
  await vi.waitFor(async () => expect(await claimed()).toEqual(theirs), PATIENCE);

  page.abort();
  open(source('discourse.demo.html'), 'https://forum.example.org/t/a-title/1');
  await done();
  expect(await claimed()).toEqual(theirs);
  const back = [...(sidebars()[0]?.shadowRoot?.querySelectorAll('button') ?? [])].find(({ textContent }) =>
    textContent?.startsWith('Back to'),
  );
  back?.click();
  await vi.waitFor(async () => expect(await claimed()).toEqual(own), PATIENCE);
});
