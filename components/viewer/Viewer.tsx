import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../../utils/export/index.ts';
import { changeSettings, settings, turnSidebar } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import { t } from '../../utils/texts/index.ts';
import { Logo } from '../shared/Logo.tsx';
import { ViewerThread } from './ViewerThread.tsx';

/** What the viewer shows: nothing yet, a file's thread, or why a file was refused. */
export interface Viewed {
  session: ReadonlySignal<Session | null>;
  refusal: ReadonlySignal<(Refusal & { name: string }) | null>;
  /** The id of the comment to bring into view next. */
  wanted: Signal<string | null>;
  open(file: File): void;
}

/** A page of the extension's own for threads that were exported: choose a file or drop one, and read it as on its forum. */
export function Viewer({ session, refusal, wanted, open }: Viewed) {
  const over = useSignal(false);
  useEffect(() => {
    const listening = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      document.addEventListener(type, act, { signal: listening.signal });
    on('dragover', (event) => {
      event.preventDefault();
      over.value = true;
    });
    on('dragleave', (event) => {
      if (!event.relatedTarget) over.value = false;
    });
    on('drop', (event) => {
      event.preventDefault();
      over.value = false;
      const [file] = event.dataTransfer?.files ?? [];
      if (file) open(file);
    });
    return () => listening.abort();
  }, [open]);
  const wrong = refusal.value;
  const opened = session.value;
  return (
    <div class="viewer" data-over={over.value}>
      <header>
        <p class="name">
          <Logo /> Standpoint
        </p>
        {opened && !settings.value.sidebar && (
          <button
            type="button"
            onClick={() => {
              turnSidebar(true);
              changeSettings({ sidebar: true });
            }}
          >
            {t('viewer.sidebar')}
          </button>
        )}
        <label class="picker main">
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) open(file);
              // The same file, mended, may be chosen once more.
              currentTarget.value = '';
            }}
          />
          {t(opened ? 'viewer.another' : 'viewer.choose')}
        </label>
      </header>
      <main>
        <div role="alert">
          {wrong && (
            <div class="refusal">
              <p>
                <strong>{t('viewer.refused', { name: wrong.name })}</strong>
              </p>
              <p>
                {wrong.pointer && <code>{wrong.pointer}</code>} {wrong.reason}
              </p>
            </div>
          )}
        </div>
        {opened ? (
          <ViewerThread key={opened} session={opened} wanted={wanted} />
        ) : (
          <div class="empty">
            <h1>{t('viewer.title')}</h1>
            <p>{t('viewer.drop')}</p>
            <p class="note">{t('viewer.local')}</p>
          </div>
        )}
      </main>
    </div>
  );
}
