import { useState } from 'preact/hooks';
import { corrections, forgetAll, learned, type Said, takeBack } from '../utils/corrections.ts';
import { formatCount } from './format.ts';
import { Icon } from './Icon.tsx';
import { WORDS } from './words.ts';

/** What the reader corrected, thread by thread, and what was learned from it. */
export function OptionsCorrections() {
  const threads = Object.entries(corrections.value);
  const count = threads.reduce((sum, [, { stances }]) => sum + Object.keys(stances).length, 0);
  return (
    <>
      <p>
        {formatCount(count)} {count === 1 ? 'comment' : 'comments'} corrected in {formatCount(threads.length)}{' '}
        {threads.length === 1 ? 'thread' : 'threads'}. The model has learned from{' '}
        {learned.value === 1 ? '1 correction' : `${formatCount(learned.value)} corrections`}.
      </p>
      <p class="note">
        Each correction moves your own copy of the model a little, never far enough to overturn what it is sure of. Taking one back here
        restores the badge; what was learned goes with “Forget all”.
      </p>
      {threads.map(([key, said]) => (
        <ThreadSaid key={key} name={key} said={said} />
      ))}
      {(threads.length > 0 || learned.value > 0) && <ForgetAll />}
    </>
  );
}

function ThreadSaid({ name, said }: { name: string; said: Said }) {
  const [platform = '', address = ''] = name.split(' ');
  const shown = address.replace(/^https?:\/\//, '');
  const stances = Object.entries(said.stances);
  return (
    <details class="said">
      <summary>
        <span class="name">{shown}</span>
        <span class="platform">{platform}</span>
        <span class="count">{formatCount(stances.length + (said.proposition === undefined ? 0 : 1))}</span>
      </summary>
      <ul class="rows">
        {said.proposition !== undefined && (
          <li>
            <span class="name" dir="auto">
              Claim: {said.proposition}
            </span>
          </li>
        )}
        {stances.map(([id, stance]) => (
          <li key={id}>
            <span class="name">Comment {id}</span>
            <span class="stance" data-stance={stance}>
              <Icon label={stance} /> {WORDS[stance]}
            </span>
            <button type="button" class="small" aria-label={`Take back comment ${id}`} onClick={() => takeBack(name, id)}>
              Take back
            </button>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={address} target="_blank" rel="noopener noreferrer">
          Open the thread
        </a>
        <button type="button" class="small" onClick={() => takeBack(name)}>
          Take back all of this thread
        </button>
      </p>
    </details>
  );
}

/** Asks once more: what was said cannot be brought back. */
function ForgetAll() {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button type="button" class="alarming" onClick={() => setAsking(true)}>
        Forget all
      </button>
    );
  }
  return (
    <p class="actions" role="alert">
      <span>All corrections, claims of yours and all that was learned will be gone.</span>
      <button type="button" class="alarming" onClick={forgetAll}>
        Yes, forget all
      </button>
      <button type="button" class="small" onClick={() => setAsking(false)}>
        Keep them
      </button>
    </p>
  );
}
