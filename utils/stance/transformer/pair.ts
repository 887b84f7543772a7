import { biasedArgmax, calibrate } from '../inference/calibrate.ts';
import { CLASSES } from '../inference/replyGraph.ts';
import { pairPostOf } from '../postText.ts';
import type { Stance, Thresholds } from '../verdict.ts';
import type { Parts } from './transformer.ts';

/** A comment and what it answers, without a thread around them; `op` is the opening post where it is not the target. */
export interface Pair {
  target: string;
  text: string;
  op?: string | null;
}

/** What the model says of one comment held against one text. */
export interface PairScores {
  best: Stance;
  probabilities: Record<string, number>;
  thresholds?: Thresholds;
  /** What stood in the place of the opening post, the most telling first. */
  post: readonly string[];
}

/** Where a comment stands towards its target: the opening post, or a comment under one. */
export async function scorePair({ encoder, config, inputOf }: Parts, { target, text, op }: Pair): Promise<PairScores> {
  const isReply = typeof op === 'string';
  const post = pairPostOf(isReply ? op : target);
  const row = inputOf({ post, parent: isReply ? target : '', comment: text });
  const { inference } = config;
  for await (const scores of encoder.run([row])) {
    const logits = scores.parent ?? scores.opening;
    const towards = scores.parent ? 'parent' : 'opening';
    const calibration = inference?.calibration[scores.parent ? 'parent' : 'direct'];
    const probabilities = calibrate(logits, calibration ?? { stretch: 1, shift: [] });
    const best = biasedArgmax(probabilities, inference?.bias[towards] ?? CLASSES.map(() => 1));
    return {
      best: CLASSES[best] as Stance,
      probabilities: Object.fromEntries(CLASSES.map((stance, k) => [stance, probabilities[k] as number])),
      ...(inference && { thresholds: inference.thresholds.pair[towards] }),
      post,
    };
  }
  throw new Error('The encoder gave no answer.');
}
