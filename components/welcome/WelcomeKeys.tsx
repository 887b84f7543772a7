import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../utils/texts/index.ts';

/** What works by keyboard: the keys that the browser gave to the extension, and those in the page. */
export function WelcomeKeys() {
  const [given, setGiven] = useState<{ does: string; keys: string }[]>([]);
  useEffect(() => {
    // Firefox for Android has none.
    browser.commands?.getAll().then((commands) =>
      setGiven(
        commands.map(({ name, shortcut }) => ({
          does: name === 'read' ? t('menu.command') : t('welcome.press.popup'),
          keys: shortcut || t('welcome.press.none'),
        })),
      ),
    );
  }, []);
  const inPage = (['badges', 'into', 'set', 'undo', 'close'] as const).map((name) => ({
    does: t(`welcome.press.${name}.does`),
    keys: t(`welcome.press.${name}.keys`),
  }));
  return (
    <table class="keys">
      <thead>
        <tr>
          <th scope="col">{t('welcome.press.keys')}</th>
          <th scope="col">{t('welcome.press.does')}</th>
        </tr>
      </thead>
      <tbody>
        {[...given, ...inPage].map(({ does, keys }) => (
          <tr key={does}>
            <td>
              <kbd dir={keys === t('welcome.press.none') ? undefined : 'ltr'}>{keys}</kbd>
            </td>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
