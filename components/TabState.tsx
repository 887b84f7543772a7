import type { Tab } from '../entrypoints/popup/tab.ts';
import type { PageState } from '../utils/messages.ts';
import { Coverage } from './Coverage.tsx';
import { Division } from './Division.tsx';
import { TabReach } from './TabReach.tsx';

/** What Standpoint makes of the page in the tab, and what the reader can do about it. */
export function TabState({ tab }: { tab: Tab }) {
  const answer = tab.answer.value;
  switch (answer.is) {
    case 'asking':
      return <p class="note">Asking the page…</p>;
    case 'closed':
      return <p class="note">The browser lets no extension read this page.</p>;
    case 'silent':
      return tab.reach.value === 'none' ? <TabReach tab={tab} /> : <NoThread tab={tab} />;
    case 'page':
      return <PageOf page={answer.page} tab={tab} />;
  }
}

function ReadThisPage({ tab, words = 'Read this page' }: { tab: Tab; words?: string }) {
  return (
    <button type="button" class="main" onClick={() => tab.readThisPage()}>
      {words}
    </button>
  );
}

function NoThread({ tab }: { tab: Tab }) {
  return (
    <>
      <p class="note">There is no thread on this page that Standpoint knows.</p>
      <ReadThisPage tab={tab} />
    </>
  );
}

function PageOf({ page, tab }: { page: PageState; tab: Tab }) {
  const { platform, title, state, failure, summary, refused, inFrame } = page;
  if (refused) return <p class="note">This page does not look like a discussion.</p>;
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
        {state === 'reading' && <p class="note">Reading the thread…</p>}
        {state === 'analyzing' && <p class="note">Working out where each comment stands…</p>}
      </div>
      {summary && (
        <>
          {summary.read > 0 ? (
            <Division division={summary.division} read={summary.read} kind={summary.proposition.kind} />
          ) : (
            <p class="note">No comments were read.</p>
          )}
          <Coverage read={summary.read} total={summary.total} unreadable={null} />
          <button type="button" class="main" onClick={() => tab.exportThread()}>
            Export JSON
          </button>
          {inFrame && (
            <>
              <p class="note besides">These comments stand in a frame of another site. The sidebar needs the page around it.</p>
              <ReadThisPage tab={tab} words="Show the sidebar on this page" />
            </>
          )}
        </>
      )}
    </>
  );
}
