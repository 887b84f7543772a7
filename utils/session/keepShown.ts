import { applyThresholds, type Label, type Lost, type RawAnalysis, type RawVerdict } from '../stance/index.ts';
import type { Thread } from '../thread/index.ts';

/** A thread as it was read, and what the model made of it. */
export interface Analyzed {
  thread: Thread;
  raw: RawAnalysis;
}

/**
 * An analysis in which every stance that was shown stays while the words it rests on stay: that more of the thread was read may move the
 * figures of a comment a little, and must not make its label go and come. What does go names what changed: its own words, those of the
 * comment it answers, the claim, or what the reader set. `precision` is what a label shown must reach. Linear in the number of comments.
 */
export function keepShown(before: Analyzed | null, { thread, raw }: Analyzed, precision: number): RawAnalysis {
  if (!before || before.raw.model !== raw.model) return raw;
  const changed = changesBetween(before, { thread, raw });
  const was = applyThresholds(before.raw, precision).verdicts;
  const is = applyThresholds(raw, precision).verdicts;
  const one = (then: RawVerdict, shownThen: Label, now: RawVerdict, shownNow: Label, by: Lost['by'] | null): RawVerdict => {
    if (now.because === 'reader' || shownNow === 'skipped' || shownThen === shownNow)
      return shownNow === 'unsure' ? carried(then, now) : now;
    if (shownThen === 'skipped' || shownThen === 'unsure' || shownThen === 'pending') return now;
    if (by === null) return then;
    return shownNow === 'unsure' ? { ...now, lost: { stance: shownThen, by } } : now;
  };
  const verdicts: RawAnalysis['verdicts'] = Object.create(null);
  let isOther = false;
  for (const [id, now] of Object.entries(raw.verdicts)) {
    const [then, shownThen, shownNow] = [before.raw.verdicts[id], was[id], is[id]];
    if (!then || !shownThen || !shownNow) {
      verdicts[id] = now;
      continue;
    }
    const by = changed(id);
    const opening = one(then.opening, shownThen.opening.stance, now.opening, shownNow.opening.stance, by);
    const isApart = then.parent && now.parent && then.parent !== 'opening' && now.parent !== 'opening';
    const parent = isApart
      ? one(
          then.parent as RawVerdict,
          shownThen.parent?.stance ?? 'unsure',
          now.parent as RawVerdict,
          shownNow.parent?.stance ?? 'unsure',
          by,
        )
      : now.parent;
    verdicts[id] = { opening, parent };
    isOther ||= opening !== now.opening || parent !== now.parent;
  }
  return isOther ? { ...raw, verdicts } : raw;
}

const carried = (then: RawVerdict, now: RawVerdict): RawVerdict => (then.lost ? { ...now, lost: then.lost } : now);

/** What a reader can see to have changed of a comment, from one analysis to the next; `null` where nothing has. */
function changesBetween(before: Analyzed, after: Analyzed): (id: string) => Lost['by'] | null {
  const [then, now] = [before.thread, after.thread].map(({ comments }) => new Map(comments.map((comment) => [comment.id, comment])));
  const { text, kind } = after.raw.proposition;
  const isSameClaim = before.raw.proposition.text === text && before.raw.proposition.kind === kind;
  const isSameSet = setByReader(before.raw) === setByReader(after.raw);
  return (id) => {
    const [was, is] = [then?.get(id), now?.get(id)];
    if (was?.text !== is?.text) return 'words';
    if (was?.parent !== is?.parent || then?.get(was?.parent ?? '')?.text !== now?.get(is?.parent ?? '')?.text) return 'answered';
    if (!isSameSet) return 'reader';
    return isSameClaim ? null : 'claim';
  };
}

function setByReader({ verdicts }: RawAnalysis): string {
  const set = Object.entries(verdicts).filter(([, { opening }]) => opening.because === 'reader');
  return JSON.stringify(set.map(([id, { opening }]) => [id, opening.best]).sort());
}
