import type { Chunked } from '../../chunked.ts';
import { likeness, type Sentence } from './sentences.ts';

/** Of a sentence, so many of its weightiest stems that others use too are tried in pairs. */
const KEYS = 6;
/** Others may have their turn after so many sentences. */
const SENTENCES_A_CHUNK = 128;
/** So many pairs are followed up, the most shared first. */
const PAIRS = 400;
/** How like each other the sentences of a cluster are, 0…1, on average at least. */
const ALIKE = 0.15;
/** Two alone may share a pair of words by chance, so they must be more like each other. */
const TWO_ALIKE = 0.24;
/** What the cosine of one of so many unit vectors with their sum is where any two of them have the cosine `ALIKE`. */
const nearness = (members: number) => Math.sqrt((1 + (members - 1) * ALIKE) / members);

interface Cluster {
  members: Sentence[];
  /** Sum of the members' vectors. */
  sum: Map<number, number>;
}

/**
 * Sentences that say much the same, each cluster by at least two people, the one of most people first. Those that share a pair of telling
 * words are gathered (frequent pairs, as in Agrawal & Srikant 1994), and of these kept who are near the middle of all (Rocchio 1971).
 * Deterministic; takes time linear in the sentences, sorting aside. `people` says how many used each stem.
 */
export function* clustersOf(sentences: readonly Sentence[], people: readonly number[]): Chunked<Sentence[][]> {
  const span = people.length + 1;
  const keysOf = (sentence: Sentence): number[] => {
    const shared: number[] = [];
    for (const term of sentence.terms) if (shared.length < KEYS && (people[term] ?? 0) > 1) shared.push(term);
    const keys: number[] = [];
    for (const a of shared) for (const b of shared) if (a < b) keys.push(a * span + b);
    return keys;
  };
  const counts = yield* countPeople(sentences, keysOf);
  const weightOf = (key: number) => 1 / Math.log(2 + (people[Math.floor(key / span)] ?? 1)) + 1 / Math.log(2 + (people[key % span] ?? 1));
  const pairs = counts
    .map(({ key, people }) => ({ key, score: people * weightOf(key) }))
    .sort((a, b) => b.score - a.score || a.key - b.key)
    .slice(0, PAIRS);
  yield;
  const bearers = new Map<number, Sentence[]>(pairs.map(({ key }) => [key, []]));
  for (const [index, sentence] of sentences.entries()) {
    if (index % SENTENCES_A_CHUNK === 0) yield;
    for (const key of keysOf(sentence)) bearers.get(key)?.push(sentence);
  }
  const taken = new Map<Sentence, Cluster>();
  const found: Cluster[] = [];
  for (const { key } of pairs) {
    yield;
    const all = bearers.get(key) as Sentence[];
    const cluster = mostIn(all, taken) ?? newCluster();
    const before = cluster.members.length;
    const free = all.filter((sentence) => !taken.has(sentence));
    const added = near(cluster, free);
    for (const sentence of added) taken.set(sentence, cluster);
    cluster.members.push(...added);
    addAll(cluster.sum, added);
    if (before === 0 && cluster.members.length > 0) found.push(cluster);
  }
  return found
    .map(({ members, sum }) => onePerPerson(members, sum))
    .filter(([one, other, third]) => one && other && (third || likeness(one, other) >= TWO_ALIKE))
    .sort((a, b) => b.length - a.length || (a[0] as Sentence).comment - (b[0] as Sentence).comment);
}

/** By how many people each key is used: those used by more than one, and where these are very many, by the most. */
function* countPeople(
  sentences: readonly Sentence[],
  keysOf: (sentence: Sentence) => number[],
): Chunked<{ key: number; people: number }[]> {
  const used = new Map<number, { key: number; people: number; last: number }>();
  const shared: { key: number; people: number; last: number }[] = [];
  // Person by person, so that it need not be remembered who used what.
  const ordered = [...sentences].sort((a, b) => a.person - b.person);
  for (const [index, sentence] of ordered.entries()) {
    if (index % SENTENCES_A_CHUNK === 0) yield;
    const { person } = sentence;
    for (const key of keysOf(sentence)) {
      const known = used.get(key);
      if (!known) used.set(key, { key, people: 1, last: person });
      else if (known.last !== person) {
        if (known.people === 1) shared.push(known);
        known.people += 1;
        known.last = person;
      }
    }
  }
  yield;
  let least = 2;
  let commonest = shared;
  while (commonest.length > 10 * PAIRS) {
    least += 1;
    commonest = commonest.filter(({ people }) => people >= least);
    yield;
  }
  return commonest;
}

const newCluster = (): Cluster => ({ members: [], sum: new Map() });

/** The cluster that already holds more than half of some sentences. */
function mostIn(sentences: readonly Sentence[], taken: ReadonlyMap<Sentence, Cluster>): Cluster | null {
  const counts = new Map<Cluster, number>();
  for (const sentence of sentences) {
    const cluster = taken.get(sentence);
    if (!cluster) continue;
    const count = (counts.get(cluster) ?? 0) + 1;
    if (count * 2 > sentences.length) return cluster;
    counts.set(cluster, count);
  }
  return null;
}

/** Adds up the vectors of some sentences, each person's as much as one: who repeats themselves does not move the middle. */
function addAll(sum: Map<number, number>, sentences: readonly Sentence[]): void {
  const times = new Map<number, number>();
  for (const { person } of sentences) times.set(person, (times.get(person) ?? 0) + 1);
  for (const { person, terms, weights } of sentences) {
    const share = 1 / (times.get(person) ?? 1);
    terms.forEach((term, index) => {
      sum.set(term, (sum.get(term) ?? 0) + share * (weights[index] as number));
    });
  }
}

/** Of some sentences, those near their own middle and the cluster's, with the strangers left out of it. */
function near(cluster: Cluster, sentences: readonly Sentence[]): Sentence[] {
  let nearest: readonly Sentence[] = sentences;
  for (let round = 0; round < 2; round += 1) {
    const sum = new Map(cluster.sum);
    addAll(sum, nearest);
    const nearSum = cosineWith(sum);
    const least = nearness(Math.max(2, cluster.members.length + nearest.length));
    nearest = nearest.filter((sentence) => nearSum(sentence) >= least);
  }
  return cluster.members.length + nearest.length > 1 ? [...nearest] : [];
}

/** Gives the cosine of sentences with the middle of a cluster, 0…1. */
function cosineWith(sum: ReadonlyMap<number, number>): (sentence: Sentence) => number {
  let length = 0;
  for (const weight of sum.values()) length += weight * weight;
  return ({ terms, weights }) => {
    let dot = 0;
    terms.forEach((term, index) => {
      dot += (weights[index] as number) * (sum.get(term) ?? 0);
    });
    return length === 0 ? 0 : dot / Math.sqrt(length);
  };
}

/** Of each person the sentence nearest the middle; first the one that stands for all: near the middle and clear by itself. */
function onePerPerson(members: readonly Sentence[], sum: ReadonlyMap<number, number>): Sentence[] {
  const nearSum = cosineWith(sum);
  const best = new Map<number, { sentence: Sentence; score: number }>();
  for (const sentence of members) {
    const score = nearSum(sentence) * sentence.quality;
    if (score > (best.get(sentence.person)?.score ?? -1)) best.set(sentence.person, { sentence, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score).map(({ sentence }) => sentence);
}
