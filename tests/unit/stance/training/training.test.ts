import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../utils/stance/inference/calibrate.ts';
import { CLASSES } from '../../../../utils/stance/inference/replyGraph.ts';
import { calibrationOf } from '../../../../utils/stance/training/calibrate.ts';
import { declarationsOf } from '../../../../utils/stance/training/declarations.ts';
import { regressColumns } from '../../../../utils/stance/training/denseRegression.ts';
import { fitInference, type Sample } from '../../../../utils/stance/training/fitInference.ts';
import { DECLARATIONS } from '../../../../utils/stance/training/heldOutDeclarations.ts';
import { foldOf, isHeldOut } from '../../../../utils/stance/training/holdOut.ts';
import { thresholdsOf } from '../../../../utils/stance/training/thresholds.ts';

const names = Array.from({ length: 2000 }, (_, number) => `thread ${number}`);

describe('what is kept aside', () => {
  it('is a fifth of the threads, always the same ones', () => {
    const share = names.filter(isHeldOut).length / names.length;
    expect(share).toBeGreaterThan(0.17);
    expect(share).toBeLessThan(0.23);
    expect(names.filter(isHeldOut)).toEqual(names.filter(isHeldOut));
  });

  it('is the MD5 of the name, modulo 5, as the encoder’s first checkpoint was trained', () => {
    // md5('a') = 0cc175b9c0f1b6a831c399e269772661, the last digit of which in base 5 is 2
    expect(foldOf('a')).toBe(Number(BigInt('0x0cc175b9c0f1b6a831c399e269772661') % 5n));
  });
});

describe('plain declarations to learn from', () => {
  it.each(['support', 'oppose', 'neutral', 'question'] as const)(
    'of %s come in hundreds of forms, none of which the benchmark holds',
    (stance) => {
      const said = declarationsOf(stance, 3);
      const texts = Array.from({ length: 1500 }, () => said.next().value);
      const kept = new Set<string>(Object.values(DECLARATIONS).flat());
      expect(new Set(texts).size).toBeGreaterThan(300);
      expect(texts.filter((text) => kept.has(text) || text.includes('{') || text.includes('undefined'))).toEqual([]);
    },
  );

  it('are the same for the same seed', () => {
    const ten = (seed: number) => {
      const said = declarationsOf('oppose', seed);
      return Array.from({ length: 10 }, () => said.next().value);
    };
    expect(ten(4)).toEqual(ten(4));
    expect(ten(4)).not.toEqual(ten(5));
  });
});

describe('what is fitted after the encoder', () => {
  const judged = (confidence: number, right: boolean, sure = true) => ({
    probabilities: Float64Array.from([confidence, (1 - confidence) / 3, (1 - confidence) / 3, (1 - confidence) / 3]),
    truth: right ? 0 : 1,
    sure,
    thread: 't',
  });

  it('shows a side from the least confidence above which the wished share is right', () => {
    const list = Array.from({ length: 400 }, (_, number) => judged(0.55 + 0.001 * number, number >= 200 || number % 2 === 0));
    const { precision, support } = thresholdsOf(list, 1);
    const thresholdAt = (wish: number) => support[precision.indexOf(wish)] as number;
    const shown = list.filter(({ probabilities }) => (probabilities[0] as number) >= thresholdAt(0.85));
    expect(shown.filter(({ truth }) => truth === 0).length / shown.length).toBeGreaterThanOrEqual(0.85);
    expect(thresholdAt(0.95)).toBeGreaterThan(thresholdAt(0.85));
  });

  it('never shows what too few examples speak for', () => {
    expect(thresholdsOf([judged(0.99, true), judged(0.98, true)], 1).support.at(-1)).toBe(1);
  });

  it('brings overconfident logits down to how often they are right', () => {
    const scored = Array.from({ length: 300 }, (_, number) => ({
      scores: Float64Array.from([4, 0, 0, 0]),
      truth: number % 10 < 7 ? 0 : 1,
    }));
    expect(calibrate([4, 0, 0, 0], calibrationOf(scored, 4))[0]).toBeCloseTo(0.7, 1);
  });

  it('finds the column that tells two classes apart', () => {
    const list = Array.from({ length: 100 }, (_, number) => ({ row: [1, number % 2, (number * 7) % 5], label: number % 2 }));
    const weights = regressColumns(list, 2, 0.1);
    expect((weights[3] as number) - (weights[2] as number)).toBeGreaterThan(1);
  });

  it('learns from who answers whom: whoever contradicts an opponent supports', () => {
    // Quarrels of two: a plain opponent of the post, and an answer that says nothing of the post but contradicts the opponent.
    const logit = (stance: number, weight: number) => CLASSES.map((_, k) => (k === stance ? weight : 0));
    const samples = Array.from({ length: 60 }, (_, number): Sample => {
      const first = number % 2;
      return {
        thread: `t${number}`,
        fold: number % 4,
        asking: 0.1,
        nodes: [-1, 0].map((parent, author) => ({
          parent,
          author,
          wordCount: 10,
          towardsOpening: null,
          towardsParent: null,
          fixedTo: null,
        })),
        logits: [
          { opening: logit(first, 3), parent: null },
          { opening: logit(2, 0.5), parent: logit(1, 3) },
        ],
        truth: [
          { opening: first, parent: first, sure: true },
          { opening: 1 - first, parent: 1, sure: true },
        ],
      };
    });
    const { rounds } = fitInference(samples, []);
    expect(rounds).toHaveLength(2);
    const weight = (column: number, stance: number) => rounds[0]?.opening[column * 4 + stance] as number;
    // Columns 9–24: what the parent thinks × how the comment stands towards it; 10 and 14 are supporter and opponent, contradicted.
    expect(weight(10, 1) - weight(10, 0)).toBeGreaterThan(0.3);
    expect(weight(14, 0) - weight(14, 1)).toBeGreaterThan(0.3);
  });
});
