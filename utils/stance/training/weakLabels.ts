import { BITS, emptyFeatures, type Features, textFeatures } from '../model/features.ts';
import { aimOf } from '../model/target.ts';
import { wordsOf } from '../model/tokens.ts';
import { random, regress } from './regression.ts';
import { packer } from './sparseRows.ts';
import type { Answer } from './unlabelled.ts';

/**
 * Weak labels: an answer that opens with an unmistakable phrase says by it what its other sentences are. The opening sentence is
 * cut away, so that the model learns how people go on after agreeing, denying, asking or none of these.
 */
const AGREES =
  /^(i (totally |completely |fully |absolutely |definitely |wholeheartedly |quite |do |would |have to |must |could not |couldn't |also |strongly )?agree\b(?! to disagree)|agreed\b|exactly\b|precisely\b|absolutely\b|amen\b|well said|well put|good (point|post|one|call)|great (point|post)|excellent|very true|so true|true\b|you('re| are) (absolutely |quite |completely |so )?(right|correct)|(that's|that is|this is) (absolutely |very |so |quite )?(right|correct|true)\b|correct\b|indeed\b|yep\b|yup\b|right on|couldn't agree more|my thoughts exactly|hear,? hear|spot on|bingo|thank you|thanks\b|yes,? (i agree|exactly|indeed|you)|of course\b|nice post|ditto|same here)/;
const DENIES =
  /^(i (strongly |completely |totally |respectfully |have to |must |would |also |do )?disagree|wrong\b|nope\b|no[,.!]|no (you|it|that|this|they|he|we|i)\b|nonsense|not true|not at all|not so|not really|(that's|that is|this is|that was|it's|it is) (simply |just |completely |totally |absolutely |also )?(not|false|wrong|ridiculous|absurd|nonsense|incorrect|a lie|untrue|bull|rubbish|silly|stupid)|false\b|incorrect|rubbish|bull|baloney|hogwash|you('re| are) (wrong|mistaken|incorrect|confused|missing|still)|untrue|on the contrary|hardly|sorry,? (but|you|no|that)|i don't think so|i don't agree|i (never|didn't|did not) (said|say|claim)|what (a load|nonsense|rubbish|utter)|nah\b|so\?|and\?|irrelevant|straw ?man|prove it|actually,? (no|you|it|that|the|i))/;
const TURNS = /\b(but|however|except|though|although|yet|disagree)\b/;

export const KINDS = ['agrees', 'denies', 'asks', 'other'] as const;
/** Of answers that ask and of others only a share is needed. */
const KEPT = { agrees: 1, denies: 1, asks: 0.4, other: 0.1 };

export function kindOf(text: string): { kind: (typeof KINDS)[number]; rest: string } {
  const trimmed = text.trim();
  const stop = /[.!?\n]+/.exec(trimmed);
  const cut = stop ? stop.index + stop[0].length : trimmed.length;
  const rest = trimmed.slice(cut).trim();
  const opening = trimmed
    .slice(0, cut)
    .toLowerCase()
    .replace(/^[^a-z]+/, '')
    .replaceAll('’', "'");
  if (AGREES.test(opening) && !TURNS.test(opening) && !TURNS.test(rest.slice(0, 25).toLowerCase()) && !opening.includes('?'))
    return { kind: 'agrees', rest };
  if (DENIES.test(opening)) return { kind: 'denies', rest };
  return { kind: opening.trim().endsWith('?') ? 'asks' : 'other', rest };
}

/** Learns the kinds from unlabelled answers. Returns 2^BITS buckets of one weight per kind, over features that do not depend on the opening. */
export async function learnKinds(answers: AsyncIterable<Answer>, say: (line: string) => void): Promise<Float64Array> {
  const rows = packer();
  const features = emptyFeatures();
  const next = random(7);
  const kinds: number[] = [];
  const counts = KINDS.map(() => 0);
  for await (const answer of answers) {
    const { kind, rest } = kindOf(answer.text.slice(0, 2500));
    if (next() >= KEPT[kind]) continue;
    const words = wordsOf(rest);
    if (words.count < 6) continue;
    bodyFeatures(features, rest, answer.target.slice(0, 1200));
    rows.add(features);
    rows.endRow();
    kinds.push(KINDS.indexOf(kind));
    counts[KINDS.indexOf(kind)] = (counts[KINDS.indexOf(kind)] as number) + 1;
  }
  say(`${kinds.length} answers with weak labels: ${KINDS.map((kind, k) => `${counts[k]} ${kind}`).join(', ')}`);
  const truth = new Float32Array(kinds.length * KINDS.length);
  const weight = Float32Array.from(kinds, (kind) => (kinds.length / KINDS.length / (counts[kind] as number)) ** 0.7);
  kinds.forEach((kind, row) => {
    truth[row * KINDS.length + kind] = 1;
  });
  return regress({ ...rows.packed(), truth, weight }, 1 << BITS, KINDS.length, { decay: 8e-4, rounds: 30 });
}

export function bodyFeatures(features: Features, text: string, target: string): Features {
  return textFeatures(features, wordsOf(text), aimOf('reply', wordsOf(target)), true);
}
