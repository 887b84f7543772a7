import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mountSidebar } from '../../../../components/sidebar/mountSidebar.tsx';
import { onMessage } from '../../../../utils/messaging/index.ts';
import { sidebarOpen } from '../../../../utils/reader/sidebarMemory.ts';
import { createSession } from '../../../../utils/session/session.ts';

const actions = { jump() {}, exported: () => null, retry() {}, loadRest() {}, stopLoading() {} };

it('folds the sidebar again where its script cannot be had, so that a press on the tab asks for it anew', async () => {
  fakeBrowser.reset();
  const asked = vi.fn(() => {
    throw new Error('The background is gone.');
  });
  const ignore = onMessage('bringPart', asked);
  const unmount = mountSidebar(createSession(), actions);
  const press = () => document.querySelector('[data-standpoint="sidebar"]')?.shadowRoot?.querySelector<HTMLElement>('button.tab')?.click();
  for (const times of [4, 8]) {
    await vi.waitFor(() =>
      expect(document.querySelector('[data-standpoint="sidebar"]')?.shadowRoot?.querySelector('button.tab')).not.toBeNull(),
    );
    press();
    await vi.waitFor(() => expect(sidebarOpen.value).toBe(true));
    await vi.waitFor(() => expect(sidebarOpen.value).toBe(false), 10_000);
    expect(asked).toHaveBeenCalledTimes(times);
  }
  unmount();
  ignore();
}, 30_000);
