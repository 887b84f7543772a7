import { render } from 'preact';
import { Popup } from '../../components/popup/Popup.tsx';
import { openTab } from '../../utils/extension/index.ts';
import { followReaderTheme } from '../../utils/page/index.ts';
import { followSettings } from '../../utils/reader/index.ts';
import { markLanguage } from '../../utils/texts/index.ts';

followReaderTheme();
markLanguage();
await followSettings();
const tab = openTab();
const root = document.getElementById('popup');
if (root) render(<Popup tab={tab} />, root);
