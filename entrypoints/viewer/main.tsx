import { computed, effect, untracked } from '@preact/signals';
import { render } from 'preact';
import { mountSidebar } from '../../components/sidebar/mountSidebar.tsx';
import { Viewer } from '../../components/viewer/Viewer.tsx';
import { followReaderTheme } from '../../utils/page/index.ts';
import { followSettings, settings, sidebarOpen } from '../../utils/reader/index.ts';
import { markLanguage, t } from '../../utils/texts/index.ts';
import points from '../points.ts';
import sidebar from '../sidebar.ts';
import { openViewer } from './view.ts';

document.title = t('viewer.title');
followReaderTheme();
markLanguage();
const isNarrow = matchMedia('(max-width: 699px)');
await followSettings();
points.main();
sidebar.main();
// It stands over nothing here, since this page makes room, except where it is a sheet, which opens on touch alone.
sidebarOpen.value = !isNarrow.matches;
isNarrow.addEventListener('change', () => {
  if (isNarrow.matches) sidebarOpen.value = false;
});
const viewed = openViewer();
const root = document.getElementById('viewer');
if (root) render(<Viewer {...viewed} />, root);

const sidebarWanted = computed(() => settings.value.sidebar);
let unmount: (() => void) | null = null;
effect(() => {
  const session = viewed.session.value;
  unmount?.();
  unmount = session && sidebarWanted.value ? untracked(() => mountSidebar(session, viewed.actions)) : null;
});
effect(() => {
  const { sidebar, sidebarSide, sidebarWidth } = settings.value;
  // This page makes room; on the pages of others the sidebar stands over them.
  document.body.dataset.sidebar = viewed.session.value && sidebar && sidebarOpen.value ? sidebarSide : '';
  document.body.style.setProperty('--sidebar', `${sidebarWidth}px`);
});
