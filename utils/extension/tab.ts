import { type ReadonlySignal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { download } from '../export/index.ts';
import { type Order, type PageState, sendMessage } from '../messaging/index.ts';
import { EVERY_SITE, framedSiteIn, patternOf, type Reach, reachOf, readOnce, requestSite, showAround } from './permissions.ts';

/** What can be said of the tab beneath the popup: its page, that nobody answers there, or that no extension may read it. */
export type Answer = { is: 'asking' } | { is: 'page'; page: PageState } | { is: 'silent' } | { is: 'closed' };

/** The tab that the popup is about, as signals. */
export interface BrowserTab {
  answer: ReadonlySignal<Answer>;
  /** `null` where the browser does not tell. */
  host: ReadonlySignal<string | null>;
  /** Why Standpoint may read the tab's site; `null` until that is known. */
  reach: ReadonlySignal<Reach | null>;
  /** The site of a frame with comments that Standpoint may not read yet; `null` where there is none. */
  framed: ReadonlySignal<string | null>;
  /** Whether the tab is in a private window. */
  private: ReadonlySignal<boolean>;
  readThisPage(): Promise<void>;
  /** Asks the reader for the tab's site, or for every site. */
  allow(sites: 'always' | 'every'): Promise<void>;
  /** Asks the reader for the site of that frame. */
  allowFramed(): Promise<void>;
  /** Tells all that is read in the tab to wait, to go on, or to read the whole. */
  order(order: Order): Promise<void>;
  exportThread(): Promise<void>;
  diagnose(): Promise<void>;
}

const AGAIN = 500;
/** How often a page is asked that was told to answer just now. */
const TRIES = 6;

/** Follows the tab the popup was opened over. */
export function openTab(): BrowserTab {
  const answer = signal<Answer>({ is: 'asking' });
  const host = signal<string | null>(null);
  const reach = signal<Reach | null>(null);
  const framed = signal<string | null>(null);
  const isPrivate = signal(false);
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

  const askAnew = () => {
    clearTimeout(next);
    answer.value = { is: 'asking' };
  };

  const start = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    id = tab?.id ?? -1;
    host.value = tab?.url && /^https?:/.test(tab.url) ? new URL(tab.url).host : null;
    isPrivate.value = tab?.incognito ?? false;
    if (host.value !== null) reach.value = await reachOf(host.value);
    await Promise.all([ask(0), lookForFrame()]);
  };

  const lookForFrame = async () => {
    framed.value = await framedSiteIn(id);
  };

  start();
  return {
    answer,
    host,
    reach,
    framed,
    private: isPrivate,
    async readThisPage() {
      const { value } = answer;
      const inFrame = value.is === 'page' && value.page.inFrame;
      askAnew();
      try {
        await (inFrame ? showAround(id) : readOnce(id));
      } catch {
        // The stores and some pages of the browser look like any other site, but refuse.
        answer.value = { is: 'closed' };
        return;
      }
      await ask(TRIES);
    },
    async allow(sites) {
      // The browser asks over the popup, and may close it; what follows is the background's.
      const allowed = await requestSite(sites === 'every' ? EVERY_SITE : patternOf(host.value ?? ''));
      if (!allowed) return;
      reach.value = sites;
      askAnew();
      await ask(TRIES);
    },
    async allowFramed() {
      if (framed.value === null || !(await requestSite(patternOf(framed.value)))) return;
      framed.value = null;
      askAnew();
      await ask(TRIES);
    },
    async order(order) {
      await sendMessage('order', order, id).catch(() => {});
      clearTimeout(next);
      await ask(TRIES);
    },
    async exportThread() {
      const file = await sendMessage('export', undefined, speaker).catch(() => null);
      if (file) download(file.name, file.text);
    },
    async diagnose() {
      await sendMessage('openOptions', { section: 'diagnosis', diagnosed: id });
    },
  };
}
