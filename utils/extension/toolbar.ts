import { browser } from 'wxt/browser';
import type { PageState } from '../messaging/index.ts';
import { LABELS, type Label, shownLabel } from '../stance/index.ts';
import { countedWord, formatCount, t, tCount } from '../texts/index.ts';

interface Note {
  /** On the button, four characters at most. */
  badge: string;
  /** Beside it, and for screen readers. */
  title: string;
}

/** Below an open question nobody takes a side. */
const TOLD = { claim: ['support', 'oppose', 'unsure'], question: ['neutral', 'question', 'unsure'] } as const;
const COLOR = '#16324a';
const ALARM = '#a3231d';

/** Says on the toolbar's button how a page stands; `null` where it was looked at and holds nothing to read. */
export async function tellToolbar(tabId: number, page: PageState | null): Promise<void> {
  const { badge, title } = page ? noteOf(page) : { badge: '–', title: t('toolbar.nothing') };
  await show(tabId, badge, title, page?.state === 'failed' ? ALARM : COLOR);
}

/** Says that the browser lets no extension read a page. */
export function tellClosed(tabId: number): Promise<void> {
  return show(tabId, '!', t('toolbar.closed'), ALARM);
}

function noteOf({ platform, state, failure, summary, refused }: PageState): Note {
  if (refused) return { badge: '–', title: t('toolbar.refused') };
  if (state === 'failed') return { badge: '!', title: t('toolbar.failed', { failure: failure ?? '' }) };
  if (platform === null) return { badge: '–', title: t('toolbar.nothing') };
  if (state !== 'done' || !summary) return { badge: '…', title: t('toolbar.reading') };
  const { read, division, proposition } = summary;
  const { kind } = proposition;
  const count = (shown: Label) => LABELS.reduce((sum, label) => sum + (shownLabel(label, kind) === shown ? division[label] : 0), 0);
  const figures = TOLD[kind].map((label) => `${formatCount(count(label))} ${countedWord(label, count(label), kind)}`);
  return { badge: short(read), title: tCount('toolbar.read', read, { figures: figures.join(' · ') }) };
}

/** A number in four characters: 412, 1.2k, 12k. */
function short(count: number): string {
  if (count < 1000) return String(count);
  const thousands = count / 1000;
  return `${thousands < 10 ? Math.floor(thousands * 10) / 10 : Math.floor(thousands)}k`;
}

/** Tabs go away at any time, and not every browser has all of this. */
async function show(tabId: number, badge: string, title: string, color: string): Promise<void> {
  const { action } = browser;
  try {
    await action.setTitle({ tabId, title });
    await action.setBadgeText?.({ tabId, text: badge });
    await action.setBadgeBackgroundColor?.({ tabId, color });
    await action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
  } catch {
    // The tab is gone.
  }
}
