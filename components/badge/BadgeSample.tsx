import { useLayoutEffect, useRef } from 'preact/hooks';
import { readerTheme } from '../../utils/page/index.ts';
import type { Settings } from '../../utils/reader/index.ts';
import type { Label, Verdict } from '../../utils/stance/index.ts';
import { type Comment, UNKNOWN_COMMENT } from '../../utils/thread/index.ts';
import { createBadge, paintBadge } from './badge.ts';

const SAMPLE: Comment = { ...UNKNOWN_COMMENT, id: 'sample' };

function verdict(stance: Label): Verdict {
  const best = stance === 'support' || stance === 'oppose' ? stance : null;
  return { stance, best, confidence: 0.8, probabilities: {}, evidence: [], because: 'words' };
}

interface BadgeSampleProps {
  stances: readonly Label[];
  density: Settings['density'];
  shown?: Settings['shown'];
}

/** Badges as they stand on a page, to look at only. */
export function BadgeSample({ stances, density, shown = 'sure' }: BadgeSampleProps) {
  const container = useRef<HTMLSpanElement>(null);
  const drawn = stances.join(' ');
  const theme = readerTheme();
  useLayoutEffect(() => {
    const samples = stances.map((stance) => {
      const badge = createBadge(SAMPLE.id);
      paintBadge(badge, SAMPLE, { opening: verdict(stance), parent: null }, { theme, density, shown, kind: 'claim' });
      return badge;
    });
    container.current?.replaceChildren(...samples);
    // Its stances are told by `drawn`: a list is new each time.
  }, [drawn, density, shown, theme]);
  return <span ref={container} class="sample" aria-hidden="true" inert />;
}
