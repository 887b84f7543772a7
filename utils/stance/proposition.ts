import { type Comment, sentencesOf } from '../thread/index.ts';
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

/** Words with which a post says that what follows is its claim. */
const EXPLICIT =
  /\b(i|we)( would|'d)?( also| therefore| hereby| strongly| respectfully)* (propose|suggest|argue|urge|recommend|claim|contend|maintain|submit|move) |\b(my|the|our) (proposal|claim|suggestion|argument|thesis|position|view|opinion|point|request|take)( here)?( is|:)|^\W*(proposal|claim|thesis|motion|unpopular opinion|hot take|cmv|change my view|in short|tl;?dr)\b|\b(i|we) (think|believe|feel|say)( that)? .*\b(should|must|ought|needs?)\b|\b(we|they|you|it|there|people|everyone|nobody) (really )?(should(n't| not)?|must(n't| not)?|ought|need to)\b|^(please |let's |it('s| is) time )/i;
/** A question that puts an answer up for judgement. */
const PROPOSES =
  /^(so,? |but |and )?(should(n't)?|shall|why (not|don't)|isn't it|aren't|can we (not|all)|could we|what if) (we|it|they|the|this|that|there|all|every)?/i;
/** A title that speaks of itself, or only names the occasion: whatever the post claims stands elsewhere. */
const EMPTY_TITLE =
  /\b(topic|thread|post|question|discussion|poll|thoughts?|opinions?|feedback|ideas?|rant|help)\b|^(re: )?(hello|hi|hey|update|news|misc|off.?topic|untitled|something|anyone|my (two|2) cents|introducing|welcome)\b/i;
/** A title that says what ought to be, or how good something is. */
const CLAIMING_TITLE =
  /\b(should(n't)?|must(n't)?|ought|needs?|deserves?|stop|ban|never|always|wrong|right|better|worse|best|worst|is|are|isn't|aren't|was|were|won't|can't|don't|doesn't|against|for|no|not|opinion|cmv|case)\b/i;

/** A title that asks why others hold what its post goes on to dispute ("Why is mending still seen as …?"). */
const DISPUTES =
  /^why (is|are|was|do|does|did|has|have|must)\b.*\b(still|seen|viewed|considered|regarded|treated|called|labell?ed|assume|think|believe|insist|so many|everyone|everybody|nobody)\b.*\?$/i;
const DENIES = /\b(is|are|was|were|do|does|did|has|have|should|can|need)(n't|n’t| not) (?!(just|only|simply|merely)\b)/i;
/** What others hold, told by the post and not said by it. */
const REPORTS =
  /\b(is|are|was|were|gets?|being|be|become) (often |still |usually |quietly |then )?(narrated|labell?ed|seen|framed|viewed|perceived|considered|regarded|treated|portrayed)\b|\b(they|some|many|most|other|others|people)( people)? (say|think|claim|argue|believe|insist|assume)\b/i;

/**
 * How much a sentence looks like the claim of its post: it says so, holds an opinion, speaks of the title's subject, stands first or
 * last. The weights are hand-set, looked at on the labelled threads whose readers wrote down the claim.
 */
function claimScore(sentence: string, { subject, disputes }: Title, index: number, of: number): number {
  const words = wordsIn(sentence);
  const asks = sentence.endsWith('?');
  if (words.length < 4 || words.length > 60 || LINK.test(sentence) || sentence.endsWith(':') || (asks && !PROPOSES.test(sentence)))
    return 0;
  const shared = [...contentOf(sentence)].filter((word) => subject.has(word)).length;
  const opinions = new Set((sentence.match(OPINION) ?? []).map((word) => word.toLowerCase())).size;
  return (
    (EXPLICIT.test(sentence) ? EXPLICITLY : asks ? 0.8 : 0) +
    (disputes && shared > 0 && DENIES.test(sentence) ? 1 : 0) -
    (REPORTS.test(sentence) ? 1 : 0) +
    0.6 * Math.min(opinions, 3) +
    0.8 * Math.min(shared, 3) +
    (index < 2 ? 0.3 : 0) +
    (index === of - 1 ? 0.3 : 0) -
    (words.length > 35 ? 0.5 : 0)
  );
}

/** What of a title tells how a sentence stands to it. */
interface Title {
  subject: ReadonlySet<string>;
  disputes: boolean;
}

/** What an explicit claim adds to a sentence's score. */
const EXPLICITLY = 1;
/** From this score on, a sentence of the post is preferred to a title that claims nothing clearly. */
const CLEAR = 3.6;
/** Below this no sentence of the opening post is taken to claim anything. */
const CLAIMS = 1.1;
/** From this probability on, the post is taken to ask openly. */
const ASKS = 0.5;

/** What of a thread its claim is taken from. */
interface Claiming {
  title: string;
  opening: Pick<Comment, 'text'> | null;
}

/**
 * The claim that comments are held against, always verbatim: the reader's own words; the title where the post asks openly or the title
 * states something; else the sentence of the opening post that looks most like a claim, or the title where no sentence does.
 * `asking` is how likely the post asks openly, 0…1.
 */
export function propositionOf(thread: Claiming, asking: number, reader?: string): Proposition {
  if (reader?.trim()) return { text: reader.trim(), of: 'reader', kind: 'claim' };
  const title = thread.title.trim();
  if (asking >= ASKS) return { text: title, of: 'title', kind: 'question' };
  const bare = title.replace(/^\s*[[(][^\])]*[\])]\s*/, '');
  const states = wordsIn(bare).length >= 5 && !title.endsWith('?') && !EMPTY_TITLE.test(bare);
  if (JUDGED.test(bare) || EXPLICIT.test(bare) || (states && CLAIMING_TITLE.test(bare))) return { text: title, of: 'title', kind: 'claim' };
  const best = claimOf(thread.opening?.text ?? '', { subject: contentOf(title), disputes: DISPUTES.test(title) });
  if (best.score > (states ? CLEAR : CLAIMS)) return { text: best.text, of: 'opening', kind: 'claim' };
  return { text: title, of: 'title', kind: 'claim' };
}

/** The sentence of a post that looks most like its claim, and how much so; an empty one with score 0 where there is none. */
function claimOf(post: string, title: Title): { text: string; score: number } {
  const sentences = sentencesOf(post).slice(0, 200);
  let best = { text: '', score: 0 };
  sentences.forEach((text, index) => {
    const score = claimScore(text, title, index, sentences.length);
    if (score > best.score) best = { text, score };
  });
  return best;
}
