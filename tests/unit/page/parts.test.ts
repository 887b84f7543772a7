import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const sendMessage = vi.fn<(message: string, name: string) => Promise<void>>();
vi.mock('../../../utils/messaging/index.ts', () => ({ sendMessage }));
const { bringPart, bringPlatform, providePart } = await import('../../../utils/page/parts.ts');

const page = globalThis as { standpointPlatforms?: object; standpointParts?: object };
const stopped = new Error('The message port closed before a response was received.');

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  delete page.standpointParts;
  delete page.standpointPlatforms;
});

describe('a background that is stopped while a script is asked for', () => {
  it('is asked again for a part', async () => {
    const sidebar = { OpenSidebar: 'it' };
    sendMessage.mockRejectedValueOnce(stopped).mockRejectedValueOnce(stopped);
    sendMessage.mockImplementationOnce(async () => providePart('sidebar', sidebar));
    const brought = bringPart('sidebar');
    await vi.runAllTimersAsync();
    expect(await brought).toBe(sidebar);
    expect(sendMessage).toHaveBeenCalledTimes(3);
  });

  it('is asked again for a platform, without which nothing is read', async () => {
    sendMessage.mockRejectedValueOnce(stopped);
    sendMessage.mockImplementationOnce(async () => {
      page.standpointPlatforms = { discourse: {} };
    });
    const brought = bringPlatform('discourse');
    await vi.runAllTimersAsync();
    await expect(brought).resolves.toBeUndefined();
  });

  it('is given up in the end, as after an update of the extension, and asked anew when the page is read again', async () => {
    sendMessage.mockRejectedValue(stopped);
    for (const calls of [4, 8]) {
      const brought = bringPlatform('reddit').catch((error: unknown) => error);
      await vi.runAllTimersAsync();
      expect(await brought).toBe(stopped);
      expect(sendMessage).toHaveBeenCalledTimes(calls);
    }
  });
});
