import type { ComponentChildren } from 'preact';

interface OptionsSectionProps {
  /** What the page's address may name. */
  id: string;
  title: string;
  /** One sentence on what is set here. */
  note: string;
  children: ComponentChildren;
}

/** A section of the options page, with its title and a note below it. */
export function OptionsSection({ id, title, note, children }: OptionsSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="note">{note}</p>
      {children}
    </section>
  );
}
