import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { direction, language, t } from '../../utils/texts/index.ts';
import { Cross } from '../shared/Cross.tsx';
import { KeysTable } from './KeysTable.tsx';

interface AnnouncerProps {
  /** What was said last, and the how manieth saying it is: the same words can be said twice. */
  said: ReadonlySignal<{ text: string; turn: number }>;
  /** Whether the keys are shown. */
  open: ReadonlySignal<boolean>;
  close: () => void;
}

/** Says where a key has led, seen and heard; and shows the keys when asked. */
export function Announcer({ said, open, close }: AnnouncerProps) {
  const { text, turn } = said.value;
  return (
    <div dir={direction()} lang={language()}>
      <div role="status" class="said">
        {text && <p key={turn}>{text}</p>}
      </div>
      {open.value && <Help close={close} />}
    </div>
  );
}

/** The keys, over everything; the page waits until they are closed. */
function Help({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside it closes it, as Escape does by itself.
    <dialog ref={dialog} aria-labelledby="keys" onClose={close} onClick={(event) => event.target === dialog.current && close()}>
      <div class="body">
        <header>
          <h2 id="keys">{t('keys.title')}</h2>
          <button type="button" class="close" aria-label={t('keys.close')} title={t('keys.close')} onClick={close}>
            <Cross />
          </button>
        </header>
        <KeysTable />
        <p class="note">{t('keys.escape')}</p>
      </div>
    </dialog>
  );
}
