/** The classes of the encoder, in the order of its outputs. */
export const CLASSES = ['support', 'oppose', 'neutral', 'question'] as const;
/** How many classes the model tells apart. */
export const CLASS_COUNT = CLASSES.length;

/** One comment as the inference over a thread sees it. All probabilities are calibrated and in the order of `CLASSES`. */
export interface ReplyNode {
  /** Index of the comment this one answers; −1 where it answers the opening post, or one that is not in the page. */
  parent: number;
  /** Equal for comments of one author; −1 where the page does not say. */
  author: number;
  /** How many words it has. */
  wordCount: number;
  /** By its own words, towards the opening post and towards the comment it answers (if it does); `null` where it was not analysed. */
  towardsOpening: Float64Array | null;
  towardsParent: Float64Array | null;
  /** The class the reader set; `null` where they did not. */
  fixedTo: number | null;
}

/** The comments of one thread in page order, and how likely its opening post asks openly (0…1). */
export interface ReplyGraph {
  nodes: readonly ReplyNode[];
  asking: number;
}

/** How many comments stand above each one; one where the page puts an answer before what it answers. */
export function depthsOf(nodes: readonly ReplyNode[]): number[] {
  const depths: number[] = [];
  for (const { parent } of nodes) depths.push(parent < 0 ? 0 : (depths[parent] ?? 0) + 1);
  return depths;
}

/** A number for the two authors of an answer and of what it answers, whoever answers whom; `null` where they are not two known ones. */
export function pairOf(nodes: readonly ReplyNode[], { author, parent }: ReplyNode): number | null {
  const other = nodes[parent]?.author ?? -1;
  if (author < 0 || other < 0 || author === other) return null;
  return Math.min(author, other) * nodes.length + Math.max(author, other);
}
