/** What the reply tree has taught, learned by counting in labelled threads; stances in the model's order. */
export interface Tree {
  /** `step[p][r][c]`: of comments whose parent stands p towards the opening post, the share that stands r towards the parent and c towards the post. */
  step: number[][][];
  /** How common each stance is towards the opening post and towards the parent, among comments that answer a comment. */
  common: { opening: number[]; reply: number[] };
  /** How far the words of an answer are trusted, as exponents on their likelihoods. */
  trust: { opening: number; reply: number };
}

export interface Node {
  /** Number of the comment this one answers; −1 where it answers the opening post. */
  parent: number;
  /** Probabilities from the words alone, towards the opening post and towards the parent (where there is one); `null` where unread. */
  opening: Float64Array | null;
  reply: Float64Array | null;
}

export interface Belief {
  opening: Float64Array;
  reply: Float64Array | null;
}

const spread = (numbers: Float64Array): Float64Array => {
  let total = 0;
  for (const one of numbers) total += one;
  return total > 0 ? numbers.map((one) => one / total) : numbers.fill(1 / numbers.length);
};

/** Parents before children, whatever the order of the page; a comment in a circle of parents is taken to answer the opening post. */
export function orderOf(parents: Int32Array): { order: number[]; parents: Int32Array } {
  const safe = parents.slice();
  const state = new Uint8Array(parents.length);
  const order: number[] = [];
  for (let node = 0; node < parents.length; node++) {
    const path: number[] = [];
    let at = node;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = safe[at] as number;
    }
    if (at >= 0 && state[at] === 1) safe[path[path.length - 1] as number] = -1;
    for (const one of path.reverse()) {
      state[one] = 2;
      order.push(one);
    }
  }
  return { order, parents: safe };
}

/**
 * Sum-product over the reply tree (Pearl 1988), one pass up and one down, linear in the number of comments: what a comment
 * says of its parent and what its parent thinks of the opening post bear on what it thinks of the post, and the other way round.
 */
export function infer(nodes: readonly Node[], tree: Tree): Belief[] {
  const size = tree.common.opening.length;
  const { order, parents } = orderOf(Int32Array.from(nodes, (node) => node.parent));
  /** Per comment: how its own words weigh (parent's stance × own stance), summed over the relation, and per relation. */
  const joint = nodes.map((node, at) => ((parents[at] as number) < 0 ? null : jointOf(node, tree, size)));
  const up = nodes.map((node, at) => ((parents[at] as number) < 0 && node.opening ? node.opening.slice() : new Float64Array(size).fill(1)));
  const message: Float64Array[] = [];
  for (const at of [...order].reverse()) {
    const parent = parents[at] as number;
    const own = joint[at];
    if (parent < 0 || !own) continue;
    const above = new Float64Array(size);
    for (let p = 0; p < size; p++)
      for (let r = 0; r < size; r++)
        for (let c = 0; c < size; c++)
          above[p] = (above[p] as number) + (own[(p * size + r) * size + c] as number) * (up[at]?.[c] as number);
    message[at] = spread(above);
    const to = up[parent] as Float64Array;
    for (let p = 0; p < size; p++) to[p] = (to[p] as number) * (message[at]?.[p] as number) + 1e-12;
  }
  const belief: Belief[] = [];
  for (const at of order) {
    const parent = parents[at] as number;
    const own = joint[at];
    const below = up[at] as Float64Array;
    if (parent < 0 || !own) {
      belief[at] = { opening: spread(below.slice()), reply: null };
      continue;
    }
    const opening = new Float64Array(size);
    const reply = new Float64Array(size);
    for (let p = 0; p < size; p++) {
      const above = (belief[parent]?.opening[p] as number) / Math.max(message[at]?.[p] as number, 1e-9);
      for (let r = 0; r < size; r++)
        for (let c = 0; c < size; c++) {
          const share = above * (own[(p * size + r) * size + c] as number) * (below[c] as number);
          opening[c] = (opening[c] as number) + share;
          reply[r] = (reply[r] as number) + share;
        }
    }
    belief[at] = { opening: spread(opening), reply: spread(reply) };
  }
  return belief;
}

function jointOf(node: Node, tree: Tree, size: number): Float64Array {
  const own = new Float64Array(size * size * size);
  const likely = (probabilities: Float64Array | null, common: number[], trust: number) =>
    Float64Array.from({ length: size }, (_, k) => (probabilities ? ((probabilities[k] as number) / (common[k] as number)) ** trust : 1));
  const opening = likely(node.opening, tree.common.opening, tree.trust.opening);
  const reply = likely(node.reply, tree.common.reply, tree.trust.reply);
  for (let p = 0; p < size; p++)
    for (let r = 0; r < size; r++)
      for (let c = 0; c < size; c++)
        own[(p * size + r) * size + c] = (tree.step[p]?.[r]?.[c] as number) * (opening[c] as number) * (reply[r] as number);
  return own;
}
