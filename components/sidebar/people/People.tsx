import { useMemo, useState } from 'preact/hooks';
import { settings } from '../../../utils/reader/index.ts';
import type { Session } from '../../../utils/session/index.ts';
import { type Analysis, type Label, shownLabel } from '../../../utils/stance/index.ts';
import { type Person, peopleOf } from '../../../utils/summary/index.ts';
import { formatCount, formatTime, t, tCount, wordOf } from '../../../utils/texts/index.ts';
import { type Comment, displayName, pseudonyms, type Reading } from '../../../utils/thread/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import { Switch } from '../../shared/Switch.tsx';
import type { Actions } from '../actions.ts';

/** So many people are shown at once, and so many comments of one: what is more comes when it is asked for. */
const PEOPLE_AT_ONCE = 50;
const COMMENTS = 20;

/** Everybody who takes part in the thread, with their comments to go to. Names can be left out; they are then those of an export without names. */
export function People({ session, reading, actions }: { session: Session; reading: Reading; actions: Actions }) {
  const { thread } = reading;
  const analysis = session.analysis.value;
  const people = useMemo(() => (analysis ? peopleOf(thread, analysis) : []), [thread, analysis]);
  const pseudonymOf = useMemo(() => pseudonyms(thread), [thread]);
  const [masked, setMasked] = useState(settings.value.pseudonyms);
  const [most, setMost] = useState(PEOPLE_AT_ONCE);
  const unnamed = thread.comments.filter((comment) => displayName(comment) === null).length;
  if (!analysis) return null;
  if (people.length === 0) return <p class="note">{t('people.none')}</p>;
  const left = people.length - most;
  return (
    <div class="people">
      <p class="note">{t('people.note')}</p>
      <Switch label={t('people.mask')} on={masked} turn={setMasked} />
      <ul aria-label={t('people.list')}>
        {people.slice(0, most).map((person) => (
          <PersonRow
            key={person.name}
            person={person}
            name={masked ? (pseudonymOf(person.name) ?? '') : person.name}
            analysis={analysis}
            fresh={session.fresh.value}
            jump={actions.jump}
          />
        ))}
      </ul>
      {left > 0 && (
        <p class="further">
          <button type="button" class="plain" onClick={() => setMost(most + PEOPLE_AT_ONCE)}>
            {tCount('people.more', Math.min(left, PEOPLE_AT_ONCE))}
          </button>
          <span class="note">{tCount('people.shown', people.length, { shown: String(most) })}</span>
        </p>
      )}
      {unnamed > 0 && <p class="note">{tCount('people.unnamed', unnamed)}</p>}
    </div>
  );
}

interface PersonRowProps {
  person: Person;
  name: string;
  analysis: Analysis;
  fresh: ReadonlySet<string>;
  jump(id: string): void;
}

function PersonRow({ person, name, analysis, fresh, jump }: PersonRowProps) {
  const [all, setAll] = useState(false);
  const { comments, opening, stance } = person;
  const { kind } = analysis.proposition;
  const label = shownLabel(stance, kind);
  const shown = all ? comments : comments.slice(0, COMMENTS);
  const placed = comments.filter(({ id }) => isPlaced(analysis.verdicts[id]?.opening.stance)).length;
  return (
    <li class="person">
      <p class="who">
        <bdi class="author">{name}</bdi>
        {opening && <span class="opener">{t('people.opener')}</span>}
        {comments.length > 0 && (
          <span class="stands" data-stance={label}>
            <Icon label={label} /> {wordOf(stance, kind, comments[0]?.text ?? '')}
          </span>
        )}
      </p>
      <div class="theirs" data-several={comments.length > 1 || undefined}>
        <span class="note">{describeWritten(comments.length, placed)}</span>
        {shown.map((comment, index) => (
          <Go
            key={comment.id}
            comment={comment}
            order={{ number: index + 1, of: comments.length }}
            analysis={analysis}
            fresh={fresh.has(comment.id)}
            jump={jump}
          />
        ))}
        {comments.length > shown.length && (
          <button type="button" class="plain" onClick={() => setAll(true)}>
            {tCount('people.all', comments.length - shown.length)}
          </button>
        )}
      </div>
    </li>
  );
}

/** How many comments somebody wrote, and by how many of them their stance is told where that is not all. */
function describeWritten(comments: number, placed: number): string {
  if (comments === 0) return t('people.silent');
  if (placed === 0 || placed === comments) return tCount('people.written', comments);
  return tCount('people.told', comments, { placed: formatCount(placed) });
}

const isPlaced = (label: Label | undefined) => label !== undefined && label !== 'unsure' && label !== 'skipped' && label !== 'pending';

interface GoProps {
  comment: Comment;
  order: { number: number; of: number };
  analysis: Analysis;
  fresh: boolean;
  jump(id: string): void;
}

/** The way to one comment: the icon of where it stands, and its first words and time while the pointer rests on it. */
function Go({ comment, order, analysis, fresh, jump }: GoProps) {
  const { kind } = analysis.proposition;
  const stance = analysis.verdicts[comment.id]?.opening.stance ?? 'pending';
  const label = shownLabel(stance, kind);
  const word = wordOf(stance, kind, comment.text);
  const told = t('people.comment', { number: String(order.number), of: String(order.of), stance: word });
  return (
    <button
      type="button"
      class="go"
      data-stance={label}
      data-fresh={fresh || undefined}
      aria-label={fresh ? `${told}, ${t('people.fresh')}` : told}
      title={[word, formatTime(comment.time), shortened(comment.text)].filter(Boolean).join('\n')}
      onClick={() => jump(comment.id)}
    >
      <Icon label={label} />
    </button>
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 140 ? `${line.slice(0, 140)}…` : line;
}
