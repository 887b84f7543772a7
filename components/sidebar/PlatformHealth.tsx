import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { copy } from '../../utils/export/index.ts';
import { type Health, reportOf } from '../../utils/reading/index.ts';
import { formatCount, language, t, tCount } from '../../utils/texts/index.ts';

/** What a forum's pages no longer say to us, told in a sentence, and a report that the reader may pass on. */
export function PlatformHealth({ health, generic }: { health: Health; generic: boolean }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const report = reportOf(health, browser.runtime.getManifest().version);
  // Where the page allows no copying at all, the report is there to be marked.
  const copyReport = async (near: Element) => setCopied((await copy(report, near)) ? 'yes' : 'refused');
  return (
    <section class="rot" aria-label={t('rot.label')}>
      <p>{describe(health)}</p>
      {generic && <p>{t('rot.generic')}</p>}
      <div class="choices">
        <button type="button" class="second" onClick={(event) => copyReport(event.currentTarget.parentElement ?? event.currentTarget)}>
          {t('rot.copy')}
        </button>
        <span role="status">{copied !== 'no' && t(copied === 'yes' ? 'rot.copied' : 'rot.copyFrom')}</span>
      </div>
      <details open={copied === 'refused'}>
        <summary>{t('rot.report')}</summary>
        <pre>{report}</pre>
      </details>
    </section>
  );
}

const FIELDS = ['authors', 'times', 'words'] as const;

function describe({ platform, missing, read, total }: Health): string {
  const sentences: string[] = [];
  if (missing.includes('everything')) sentences.push(t('rot.everything', { platform }));
  else {
    const counts = { read: formatCount(read) };
    if (missing.includes('comments')) sentences.push(total === null ? t('rot.some', counts) : tCount('rot.comments', total, counts));
    const fields = FIELDS.filter((field) => missing.includes(field)).map((field) => t(`rot.${field}`));
    const list = new Intl.ListFormat(language(), { type: 'disjunction' });
    if (fields.length > 0) sentences.push(t('rot.fields', { fields: list.format(fields) }));
  }
  return [...sentences, t('rot.changed')].join(' ');
}
