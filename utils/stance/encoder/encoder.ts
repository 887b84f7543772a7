import type { Input } from './input.ts';

/** What the encoder says of one comment: scores before they are made probabilities, in the order support, oppose, neutral, question. */
export interface Scores {
  opening: number[];
  /** Towards the comment answered; `null` where it answers the opening post. */
  parent: number[] | null;
  /** By which like comments are told from unlike ones when the reader corrects one: of length 1. */
  features: number[];
}

/** What reads comments. An answer depends on its own input alone: not on what is read before, after or beside it. */
export interface Encoder {
  /** Name and version, as in `stance.json`; other versions may answer otherwise. */
  name: string;
  /** Answers every row, in the order given, each as soon as it is known. Ends early once `signal` is aborted. `behind` is how many more will be asked for after these. */
  run(rows: readonly Input[], signal?: AbortSignal, behind?: number): AsyncIterable<Scores & { index: number }>;
  /** What it remembers to have answered, row by row; absent where it remembers nothing. */
  recall?(rows: readonly Input[]): Promise<(Scores | undefined)[]>;
}
