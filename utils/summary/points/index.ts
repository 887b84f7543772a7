import type { Chunked } from '../../chunked.ts';
import type { Analysis } from '../../stance/index.ts';
import { type Comment, sentencesOf, type Thread } from '../../thread/index.ts';
import { clustersOf } from './clusters.ts';
import { addTerms } from './distinctiveTerms.ts';
import { groupsOf } from './groups.ts';
import type { Group, Point, Saying } from './point.ts';
import { personsOf, type Sentence, type Sentences, sentencesIn } from './sentences.ts';
import { type ShortReply, shortReplyIn } from './shortReplies.ts';
import { wordsIn } from './terms.ts';

/** What is said in a thread. */
export interface Points {
  groups: Group[];
  /** Ids of the comments that only say yes, only no, or nothing. */
  shortReplies: Record<ShortReply, string[]>;
}

/** So many points at most, of which so many said by one person alone, to fill up. */
const MAX_POINTS = 24;
const MIN_POINTS = 4;

/**
 * What is said in a thread, per side and in its own words: sentences that speak of the same are gathered and each gathering is shown by
 * the one that stands best for it, with everybody who said such ("key point analysis", Bar-Haim et al. 2020, here extractive and
 * without a model). Deterministic; time grows with the thread, sorting aside.
 */
export function* pointsOf(thread: Thread, analysis: Analysis): Chunked<Points> {
  const persons = personsOf(thread);
  const shortReplies: Points['shortReplies'] = { yes: [], no: [], nothing: [] };
  const empty = new Set<string>();
  for (const { id, text, deleted } of thread.comments) {
    yield;
    const kind = deleted || analysis.verdicts[id]?.opening.because === 'language' ? null : shortReplyIn(text);
    if (!kind) continue;
    shortReplies[kind].push(id);
    empty.add(id);
  }
  const isSaid = ({ id, deleted }: Comment) => !deleted && analysis.verdicts[id]?.opening.stance !== 'skipped';
  const subject = `${thread.title} ${analysis.proposition.text}`;
  const sentences = yield* sentencesIn(thread, persons, subject, (comment) => isSaid(comment) && !empty.has(comment.id));
  yield;
  const weight = prominence(thread);
  yield;
  const groups: Group[] = [];
  const members = groupsOf(thread, analysis, isSaid);
  const shown = new Set<Sentence>();
  for (const { of, members: numbers, likely } of members) {
    yield;
    const chosen = numbers.flatMap((index) => sentences.all.slice(sentences.from[index], sentences.from[index + 1]));
    const points = yield* pointsIn(thread, sentences, chosen, weight, shown);
    // A side that says nothing that stands by itself is heard all the same, be it one short word.
    const first = thread.comments[numbers[0] ?? -1];
    if (points.length === 0 && first && (of === 'support' || of === 'oppose'))
      points.push({ said: [{ comment: first.id, text: sentencesOf(first.text)[0] ?? first.text }], words: [], shortReplies: [] });
    groups.push({ of, comments: numbers.length, likely, points, terms: [] });
  }
  yield* addTerms(groups, sentences, members);
  addYeses(groups, thread, shortReplies.yes);
  return { groups, shortReplies };
}

/** How much heed a comment found, 0…1 each: its votes and its answers beside the most of the thread. */
function prominence(thread: Thread): number[] {
  const answers = new Map<string, number>();
  for (const { parent } of thread.comments) if (parent !== null) answers.set(parent, (answers.get(parent) ?? 0) + 1);
  const heed = thread.comments.map(({ id, score }) => Math.log(1 + Math.max(0, score ?? 0)) + Math.log(1 + (answers.get(id) ?? 0)));
  const most = heed.reduce((a, b) => Math.max(a, b), 0) || 1;
  return heed.map((one) => one / most);
}

function* pointsIn(
  thread: Thread,
  { people, stems, about }: Sentences,
  chosen: readonly Sentence[],
  prominent: readonly number[],
  /** What another group shows already fills up no second one. */
  shown: Set<Sentence>,
): Chunked<Point[]> {
  const saying = ({ comment, text }: Sentence): Saying => ({ comment: (thread.comments[comment] as Comment).id, text });
  const clusters = yield* clustersOf(chosen, people);
  const points = clusters
    .slice(0, MAX_POINTS)
    .map((said): Point => ({ said: said.map(saying), words: sharedBy(said, stems), shortReplies: [] }));
  if (points.length >= MIN_POINTS) return points;
  const heard = new Set(clusters.flat().map(({ person }) => person));
  // How much a sentence of one person alone is worth showing; the weights are hand-set.
  const salience = (sentence: Sentence) => {
    const shared = sentence.terms.reduce(
      (sum, term, index) => sum + ((people[term] ?? 0) > 1 ? (sentence.weights[index] as number) ** 2 : 0),
      0,
    );
    const onSubject = sentence.terms.some((term) => about.has(term)) ? 0.2 : 0;
    return sentence.quality * (0.4 + 0.3 * shared + 0.3 * (prominent[sentence.comment] ?? 0) + onSubject);
  };
  const alone = chosen.map((sentence) => ({ sentence, score: salience(sentence) })).sort((a, b) => b.score - a.score);
  for (const { sentence } of alone) {
    if (points.length >= MIN_POINTS) break;
    if (heard.has(sentence.person) || shown.has(sentence)) continue;
    heard.add(sentence.person);
    shown.add(sentence);
    points.push({ said: [saying(sentence)], words: [], shortReplies: [] });
  }
  return points;
}

/** The words that at least half of some sentences share, at most three, as the first sentence has them: neighbours stand together. */
function sharedBy(said: readonly Sentence[], stems: Sentences['stems']): string[] {
  const counts = new Map<number, number>();
  for (const { terms } of said) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1 && count * 2 >= said.length).sort((a, b) => b[1] - a[1]);
  const left = new Set(shared.slice(0, 3).map(([term]) => term));
  const text = (said[0]?.text ?? '').toLowerCase();
  const phrases: string[] = [];
  for (const word of wordsIn(text)) {
    if (!left.delete(stems.number(word))) continue;
    const before = phrases.at(-1);
    if (before && text.includes(`${before} ${word}`)) phrases[phrases.length - 1] = `${before} ${word}`;
    else phrases.push(word);
  }
  return [...phrases, ...[...left].map((term) => stems.word(term))];
}

/** A bare yes to a comment speaks for the points that comment makes. */
function addYeses(groups: readonly Group[], thread: Thread, yes: readonly string[]): void {
  const pointOf = new Map<string, Point>();
  for (const point of groups.flatMap(({ points }) => points))
    for (const { comment } of point.said) if (!pointOf.has(comment)) pointOf.set(comment, point);
  const wanted = new Set(yes);
  for (const { id, parent } of thread.comments) if (parent !== null && wanted.has(id)) pointOf.get(parent)?.shortReplies.push(id);
}
