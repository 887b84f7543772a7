interface SwitchProps {
  label: string;
  on: boolean;
  turn: (on: boolean) => void;
}

export function Switch({ label, on, turn }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input type="checkbox" role="switch" aria-checked={on} checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
    </label>
  );
}
