import { effect } from '@preact/signals';
import { render } from 'preact';
import { Welcome } from '../../components/welcome/Welcome.tsx';
import { followReaderTheme } from '../../utils/page/index.ts';
import { followSettings, settings } from '../../utils/reader/index.ts';
import { markLanguage, t } from '../../utils/texts/index.ts';
import { showThread } from '../content/showThread.ts';
import points from '../points.ts';

/** Where the window is narrower, the sidebar would stand over the words: the reader opens it. */
const ROOM = '(min-width: 1000px)';

document.title = t('welcome.title');
followReaderTheme();
markLanguage();
await followSettings();
points.main();
effect(() => {
  document.body.dataset.sidebar = settings.value.sidebarSide;
});
const place = document.getElementById('welcome');
const atOnce = matchMedia(ROOM).matches;
if (place) render(<Welcome readExample={atOnce ? null : showThread} />, place);
// The example is read by what reads threads on any page.
if (atOnce) showThread();
