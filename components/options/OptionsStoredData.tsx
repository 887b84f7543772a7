import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { clearStoredItem, listStoredData, type StoredItem } from '../../utils/reader/index.ts';
import { language, t } from '../../utils/texts/index.ts';

/** Everything that is kept, how much it is, and the way to clear it. */
export function OptionsStoredData() {
  const [stored, setKept] = useState<StoredItem[]>([]);
  const [asking, setAsking] = useState<StoredItem[] | null>(null);
  useEffect(() => {
    const list = () => void listStoredData().then(setKept);
    list();
    browser.storage.onChanged.addListener(list);
    return () => browser.storage.onChanged.removeListener(list);
  }, []);
  const clear = async (wanted: StoredItem[]) => {
    for (const one of wanted) await clearStoredItem(one);
    setAsking(null);
  };
  if (stored.length === 0) return <p class="empty">{t('options.storedData.nothing')}</p>;
  return (
    <>
      <ul class="rows">
        {stored.map((one) => (
          <li key={one.kind}>
            <span class="name">
              {t(`options.storedData.${one.kind}`)} <span class="count">{sizeOf(one.bytes)}</span>
            </span>
            <button
              type="button"
              class="small"
              aria-label={t('options.storedData.clearOf', { what: t(`options.storedData.${one.kind}`) })}
              onClick={() => setAsking([one])}
            >
              {t('options.storedData.clear')}
            </button>
          </li>
        ))}
      </ul>
      {asking ? (
        <p class="actions" role="alert">
          <span>{t('options.storedData.sure', { what: asking.map(({ kind }) => t(`options.storedData.${kind}`)).join(', ') })}</span>
          <button type="button" class="alarming" onClick={() => clear(asking)}>
            {t('options.storedData.yes')}
          </button>
          <button type="button" class="small" onClick={() => setAsking(null)}>
            {t('options.storedData.no')}
          </button>
        </p>
      ) : (
        <button type="button" class="alarming" onClick={() => setAsking(stored)}>
          {t('options.storedData.all')}
        </button>
      )}
    </>
  );
}

function sizeOf(bytes: number): string {
  const unit = bytes < 1000 ? 'byte' : 'kilobyte';
  const format = new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 1 });
  return format.format(unit === 'byte' ? bytes : bytes / 1000);
}
