import { useState } from 'preact/hooks';
import type { Session } from '../utils/session.ts';
import { settings } from '../utils/settings.ts';
import { Claim } from './Claim.tsx';
import { Coverage } from './Coverage.tsx';
import { Division } from './Division.tsx';
import { Progress } from './Progress.tsx';
import { Rot } from './Rot.tsx';
import { SidebarHead } from './SidebarHead.tsx';
import { SidebarTab } from './SidebarTab.tsx';
import { Sides } from './Sides.tsx';
import { WholeThread } from './WholeThread.tsx';
import { WidthHandle } from './WidthHandle.tsx';

export interface Actions {
  jump(id: string): void;
  download(): void;
  retry(): void;
  readWhole(): void;
  stopReading(): void;
}

/** The thread summed up beside the page, or folded into a tab at its edge. */
export function Sidebar({ session, actions }: { session: Session; actions: Actions }) {
  const { sidebarOpen, sidebarSide, sidebarWidth } = settings.value;
  // While its edge is dragged, the width is the pointer's; the settings hear of it at the end.
  const [dragged, setDragged] = useState<number | null>(null);
  const summary = session.summary.value;
  const reading = session.reading.value;
  const whole = session.whole.value;
  const generic = reading?.thread.platform === 'generic';
  if (!sidebarOpen) return <SidebarTab side={sidebarSide} summary={summary} />;
  const width = dragged ?? sidebarWidth;
  return (
    <aside class="sidebar" data-side={sidebarSide} style={{ inlineSize: `${width}px` }} dir="ltr" lang="en" aria-label="Standpoint">
      <WidthHandle side={sidebarSide} width={width} drag={setDragged} />
      <SidebarHead side={sidebarSide} />
      <div class="content">
        <Progress
          state={session.state.value}
          failure={session.failure.value}
          read={reading?.thread.comments.length ?? 0}
          retry={actions.retry}
        />
        {session.health.value && <Rot health={session.health.value} generic={generic} />}
        {generic && !session.health.value && (
          <p class="note unknown">
            This forum is unknown to Standpoint and was read by its shape; names, times and replies may be less exact.
          </p>
        )}
        {summary && reading && (
          <>
            <Claim proposition={summary.proposition} thread={reading.thread} />
            <section>
              <h2>Where the comments stand</h2>
              {summary.read > 0 ? (
                <Division division={summary.division} read={summary.read} kind={summary.proposition.kind} />
              ) : (
                <p class="note">No comments were read.</p>
              )}
              <Coverage
                read={summary.read}
                total={summary.total}
                unreadable={reading.thread.unreadable}
                all={whole?.state === 'done' && whole.failed.length === 0}
              />
              <WholeThread whole={whole} more={session.more.value} readWhole={actions.readWhole} stopReading={actions.stopReading} />
            </section>
            {summary.read > 0 && summary.proposition.kind === 'claim' && <Sides summary={summary} reading={reading} jump={actions.jump} />}
          </>
        )}
      </div>
      <footer class="foot">
        <p>Worked out on your device. It can be wrong.</p>
        <button type="button" disabled={!summary} onClick={actions.download}>
          Export JSON
        </button>
      </footer>
    </aside>
  );
}
