import type { Label } from '../../utils/stance/index.ts';
import { Icon } from '../shared/Icon.tsx';

/** A stance in words, how sure it is, and that as a line. */
export function StanceLine({ look, words, sure, share }: { look: Label; words: string; sure: string; share: number | undefined }) {
  return (
    <>
      <p class="stance" data-stance={look} role="status">
        <Icon label={look} />
        <span>{capitalized(words)}</span>
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
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
