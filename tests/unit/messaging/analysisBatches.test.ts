import { beforeEach, expect, test } from 'vitest';
import { askAnalysis, createPortions } from '../../../utils/messaging/analysisBatches.ts';
import { onMessage, removeAllListeners } from '../../../utils/messaging/channel.ts';
import type { Analysis } from '../../../utils/stance/verdict.ts';
import { thread } from '../../fixtures/thread.ts';

const ids = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`);
const analysisOf = (count: number) =>
  ({ model: 'test', verdicts: Object.fromEntries(ids(count).map((id) => [id, { parent: null }])) }) as unknown as Analysis;

beforeEach(removeAllListeners);

test.each([0, 1, 1000, 1001, 2500])(
  'an analysis of %i comments arrives whole, never more than a thousand verdicts at once',
  async (count) => {
    const portions = createPortions();
    const sizes: number[] = [];
    const noted = <Portion extends { analysis: Analysis }>(portion: Portion) => {
      sizes.push(Object.keys(portion.analysis.verdicts).length);
      return portion;
    };
    onMessage('analyze', () => noted(portions.first(analysisOf(count))));
    onMessage('analyzeOn', ({ data }) => noted(portions.next(data)));
    const analysis = await askAnalysis(thread([]), { stances: {} });
    expect(analysis.model).toBe('test');
    expect(Object.keys(analysis.verdicts)).toEqual(ids(count));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
  },
);

test('a background that was stopped in between gives no half analysis', async () => {
  onMessage('analyze', () => createPortions().first(analysisOf(2500)));
  onMessage('analyzeOn', ({ data }) => createPortions().next(data));
  await expect(askAnalysis(thread([]), { stances: {} })).rejects.toThrow('stopped');
});
