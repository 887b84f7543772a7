import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Welcome } from '../../../../components/welcome/Welcome.tsx';
import { recognize } from '../../../../utils/reading/platforms/index.ts';
import { read } from '../../../../utils/reading/read.ts';

/** What the reader allowed, and who wants to hear of it. */
let origins: string[];
let added: () => void;
const request = vi.fn(async (asked: { origins: string[] }) => {
  origins = asked.origins;
  added();
  return true;
});
let place: HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  origins = [];
  const onAdded = {
    addListener(listener: () => void) {
      added = listener;
    },
    removeListener() {},
  };
  Object.assign(fakeBrowser.permissions, { request, onAdded, getAll: async () => ({ origins }) });
  Object.assign(fakeBrowser, { commands: { getAll: async () => [{ name: 'read', shortcut: '' }] } });
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: '', version: '1', host_permissions: ['*://*.reddit.com/*'] });
  place = document.body.appendChild(document.createElement('div'));
  render(<Welcome />, place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

const find = (words: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words));

describe('the welcome page', () => {
  it('holds an example that is read as any thread is', () => {
    const platform = recognize(document);
    const reading = platform && read(platform, document, 'https://tildes.net/~example/1/example', new Date());
    expect(reading?.thread.title).toBe('Libraries should lend tools as well as books');
    expect(reading?.thread.opening?.author).toBe('petra');
    expect(
      reading?.thread.comments.every(({ time }) => time !== null),
      'nothing of it is missing',
    ).toBe(true);
    expect(reading?.thread.comments.map(({ parent }) => parent)).toEqual(
      ['example', '1a', 'example', '2a', 'example', '3a', 'example', 'example'].map((id) =>
        id === 'example' ? reading?.thread.opening?.id : id,
      ),
    );
  });

  it('says in three sentences, before the example, what badges are, how sure, and how to switch them off', () => {
    const sentences = [...place.querySelectorAll('header li')].map(({ textContent }) => textContent);
    expect(sentences).toEqual([
      expect.stringMatching(/^A badge beside a comment/),
      expect.stringContaining('right at least 85 times in 100'),
      expect.stringContaining('switches it off'),
    ]);
    const order = [...place.querySelectorAll('header, #topic-example')].map(({ localName }) => localName);
    expect(order).toEqual(['header', 'article']);
  });

  it('names the sites it came with, and asks for every site in the click', async () => {
    expect(place.textContent).toContain('By itself it reads threads on 1 site');
    expect(place.querySelector('.hosts')?.textContent).toBe('reddit.com');
    find('Allow it on every site')?.click();
    expect(request, 'nothing is waited for').toHaveBeenCalledWith({ origins: ['*://*/*'] });
    await vi.waitFor(() => expect(place.textContent).toContain('You allowed it on every site.'));
  });

  it('tells the keys, also those that the browser did not give', async () => {
    await vi.waitFor(() => expect(place.querySelector('.keys')?.textContent).toContain('none set'));
  });
});
