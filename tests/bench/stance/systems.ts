import { createRequire } from 'node:module';
import type { Pair } from '../../../utils/stance/training/dataset.ts';
import type { Stance } from '../../../utils/stance/verdict.ts';

export interface Answer {
  said: Stance;
  confidence: number;
  shown: boolean;
}
export type System = (pair: Pair) => Answer;

export const majority = (pairs: readonly Pair[]): System => {
  const [said, most] = Object.entries(Object.groupBy(pairs, (pair) => pair.label)).reduce((a, b) =>
    (b[1]?.length ?? 0) > (a[1]?.length ?? 0) ? b : a,
  );
  return () => ({ said: said as Stance, confidence: (most?.length ?? 0) / pairs.length, shown: true });
};

const require = createRequire(import.meta.url);
const side = (score: number): Answer => ({
  said: score >= 0.05 ? 'support' : score <= -0.05 ? 'oppose' : 'neutral',
  confidence: Math.min(1, Math.abs(score) < 0.05 ? 0.5 : Math.abs(score)),
  shown: true,
});

/** Sentiment libraries read as stance: what speaks well supports, what speaks badly opposes. */
export function libraries(): Record<string, System> {
  const vader = require('vader-sentiment') as { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } };
  const winkNLP = require('wink-nlp');
  const nlp = winkNLP(require('wink-eng-lite-web-model'), ['sbd', 'negation', 'sentiment']);
  return {
    vader: ({ text }) => side(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound),
    'wink-nlp': ({ text }) => side(nlp.readDoc(text).out(nlp.its.sentiment)),
  };
}
