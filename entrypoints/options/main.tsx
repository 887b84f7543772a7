import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import { openModelCard } from '../../utils/extension/modelCard.ts';
import { followReaderTheme } from '../../utils/page/theme.ts';
import { followCorrections } from '../../utils/reader/corrections.ts';
import { followSettings } from '../../utils/reader/settings.ts';
import { markLanguage, t } from '../../utils/texts/texts.ts';

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
