import type { Schema } from '@cfworker/json-schema';
import { type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { openPopovers } from '../../components/badge/popover.tsx';
import { explain } from '../../components/badge/Why.tsx';
import type { Actions } from '../../components/sidebar/actions.ts';
import type { Viewed } from '../../components/viewer/Viewer.tsx';
import { LONGEST_FILE, openExport, type Refusal, sessionFrom } from '../../utils/export/index.ts';
import { sendMessage } from '../../utils/messaging/index.ts';
import { createSession, exportOf, type Session } from '../../utils/session/index.ts';
import type { Analysis, Stance } from '../../utils/stance/index.ts';
import { t } from '../../utils/texts/index.ts';

/** What stands behind the viewer's page: opens files, and answers its sidebar and its badges. */
export function openViewer(): Viewed & { actions: Actions } {
  const session = signal<Session | null>(null);
  const refusal = signal<(Refusal & { name: string }) | null>(null);
  const wanted = signal<string | null>(null);
  /** The verdicts of the file, where the reader set others. */
  let asOpened: Analysis['verdicts'] = {};
  /** What is shown of it. */
  let shown: Signal<Analysis> | null = null;

  const open = async (chosen: File) => {
    const refuse = (why: Refusal) => {
      session.value = null;
      refusal.value = { name: chosen.name, ...why };
    };
    if (chosen.size > LONGEST_FILE) return refuse({ pointer: '', reason: t('viewer.reason.long') });
    const opened = openExport(await chosen.text(), await loadSchema());
    if ('refusal' in opened) return refuse(opened.refusal);
    const { reading, analysis } = sessionFrom(opened.file);
    asOpened = analysis.verdicts;
    shown = signal(analysis);
    const next = createSession(shown);
    next.reading.value = reading;
    refusal.value = null;
    session.value = next;
    scrollTo(0, 0);
  };

  /** Counts in the sidebar and in what is exported from here; nothing is stored, and the model is not asked. */
  const correct = (id: string, stance: Stance | null) => {
    const verdict = asOpened[id];
    if (!shown || !verdict) return;
    const opening = stance ? { ...verdict.opening, stance, best: stance, confidence: 1, because: 'reader' as const } : verdict.opening;
    const verdicts: typeof asOpened = Object.assign(Object.create(null), shown.value.verdicts, { [id]: { ...verdict, opening } });
    shown.value = { ...shown.value, verdicts };
  };

  openPopovers({
    why(id) {
      const reading = session.value?.reading.value;
      const analysis = session.value?.analysis.value;
      return reading && analysis ? explain(reading, analysis, id) : null;
    },
    correct,
    showModel: () => sendMessage('openOptions', { section: 'model' }),
    jump: (id) => {
      wanted.value = id;
    },
  });

  const actions: Actions = {
    jump: (id) => {
      wanted.value = id;
    },
    exported: () => session.value && exportOf(session.value),
    retry() {},
    loadRest() {},
    stopLoading() {},
  };
  return { session, refusal, wanted, open, actions };
}

let schema: Promise<Schema> | null = null;

/** The schema as it ships, which other programs check exports by too. */
function loadSchema(): Promise<Schema> {
  schema ??= fetch(new URL('export.schema.json', browser.runtime.getURL('/viewer.html'))).then((answer) => answer.json());
  return schema;
}
