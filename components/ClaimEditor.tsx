import { useLayoutEffect, useRef } from 'preact/hooks';

interface ClaimEditorProps {
  text: string;
  /** `null` where nothing was left of the words. */
  save: (words: string | null) => void;
  cancel: () => void;
}

/** A field for the reader's own wording. Enter keeps it, Escape does not. */
export function ClaimEditor({ text, save, cancel }: ClaimEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  const keep = () => save(field.current?.value.trim() || null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') cancel();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    keep();
  };
  return (
    <div class="editor">
      <textarea
        ref={field}
        aria-label="The claim, in your own words"
        rows={4}
        maxLength={500}
        dir="auto"
        defaultValue={text}
        onKeyDown={onKeyDown}
      />
      <p>
        <button type="button" class="keep" onClick={keep}>
          Keep
        </button>
        <button type="button" class="plain" onClick={cancel}>
          Cancel
        </button>
      </p>
    </div>
  );
}
