import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { copy } from '../../utils/export/index.ts';
import { diagnosisOf, reachOf } from '../../utils/extension/index.ts';
import { sendMessage } from '../../utils/messaging/index.ts';
import { settings } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';

interface Named {
  id: number;
  host: string | null;
}

/** Says of an open page what somebody must know to mend it, to be copied. `tabId` is the tab that the reader came from. */
export function OptionsDiagnosis({ tabId }: { tabId: number | null }) {
  const [tabs, setTabs] = useState<Named[]>([]);
  const [report, setReport] = useState('');
  const [copied, setCopied] = useState<boolean | null>(null);
  const container = useRef<HTMLDivElement>(null);
  const ask = async (tab: Named) => {
    setCopied(null);
    setReport(await reportOn(tab));
  };
  useEffect(() => {
    openTabs(tabId).then((found) => {
      setTabs(found);
      const first = found.find(({ id }) => id === tabId) ?? found[0];
      if (first) ask(first);
    });
  }, []);
  const first = tabs.find(({ id }) => id === tabId) ?? tabs[0];
  if (!first) return <p class="empty">{t('options.diagnosis.none')}</p>;
  return (
    <div ref={container} class="diagnosis">
      <label class="line">
        {t('options.diagnosis.page')}{' '}
        <select
          onChange={(event) => {
            const tab = tabs.find(({ id }) => String(id) === event.currentTarget.value);
            if (tab) ask(tab);
          }}
        >
          {tabs.map((tab) => (
            <option key={tab.id} value={tab.id} selected={tab === first}>
              {tab.host ?? t('options.diagnosis.unknown')}
            </option>
          ))}
        </select>
      </label>
      <textarea readOnly rows={10} dir="ltr" aria-label={t('options.diagnosis.title')} value={report} />
      <button type="button" onClick={async () => setCopied(container.current ? await copy(report, container.current) : false)}>
        {t('options.diagnosis.copy')}
      </button>
      <p class="note" role="status">
        {copied !== null && t(copied ? 'options.diagnosis.copied' : 'options.diagnosis.refused')}
      </p>
    </div>
  );
}

/** Tabs whose site the browser tells, and the one that the reader came from. */
async function openTabs(from: number | null): Promise<Named[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url }) => {
    const host = url && /^https?:/.test(url) ? new URL(url).host : null;
    return id !== undefined && (host !== null || id === from) ? [{ id, host }] : [];
  });
}

async function reportOn({ id, host }: Named): Promise<string> {
  const [page, health] = await Promise.all([
    sendMessage('describe', undefined, { tabId: id, frameId: 0 }).catch(() => null),
    sendMessage('diagnose', undefined, { tabId: id, frameId: 0 }).catch(() => null),
  ]);
  return diagnosisOf({
    version: browser.runtime.getManifest().version,
    agent: navigator.userAgent,
    host,
    reach: host === null ? null : await reachOf(host),
    page,
    health,
    settings: settings.value,
  });
}
