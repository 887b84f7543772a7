import { effect } from '@preact/signals';
import { render } from 'preact';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { followReaderTheme } from '../../utils/page/index.ts';
import { followSettings, settings } from '../../utils/reader/index.ts';
import { markLanguage, t } from '../../utils/texts/index.ts';
import { showThread } from '../content/showThread.ts';
import points from '../points.ts';
import sidebar from '../sidebar.ts';

document.title = t('welcome.title');
followReaderTheme();
markLanguage();
await followSettings();
points.main();
sidebar.main();
effect(() => {
  document.body.dataset.sidebar = settings.value.sidebarSide;
});
const root = document.getElementById('welcome');
if (root) render(<Welcome />, root);
// The example is read by what reads threads on any page, and the sidebar opens by itself only where there is room, as on any page.
showThread();
