import { expect, test } from 'vitest';
import { exportThread } from '../../utils/export/record.ts';
import { createSession } from '../../utils/session/session.ts';
import { applyThresholds } from '../../utils/stance/applyThresholds.ts';
import type { Analysis } from '../../utils/stance/verdict.ts';
import { aVerdict } from '../fixtures/reading.ts';
import { analysisOf } from '../fixtures/testModel.ts';
import { comment, thread } from '../fixtures/thread.ts';

/** Ids are the page's choice, and may be words that mean something to the language. */
const STRANGE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

test('a comment whose id is a word of the language is counted and exported like any other', () => {
  const read = thread(STRANGE.map((id) => comment(id)));
  // As an analysis comes from the background: through JSON.
  const verdicts = JSON.parse(`{${STRANGE.map((id) => `"${id}":${JSON.stringify({ opening: aVerdict('support'), parent: null })}`)}}`);
  const analysis: Analysis = { model: 'a model', proposition: { text: 'x', of: 'title', kind: 'claim' }, verdicts };
  const session = createSession();
  session.reading.value = { thread: read, elements: new Map() };
  session.raw.value = analysis;
  expect(session.summary.value?.division.support).toBe(STRANGE.length);
  const shown = applyThresholds(analysis, 0.7);
  const summary = session.summary.value;
  if (!summary) throw new Error('There is no summary.');
  const exported = exportThread(read, shown, summary, { version: '1.0', exportedAt: new Date(0) });
  expect(exported.thread.comments.map(({ stance }) => stance.opening.stance)).toEqual(STRANGE.map(() => 'support'));
});

test('such a comment is still to be read, rather than an error, while no verdict has come for it', () => {
  const session = createSession();
  session.reading.value = { thread: thread(STRANGE.map((id) => comment(id))), elements: new Map() };
  session.raw.value = { model: 'a model', proposition: { text: 'x', of: 'title', kind: 'claim' }, verdicts: {} };
  expect(session.summary.value?.division.pending).toBe(STRANGE.length);
});

test('such a comment is judged by its words, and not as if the reader had set it', async () => {
  const { verdicts } = await analysisOf(thread(STRANGE.map((id) => comment(id, { text: 'I agree with every word.' }))), {
    corrections: { stances: {} },
  });
  expect(STRANGE.map((id) => verdicts[id]?.opening.because)).not.toContain('reader');
});
