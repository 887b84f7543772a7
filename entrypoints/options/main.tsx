import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import { openModelCard } from '../../utils/extension/index.ts';
import { followReaderTheme } from '../../utils/page/index.ts';
import { followCorrections, followSettings } from '../../utils/reader/index.ts';
import { markLanguage, t } from '../../utils/texts/index.ts';

followReaderTheme();
markLanguage();
document.title = t('options.title');
await Promise.all([followSettings(), followCorrections()]);
/** "?diagnosed=12": what is wrong in that tab. */
const diagnosed = new URLSearchParams(location.search).get('diagnosed');
const root = document.getElementById('options');
if (root) render(<Options card={openModelCard()} tabId={diagnosed ? Number(diagnosed) : null} />, root);
// What the address names was not there yet when the page was loaded.
if (location.hash) location.replace(location.hash);
