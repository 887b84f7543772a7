import type { Figures } from './metrics.ts';

/** What was reached on the parts kept aside and may not be lost, all in one place. */
export const FLOORS: { what: string; of: 'debagreement' | 'opening' | 'parent'; figure: (figures: Figures) => number; least: number }[] = [
  { what: 'debagreement, macro-F1', of: 'debagreement', figure: (figures) => figures.three, least: 0.535 },
  { what: 'debagreement, surest 30 % right', of: 'debagreement', figure: (figures) => figures.surest[1], least: 0.755 },
  { what: 'threads towards the opening post, macro-F1', of: 'opening', figure: (figures) => figures.three, least: 0.49 },
  { what: 'threads towards the parent, macro-F1', of: 'parent', figure: (figures) => figures.three, least: 0.57 },
  { what: 'threads towards the parent, shown labels right', of: 'parent', figure: (figures) => figures.shownRight, least: 0.855 },
  { what: 'threads towards the parent, shown sides right', of: 'parent', figure: (figures) => figures.sidesRight, least: 0.855 },
];
