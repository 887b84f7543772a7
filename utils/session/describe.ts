import { browser } from 'wxt/browser';
import { type Export, type ExportedFile, exportThread, fileOf, JSON_FORMAT } from '../export/index.ts';
import type { PageState } from '../messaging/index.ts';
import { settings } from '../reader/index.ts';
import { titleOf } from '../reading/index.ts';
import { labelsAt } from '../stance/index.ts';
import type { Session } from './session.ts';

/** What the popup is told of a page, or of a frame in it. */
export function describeSession(session: Session, inFrame: boolean): PageState {
  return {
    ...described(session, inFrame),
    work: session.work.value,
    summary: session.summary.value,
    ...(session.raw.value && { labels: labelsAt(session.raw.value) }),
  };
}

/** The same, as far as the toolbar's button says it: nothing that is counted anew whenever a little more is known. */
export function toolbarState(session: Session, inFrame: boolean): PageState {
  const state = session.state.value;
  const total = session.thread.value?.comments.length ?? 0;
  const isDone = state === 'done';
  return {
    ...described(session, inFrame),
    work: isDone ? session.work.value : { state, hold: session.hold.value, read: 0, total },
    summary: isDone ? session.summary.value : null,
  };
}

function described(session: Session, inFrame: boolean): Omit<PageState, 'work' | 'summary' | 'labels'> {
  const thread = session.thread.value;
  return {
    platform: thread?.platform ?? null,
    title: thread?.title ?? titleOf(document),
    state: session.state.value,
    failure: session.failure.value,
    refused: session.refused.value,
    inFrame,
  };
}

/** A thread as it is exported; `null` while there is nothing to export. */
export function exportOf({ thread, analysis, summary }: Session): Export | null {
  if (!thread.value || !analysis.value || !summary.value) return null;
  const options = { version: browser.runtime.getManifest().version, exportedAt: new Date(), pseudonyms: settings.value.pseudonyms };
  return exportThread(thread.value, analysis.value, summary.value, options);
}

/** The same as a file of JSON: the other formats come with the open sidebar. */
export function exportedFile(session: Session): ExportedFile | null {
  const exported = exportOf(session);
  return exported && fileOf(JSON_FORMAT, exported);
}
