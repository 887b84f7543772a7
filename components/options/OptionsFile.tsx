import { useState } from 'preact/hooks';
import { download } from '../../utils/export/index.ts';
import { changeSettings, readSettingsFile, settings, settingsFile } from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';

type Outcome = 'done' | 'newer' | 'other';

/** Takes the settings out into a file, and in from one. */
export function OptionsFile() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const take = async (input: HTMLInputElement) => {
    const text = await input.files?.[0]?.text();
    // The same file can be picked again.
    input.value = '';
    if (text === undefined) return;
    const found = readSettingsFile(text);
    if (typeof found === 'string') return setOutcome(found);
    await changeSettings(found);
    setOutcome('done');
  };
  return (
    <>
      <p class="line">
        <button type="button" onClick={() => download('standpoint-settings.json', settingsFile(settings.value))}>
          {t('options.file.save')}
        </button>
        <label class="file">
          {t('options.file.open')}
          <input type="file" accept=".json,application/json" onChange={(event) => take(event.currentTarget)} />
        </label>
      </p>
      <p class="note" role="status">
        {outcome && t(`options.file.${outcome}`)}
      </p>
    </>
  );
}
