interface SwitchProps {
  label: string;
  on: boolean;
  turn: (on: boolean) => void;
}

/** A switch with its label before it. */
export function Switch({ label, on, turn }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input type="checkbox" role="switch" aria-checked={on} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
    </label>
  );
}
