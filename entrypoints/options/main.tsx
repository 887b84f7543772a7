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
/** "#diagnosis-12": what is wrong in that tab. */
const [, from] = /^#diagnosis-(\d+)$/.exec(location.hash) ?? [];
const place = document.getElementById('options');
if (place) render(<Options card={openModelCard()} tabId={from ? Number(from) : null} />, place);
// What the address names was not there yet when the page was loaded.
if (location.hash) location.replace(from ? '#diagnosis' : location.hash);
