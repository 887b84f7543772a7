/** A word that one side uses more than the other, and how many people of the side do. */
export interface Term {
  word: string;
  people: number;
}

/** Somebody's words, verbatim: one sentence of a comment. */
export interface Saying {
  comment: string;
  text: string;
}

/** Something said in a thread. */
export interface Point {
  /** One sentence of each person who speaks of it; the first stands for all. */
  said: Saying[];
  /** The words that most of these share, as they stand there; empty where one person alone speaks of it. */
  words: string[];
  /** Comments that answer one of these with no more than a yes. */
  shortReplies: string[];
}

/** The points of one side, or of what takes none. */
export interface Group {
  /** `answer`: below an open question there are no sides. */
  of: 'support' | 'oppose' | 'other' | 'answer';
  /** How many comments the points are drawn from. */
  comments: number;
  /** Where too few comments are sure enough to be shown on the side, those that may stand there: how likely they do on average, 0…1. */
  likely: number | null;
  /** What most people speak of first. */
  points: Point[];
  /** What sets the side apart from the other. */
  terms: Term[];
}
