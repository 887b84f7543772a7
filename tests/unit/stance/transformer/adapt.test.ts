import { describe, expect, test } from 'vitest';
import { calibrate, EVEN } from '../../../../utils/stance/inference/calibrate.ts';
import type { Adaptation } from '../../../../utils/stance/model.ts';
import { adapt, applyAdaptation } from '../../../../utils/stance/transformer/adapt.ts';

const [SUPPORT, OPPOSE, NEUTRAL] = [0, 1, 2];
const NOTHING: Adaptation = { model: 'm', corrections: 0, shifts: {} };
const comment = (opening: number[], features: number[]) => ({ opening, parent: null, features });
/** Features as the encoder gives them: of length 1, none of them large. Those of a like comment point nearly the same way. */
const SPREAD = Array.from({ length: 25 }, () => 0.2);
const OWN = SPREAD.map((_, index) => (index < 16 ? 0.25 : 0));
const LIKE = comment([0, 0, 1, 0], SPREAD);
const UNLIKE = comment(
  [0, 0, 1, 0],
  SPREAD.map((_, index) => (index < 16 ? 0 : 1 / 3)),
);
/** As little like it as any two comments are by chance. */
const CHANCE = comment(
  [0, 0, 1, 0],
  SPREAD.map((_, index) => (index < 16 ? 0.05 : 0.3266)),
);
const probabilitiesOf = (one: typeof LIKE, adaptation: Adaptation) =>
  calibrate(one.opening, applyAdaptation(EVEN, one.features, adaptation));
const taught = (times: number) =>
  Array.from({ length: times }).reduce<Adaptation>((adaptation) => adapt(adaptation, comment([0, 0, 1, 0], OWN), EVEN, 'oppose'), NOTHING);

describe('what a reader’s corrections teach the last layer', () => {
  test('three corrections of one kind change a like comment', () => {
    const before = probabilitiesOf(LIKE, NOTHING);
    const after = probabilitiesOf(LIKE, taught(3));
    expect(before[NEUTRAL]).toBeGreaterThan(before[OPPOSE] as number);
    expect(after[OPPOSE]).toBeGreaterThan(after[NEUTRAL] as number);
  });

  test('a comment that shares nothing with those corrected, or no more than by chance, stays as it was', () => {
    expect(probabilitiesOf(UNLIKE, taught(10))).toEqual(probabilitiesOf(UNLIKE, NOTHING));
    expect(probabilitiesOf(CHANCE, taught(3))).toEqual(probabilitiesOf(CHANCE, NOTHING));
  });

  test('one correction does not overturn what the model is sure of', () => {
    const sure = comment([5, 0, 0, 0], OWN);
    const adaptation = adapt(NOTHING, sure, EVEN, 'oppose');
    const after = probabilitiesOf(sure, adaptation);
    expect(after[SUPPORT]).toBeGreaterThan(after[OPPOSE] as number);
  });

  test('a thousand corrections move no weight further than its bound', () => {
    const shifts = Object.values(taught(1000).shifts).flat();
    expect(Math.max(...shifts.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  test('an adaptation is counted and leaves the one before it as it was', () => {
    const before = taught(1);
    const copy = structuredClone(before);
    expect(adapt(before, LIKE, EVEN, 'support').corrections).toBe(2);
    expect(before).toEqual(copy);
  });
});
