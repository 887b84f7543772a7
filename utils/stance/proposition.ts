import { sentencesOf } from '../thread/sentences.ts';
import type { Thread } from '../thread/thread.ts';
import type { Proposition } from './verdict.ts';

const OPINION =
  /\b(should(n't)?|must(n't)?|need(s)? to|ought|have to|i (really )?(think|believe|feel|say|support|oppose)|in my opinion|imo|imho|wrong|right|unfair|better|worse|best|worst|never|always|nobody|everyone|is (not|a|an|the|just|still)|are (not|the|just|still)|isn't|aren't|can't|cannot|won't|doesn't|don't|too (many|much|few)|ridiculous|stupid|great|terrible|amazing|love|hate|stop|because|therefore|the (truth|point|problem|fact) is)\b/gi;
const LINK = /https?:|www\./i;
const SMALL = new Set(
  'the a an of to and in that is it for on with as was be this are have at by from or not but so what why how who do does did i you we they my your our his her its their there here'.split(
    ' ',
  ),
);
/** Titles that put what their post tells up for judgement, though some end like a question. */
const JUDGED = /^(AITA|WIBTA|CMV|TIL|ELI5)\b/i;

const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
const contentOf = (text: string) => new Set(wordsIn(text).filter((word) => word.length > 2 && !SMALL.has(word)));

/** How much a sentence looks like the claim of its post: it holds an opinion, speaks of the title's subject, stands first or last. */
function claimScore(sentence: string, subject: ReadonlySet<string>, place: number, of: number): number {
  const words = wordsIn(sentence);
  if (words.length < 4 || words.length > 60 || LINK.test(sentence) || sentence.endsWith('?') || sentence.endsWith(':')) return 0;
  const shared = [...contentOf(sentence)].filter((word) => subject.has(word)).length;
  const opinions = new Set((sentence.match(OPINION) ?? []).map((word) => word.toLowerCase())).size;
  return (
    0.6 * Math.min(opinions, 3) +
    0.5 * Math.min(shared, 3) +
    (place < 2 ? 0.3 : 0) +
    (place === of - 1 ? 0.3 : 0) -
    (words.length > 35 ? 0.5 : 0)
  );
}

/** Below this no sentence of the opening post is taken to claim anything. */
const CLAIMS = 1.1;
/** From this probability on, the post is taken to ask openly. */
const ASKS = 0.5;

/**
 * The claim that comments are held against, always verbatim: the reader's own words; the title where it states something (a link
 * post has nothing else) or where the post asks openly; else the sentence of the opening post that looks most like a claim.
 * `asking` is how likely the post asks openly, 0…1.
 */
export function propositionOf(thread: Thread, asking: number, reader?: string): Proposition {
  if (reader?.trim()) return { text: reader.trim(), of: 'reader', kind: 'claim' };
  const title = thread.title.trim();
  if (asking >= ASKS) return { text: title, of: 'title', kind: 'question' };
  if (JUDGED.test(title) || (wordsIn(title).length >= 5 && !title.endsWith('?'))) return { text: title, of: 'title', kind: 'claim' };
  const subject = contentOf(title);
  const sentences = sentencesOf(thread.opening?.text ?? '').slice(0, 200);
  let best = { text: '', score: CLAIMS };
  sentences.forEach((text, place) => {
    const score = claimScore(text, subject, place, sentences.length);
    if (score > best.score) best = { text, score };
  });
  return best.text ? { text: best.text, of: 'opening', kind: 'claim' } : { text: title, of: 'title', kind: 'claim' };
}
