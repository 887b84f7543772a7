import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { download } from '../../utils/download.ts';
import { type PageState, sendMessage } from '../../utils/messages.ts';

/** What can be said of the tab beneath the popup: its page, that nobody answers there, or that no extension may read it. */
export type Answer = { is: 'asking' } | { is: 'page'; page: PageState } | { is: 'silent' } | { is: 'closed' };

export interface Tab {
  answer: ReadonlySignal<Answer>;
  /** `null` where the browser does not tell. */
  host: ReadonlySignal<string | null>;
  readThisPage(): Promise<void>;
  exportThread(): Promise<void>;
}

const AGAIN = 500;
/** How often a page is asked that was told to answer just now. */
const TRIES = 6;

/** Follows the tab the popup was opened over. */
export function openTab(): Tab {
  const answer = signal<Answer>({ is: 'asking' });
  const host = signal<string | null>(null);
  let id = -1;
  let next: ReturnType<typeof setTimeout> | undefined;
  /** Who answers for the tab: its page, or else a frame in it. */
  let speaker: number | { tabId: number; frameId: number } = -1;

  const ask = async (tries: number): Promise<void> => {
    speaker = { tabId: id, frameId: 0 };
    let page = await sendMessage('describe', undefined, speaker).catch(() => null);
    if (!page) {
      speaker = id;
      page = await sendMessage('describe', undefined, speaker).catch(() => null);
    }
    if (page) answer.value = { is: 'page', page };
    else if (tries === 0) answer.value = { is: host.value === null ? 'closed' : 'silent' };
    // Who does not answer may still be loading.
    if (page?.state !== 'done' && page?.state !== 'failed') next = setTimeout(() => ask(Math.max(0, tries - 1)), AGAIN);
  };

  /** Asks for the page to be read whatever forum it is of, once somebody there hears it. */
  const readAnyway = async (tries: number): Promise<void> => {
    const heard = await sendMessage('readAnyway', undefined, { tabId: id, frameId: 0 }).then(
      () => true,
      () => false,
    );
    if (heard || tries === 0) return;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
    await readAnyway(tries - 1);
  };

  const start = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    id = tab?.id ?? -1;
    host.value = tab?.url && /^https?:/.test(tab.url) ? new URL(tab.url).host : null;
    await ask(0);
  };

  start();
  return {
    answer,
    host,
    async readThisPage() {
      const { value } = answer;
      const inFrame = value.is === 'page' && value.page.inFrame;
      const here = value.is === 'page' && !inFrame;
      clearTimeout(next);
      answer.value = { is: 'asking' };
      try {
        if (!here) await browser.scripting.executeScript({ target: { tabId: id }, files: ['/content-scripts/content.js'] });
      } catch {
        // The stores and some pages of the browser look like any other site, but refuse.
        answer.value = { is: 'closed' };
        return;
      }
      if (!inFrame) await readAnyway(TRIES);
      await ask(TRIES);
    },
    async exportThread() {
      const file = await sendMessage('export', undefined, speaker).catch(() => null);
      if (file) download(file.name, file.text);
    },
  };
}
