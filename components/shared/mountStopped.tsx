import { direction, language, t } from '../../utils/texts/index.ts';
import { Cross } from './Cross.tsx';
import { mountInPage } from './mountInPage.tsx';
import css from './stopped.css?inline';

const NAME = 'stopped';

/** Takes away what an earlier version left to say, where a page goes on with this one. */
export function removeStopped(): void {
  document.querySelector(`[data-standpoint="${NAME}"]`)?.remove();
}

/**
 * Asked while the extension is there, since texts are the extension's: gives what says, once it is gone, why nothing of it is seen in the
 * page any more, and what brings it back. The reader puts it away.
 */
export function stoppedNote(): () => void {
  const [note, reload, close] = [t('stopped.note'), t('stopped.reload'), t('head.close')];
  const [lang, dir] = [language(), direction()];
  return () => {
    const unmount = mountInPage({
      name: NAME,
      css,
      view: (
        <div class="stopped" role="status" lang={lang} dir={dir}>
          <p>{note}</p>
          <button type="button" onClick={() => location.reload()}>
            {reload}
          </button>
          <button type="button" class="close" aria-label={close} title={close} onClick={() => unmount()}>
            <Cross />
          </button>
        </div>
      ),
      keepsKeys: true,
      update() {},
    });
  };
}
