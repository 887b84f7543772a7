import type { ComponentChildren } from 'preact';

interface OptionsSettingProps {
  /** One sentence on what it does. */
  note: string;
  children: ComponentChildren;
}

/** One thing that can be set; what the search finds or hides. */
export function OptionsSetting({ note, children }: OptionsSettingProps) {
  return (
    <div class="setting">
      {children}
      <p class="note">{note}</p>
    </div>
  );
}
