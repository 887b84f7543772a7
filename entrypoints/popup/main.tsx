import { render } from 'preact';
import { Popup } from '../../components/popup/Popup.tsx';
import { openTab } from '../../utils/extension/tab.ts';
import { followReaderTheme } from '../../utils/page/theme.ts';
import { followSettings } from '../../utils/reader/settings.ts';
import { markLanguage } from '../../utils/texts/texts.ts';

followReaderTheme();
markLanguage();
await followSettings();
const tab = openTab();
const place = document.getElementById('popup');
if (place) render(<Popup tab={tab} />, place);
