import assert from 'node:assert/strict';
import { BADGE, badgesOf, SIDEBAR, showBadge, sidebarText } from '../demo/reader.ts';
import { inThread, type Reader } from './checks.ts';
import { exportIn } from './exports.ts';
import { atRest, isInView, until } from './until.ts';

/** The demo thread, as somebody sees it who came to read it. */
export async function checkDemo(reader: Reader): Promise<void> {
  const { check, forum } = reader;
  const comments = await inThread(reader, forum.demo, async ({ page, errors }) => {
    const { thread, summary, coverage } = await exportIn(reader, page);
    const text = flat(await sidebarText(page));
    const textOf = (id: string) => flat(thread.comments.find((comment) => comment.id === id)?.text ?? '');

    await check('the sidebar quotes what the comments are held against', () => {
      assert.ok(text.includes(flat(thread.proposition.text)), text);
    });
    await check('the counts in the sidebar add up to the comments that have a badge', async () => {
      const counts = await page.$$eval(`${SIDEBAR} >>> [aria-label^="How"] li`, (items) =>
        items.map((item) => Number.parseInt(item.textContent ?? '', 10)),
      );
      const badges = await badgesOf(page);
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        badges.length,
      );
      assert.ok(text.includes(`${coverage.read} of ${coverage.total} read`), text);
    });
    await check('nearly all comments agree, hardly any is shown as opposing, and the lone dissent is heard', () => {
      const { support, oppose } = summary.division;
      assert.ok(support > oppose && oppose <= 2, JSON.stringify(summary.division));
      const last = thread.comments.at(-1);
      assert.equal(summary.dissent, last?.id);
      assert.ok(text.includes(textOf(last?.id ?? '').slice(0, 60)), text);
    });
    await check('a click on a comment in the sidebar brings it into view', async () => {
      const id = summary.dissent ?? '';
      const author = thread.comments.find((comment) => comment.id === id)?.author ?? '';
      assert.equal(await isInView(page, badge(id)), false, 'it is out of view before');
      const cards = await page.$$(`${SIDEBAR} >>> button`);
      for (const card of cards) {
        if (await card.evaluate((button, name) => button.textContent?.includes(name), author)) await card.click();
      }
      await atRest(page);
      assert.ok(await isInView(page, badge(id)), 'it is in view');
    });
    await check('hovering over a badge says why, and so does going to it with the keyboard; Escape closes it', async () => {
      await showBadge(page);
      const id = thread.comments[0]?.id ?? '';
      const isOpen = () => page.$eval(badge(id), (host) => (host.shadowRoot?.querySelector('[popover]')?.textContent ?? '').length > 20);
      await page.hover(`${badge(id)} >>> button`);
      await until(isOpen, 'open while the pointer is on it');
      await page.mouse.move(5, 5);
      await until(async () => !(await isOpen()), 'closed when the pointer has left');
      await page.focus(`${badge(id)} >>> button`);
      await page.keyboard.press('Tab');
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await until(isOpen, 'open while it has the focus');
      await page.keyboard.press('Escape');
      await until(async () => !(await isOpen()), 'closed by Escape');
    });
    await check('the popover of a quiet badge shows its icons, though the badge hides its own', async () => {
      const quiet = await page.$(`${BADGE}[data-quiet] >>> button`);
      await quiet?.evaluate((button) => button.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await quiet?.evaluate((button) => (button as HTMLElement).click());
      await page.mouse.move(5, 5);
      const opacities = await page.$$eval(`${BADGE}[data-quiet] >>> .correct .icon`, (icons) =>
        icons.map((icon) => getComputedStyle(icon).opacity),
      );
      assert.deepEqual(opacities, ['1', '1', '1', '1', '1']);
      await page.keyboard.press('Escape');
    });
    await check('nothing of ours complains in the console', () => assert.deepEqual(errors, []));
    return thread.comments.length;
  });
  await check('a label that is shown stays as it is while more of the thread arrives', () =>
    inThread(reader, `${forum.demo}?live`, async ({ page }) => {
      const badges = () => page.$$eval(BADGE, (all) => all.map((badge) => ({ ...(badge as HTMLElement).dataset })));
      const [met, shown] = [new Set<string>(), new Map<string, string>()];
      const look = (whose: string, label: string | undefined) => {
        const before = shown.get(whose);
        if (before !== undefined) assert.equal(label, before, whose);
        if (label && label !== 'unsure' && label !== 'skipped') shown.set(whose, label);
      };
      await until(
        async () => {
          await page.evaluate(() => scrollBy({ top: 400, behavior: 'instant' }));
          await new Promise((resolve) => setTimeout(resolve, 350)); // as fast as somebody who skims
          for (const { comment = '', stance, parentStance } of await badges()) {
            met.add(comment);
            look(`${comment} towards the post`, stance);
            look(`${comment} towards what it answers`, parentStance);
          }
          return met.size === comments && (await page.$(`${SIDEBAR}[data-state="done"]`)) !== null;
        },
        'every comment has had its badge',
        60_000,
      );
      assert.ok(shown.size > 3, `${shown.size} labels were shown`);
    }),
  );
}

const badge = (id: string) => `${BADGE}[data-comment="${id}"]`;
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
