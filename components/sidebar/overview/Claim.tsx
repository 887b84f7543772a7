import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isTrusted } from '../../../utils/page/index.ts';
import { propose } from '../../../utils/reader/index.ts';
import type { Proposition } from '../../../utils/stance/index.ts';
import { t } from '../../../utils/texts/index.ts';
import type { Thread } from '../../../utils/thread/index.ts';
import { ClaimEditor } from './ClaimEditor.tsx';

/** What the comments are held against: the thread's words, or the reader's in their place. */
export function Claim({ proposition, thread, fixed = false }: { proposition: Proposition; thread: Thread; fixed?: boolean }) {
  const [editing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);
  // The keyboard goes back to where it came from; not when the claim is first shown.
  useLayoutEffect(() => {
    if (edited.current && !editing) pencil.current?.focus();
    edited.current = editing;
  }, [editing]);
  const question = proposition.kind === 'question';
  const own = proposition.of === 'reader';
  const say = (claim: string | null) => {
    setEditing(false);
    if (claim !== proposition.text) propose(thread, claim);
  };
  return (
    <section aria-label={t('claim.label')}>
      <h2>
        {t(question ? 'claim.asks' : `claim.${proposition.of}`)}
        {!editing && !fixed && (
          <button
            ref={pencil}
            type="button"
            class="tool pencil"
            aria-label={t('claim.edit')}
            title={t('claim.own')}
            onClick={(event) => isTrusted(event) && setEditing(true)}
          >
            <svg class="line-icon" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M2.5 13.5 3.3 10l7.4-7.4a1.5 1.5 0 0 1 2.1 0l.6.6a1.5 1.5 0 0 1 0 2.1L6 12.7ZM9.4 3.9l2.7 2.7" />
            </svg>
          </button>
        )}
      </h2>
      {editing ? (
        <ClaimEditor text={proposition.text} save={say} cancel={() => setEditing(false)} />
      ) : (
        <blockquote class="claim" dir="auto">
          {proposition.text}
        </blockquote>
      )}
      {question && !editing && !fixed && <p class="note">{t('claim.question')}</p>}
      {own && !editing && !fixed && (
        <button type="button" class="plain" onClick={(event) => isTrusted(event) && say(null)}>
          {t('claim.back')}
        </button>
      )}
    </section>
  );
}
