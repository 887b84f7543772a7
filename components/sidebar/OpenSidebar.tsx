import { useEffect, useRef, useState } from 'preact/hooks';
import { beganAnew, settings } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import { READ_WHOLE } from '../../utils/stance/index.ts';
import { NO_FILTER } from '../../utils/summary/index.ts';
import { t } from '../../utils/texts/index.ts';
import { HowFar, isUnderWay } from '../shared/HowFar.tsx';
import { Tabs } from '../shared/Tabs.tsx';
import type { Actions } from './actions.ts';
import { Arguments } from './arguments/Arguments.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { Find } from './find/Find.tsx';
import { Overview } from './overview/Overview.tsx';
import { PlatformHealth } from './PlatformHealth.tsx';
import { Progress } from './Progress.tsx';
import { People } from './people/People.tsx';
import { SidebarHead } from './SidebarHead.tsx';
import { SidebarPanel } from './SidebarPanel.tsx';
import css from './sidebar.css?inline';
import { WidthHandle } from './WidthHandle.tsx';

/** The views of a thread, a tab each. */
const VIEWS = { overview: Overview, arguments: Arguments, people: People, find: Find };
type View = keyof typeof VIEWS;
const views = Object.keys(VIEWS) as View[];

/** Of a thread of so many comments the sidebar is there before what it says: both in one go take long. */
const LONG = 1000;

/** The thread summed up beside the page: all that a page which keeps the sidebar folded needs not, so it is a script of its own. */
export function OpenSidebar({ session, actions }: { session: Session; actions: Actions }) {
  const { sidebarSide, sidebarWidth } = settings.value;
  // While its edge is dragged, the width is the pointer's; the settings hear of it at the end.
  const [dragged, setDragged] = useState<number | null>(null);
  const view = views.find((name) => name === session.view.value) ?? 'overview';
  const Open = VIEWS[view];
  // Of the beginning of a long page nothing is said: the whole would say something else in a moment, and elsewhere.
  const summary = session.partial.value ? null : session.summary.value;
  const reading = session.reading.value;
  const generic = reading?.thread.platform === 'generic';
  const width = dragged ?? sidebarWidth;
  const work = session.work.value;
  // Where something is shown already, what is still at work is told below it: nothing that is being read may move.
  const working = summary !== null && isUnderWay(work);
  const notes = (
    <>
      {beganAnew.value && <p class="note">{t('progress.anew')}</p>}
      {session.health.value && <PlatformHealth health={session.health.value} generic={generic} />}
      {generic && !session.health.value && <p class="note unknown">{t('rot.unknown')}</p>}
    </>
  );
  const [isReady, setReady] = useState(work.total < LONG);
  useEffect(() => setReady(true), []);
  // What is noted once something is read already stands below it.
  const late = useRef(false);
  const isNoted = beganAnew.value || session.health.value !== null || generic;
  if (!isNoted && summary !== null) late.current = true;
  return (
    <SidebarPanel
      css={css}
      side={sidebarSide}
      width={width}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) session.filter.value = NO_FILTER;
      }}
    >
      <WidthHandle side={sidebarSide} width={width} drag={setDragged} />
      <SidebarHead side={sidebarSide} />
      {isReady && (
        <div class="content">
          <Progress
            work={working ? { ...work, state: 'done' } : work}
            failure={session.failure.value}
            retry={actions.retry}
            order={actions.order}
          />
          {!late.current && notes}
          {summary && reading && (
            <Tabs<View>
              tabs={views.map((name) => ({ name, label: t(`sidebar.${name}`) }))}
              open={view}
              choose={(name) => {
                session.view.value = name;
              }}
              label={t('sidebar.views')}
            >
              <Open session={session} reading={reading} summary={summary} actions={actions} />
            </Tabs>
          )}
          {late.current && notes}
        </div>
      )}
      {isReady && !session.partial.value && (
        <footer class="foot" data-rows={work.hold || work.total > READ_WHOLE ? 2 : 1}>
          {working ? <HowFar work={work} order={actions.order} brief /> : <p>{`${t('sidebar.workedOut')} ${t('sidebar.mayBeWrong')}`}</p>}
          <ExportMenu ready={summary !== null} exported={actions.exported} openViewer={actions.openViewer} />
        </footer>
      )}
    </SidebarPanel>
  );
}
