import type { Figures } from './metrics.ts';

/** What was reached on the parts kept aside and may not be lost, all in one place. */
export const FLOORS: { what: string; of: 'debagreement' | 'opening' | 'parent'; figure: (figures: Figures) => number; least: number }[] = [
  { what: 'debagreement, macro-F1', of: 'debagreement', figure: (figures) => figures.three, least: 0.48 },
  { what: 'threads towards the opening post, macro-F1', of: 'opening', figure: (figures) => figures.three, least: 0.42 },
];
