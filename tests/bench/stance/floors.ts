import type { Judged } from './heldOut.ts';
import { type Figures, figuresOf } from './metrics.ts';

type Part = 'openingSure' | 'parent' | 'pairs';

/** The parts that have floors: towards the opening post what its reader was sure of, the rest whole. */
export const partsOf = ({ opening, parent, pairs }: Judged): Record<Part, Figures> => ({
  openingSure: figuresOf(opening.filter(({ sure }) => sure)),
  parent: figuresOf(parent),
  pairs: figuresOf(pairs),
});

/** What was reached on the parts kept aside and may not be lost, all in one place. */
export const FLOORS: { what: string; of: Part; figure: (figures: Figures) => number; least: number }[] = [
  { what: 'towards the opening post, macro-F1', of: 'openingSure', figure: ({ three }) => three, least: 0.57 },
  {
    what: 'towards the opening post, sided comments whose side is shown',
    of: 'openingSure',
    figure: ({ sidesShown }) => sidesShown,
    least: 0.12,
  },
  { what: 'towards the opening post, shown sides right', of: 'openingSure', figure: ({ sidesRight }) => sidesRight, least: 0.85 },
  { what: 'towards the comment answered, macro-F1', of: 'parent', figure: ({ three }) => three, least: 0.62 },
  {
    what: 'towards the comment answered, sided comments whose side is shown',
    of: 'parent',
    figure: ({ sidesShown }) => sidesShown,
    least: 0.3,
  },
  { what: 'towards the comment answered, shown sides right', of: 'parent', figure: ({ sidesRight }) => sidesRight, least: 0.85 },
  { what: 'debagreement, accuracy', of: 'pairs', figure: ({ accuracy }) => accuracy, least: 0.62 },
];
