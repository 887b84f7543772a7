// @vitest-environment node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPageText } from '../../../utils/commands/openPage.ts';
import { packagedEncoder } from '../../../utils/commands/packagedEncoder.ts';
import { readPage } from '../../../utils/reading/index.ts';
import { type Analyzed, keepShown } from '../../../utils/session/keepShown.ts';
import { applyThresholds, DEFAULT_PRECISION } from '../../../utils/stance/applyThresholds.ts';
import { lastAnalysis } from '../../../utils/stance/lastAnalysis.ts';
import { cached, createTransformerModel, memory } from '../../../utils/stance/transformer/index.ts';
import type { Analysis } from '../../../utils/stance/verdict.ts';
import type { Thread } from '../../../utils/thread/thread.ts';

const FOLDER = process.env.STANDPOINT_PAGES;
/** Ten threads of as many kinds of forum. */
const PAGES = [
  'discourse/seed-topic.html',
  'hackernews/hn-defuddle-rs-566.html',
  'lemmy/a.html',
  'oldreddit/a.html',
  'phpbb33/a.html',
  'github/discussion-a.html',
  'disqus/a.html',
  'forem/a.html',
  'mybb/evolution-p1-dom.html',
  'smf/education-p1-dom.html',
];
const MOST_COMMENTS = 26;
/** The model that ships: what more of a thread does to a label is its affair. */
const MODEL = join(import.meta.dirname, '../../../public');

function threadOf(file: string): Thread {
  const page = openPageText(readFileSync(join(FOLDER ?? '', file)), file);
  try {
    const reading = readPage(page.window.document, page.window.location.href, new Date());
    if (!reading) throw new Error(`${file} holds no thread.`);
    return { ...reading.thread, comments: reading.thread.comments.slice(0, MOST_COMMENTS) };
  } finally {
    page.window.close();
  }
}

const labelsOf = ({ verdicts }: Analysis) =>
  Object.entries(verdicts).flatMap(([id, { opening, parent }]) => [
    { of: `${id} towards the post`, label: opening.stance },
    ...(parent ? [{ of: `${id} towards what it answers`, label: parent.stance }] : []),
  ]);

test.skipIf(!FOLDER)(
  'a label that is shown when a third of a thread was read is shown when two thirds were, and when all was',
  async () => {
    const parts = await packagedEncoder(MODEL);
    const model = createTransformerModel({ ...parts, encoder: cached(parts.encoder, memory()) });
    let shown = 0;
    for (const file of PAGES) {
      const whole = threadOf(file);
      let before: Analyzed | null = null;
      let labels: ReturnType<typeof labelsOf> = [];
      for (const part of [1 / 3, 2 / 3, 1]) {
        const thread = { ...whole, comments: whole.comments.slice(0, Math.ceil(whole.comments.length * part)) };
        const raw = keepShown(before, { thread, raw: await lastAnalysis(model, thread) }, DEFAULT_PRECISION);
        before = { thread, raw };
        const now = labelsOf(applyThresholds(raw, DEFAULT_PRECISION));
        const known = new Map(now.map(({ of, label }) => [of, label]));
        expect(
          labels.map(({ of }) => ({ of, label: known.get(of) })),
          file,
        ).toEqual(labels);
        labels = now.filter(({ label }) => label !== 'unsure' && label !== 'skipped');
      }
      shown += labels.length;
    }
    expect(shown).toBeGreaterThan(30);
  },
  240_000,
);
