import { settings, sidebarOpen } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import type { Actions } from './actions.ts';
import { FoldedSidebar } from './FoldedSidebar.tsx';
import type { OpenSidebar } from './OpenSidebar.tsx';
import { usePart } from './usePart.ts';

interface SidebarProps {
  session: Session;
  actions: Actions;
}

/** The thread summed up beside the page, or folded into a tab at its edge. */
export function Sidebar(props: SidebarProps) {
  return sidebarOpen.value ? <Opened {...props} /> : <Folded {...props} />;
}

function Folded({ session }: SidebarProps) {
  return <FoldedSidebar side={settings.value.sidebarSide} summary={session.summary.value} elements={session.reading.value?.elements} />;
}

/** Where it cannot be had, the tab stays and can be pressed again. */
const fold = () => {
  sidebarOpen.value = false;
};

/** Folded until it is here. */
function Opened(props: SidebarProps) {
  const Open = usePart('sidebar', fold)?.OpenSidebar as typeof OpenSidebar | undefined;
  return Open ? <Open {...props} /> : <Folded {...props} />;
}
