// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBadge, paintBadge } from '../../components/badge/badge.ts';
import { explain, Why } from '../../components/badge/Why.tsx';
import { TabState } from '../../components/popup/TabState.tsx';
import { mountSidebar } from '../../components/sidebar/mountSidebar.tsx';
import { ViewerThread } from '../../components/viewer/ViewerThread.tsx';
import points from '../../entrypoints/points.ts';
import sidebar from '../../entrypoints/sidebar.ts';
import type { BrowserTab } from '../../utils/extension/tab.ts';
import { sidebarOpen } from '../../utils/reader/sidebarMemory.ts';
import { createSession } from '../../utils/session/session.ts';
import { summarize } from '../../utils/summary/summarize.ts';
import type { Reading } from '../../utils/thread/thread.ts';
import { chunks, hostileThread } from './hostileThread.ts';
import { expectInert } from './inert.ts';
import { KINDS } from './payloads.ts';

const TOGETHER = 15;
const kinds = Object.entries(KINDS);

/** What is called by whatever runs. */
const pwned = vi.fn();
Object.assign(globalThis, { pwned });

function readingOf(payloads: readonly string[]) {
  const { thread, analysis } = hostileThread(payloads);
  const reading: Reading = { thread, elements: new Map() };
  return { reading, thread, analysis };
}

function place(): HTMLElement {
  document.body.replaceChildren();
  return document.body.appendChild(document.createElement('div'));
}

afterEach(() => expect(pwned).not.toHaveBeenCalled());

describe.each(kinds)('%s', (_kind, payloads) => {
  const some = chunks(payloads, TOGETHER);

  test('are words in the sidebar, in all of its views', async () => {
    for (const chunk of some) {
      const { reading, analysis } = readingOf(chunk);
      const session = createSession(signal(analysis));
      points.main();
      sidebar.main();
      const unmount = mountSidebar(session, { jump() {}, exported: () => null, retry() {}, loadRest() {}, stopLoading() {} });
      await act(() => {
        session.reading.value = reading;
        sidebarOpen.value = true;
      });
      const host = document.querySelector('[data-standpoint="sidebar"]');
      if (!host?.shadowRoot) throw new Error('There is no sidebar.');
      const views = [...host.shadowRoot.querySelectorAll<HTMLElement>('[role=tab]')];
      expect(views.length).toBeGreaterThan(2);
      expect(host.shadowRoot.textContent).toContain(chunk[0]);
      for (const view of views) {
        await act(() => view.click());
        for (const more of host.shadowRoot.querySelectorAll<HTMLElement>('[aria-expanded="false"]')) await act(() => more.click());
        expectInert(host, `${view.textContent}: ${chunk.join(' | ').slice(0, 500)}`);
      }
      unmount();
    }
  });

  test('are words in badge and popover', async () => {
    for (const chunk of some) {
      const { reading, thread, analysis } = readingOf(chunk);
      for (const comment of thread.comments) {
        const badge = createBadge(comment.id);
        const explanation = explain(reading, analysis, comment.id);
        if (!explanation) throw new Error('There is no explanation.');
        paintBadge(badge, comment, explanation, { theme: 'light', density: 'word', shown: 'sure', kind: 'claim' });
        expectInert(badge, comment.id);
        expect(badge.dataset.comment).toBe(comment.id);
        const holder = place();
        await act(() => render(<Why {...explanation} reachable={true} correct={() => {}} showModel={() => {}} jump={() => {}} />, holder));
        expectInert(holder, comment.id);
        render(null, holder);
      }
    }
  });

  test('are words in the popup', async () => {
    for (const payload of payloads) {
      const { thread, analysis } = readingOf([payload]);
      const summary = summarize(thread, analysis);
      const work = { state: 'failed', hold: null, read: 1, total: 1 };
      const page = { platform: payload, title: payload, state: 'failed', failure: payload, work, summary, refused: false, inFrame: true };
      const tab = {
        answer: signal({ is: 'page', page }),
        host: signal(payload),
        reach: signal(null),
        private: signal(false),
      } as unknown as BrowserTab;
      const holder = place();
      await act(() => render(<TabState tab={tab} />, holder));
      expect(holder.textContent).toContain(payload);
      expectInert(holder, payload);
      render(null, holder);
    }
  });

  test('are words in the viewer', async () => {
    for (const chunk of some) {
      const { reading, analysis } = readingOf(chunk);
      const session = createSession(signal(analysis));
      session.reading.value = reading;
      const holder = place();
      await act(() => render(<ViewerThread session={session} wanted={signal(null)} />, holder));
      expect(holder.textContent).toContain(chunk[0]);
      expect(holder.querySelector('.comment .words')).not.toBeNull();
      expectInert(holder, chunk.join(' | ').slice(0, 500));
      render(null, holder);
    }
  });
});
