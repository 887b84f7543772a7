import { useState } from 'preact/hooks';
import { pressedKey } from '../../utils/page/index.ts';
import {
  COMMANDS,
  type Command,
  changeSettings,
  goesBack,
  type Keys,
  keysOf,
  pressesOf,
  refusalOf,
  settings,
} from '../../utils/reader/index.ts';
import { t } from '../../utils/texts/index.ts';
import { Switch } from '../shared/Switch.tsx';

/** Every command for walking through a thread with its key, and how to give it another. */
export function KeysTable() {
  const { keys: chosen, singleKeys } = settings.value;
  const keys = keysOf(chosen);
  /** The command that waits for its new key. */
  const [waiting, setWaiting] = useState<Command | null>(null);
  const [refusal, setRefusal] = useState('');
  const take = (event: KeyboardEvent, command: Command) => {
    if (waiting !== command || ['Tab', 'Shift', 'Alt', 'Control', 'Meta', 'AltGraph'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setWaiting(null);
    const key = pressedKey(event);
    const refused = key === null ? t('keys.refused.none') : refusedFor(command, key, keys);
    setRefusal(refused);
    if (key === null || refused) return;
    setWaiting(null);
    changeSettings({ keys: { ...chosen, [command]: key } });
  };
  return (
    <>
      <Switch label={t('keys.single')} on={singleKeys} turn={(on) => changeSettings({ singleKeys: on })} />
      <p class="note">{t(singleKeys ? 'keys.alone' : 'keys.combined')}</p>
      <table class="keysTable">
        <thead>
          <tr>
            <th scope="col">{t('keys.way')}</th>
            <th scope="col">{t('keys.next')}</th>
            <th scope="col">{t('keys.previous')}</th>
            <th scope="col">{t('keys.key')}</th>
          </tr>
        </thead>
        <tbody>
          {COMMANDS.map((command) => (
            <tr key={command}>
              <th scope="row">{t(`keys.to.${command}`)}</th>
              <td>
                <Presses of={pressesOf(keys[command], false, singleKeys)} />
              </td>
              <td>{goesBack(command) && <Presses of={pressesOf(keys[command], true, singleKeys)} />}</td>
              <td>
                <button
                  type="button"
                  class="change"
                  data-way={command}
                  aria-pressed={waiting === command}
                  aria-label={t('keys.changeOf', { way: t(`keys.to.${command}`) })}
                  onClick={() => {
                    setRefusal('');
                    setWaiting(waiting === command ? null : command);
                  }}
                  onBlur={() => setWaiting(null)}
                  onKeyDown={(event) => take(event, command)}
                >
                  {waiting === command ? t('keys.press') : t('keys.change')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="refusal" role="alert">
        {refusal}
      </p>
      {Object.keys(chosen).length > 0 && (
        <button type="button" class="usual" onClick={() => changeSettings({ keys: {} })}>
          {t('keys.usual')}
        </button>
      )}
    </>
  );
}

/** Keys to press together. */
function Presses({ of }: { of: readonly string[] }) {
  return (
    <span class="presses">
      {of.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

/** Why a command cannot have a key, as a sentence; empty where it can. */
function refusedFor(command: Command, key: string, keys: Keys): string {
  const refused = refusalOf(command, key, keys);
  const name = key.toUpperCase();
  if (!refused) return '';
  return refused.because === 'taken'
    ? t('keys.refused.taken', { key: name, way: t(`keys.to.${refused.by}`) })
    : t('keys.refused.browser', { key: name });
}
