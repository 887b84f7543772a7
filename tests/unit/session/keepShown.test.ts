import { describe, expect, it } from 'vitest';
import { type Analyzed, keepShown } from '../../../utils/session/keepShown.ts';
import type { Lost } from '../../../utils/stance/verdict.ts';
import type { Comment } from '../../../utils/thread/thread.ts';
import { aThread, type Said } from '../../fixtures/reading.ts';

const PRECISION = 0.85;
const analyzed = (said: Said[], change: (comments: Comment[]) => Comment[] = (all) => all): Analyzed => {
  const { reading, analysis } = aThread(said);
  return { thread: { ...reading.thread, comments: change(reading.thread.comments) }, raw: analysis };
};
/** Sure enough, by the thresholds of the fixture, from .6 on. */
const support: Said = { stance: 'support', confidence: 0.7, text: 'Yes.' };
const faded: Said = { stance: 'unsure', best: 'support', confidence: 0.5, text: 'Yes.' };
const openingOf = (kept: ReturnType<typeof keepShown>, id = '1') => kept.verdicts[id]?.opening;

describe('a label that was shown', () => {
  it('stays where more of the thread was read and the model is a little less sure', () => {
    const kept = keepShown(analyzed([support]), analyzed([faded, { stance: 'oppose', text: 'No.' }]), PRECISION);
    expect(openingOf(kept)).toMatchObject({ best: 'support', confidence: 0.7 });
    expect(openingOf(kept, '2')).toMatchObject({ best: 'oppose', confidence: 0.9 });
  });

  it('does not turn into another either', () => {
    const turned: Said = { stance: 'oppose', confidence: 0.61, text: 'Yes.' };
    expect(openingOf(keepShown(analyzed([support]), analyzed([turned]), PRECISION))).toMatchObject({ best: 'support' });
  });

  it('is shown where it was not before, and follows what the reader sets', () => {
    expect(openingOf(keepShown(analyzed([faded]), analyzed([support]), PRECISION))).toMatchObject({ best: 'support', confidence: 0.7 });
    const set: Said = { stance: 'oppose', confidence: 1, because: 'reader', text: 'Yes.' };
    expect(openingOf(keepShown(analyzed([support]), analyzed([set]), PRECISION))).toMatchObject({ best: 'oppose', because: 'reader' });
  });

  it('stays towards the comment answered too', () => {
    const answer = (confidence: number): Said => ({
      ...faded,
      parent: '1',
      towardsParent: { stance: 'oppose', best: 'oppose', confidence, probabilities: {}, evidence: [], because: 'tree' },
    });
    const kept = keepShown(analyzed([support, answer(0.8)]), analyzed([support, answer(0.4)]), PRECISION);
    expect(kept.verdicts['2']?.parent).toMatchObject({ best: 'oppose', confidence: 0.8 });
  });

  const reply: Said = { ...support, parent: '1' };
  it.each<[string, Lost['by'], Analyzed, Analyzed]>([
    ['its own words', 'words', analyzed([faded, reply]), analyzed([faded, { ...faded, text: 'Yes, but.', parent: '1' }])],
    [
      'the comment it answers',
      'answered',
      analyzed([faded, reply]),
      analyzed([
        { ...faded, text: 'Edited.' },
        { ...faded, parent: '1' },
      ]),
    ],
    [
      'what the reader set elsewhere',
      'reader',
      analyzed([faded, reply]),
      analyzed([
        { ...faded, stance: 'oppose', because: 'reader' },
        { ...faded, parent: '1' },
      ]),
    ],
  ])('goes where %s changed, and says so until it comes back', (_what, by, before, after) => {
    const raw = keepShown(before, after, PRECISION);
    expect(openingOf(raw, '2')).toMatchObject({ confidence: 0.5, lost: { stance: 'support', by } });
    const grown = keepShown({ ...after, raw }, after, PRECISION);
    expect(openingOf(grown, '2')?.lost).toEqual({ stance: 'support', by });
    expect(openingOf(keepShown({ ...after, raw: grown }, before, PRECISION), '2')?.lost).toBeUndefined();
  });

  it('goes where the claim is another', () => {
    const after = analyzed([faded]);
    const raw = { ...after.raw, proposition: { ...after.raw.proposition, text: 'Staying is.' } };
    expect(openingOf(keepShown(analyzed([support]), { ...after, raw }, PRECISION))?.lost).toEqual({ stance: 'support', by: 'claim' });
  });

  it('of another model, or below the precision that the reader wants, is not held to', () => {
    const after = analyzed([faded]);
    expect(openingOf(keepShown(analyzed([support]), { ...after, raw: { ...after.raw, model: 'another' } }, PRECISION))).toMatchObject({
      confidence: 0.5,
    });
    const weak: Said = { ...support, confidence: 0.55 };
    expect(openingOf(keepShown(analyzed([weak]), analyzed([faded]), PRECISION))).toMatchObject({ confidence: 0.5 });
  });
});
