import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { PLATFORMS } from '../../utils/reading/platforms/index.ts';
import { BADGE, SIDEBAR } from '../demo/reader.ts';

/**
 * Asserts, in one look at the page, that every badge stands in the header line of its own comment and that the page is laid out as without. A
 * real page that was saved may be long, and without its styles.
 */
export async function standInPlace(page: Page, platform: string, remove: boolean, isSaved = false): Promise<void> {
  const comment = PLATFORMS.find(({ name }) => name === platform)?.comment ?? '';
  assert.deepEqual(await page.evaluate(complaints, BADGE, SIDEBAR, comment, remove, isSaved), [], `at ${page.viewport()?.width} px`);
}

/** In the page. What is wrong with where the badges stand. */
async function complaints(
  badgeSelector: string,
  sidebarSelector: string,
  commentSelector: string,
  remove: boolean,
  isSaved: boolean,
): Promise<string[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // The width may just have changed.
  await frame();
  await frame();
  const found: string[] = [];
  const textIn = (element: Element) => {
    const boxes: DOMRect[] = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.nodeValue?.trim() || node.parentElement?.closest('[data-standpoint]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      boxes.push(...[...range.getClientRects()].filter(({ width, height }) => width > 2 && height > 2));
    }
    return boxes;
  };
  const badges = [...document.querySelectorAll<HTMLElement>(badgeSelector)];
  // In threads of more than 200 comments a badge is given its place when it comes near what is in view.
  const isFar = ({ top, bottom }: DOMRect) => isSaved && badges.length > 200 && (bottom < 0 || top > innerHeight);
  for (const badge of badges) {
    if (isFar(badge.getBoundingClientRect())) continue;
    const holder = badge.parentElement as Element;
    const words = textIn(holder);
    if (words.length === 0 || holder.getClientRects().length === 0) continue;
    const badgeBox = badge.getBoundingClientRect();
    const say = (what: string) =>
      found.push(
        `${badge.dataset.comment} (${badge.dataset.fit}, ${Math.round(badgeBox.left)}…${Math.round(badgeBox.right)} × ${Math.round(badgeBox.top)}…${Math.round(badgeBox.bottom)}): ${what}`,
      );
    if (badge.dataset.fit === 'none' || badgeBox.width === 0) say('has no place');
    const middle = (badgeBox.top + badgeBox.bottom) / 2;
    const line = words.filter(({ top, bottom }) => top <= middle && bottom >= middle);
    const [top, bottom] = [Math.min(...line.map((box) => box.top)), Math.max(...line.map((box) => box.bottom))];
    if (!(badgeBox.top >= top - 1.5 && badgeBox.bottom <= bottom + 1.5)) say(`stands out of its line, ${top}…${bottom}`);
    const under = textIn(holder.parentElement ?? holder).filter(
      (box) =>
        box.left < badgeBox.right - 1 && box.right > badgeBox.left + 1 && box.top < badgeBox.bottom - 2 && box.bottom > badgeBox.top + 2,
    );
    // Where nothing is free, a mark with something to say may cover the end of the line; one with nothing to say is not seen there.
    const icon = badge.shadowRoot?.querySelector('.icon');
    const isSeen = !badge.hasAttribute('data-quiet') || (icon && getComputedStyle(icon).opacity !== '0');
    if (under.length > 0 && (badgeBox.width > 10.5 || (isSeen && !badge.hasAttribute('data-over')))) say('lies on words');
    const post = commentSelector ? badge.closest(commentSelector) : null;
    const own = post?.getBoundingClientRect();
    if (!post || !own || own.height === 0 || own.width === 0) continue;
    // A forum may squeeze a comment to nothing in windows that it is not made for, and its header sticks out of it; of a saved page, which lacks
    // most of its styles, also the table that holds the header.
    const around: DOMRect[] = [];
    for (let element: Element | null = holder; element && element !== post; element = isSaved ? element.parentElement : null)
      around.push(element.getBoundingClientRect());
    const [left, right] = [Math.min(own.left, ...around.map((box) => box.left)), Math.max(own.right, ...around.map((box) => box.right))];
    if (badgeBox.left < left - 1 || badgeBox.right > right + 1 || badgeBox.top < own.top - 1 || badgeBox.bottom > own.bottom + 1)
      say('sticks out of its comment');
    const reply = post.querySelector(commentSelector);
    if (!reply) continue;
    if (!(badge.compareDocumentPosition(reply) & Node.DOCUMENT_POSITION_FOLLOWING)) say('comes after an answer');
    if (reply.getClientRects().length > 0 && reply.getBoundingClientRect().top < badgeBox.bottom - 1) say('lies beside an answer');
  }
  const { scrollingElement } = document;
  const layout = () => ({
    size: [scrollingElement?.scrollWidth, scrollingElement?.scrollHeight],
    boxes: elements.map((element) => element.getBoundingClientRect()),
  });
  const elements = [...document.querySelectorAll('body, body *')].filter(
    (element) => !element.closest(`${badgeSelector}, ${sidebarSelector}, [data-standpoint]`),
  );
  const beside = layout();
  // A style element that a page moves falls under its policy; a sheet that is made does not.
  const hiding = new CSSStyleSheet();
  hiding.replaceSync(':host { display: none !important }');
  const roots = badges.flatMap(({ shadowRoot }) => shadowRoot ?? []);
  for (const root of roots) root.adoptedStyleSheets = [hiding];
  const hidden = layout();
  for (const root of roots) root.adoptedStyleSheets = [];
  // Rules of the page may count its elements: at last the badges are taken out.
  if (remove) for (const badge of badges) badge.remove();
  const without = remove ? layout() : hidden;
  if (String(beside.size) !== String(without.size))
    found.push(`the page is ${beside.size.join(' × ')}, without badges ${without.size.join(' × ')}`);
  for (const [index, element] of elements.entries()) {
    const [now, before] = [beside.boxes[index] as DOMRect, without.boxes[index] as DOMRect];
    const moved = Math.max(
      Math.abs(now.x - before.x),
      Math.abs(now.y - before.y),
      Math.abs(now.width - before.width),
      Math.abs(now.height - before.height),
    );
    if (moved > 0.5) found.push(`${element.localName}.${element.className} moved by ${moved.toFixed(1)}`);
  }
  return found.slice(0, 12);
}
