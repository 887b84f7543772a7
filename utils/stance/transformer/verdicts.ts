import type { Thread } from '../../thread/index.ts';
import type { Scores } from '../encoder/encoder.ts';
import { biasedArgmax, calibrate, EVEN } from '../inference/calibrate.ts';
import { inferStances } from '../inference/inferStances.ts';
import type { InferenceParameters } from '../inference/parameters.ts';
import { CLASS_COUNT, CLASSES, type ReplyNode } from '../inference/replyGraph.ts';
import { wordCount } from '../inference/wordCount.ts';
import type { AnalyzeOptions } from '../model.ts';
import { askingOf } from '../openQuestion.ts';
import { propositionOf } from '../proposition.ts';
import type { Because, RawAnalysis, RawVerdict, Stance } from '../verdict.ts';
import { applyAdaptation } from './adapt.ts';
import type { Reading } from './readings.ts';

const NO_BIAS = Array.from({ length: CLASS_COUNT }, () => 1);
/** Without anything fitted: from which probability on a comment's own words may be shown before the rest is read. */
const NO_PLAIN = { opening: [0.8, 0.8, 0.8, 0.8], parent: [0.8, 0.8, 0.8, 0.8] };

/**
 * Verdicts on a thread, pass by pass: what the encoder says of each comment's own words (`scores`, by index, as far as they were read),
 * calibrated and moved by what the reader's corrections taught; what the reply tree and the author's other comments say (`inferStances`);
 * the class that stands out, and which pass decided it (`verdictOf`); over all of these what the reader set. No threshold yet. Before all are read, only what is plain by its own words is sure of anything: what was shown must not turn with what is read later.
 */
export function verdictsOf(
  name: string,
  thread: Thread,
  readings: readonly Reading[],
  scores: ReadonlyMap<number, Scores>,
  options: AnalyzeOptions,
  parameters?: InferenceParameters,
): RawAnalysis {
  const { stances: setBy = {}, proposition: reader } = options.corrections ?? {};
  // Ids are the page's choice, and may be words that mean something to the language.
  const setOn = (id: string): Stance | undefined => (Object.hasOwn(setBy, id) ? setBy[id] : undefined);
  const { direct = EVEN, remote = EVEN, parent: towards = EVEN } = parameters?.calibration ?? {};
  const plain = parameters?.plain ?? NO_PLAIN;
  const { opening: openingBias = NO_BIAS, parent: parentBias = NO_BIAS } = parameters?.bias ?? {};
  const asking = parameters && !reader?.trim() ? askingOf(parameters.asking, thread.title, thread.opening?.text ?? '') : 0;
  const adaptation = options.adaptation?.model === name ? options.adaptation : undefined;
  const authors = new Map<string, number>();
  const nodes = readings.map(({ comment: { id, author, text }, parent }, index): ReplyNode => {
    if (author !== null && !authors.has(author)) authors.set(author, authors.size);
    const read = scores.get(index);
    const set = setOn(id);
    return {
      parent,
      author: author === null ? -1 : (authors.get(author) as number),
      wordCount: wordCount(text),
      towardsOpening: read ? calibrate(read.opening, applyAdaptation(read.parent ? remote : direct, read.features, adaptation)) : null,
      towardsParent: read?.parent ? calibrate(read.parent, towards) : null,
      fixedTo: set ? classOf(set) : null,
    };
  });
  const isWhole = readings.every(({ silent }, index) => silent || scores.has(index));
  const beliefs = isWhole ? inferStances({ nodes, asking }, parameters?.rounds ?? [], plain) : [];

  // Without a prototype: ids are the page's choice, and may be words that mean something to the language.
  const verdicts: RawAnalysis['verdicts'] = Object.create(null);
  readings.forEach(({ comment, parent, silent }, index) => {
    const { towardsOpening: own, towardsParent: answer } = nodes[index] as ReplyNode;
    const set = setOn(comment.id);
    if (!silent && !own && !set) return;
    const belief = beliefs[index];
    const opening = silent
      ? skipped(silent)
      : own
        ? verdictOf(belief?.opening ?? own, own, belief?.withoutAuthor ?? own, openingBias, isWhole ? null : plain.opening)
        : skipped('reader');
    const toPost: RawVerdict = set ? { ...opening, best: set, confidence: 1, because: 'reader' } : opening;
    const toParent = (): RawVerdict | 'opening' => {
      if (parent < 0) return 'opening';
      if (silent || !answer) return silent ? skipped(silent) : 'opening';
      const joint = belief?.parent ?? answer;
      return verdictOf(joint, answer, joint, parentBias, isWhole ? null : plain.parent);
    };
    verdicts[comment.id] = { opening: toPost, parent: comment.parent === null ? null : toParent() };
  });
  return {
    model: name,
    proposition: propositionOf(thread, asking, reader),
    verdicts,
    ...(parameters && { thresholds: { opening: parameters.thresholds.opening, parent: parameters.thresholds.parent } }),
  };
}

function verdictOf(
  joint: Float64Array,
  own: Float64Array,
  withoutAuthor: Float64Array,
  bias: number[],
  plain: readonly number[] | null,
): RawVerdict {
  const best = biasedArgmax(joint, bias);
  const because: Because = biasedArgmax(own, bias) === best ? 'words' : biasedArgmax(withoutAuthor, bias) === best ? 'tree' : 'author';
  const probability = joint[best] as number;
  return {
    best: CLASSES[best] as Stance,
    confidence: !plain || probability >= (plain[best] as number) ? probability : 0,
    probabilities: Object.fromEntries(CLASSES.map((stance, k) => [stance, joint[k] as number])),
    evidence: [],
    because,
  };
}

const skipped = (because: Because): RawVerdict => ({ best: null, confidence: 0, probabilities: {}, evidence: [], because });

/** The encoder knows no mixed comments; one set by the reader takes no side for its neighbours. */
export const classOf = (stance: Stance): number => CLASSES.indexOf(stance === 'mixed' ? 'neutral' : stance);
