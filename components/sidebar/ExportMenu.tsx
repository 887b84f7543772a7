import { useEffect, useRef, useState } from 'preact/hooks';
import { copy, download, type Export, FORMATS, type Format, fileIn } from '../../utils/export/index.ts';
import { changeSettings, settings } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';
import { Switch } from '../shared/Switch.tsx';

interface ExportMenuProps {
  /** Whether there is something to export. */
  ready: boolean;
  exported: () => Export | null;
  /** Absent where exports are opened already. */
  openViewer?: (() => void) | undefined;
}

/** The export that is one click away, and beside it the choice of all others: the format, with or without names, to a file or to the clipboard. */
export function ExportMenu({ ready, exported, openViewer }: ExportMenuProps) {
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<Format>('markdown');
  const [told, setTold] = useState('');
  const menu = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    menu.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    // Whoever does something else has no more use for it.
    const root = menu.current?.getRootNode();
    const elsewhere = (event: Event) => {
      const path = event.composedPath();
      if (menu.current && opener.current && !path.includes(menu.current) && !path.includes(opener.current)) setOpen(false);
    };
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      opener.current?.focus();
    };
    const { current } = menu;
    root?.addEventListener('pointerdown', elsewhere);
    current?.addEventListener('keydown', dismiss);
    return () => {
      root?.removeEventListener('pointerdown', elsewhere);
      current?.removeEventListener('keydown', dismiss);
    };
  }, [open]);

  const written = (wanted: Format) => {
    const whole = exported();
    return whole && fileIn(wanted, whole);
  };
  const save = (wanted: Format) => {
    const file = written(wanted);
    if (file) download(file.name, file.text, file.type);
    setTold(file ? t('exports.saved', { name: file.name }) : '');
  };
  const copyAll = async () => {
    const file = written(format);
    // What marks a file's charset has no place on the clipboard.
    if (file && menu.current)
      setTold(t((await copy(file.text.replace(/^\uFEFF/, ''), menu.current)) ? 'exports.copied' : 'exports.refused'));
  };

  return (
    <div class="export">
      <button type="button" disabled={!ready} onClick={() => save('json')}>
        {t('exports.now')}
      </button>
      <button
        ref={opener}
        type="button"
        class="more"
        disabled={!ready}
        aria-label={t('exports.more')}
        title={t('exports.more')}
        aria-expanded={open}
        aria-controls="exports"
        onClick={() => {
          setTold('');
          setOpen(!open);
        }}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 10 4-4 4 4" />
        </svg>
      </button>
      {open && (
        <fieldset ref={menu} id="exports" class="exports" aria-label={t('exports.more')}>
          <fieldset>
            <legend>{t('exports.format')}</legend>
            {(Object.keys(FORMATS) as Format[]).map((name) => (
              <label key={name} class="format">
                <input type="radio" name="format" value={name} checked={format === name} onChange={() => setFormat(name)} />
                <span>
                  <strong>{t(`exports.${name}.name`)}</strong> <span class="note">{t(`exports.${name}.for`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <Switch label={t('exports.pseudonyms')} on={settings.value.pseudonyms} turn={(pseudonyms) => changeSettings({ pseudonyms })} />
          <div class="ways">
            <button type="button" class="first" onClick={() => save(format)}>
              {t('exports.download')}
            </button>
            <button type="button" onClick={copyAll}>
              {t('exports.copy')}
            </button>
          </div>
          <p class="note" role="status">
            {told}
          </p>
          {openViewer && (
            <button type="button" class="plain" onClick={openViewer}>
              {t('exports.open')}
            </button>
          )}
        </fieldset>
      )}
    </div>
  );
}
