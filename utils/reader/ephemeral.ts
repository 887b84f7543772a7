import { browser } from 'wxt/browser';

/** Whether what the reader does on this page is forgotten with it: in private windows, and with the example on the extension's own welcome page. */
export function isEphemeral(): boolean {
  return browser.extension?.inIncognitoContext === true || isOwnPage('/welcome.html');
}

/** Whether this page is one of the extension's own, by its whole address: any site may have a page of that path. */
function isOwnPage(path: '/welcome.html'): boolean {
  const { href = '' } = globalThis.location ?? {};
  return href.replace(/[?#].*$/s, '') === browser.runtime.getURL(path);
}
