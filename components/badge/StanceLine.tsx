import type { Label } from '../../utils/stance/index.ts';
import { Icon } from '../shared/Icon.tsx';

/** A stance in words, how sure it is, and that as a line. */
export function StanceLine({ look, text, sure, share }: { look: Label; text: string; sure: string; share: number | undefined }) {
  return (
    <>
      <p class="stance" data-stance={look} role="status">
        <Icon label={look} />
        <span>{capitalized(text)}</span>
        <span class="sure">{sure}</span>
      </p>
      {share !== undefined && (
        <div class="meter" data-stance={look} aria-hidden="true">
          <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        </div>
      )}
    </>
  );
}

/** Words with a capital at their beginning. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
