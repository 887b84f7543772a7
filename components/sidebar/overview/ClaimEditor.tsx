import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../utils/texts/index.ts';

interface ClaimEditorProps {
  text: string;
  /** `null` where nothing was left of the words. */
  save: (claim: string | null) => void;
  cancel: () => void;
}

/** A field for the reader's own wording. Enter keeps it, Escape does not. */
export function ClaimEditor({ text, save, cancel }: ClaimEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  const submit = () => save(field.current?.value.trim() || null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') cancel();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submit();
  };
  return (
    <div class="editor">
      <textarea ref={field} aria-label={t('claim.field')} rows={4} maxLength={500} dir="auto" defaultValue={text} onKeyDown={onKeyDown} />
      <p>
        <button type="button" class="keep" onClick={submit}>
          {t('claim.keep')}
        </button>
        <button type="button" class="plain" onClick={cancel}>
          {t('claim.cancel')}
        </button>
      </p>
    </div>
  );
}
