import { useId, useState } from 'preact/hooks';
import type { Session } from '../../../utils/session/index.ts';
import { LABELS, type Label, shownLabel } from '../../../utils/stance/index.ts';
import { type Filter, isEmpty, KINDS, type Kind, labelOf, NO_FILTER, type Summary } from '../../../utils/summary/index.ts';
import { countedWord, formatCount, t, tCount } from '../../../utils/texts/index.ts';
import type { Reading } from '../../../utils/thread/index.ts';
import { Icon } from '../../shared/Icon.tsx';
import type { Actions } from '../actions.ts';
import { FoundComment } from './FoundComment.tsx';

/** So many comments are listed at once. */
const LISTED_AT_ONCE = 50;
/** So many names are offered while one is typed. */
const NAMES = 200;

interface FindProps {
  session: Session;
  reading: Reading;
  summary: Summary;
  actions: Actions;
}

/** What the reader looks for in the thread, and the comments that are so. In the page the others recede meanwhile. */
export function Find({ session, reading, summary, actions }: FindProps) {
  const filter = session.filter.value;
  const found = session.found.value;
  const analysis = session.analysis.value;
  // Whoever looks for something else begins at its first again.
  const [longer, setLonger] = useState({ filter, most: LISTED_AT_ONCE });
  const most = longer.filter === filter ? longer.most : LISTED_AT_ONCE;
  const id = useId();
  const change = (part: Partial<Filter>) => {
    session.filter.value = { ...filter, ...part };
  };
  const { kind } = summary.proposition;
  const all = reading.thread.comments.length;
  const shown = found ?? [];
  return (
    <section class="find" aria-label={t('sidebar.find')}>
      <label class="field" for={`${id}-words`}>
        {t('find.words')}
      </label>
      <input
        id={`${id}-words`}
        type="search"
        autocomplete="off"
        value={filter.query}
        placeholder={t('find.example')}
        onInput={(event) => change({ query: event.currentTarget.value })}
      />
      <div class="pair">
        <div>
          <label class="field" for={`${id}-author`}>
            {t('find.author')}
          </label>
          <input
            id={`${id}-author`}
            type="text"
            autocomplete="off"
            list={`${id}-names`}
            value={filter.author}
            onInput={(event) => change({ author: event.currentTarget.value })}
          />
          <datalist id={`${id}-names`}>
            {namesIn(reading).map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <div>
          <label class="field" for={`${id}-kind`}>
            {t('find.kind')}
          </label>
          <select id={`${id}-kind`} value={filter.kind} onChange={(event) => change({ kind: event.currentTarget.value as Kind })}>
            {KINDS.map((name) => (
              <option key={name} value={name}>
                {t(`find.kinds.${name}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <fieldset class="stances" style={{ '--digits': `${formatCount(all).length}ch` }}>
        <legend class="field">{t('find.stance')}</legend>
        {stancesOf(summary).map(({ label, count }) => (
          <button
            key={label}
            type="button"
            class="chip"
            data-stance={label}
            data-none={count === 0 || undefined}
            aria-pressed={filter.stances.includes(label)}
            onClick={() => change({ stances: toggled(filter.stances, label) })}
          >
            <Icon label={label} /> {countedWord(label, count, kind)}{' '}
            {/* Another count is another text, which has not moved; its last digit stands where that of the one before did. */}
            <span key={count} class="count">
              {formatCount(count)}
            </span>
          </button>
        ))}
      </fieldset>
      <div class="outcome">
        <p role="status">{found ? t('find.count', { count: formatCount(shown.length), of: formatCount(all) }) : tCount('find.all', all)}</p>
        {!isEmpty(filter) && (
          <button type="button" class="plain" aria-keyshortcuts="Escape" onClick={() => change(NO_FILTER)}>
            {t('find.clear')} <kbd>Esc</kbd>
          </button>
        )}
      </div>
      {found && analysis && (
        <ol class="cards" aria-label={t('find.matches')}>
          {shown.slice(0, most).map((comment) => (
            <FoundComment
              key={comment.id}
              comment={comment}
              label={labelOf(analysis, comment.id)}
              kind={kind}
              query={filter.query}
              jump={actions.jump}
            />
          ))}
        </ol>
      )}
      {shown.length > most && (
        <button type="button" class="plain more" onClick={() => setLonger({ filter, most: most + LISTED_AT_ONCE })}>
          {tCount('find.more', Math.min(LISTED_AT_ONCE, shown.length - most))}
        </button>
      )}
      {!found && <p class="note">{t('find.hint')}</p>}
      {actions.showKeys && (
        <button type="button" class="plain" onClick={actions.showKeys}>
          {t('find.keys')}
        </button>
      )}
    </section>
  );
}

/** What badges can say in this thread, with how many say it: also what none says yet, so that no other moves when one does. */
function stancesOf({ division, proposition }: Summary): { label: Label; count: number }[] {
  const counts = new Map<Label, number>();
  for (const label of LABELS) {
    if (label === 'pending') continue;
    const shown = shownLabel(label, proposition.kind);
    counts.set(shown, (counts.get(shown) ?? 0) + division[label]);
  }
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** Who wrote here, the most frequent first. */
function namesIn({ thread }: Reading): string[] {
  const counts = new Map<string, number>();
  for (const { author } of thread.comments) if (author) counts.set(author, (counts.get(author) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, NAMES)
    .map(([name]) => name);
}

function toggled(stances: readonly Label[], label: Label): Label[] {
  return stances.includes(label) ? stances.filter((other) => other !== label) : [...stances, label];
}
