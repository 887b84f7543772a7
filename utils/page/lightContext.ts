/** Shared by the scripts that we put into one page; the page itself does not see it. */
const shared = globalThis as { standpointRunning?: Record<string, AbortController> };

/**
 * Stands for WXT's class of that name in the scripts that run on every page of a forum (see `utils/commands/build/lightScripts.ts`): ends where
 * the same script is put into the page again.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor(name: string) {
    const running = new AbortController();
    shared.standpointRunning?.[name]?.abort();
    shared.standpointRunning = { ...shared.standpointRunning, [name]: running };
    this.signal = running.signal;
  }
}
