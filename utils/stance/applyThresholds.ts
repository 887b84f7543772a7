import type { Analysis, Stance, Thresholds, Verdict } from './verdict.ts';

/** Of the labels shown, the share that shall be right, where the reader has not said. */
export const DEFAULT_PRECISION = 0.85;

/** The threshold at a wished-for precision, between the measured points in a straight line. */
function between(xs: number[], ys: number[], x: number): number {
  const last = xs.length - 1;
  if (x <= (xs[0] as number)) return ys[0] as number;
  if (x >= (xs[last] as number)) return ys[last] as number;
  const above = xs.findIndex((one) => one >= x);
  const [from, to] = [xs[above - 1] as number, xs[above] as number];
  const [low, high] = [ys[above - 1] as number, ys[above] as number];
  return low + ((high - low) * (x - from)) / (to - from);
}

/** The least confidence a stance must have to be shown. Without measured thresholds the confidence itself must reach the precision. */
export function thresholdFor(thresholds: Thresholds | undefined, stance: Stance, precision: number): number {
  if (!thresholds || stance === 'mixed') return precision;
  return between(thresholds.precision, thresholds[stance], precision);
}

const isSame = (one: Verdict, other: Verdict) => one.best === other.best && one.confidence === other.confidence;

/** Shows the likeliest stance where it is sure enough for `precision`, and `unsure` where not. What the reader set and what was not read stay. */
export function decide(analysis: Analysis, precision: number): Analysis {
  const settle = (verdict: Verdict, thresholds: Thresholds | undefined): Verdict => {
    if (verdict.best === null || verdict.because === 'reader') return verdict;
    const sure = verdict.confidence >= thresholdFor(thresholds, verdict.best, precision);
    return { ...verdict, stance: sure ? verdict.best : 'unsure' };
  };
  // Without a prototype: ids are the page's choice, and may be words that mean something to the language.
  const verdicts: Analysis['verdicts'] = Object.create(null);
  for (const [id, { opening, parent }] of Object.entries(analysis.verdicts)) {
    // what answers the opening post has one verdict, given twice
    const towards = parent && isSame(opening, parent) ? 'opening' : 'parent';
    verdicts[id] = {
      opening: settle(opening, analysis.thresholds?.opening),
      parent: parent && settle(parent, analysis.thresholds?.[towards]),
    };
  }
  return { ...analysis, verdicts };
}
