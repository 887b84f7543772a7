import { describe, expect, test } from 'vitest';
import { biasedArgmax, calibrate } from '../../../../utils/stance/inference/calibrate.ts';
import { featureRows, ROW_WIDTH } from '../../../../utils/stance/inference/featureRows.ts';
import { type InferenceRound, inferStances, startOf } from '../../../../utils/stance/inference/inferStances.ts';
import { CLASS_COUNT, type ReplyNode } from '../../../../utils/stance/inference/replyGraph.ts';

const [SUPPORT, OPPOSE, NEUTRAL] = [0, 1, 2];
/** Probability `sure` for one class, the rest shared out. */
const mostly = (stance: number, sure = 0.6) =>
  Float64Array.from({ length: CLASS_COUNT }, (_, k) => (k === stance ? sure : (1 - sure) / (CLASS_COUNT - 1)));
const node = (more: Partial<ReplyNode> = {}): ReplyNode => ({
  parent: -1,
  author: -1,
  wordCount: 12,
  towardsOpening: mostly(NEUTRAL),
  towardsParent: null,
  fixedTo: null,
  ...more,
});
/** A round that believes the words, and lets one column speak for one class. */
function round(column: number, stance: number, weight: number): InferenceRound {
  const weights = new Array<number>(ROW_WIDTH * CLASS_COUNT).fill(0);
  for (let k = 0; k < CLASS_COUNT; k++) weights[(1 + k) * CLASS_COUNT + k] = 1;
  weights[column * CLASS_COUNT + stance] = weight;
  return { opening: weights, parent: weights };
}
const PLAIN = { opening: [0.8, 0.8, 0.8, 0.8], parent: [0.8, 0.8, 0.8, 0.8] };
/** The column that is always 1: as if all that was read of the thread spoke for one class. */
const EVERYTHING = 0;
/** Whether the author has other comments. */
const HAS_OTHERS = 45;

describe('what is inferred from a whole thread', () => {
  test('every row of features has the width that the weights rely on', () => {
    const nodes = [
      node({ author: 0 }),
      node({ author: 1, parent: 0, towardsParent: mostly(OPPOSE) }),
      node({ author: 0, parent: 1, towardsParent: mostly(OPPOSE) }),
    ];
    for (const row of featureRows({ nodes, asking: 0.3 }, startOf(nodes))) expect(row).toHaveLength(ROW_WIDTH);
  });

  test('the thread strengthens what a comment only hints at', () => {
    const nodes = [node({ towardsOpening: mostly(SUPPORT, 0.4) })];
    const [belief] = inferStances({ nodes, asking: 0 }, [round(EVERYTHING, SUPPORT, 2)], PLAIN);
    expect(belief?.opening[SUPPORT]).toBeGreaterThan(0.6);
  });

  test('a plain statement never becomes doubtful because more was read', () => {
    const nodes = [node({ towardsOpening: mostly(OPPOSE, 0.9), towardsParent: mostly(OPPOSE, 0.9), parent: 1 }), node()];
    const [belief] = inferStances({ nodes, asking: 0 }, [round(EVERYTHING, SUPPORT, 5), round(EVERYTHING, SUPPORT, 5)], PLAIN);
    expect(belief?.opening[OPPOSE]).toBeCloseTo(0.9);
    expect(belief?.parent?.[OPPOSE]).toBeCloseTo(0.9);
  });

  test('what the reader set is certain, and bears on what answers it', () => {
    const nodes = [
      node({ fixedTo: OPPOSE }),
      node({ parent: 0, towardsParent: mostly(SUPPORT, 0.7), towardsOpening: mostly(NEUTRAL, 0.4) }),
    ];
    const before = inferStances({ nodes: [node(), nodes[1] as ReplyNode], asking: 0 }, [round(26, OPPOSE, 3)], PLAIN);
    const after = inferStances({ nodes, asking: 0 }, [round(26, OPPOSE, 3)], PLAIN);
    expect(after[0]?.opening[OPPOSE]).toBeCloseTo(0.97);
    expect(after[1]?.opening[OPPOSE]).toBeGreaterThan((before[1]?.opening[OPPOSE] as number) + 0.2);
  });

  test('it is told apart what the author’s other comments did', () => {
    const nodes = [node({ author: 3 }), node({ author: 3 })];
    const [belief] = inferStances({ nodes, asking: 0 }, [round(HAS_OTHERS, SUPPORT, 6)], PLAIN);
    expect(belief?.opening[SUPPORT]).toBeGreaterThan(0.5);
    expect(belief?.withoutAuthor[SUPPORT]).toBeLessThan(0.2);
  });

  test('a comment that was not analysed has no stance towards what it answers', () => {
    const [belief] = inferStances({ nodes: [node({ towardsOpening: null })], asking: 0 }, [round(EVERYTHING, SUPPORT, 0)], PLAIN);
    expect(belief?.parent).toBeNull();
    expect(Array.from(belief?.opening ?? [])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

test('calibrated logits are probabilities that add up to 1', () => {
  const probabilities = calibrate([2, -1, 0, 400], { stretch: 0.7, shift: [0, 1, 0, 0] });
  expect(probabilities.reduce((sum, one) => sum + one)).toBeCloseTo(1);
  expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0);
});

test('a rarer side that is weighed up is not drowned by the common neutral', () => {
  const probabilities = [0.1, 0.42, 0.48, 0];
  expect(biasedArgmax(probabilities, [1, 1, 1, 1])).toBe(NEUTRAL);
  expect(biasedArgmax(probabilities, [1.2, 1.4, 1, 1])).toBe(OPPOSE);
});
