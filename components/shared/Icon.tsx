import type { Label } from '../../utils/stance/index.ts';
import { ICONS } from './icons.ts';

/** The icon of a label. */
export function Icon({ label }: { label: Label }) {
  return (
    <svg viewBox="0 0 16 16" class="icon" data-stance={label} aria-hidden="true">
      <path d={ICONS[label]} fill-rule="evenodd" />
    </svg>
  );
}
