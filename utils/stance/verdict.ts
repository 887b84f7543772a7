/** The stances of a comment, towards the opening post's claim and towards its parent. */
export const STANCES = ['support', 'oppose', 'mixed', 'neutral', 'question'] as const;
/** Where a comment stands towards what it is held against. */
export type Stance = (typeof STANCES)[number];

/** The stances that take a side. */
export const SIDES = ['support', 'oppose'] as const;
/** A stance that takes a side. */
export type Side = (typeof SIDES)[number];

/**
 * What may be said of a comment: beside the stances, the model declining to say, a comment that is not to be analysed, and one that has no
 * verdict yet, and so no badge.
 */
export const LABELS = [...STANCES, 'unsure', 'skipped', 'pending'] as const;
/** What a comment is shown as. */
export type Label = (typeof LABELS)[number];

/** While no more comments than this are unread, all of them are read; minutes of work. Of more, those far from view wait. */
export const READ_WHOLE = 3000;

/** What decided: the comment's words, the reply tree, the author's other comments, the reader, or why there was nothing to decide, or is not yet. */
export type Because = 'words' | 'tree' | 'author' | 'reader' | 'language' | 'empty' | 'pending';

/** A stretch of the comment's text (UTF-16 offsets, whole words) and how much it spoke for (+) or against (−) `best`. */
export interface Evidence {
  start: number;
  end: number;
  weight: number;
}

/** Where one comment stands towards the opening post or the comment it answers, as the reader is shown it. */
export interface Verdict {
  /** What the reader is shown. */
  stance: Label;
  /** The stance that stands out (the rarer sides weighed up, so that neutral does not drown them), also where `stance` is `unsure`; `null` where skipped. */
  best: Stance | null;
  /** 0…1, calibrated: of verdicts with confidence p, a share p is right. */
  confidence: number;
  /** One number per stance the model knows, adding up to 1; empty where the comment is skipped. */
  probabilities: Partial<Record<Stance, number>>;
  /** At most three, the weightiest first. */
  evidence: Evidence[];
  because: Because;
  /** Where the reader saw a stance here that is no longer shown: which, and what of it changed. */
  lost?: Lost;
}

/** A stance that was shown until the comment's words changed, those of the comment it answers, the claim, or what the reader set. */
export interface Lost {
  stance: Stance;
  by: 'words' | 'answered' | 'claim' | 'reader';
}

/** The claim that comments are held against, verbatim from the thread (or the reader's own words). */
export interface Proposition {
  text: string;
  of: 'title' | 'opening' | 'reader';
  /** A `question` asks openly: sides towards it make no sense. */
  kind: 'claim' | 'question';
}

/** The least confidence at which a stance is shown, by the share of shown labels that shall be right: lists of equal length. */
export interface Thresholds {
  precision: number[];
  support: number[];
  oppose: number[];
  neutral: number[];
  question: number[];
}

/** A verdict as the model gave it; what is shown follows from it and from the precision that the reader asks for. */
export type RawVerdict = Omit<Verdict, 'stance'>;

/** What a model makes of a thread, before thresholds are applied. */
export interface RawAnalysis extends Omit<Analysis, 'verdicts'> {
  /** By comment id. `opening` as the verdict towards the parent: the comment answers the opening post, and the one verdict is meant for both. */
  verdicts: Record<string, { opening: RawVerdict; parent: RawVerdict | 'opening' | null }>;
}

/** What the reader is shown of a thread. */
export interface Analysis {
  /** Name and version of the model, as in its card. */
  model: string;
  proposition: Proposition;
  /** By comment id, every comment of the thread but those that are pending; the opening post has none. */
  verdicts: Record<string, { opening: Verdict; parent: Verdict | null }>;
  /** Measured with the model; travels with the verdicts so that a change of sensitivity needs no model. */
  thresholds?: Record<'opening' | 'parent', Thresholds>;
}

/** What the reader said of one thread. Holds no word of the thread itself. */
export interface Corrections {
  /** Where comments stand towards the opening post, by comment id. */
  stances: Record<string, Stance>;
  /** What the thread claims, in the reader's own words; absent where the thread's own words stand. */
  proposition?: string;
}

/** As what a label is shown: where a thread asks an open question, whoever seems to take a side of it answers it. */
export function shownLabel(label: Label, kind: Proposition['kind']): Label {
  return kind === 'question' && (label === 'support' || label === 'oppose' || label === 'mixed') ? 'neutral' : label;
}
