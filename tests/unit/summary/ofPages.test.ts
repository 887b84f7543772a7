// @vitest-environment node

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSync } from '../../../utils/chunked.ts';
import { exportSavedPage } from '../../../utils/commands/exportPage.ts';
import type { Export } from '../../../utils/export/record.ts';
import type { Analysis } from '../../../utils/stance/verdict.ts';
import { exchangesOf } from '../../../utils/summary/exchanges/index.ts';
import { pointsOf } from '../../../utils/summary/points/index.ts';
import type { Saying } from '../../../utils/summary/points/point.ts';
import { shortReplyIn } from '../../../utils/summary/points/shortReplies.ts';
import type { Thread } from '../../../utils/thread/thread.ts';

/** Our own saved pages, and real ones where a folder of them is named. */
const folders = ['utils/reading/platforms', ...foldersIn(process.env.STANDPOINT_PAGES)];

function foldersIn(folder: string | undefined): string[] {
  if (!folder || !existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'not-a-thread');
  return names.map(({ name }) => join(folder, name));
}

async function threadIn(file: string): Promise<Export['thread'] | null> {
  try {
    return (await exportSavedPage(file)).thread;
  } catch (error) {
    if (/holds no thread/.test(String(error))) return null;
    throw error;
  }
}

describe.each(folders)('the arguments of the saved pages in %s', (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'));

  it.each(files)('%s: are people’s own words', async (file) => {
    const exported = await threadIn(join(folder, file));
    if (!exported) return;
    const thread = { ...exported, total: null, unreadable: 0 } as unknown as Thread;
    const analysis = {
      model: '',
      proposition: exported.proposition,
      verdicts: Object.fromEntries(exported.comments.map(({ id, stance }) => [id, stance])),
    } as unknown as Analysis;
    const { groups, shortReplies } = runSync(pointsOf(thread, analysis));
    const { concessions, rebuttals, commonGround, questions } = runSync(exchangesOf(thread, analysis));
    const points = groups.flatMap((group) => group.points);
    const said: Saying[] = [
      ...points.flatMap((point) => point.said),
      ...concessions,
      ...commonGround,
      ...rebuttals.flatMap(({ said, answer }) => [said, answer]),
      ...questions.flatMap(({ answer, ...question }) => (answer ? [question, answer] : [question])),
    ];
    const comments = new Map(exported.comments.map((comment) => [comment.id, comment]));
    for (const { comment, text } of said) {
      expect(comments.get(comment)?.text, text).toContain(text);
      expect(text.trim()).not.toBe('');
    }
    for (const point of points) {
      const authors = point.said.map(({ comment }) => comments.get(comment)?.author ?? comment);
      expect(new Set(authors).size, 'nobody is counted twice').toBe(authors.length);
    }
    for (const { said, answer } of rebuttals) expect(comments.get(answer.comment)?.parent).toBe(said.comment);
    for (const id of Object.values(shortReplies).flat()) expect(shortReplyIn(comments.get(id)?.text ?? '')).not.toBe(null);
    for (const group of groups.filter(({ of, comments }) => (of === 'support' || of === 'oppose') && comments > 0))
      expect(group.points.length, 'no side goes unheard').toBeGreaterThan(0);
  });
});
