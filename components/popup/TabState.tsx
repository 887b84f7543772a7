import type { BrowserTab } from '../../utils/extension/index.ts';
import type { PageState } from '../../utils/messaging/index.ts';
import { knownOf } from '../../utils/summary/index.ts';
import { describePlaced, t } from '../../utils/texts/index.ts';
import { Coverage } from '../shared/Coverage.tsx';
import { Division } from '../shared/Division.tsx';
import { HowFar, isUnderWay } from '../shared/HowFar.tsx';
import { TabReach } from './TabReach.tsx';

/** What Standpoint makes of the page in the tab, and what the reader can do about it. */
export function TabState({ tab }: { tab: BrowserTab }) {
  const answer = tab.answer.value;
  switch (answer.is) {
    case 'asking':
      return <p class="note">{t('popup.asking')}</p>;
    case 'closed':
      return <p class="note">{t('popup.closed')}</p>;
    case 'silent':
      return tab.reach.value === 'none' ? <TabReach tab={tab} /> : <NoThread tab={tab} />;
    case 'page':
      return <PageOf page={answer.page} tab={tab} />;
  }
}

function ReadThisPage({ tab, label = t('popup.read') }: { tab: BrowserTab; label?: string }) {
  return (
    <button type="button" class="main" onClick={() => tab.readThisPage()}>
      {label}
    </button>
  );
}

function NoThread({ tab }: { tab: BrowserTab }) {
  return (
    <>
      <p class="note">{t('popup.nothing')}</p>
      <ReadThisPage tab={tab} />
    </>
  );
}

function PageOf({ page, tab }: { page: PageState; tab: BrowserTab }) {
  const { platform, title, state, failure, work, summary, refused, inFrame } = page;
  if (refused) return <p class="note">{t('popup.refused')}</p>;
  if (platform === null) return <NoThread tab={tab} />;
  return (
    <>
      <p class="thread">
        <span class="title" dir="auto">
          {title}
        </span>
        <span class="platform">{platform}</span>
      </p>
      <div role="status">
        {state === 'failed' && <p class="failure">{failure}</p>}
        {state === 'reading' && <p class="note">{t('progress.reading')}</p>}
      </div>
      {isUnderWay(work) && <HowFar work={work} order={tab.order} pauses />}
      {summary && (
        <>
          {summary.read > 0 ? (
            <>
              <Division division={summary.division} read={summary.read} kind={summary.proposition.kind} />
              {state === 'done' && <p class="placed">{describePlaced(knownOf(summary))}</p>}
            </>
          ) : (
            <p class="note">{t('sidebar.none')}</p>
          )}
          {/* While the model is at work, how far it is says more than how much the page holds. */}
          {!isUnderWay(work) && <Coverage read={summary.read} total={summary.total} unreadable={null} />}
          <button type="button" class="main" onClick={() => tab.exportThread()}>
            {t('exports.now')}
          </button>
          {inFrame && (
            <>
              <p class="note besides">{t('popup.inFrame')}</p>
              <ReadThisPage tab={tab} label={t('popup.showSidebar')} />
            </>
          )}
        </>
      )}
    </>
  );
}
