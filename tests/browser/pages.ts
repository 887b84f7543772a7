import assert from 'node:assert/strict';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Export } from '../../utils/export/record.ts';
import { LABELS } from '../../utils/stance/verdict.ts';
import { ROOT } from '../demo/build.ts';
import { testPages } from '../demo/forum.ts';
import { VIEW } from '../demo/launch.ts';
import { BADGE, badgesOf, SIDEBAR, waitUntilDone } from '../demo/reader.ts';
import { newTab, type Reader } from './checks.ts';
import { openCommand } from './command.ts';
import { exportIn, isValidExport, withoutTime } from './exports.ts';
import { standInPlace } from './places.ts';
import { SWEEPS, shareOf } from './sweeps.ts';

/** Every page of ours, read in the browser as the commands read it, left as it was, with each badge in its place. */
export async function checkPages(reader: Reader): Promise<void> {
  const { check, forum, installed } = reader;
  const command = openCommand();
  // One tab for all, as a reader goes from page to page: a tab costs more than what is looked at in it.
  const { page, errors, open } = await newTab(reader, new URL(forum.origin).host);
  for (const file of SWEEPS ? testPages() : shareOf(testPages(), installed.engine)) {
    const saved = { file: join(ROOT, 'utils/reading/platforms', file), url: forum.page(file) };
    await check(
      `${file}: one badge for each comment, the export of the command, the page itself untouched, each badge in its line`,
      async () => {
        const expected = await command.read(saved);
        errors.length = 0;
        await page.setViewport(VIEW);
        await open(saved.url);
        await waitUntilDone(page);
        const exported = await exportIn(reader, page);
        isValidExport(exported);
        // "5 hours ago" is another hour where the hour has passed since the command read it: then it is what it says now.
        const isSameMoment = isDeepStrictEqual(withoutTime(exported), withoutTime(expected));
        isSame(exported, isSameMoment ? expected : await command.read(saved));
        await hasBadges(page, exported);
        await isUntouched(page);
        await isStyled(page);
        await standInPlace(page, exported.thread.platform, false);
        await page.setViewport({ width: 400, height: VIEW.height });
        await standInPlace(page, exported.thread.platform, true);
        assert.deepEqual(errors, []);
      },
    );
  }
  await page.close();
  command.close();
}

/** The words first: where they differ, everything else does. */
function isSame(exported: Export, expected: Export): void {
  const words = (file: Export) => file.thread.comments.map(({ id, text }) => `${id}: ${text}`);
  assert.deepEqual(words(exported), words(expected), 'browser and command read the same words');
  assert.deepEqual(withoutTime(exported), withoutTime(expected), 'and export the same');
}

async function hasBadges(page: Page, { thread, summary, coverage }: Export): Promise<void> {
  const badges = await badgesOf(page);
  const ids = (await showsAny(page, thread)) ? thread.comments.map(({ id }) => id) : [];
  assert.deepEqual(badges.map(({ comment }) => comment).sort(), ids.sort(), 'a badge a comment');
  for (const { comment, stance, confidence } of badges) {
    const verdict = thread.comments.find(({ id }) => id === comment)?.stance.opening;
    assert.equal(stance, verdict?.stance, `the badge of ${comment} says what is exported`);
    assert.ok(
      LABELS.some((label) => label === stance),
      `${stance} is a label`,
    );
    assert.ok(Math.abs(confidence - (verdict?.confidence ?? -1)) < 0.006, `the confidence of ${comment}: ${confidence}`);
  }
  const counted = Object.values(summary.division).reduce((sum, count) => sum + count, 0);
  assert.equal(counted, coverage.read, 'the division adds up to the comments read');
}

/** Some forums write the thread into `<noscript>` or a script alone, until their own scripts have run: nothing to put a badge on. */
function showsAny(page: Page, { comments }: Export['thread']): Promise<boolean> {
  return page.$eval(
    'body',
    (body, starts) => {
      const copy = body.cloneNode(true) as Element;
      for (const hidden of copy.querySelectorAll('noscript, script, [data-standpoint]')) hidden.remove();
      const words = (copy.textContent ?? '').replace(/\s/g, '');
      // An index of messages shows no words of theirs either, but a line for each.
      return starts.every((start) => start === '') || starts.some((start) => start !== '' && words.includes(start));
    },
    comments.map(({ text }) => text.replace(/\s/g, '').slice(0, 30)),
  );
}

/** Take our elements out, and the page is what it was before we came. */
async function isUntouched(page: Page): Promise<void> {
  const [before, after] = await page.evaluate((ours) => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll(ours)) element.remove();
    return [(window as unknown as { asServed: string }).asServed, copy.outerHTML];
  }, '[data-standpoint]');
  assert.equal(after, before, 'the page is as it was served');
}

/** Forums may forbid styles that they did not write themselves: ours must hold all the same. */
async function isStyled(page: Page): Promise<void> {
  const blocked = await page.$$eval(`${BADGE}, ${SIDEBAR}`, (hosts) =>
    hosts.filter((host) => !host.shadowRoot?.querySelector('style')?.sheet),
  );
  assert.equal(blocked.length, 0, 'no style of ours is blocked');
}
