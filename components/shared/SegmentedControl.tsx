import { useId } from 'preact/hooks';

interface SegmentedControlProps<Name extends string> {
  /** What is chosen. */
  label: string;
  options: readonly { name: Name; label: string }[];
  chosen: Name;
  choose(name: Name): void;
}

/** One of a few, side by side: radio buttons, which the arrow keys go through. */
export function SegmentedControl<Name extends string>({ label, options, chosen, choose }: SegmentedControlProps<Name>) {
  const id = useId();
  return (
    <fieldset class="segments">
      <legend>{label}</legend>
      {options.map(({ name, label }) => (
        <label key={name}>
          <input type="radio" name={id} value={name} checked={name === chosen} onChange={() => choose(name)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
