import {
  type Analysis,
  type Label,
  type RawAnalysis,
  type RawVerdict,
  STANCES,
  type Stance,
  type Thresholds,
  type Verdict,
} from './verdict.ts';

/** Of the labels shown, the share that shall be right, where the reader has not said. */
export const DEFAULT_PRECISION = 0.85;

/** The threshold at a wanted precision, between the measured points in a straight line. */
function interpolate(xs: number[], ys: number[], x: number): number {
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
  return interpolate(thresholds.precision, thresholds[stance], precision);
}

/** The least confidence of each stance at which it is shown. */
export const thresholdsAt = (thresholds: Thresholds | undefined, precision: number) =>
  Object.fromEntries(STANCES.map((stance) => [stance, thresholdFor(thresholds, stance, precision)])) as Record<Stance, number>;

/** What was made of each verdict last: of one that stays, the same is made again, so that whoever draws it sees that nothing changed. */
const made = new WeakMap<RawVerdict, Verdict>();

/** What the reader is shown at a precision, 0.7…0.95: the likeliest stance where it is sure enough, else `unsure`. What the reader set always stands. Linear. */
export function applyThresholds(raw: RawAnalysis, precision: number): Analysis {
  const least = { opening: thresholdsAt(raw.thresholds?.opening, precision), parent: thresholdsAt(raw.thresholds?.parent, precision) };
  const shown = (verdict: RawVerdict, relation: 'opening' | 'parent'): Verdict => {
    const { best, confidence, probabilities, evidence, because, lost } = verdict;
    const label = (): Label => {
      if (best === null) return 'skipped';
      return because === 'reader' || confidence >= least[relation][best] ? best : 'unsure';
    };
    const stance = label();
    const before = made.get(verdict);
    if (before?.stance === stance) return before;
    const now = { stance, best, confidence, probabilities, evidence, because, ...(lost && stance === 'unsure' && { lost }) };
    made.set(verdict, now);
    return now;
  };
  // Without a prototype: ids are the page's choice, and may be words that mean something to the language.
  const verdicts: Analysis['verdicts'] = Object.create(null);
  for (const [id, { opening, parent }] of Object.entries(raw.verdicts)) {
    const towards = shown(opening, 'opening');
    verdicts[id] = { opening: towards, parent: parent === 'opening' ? towards : parent && shown(parent, 'parent') };
  }
  return { ...raw, verdicts };
}
