import { DEFAULT_PRECISION, lastAnalysis, type RawAnalysis, type RawVerdict, type Stance, thresholdFor } from '../stance/index.ts';
import { createTransformerModel, type Pair, type Parts, scorePair } from '../stance/transformer/index.ts';
import { sentencesOf, type Thread } from '../thread/index.ts';

const round = (value: number) => Number(value.toFixed(4));
const rounded = (probabilities: Record<string, number>) =>
  Object.fromEntries(Object.entries(probabilities).map(([stance, value]) => [stance, round(value)]));

/** What each sentence of a text adds to a probability: that of the whole, less that of the text without it. */
async function sentenceEffects(text: string, whole: number, without: (rest: string) => Promise<number>) {
  const sentences = sentencesOf(text);
  const effects = [];
  for (const [index, sentence] of sentences.entries()) {
    const rest = sentences.filter((_, other) => other !== index).join(' ');
    effects.push({ sentence, adds: rest === '' ? null : round(whole - (await without(rest))) });
  }
  return effects;
}

/** Why a pair is judged as it is: what was read, and what each sentence adds to the probability of the best label. */
export async function explainPair(parts: Parts, pair: Pair): Promise<object> {
  const { best, probabilities, thresholds, post } = await scorePair(parts, pair);
  const probability = async (text: string) => (await scorePair(parts, { ...pair, text })).probabilities[best] ?? 0;
  return {
    post,
    parent: typeof pair.op === 'string' ? pair.target : null,
    threshold: round(thresholdFor(thresholds, best, DEFAULT_PRECISION)),
    sentences: await sentenceEffects(pair.text, probabilities[best] ?? 0, probability),
  };
}

/** Why the comments of a thread are judged as they are, by id: the probabilities by their own words and after the whole thread was taken into account. */
export async function explainThread(parts: Parts, thread: Thread): Promise<object> {
  const model = createTransformerModel(parts);
  const alone = createTransformerModel({ ...parts, config: withoutRounds(parts.config) });
  const after = await lastAnalysis(model, thread);
  const before = await lastAnalysis(alone, thread);
  const comments: Record<string, object> = Object.create(null);
  for (const comment of thread.comments) {
    const verdict = after.verdicts[comment.id]?.opening;
    if (!verdict?.best) continue;
    const best = verdict.best;
    const probability = async (text: string) => {
      const edited = { ...thread, comments: thread.comments.map((one) => (one === comment ? { ...one, text } : one)) };
      return (await lastAnalysis(alone, edited)).verdicts[comment.id]?.opening.probabilities[best] ?? 0;
    };
    comments[comment.id] = {
      op: towards(before, after, comment.id, 'opening'),
      parent: towards(before, after, comment.id, 'parent'),
      sentences: await sentenceEffects(comment.text, before.verdicts[comment.id]?.opening.probabilities[best] ?? 0, probability),
    };
  }
  return { claim: after.proposition, comments };
}

const withoutRounds = (config: Parts['config']): Parts['config'] =>
  config.inference ? { ...config, inference: { ...config.inference, rounds: [] } } : config;

function towards(before: RawAnalysis, after: RawAnalysis, id: string, target: 'opening' | 'parent') {
  const verdict = after.verdicts[id]?.[target];
  if (!verdict || verdict === 'opening') return null;
  const own = before.verdicts[id]?.[target] as RawVerdict;
  return {
    words: rounded(own.probabilities),
    thread: rounded(verdict.probabilities),
    because: verdict.because,
    threshold: round(thresholdFor(after.thresholds?.[target], verdict.best as Stance, DEFAULT_PRECISION)),
  };
}
