import type { Analysis, Verdict } from '../utils/stance/verdict.ts';
import type { Comment, Reading } from '../utils/thread.ts';
import { Icon } from './Icon.tsx';
import { describeConfidence, describeReason, describeStance, WORDS } from './words.ts';

export interface WhyProps {
  comment: Comment;
  opening: Verdict;
  /** Towards the comment it answers, with that one's author; `null` where it answers the post or nobody. */
  answered: { author: string | null; verdict: Verdict } | null;
}

/** All there is to say about one comment's badge; `null` where the comment was not analysed or is not of this thread. */
export function explain({ thread }: Reading, { verdicts }: Analysis, id: string): WhyProps | null {
  const comment = thread.comments.find((candidate) => candidate.id === id);
  const verdict = verdicts[id];
  if (!comment || !verdict) return null;
  const parent = thread.comments.find((candidate) => candidate.id === comment.parent);
  return {
    comment,
    opening: verdict.opening,
    answered: parent && verdict.parent ? { author: parent.author, verdict: verdict.parent } : null,
  };
}

/** Why a comment bears its badge: where it stands, how sure that is, the words that weighed, and what decided. */
export function Why({ comment, opening, answered }: WhyProps) {
  const analysed = opening.stance !== 'unread';
  return (
    <div dir="ltr" lang="en">
      <p class="stance" data-stance={opening.stance}>
        <Icon label={opening.stance} />
        <span>{capitalized(describeStance(opening, 'the post'))}</span>
        <span class="sure">{describeConfidence(opening)}</span>
      </p>
      {analysed && (
        <div class="meter" data-stance={opening.stance} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(opening.confidence * 100)}%` }} />
        </div>
      )}
      {answered && analysed && (
        <p class="answers">
          Answers <bdi>{answered.author ?? 'another comment'}</bdi>: {WORDS[answered.verdict.stance]}
          {answered.verdict.stance !== 'unread' && answered.verdict.stance !== 'unsure' && ` (${describeConfidence(answered.verdict)})`}
        </p>
      )}
      {opening.evidence.length > 0 && (
        <ul class="evidence" aria-label="The words that weighed most">
          {opening.evidence.map(({ start, end, weight }) => (
            <li key={start}>
              <span class="sign" role="img" aria-label={weight < 0 ? 'against this reading' : 'for this reading'}>
                {weight < 0 ? '−' : '+'}
              </span>
              <q dir="auto">{comment.text.slice(start, end)}</q>
            </li>
          ))}
        </ul>
      )}
      <p class="reason">{describeReason(opening, comment)}</p>
      {analysed && opening.because !== 'reader' && <p class="reason">Worked out on your device. It can be wrong.</p>}
    </div>
  );
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
