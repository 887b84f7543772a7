import { sentenceRanges, type Thread } from '../../thread/index.ts';
import type { Encoder } from '../encoder/encoder.ts';
import type { Input } from '../encoder/input.ts';
import type { Front } from '../encoder/loadEncoder.ts';
import { calibrate, EVEN } from '../inference/calibrate.ts';
import type { AnalyzeOptions } from '../model.ts';
import type { Evidence, Stance } from '../verdict.ts';
import { applyAdaptation } from './adapt.ts';
import { readingsOf } from './readings.ts';
import { classOf } from './verdicts.ts';

/** Each costs one more reading of the comment; what stands further down is not weighed. */
const MOST_SENTENCES = 16;

/**
 * What each sentence of a comment adds to the probability of a stance towards the opening post (occlusion, Zeiler & Fergus 2014): that of the
 * whole comment by its own words, less that of the comment without the sentence. The sentences that add something, the weightiest first, at
 * most three; none where the comment is one sentence. `thread` may hold no more than the comment and what it answers.
 */
export async function weighSentences(
  { encoder, config, inputOf }: Front & { encoder: Encoder },
  known: Uint8Array,
  thread: Thread,
  id: string,
  stance: Stance,
  options: AnalyzeOptions,
): Promise<Evidence[]> {
  const text = thread.comments.find((comment) => comment.id === id)?.text ?? '';
  const sentences = sentenceRanges(text);
  if (sentences.length < 2) return [];
  const weighed = sentences.slice(0, MOST_SENTENCES);
  const rowOf = (commentText: string): Input => {
    const comments = thread.comments.map((comment) => (comment.id === id ? { ...comment, text: commentText } : comment));
    const reading = readingsOf({ ...thread, comments }, options, known, inputOf).find(({ comment }) => comment.id === id);
    if (!reading) throw new Error('The comment is not of the thread.');
    return reading.input();
  };
  const rows = [rowOf(text), ...weighed.map(({ start, end }) => rowOf(`${text.slice(0, start)} ${text.slice(end)}`.trim()))];
  const { direct = EVEN, remote = EVEN } = config.inference?.calibration ?? {};
  const adaptation = options.adaptation?.model === encoder.name ? options.adaptation : undefined;
  const chances: number[] = [];
  for await (const scores of encoder.run(rows)) {
    const calibration = applyAdaptation(scores.parent ? remote : direct, scores.features, adaptation);
    chances[scores.index] = calibrate(scores.opening, calibration)[classOf(stance)] as number;
  }
  return weighed
    .map((sentence, index) => ({ ...sentence, weight: (chances[0] as number) - (chances[index + 1] as number) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, 3);
}
