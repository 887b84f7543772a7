import { isTrusted } from '../../utils/page/index.ts';
import { STANCES, type Stance } from '../../utils/stance/index.ts';
import { t, WORDS } from '../../utils/texts/index.ts';
import { Icon } from '../shared/Icon.tsx';

/** Keys that mean something while the popover is open: one per stance in their order, and the one that takes it back. */
const UNDO_KEY = '0';

/** What a key asks for; `undefined` where it asks for nothing. */
export function stanceOfKey(key: string): Stance | null | undefined {
  return key === UNDO_KEY ? null : STANCES[Number.parseInt(key, 10) - 1];
}

interface CorrectProps {
  /** What the buttons are for, where the reader has not used them yet and it is not plain. */
  legend?: string | undefined;
  /** What the reader has set already. */
  set: Stance | null;
  /** Whether the Tab key goes in here; not before the reader has stepped in, so that it goes from badge to badge. */
  reachable: boolean;
  correct: (stance: Stance | null) => void;
}

/** The five stances to choose from where the badge is wrong, and how to take that back. */
export function Correct({ legend = t('why.correct'), set, reachable, correct }: CorrectProps) {
  const tabIndex = reachable ? 0 : -1;
  return (
    <fieldset class="correct">
      <legend>{set ? t('why.youSet') : legend}</legend>
      {STANCES.map((stance, index) => (
        <button
          key={stance}
          type="button"
          data-stance={stance}
          tabIndex={tabIndex}
          aria-pressed={stance === set}
          aria-keyshortcuts={`${index + 1}`}
          onClick={(event) => isTrusted(event) && correct(stance)}
        >
          <Icon label={stance} />
          <span>{WORDS[stance]}</span>
          <span class="key" aria-hidden="true">
            {index + 1}
          </span>
        </button>
      ))}
      {set && (
        <button
          type="button"
          class="undo"
          tabIndex={tabIndex}
          aria-keyshortcuts={UNDO_KEY}
          onClick={(event) => isTrusted(event) && correct(null)}
        >
          {t('why.undo')}{' '}
          <span class="key" aria-hidden="true">
            {UNDO_KEY}
          </span>
        </button>
      )}
    </fieldset>
  );
}
