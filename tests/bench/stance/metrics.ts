import { random } from '../../../utils/stance/training/regression.ts';
import { STANCES, type Stance } from '../../../utils/stance/verdict.ts';

/** One comment as somebody labelled it and as a system sees it. */
export interface Item {
  thread: string;
  truth: Stance;
  said: Stance;
  confidence: number;
  shown: boolean;
  /** Whether the reader who labelled it was sure. */
  sure?: boolean;
}

export interface Figures {
  comments: number;
  accuracy: number;
  /** Macro-F1 of support, oppose and the rest. */
  three: number;
  /** Macro-F1 of the labels that occur. */
  five: number;
  shown: number;
  shownRight: number;
  /** Of the shown support and oppose, the share that is right. */
  sidesRight: number;
  /** Of the comments that do take a side, the share whose side is shown. */
  sidesShown: number;
  surest: [tenth: number, third: number, half: number];
  calibration: number;
}

const three = (stance: Stance): Stance => (stance === 'support' || stance === 'oppose' ? stance : 'neutral');
const isSide = (stance: Stance) => three(stance) !== 'neutral';
const share = (part: number, whole: number) => (whole === 0 ? Number.NaN : part / whole);
const count = (items: readonly Item[], test: (item: Item) => boolean) => items.filter(test).length;

function macroF1(items: readonly Item[], fold: (stance: Stance) => Stance, labels: readonly Stance[]): number {
  const present = labels.filter((label) => items.some((item) => fold(item.truth) === label));
  const scores = present.map((label) => {
    const hit = count(items, (item) => fold(item.truth) === label && fold(item.said) === label);
    return share(2 * hit, count(items, (item) => fold(item.truth) === label) + count(items, (item) => fold(item.said) === label));
  });
  return scores.reduce((a, b) => a + b, 0) / Math.max(present.length, 1);
}

export const macroThree = (items: readonly Item[]): number => macroF1(items, three, ['support', 'oppose', 'neutral']);

/** All figures of a list of items. "Right" means the right one of three: support, oppose, or neither. */
export function figuresOf(items: readonly Item[]): Figures {
  const right = (item: Item) => three(item.said) === three(item.truth);
  const sorted = [...items].sort((a, b) => b.confidence - a.confidence);
  const surest = (part: number) => {
    const top = sorted.slice(0, Math.round(part * sorted.length));
    return share(count(top, right), top.length);
  };
  const shown = items.filter((item) => item.shown);
  const sides = shown.filter((item) => isSide(item.said));
  return {
    comments: items.length,
    accuracy: share(count(items, right), items.length),
    three: macroThree(items),
    five: macroF1(items, (stance) => stance, STANCES),
    shown: share(shown.length, items.length),
    shownRight: share(count(shown, right), shown.length),
    sidesRight: share(count(sides, right), sides.length),
    sidesShown: share(
      count(sides, (item) => isSide(item.truth)),
      count(items, (item) => isSide(item.truth)),
    ),
    surest: [surest(0.1), surest(0.3), surest(0.5)],
    calibration: calibrationError(items, right),
  };
}

/** Expected calibration error over ten equal steps of confidence. */
function calibrationError(items: readonly Item[], right: (item: Item) => boolean): number {
  const bins = Array.from({ length: 10 }, () => ({ items: 0, right: 0, confidence: 0 }));
  for (const item of items) {
    const bin = bins[Math.min(9, Math.floor(item.confidence * 10))];
    if (!bin) continue;
    bin.items++;
    bin.right += right(item) ? 1 : 0;
    bin.confidence += item.confidence;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0) / Math.max(items.length, 1);
}

/** 95 % interval of the macro-F1 of three, by drawing whole threads with replacement. */
export function intervalOf(items: readonly Item[], draws = 200): [number, number] {
  const threads = [...Map.groupBy(items, (item) => item.thread).values()];
  const next = random(1);
  const scores = Array.from({ length: draws }, () =>
    macroThree(threads.flatMap(() => threads[Math.floor(next() * threads.length)] as Item[])),
  ).sort((a, b) => a - b);
  return [scores[Math.floor(draws * 0.025)] as number, scores[Math.floor(draws * 0.975)] as number];
}
