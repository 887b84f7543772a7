import { browser } from 'wxt/browser';

/** Whether what the reader does on this page is forgotten with it: in private windows, and with the example on the welcome page. */
export function keepsNothing(): boolean {
  return browser.extension?.inIncognitoContext === true || globalThis.location?.pathname === '/welcome.html';
}
