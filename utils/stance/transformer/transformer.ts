import type { Encoder, Scores } from '../encoder/encoder.ts';
import { ModelFailure } from '../encoder/failure.ts';
import type { Input } from '../encoder/input.ts';
import type { Front } from '../encoder/loadEncoder.ts';
import { EVEN } from '../inference/calibrate.ts';
import type { Model } from '../model.ts';
import { postTextOf } from '../postText.ts';
import { adapt } from './adapt.ts';
import { nearestFirst } from './order.ts';
import { readingsOf } from './readings.ts';
import { verdictsOf } from './verdicts.ts';
import { weighSentences } from './weigh.ts';

/** So many comments are read before the order is thought over again: the reader may have scrolled. */
const BATCH_SIZE = 8;
/** So many are read of the first batch, to be told at once. */
const FIRST_BATCH_SIZE = 2;
/** A preliminary analysis comes when the comments read have grown by this share since the one before, within the two bounds below. */
const MIN_GROWTH = 0.2;
/** Never for fewer new comments than this. */
const MIN_NEW = 8;
/** Always for so many new comments: nobody waits for long for what is read. */
const MAX_NEW = 64;
/** An analysis holds all verdicts: no more than so many come of one thread, or those of a long one would cost more than its reading. */
const MAX_ANALYSES = 50;

/** Texts are cut into pieces when they are needed, and once. */
function once(input: () => Input): () => Input {
  let made: Input | undefined;
  return () => {
    made ??= input();
    return made;
  };
}

/** What stands before the encoder, and the encoder, which may run in another process. */
export interface Parts extends Front {
  encoder: Encoder;
}

/**
 * The transformer as a model: every comment is read with the opening post and what it answers, those in view first, then the thread is
 * looked at as a whole. The last analysis depends on the thread alone, not on the order of reading; where some of it is out of reach, it says
 * of the rest what is plain by its own words.
 */
export function createTransformerModel({ encoder, config, inputOf }: Parts): Model {
  const known = Uint8Array.from(atob(config.knownWords ?? ''), (character) => character.charCodeAt(0));
  return {
    name: encoder.name,
    async *analyze(thread, options = {}, signal) {
      const readings = readingsOf(thread, options, known, inputOf);
      const scores = new Map<number, Scores>();
      const verdicts = () => verdictsOf(encoder.name, thread, readings, scores, options, config.inference);
      const indexes = new Map(readings.map(({ comment }, index) => [comment.id, index]));
      const seen = () => Array.from(options.inView?.() ?? [], (id) => indexes.get(id)).filter((index) => index !== undefined);
      let unread = readings.flatMap(({ silent, input }, index) => (silent ? [] : [{ index, row: once(input) }]));
      const near = () => nearestFirst(unread, seen(), options.reach);
      const recalled = near();
      const remembered = (await encoder.recall?.(recalled.map(({ row }) => row()))) ?? [];
      for (const [index, answer] of remembered.entries()) if (answer) scores.set(recalled[index]?.index as number, answer);
      unread = unread.filter(({ index }) => !scores.has(index));
      let told = scores.size;
      let waiting = near();
      if (told > 0 && waiting.length > 0) yield verdicts();
      while (waiting.length > 0) {
        const inView = new Set(seen());
        const batch = waiting.slice(0, scores.size === 0 ? FIRST_BATCH_SIZE : BATCH_SIZE);
        const rows = batch.map(({ row }) => row());
        const behind = waiting.length - batch.length;
        for await (const { index, ...answer } of encoder.run(rows, signal, behind)) scores.set(batch[index]?.index as number, answer);
        if (signal?.aborted) return;
        const isNews =
          told === 0 ||
          batch.some(({ index }) => inView.has(index)) ||
          scores.size - told >= Math.max(MIN_NEW, Math.min(MAX_NEW, MIN_GROWTH * told), readings.length / MAX_ANALYSES);
        unread = unread.filter(({ index }) => !scores.has(index));
        waiting = near();
        if (waiting.length === 0 || !isNews) continue;
        told = scores.size;
        yield verdicts();
      }
      yield verdicts();
    },
    weigh: (thread, id, stance, options = {}) => weighSentences({ encoder, config, inputOf }, known, thread, id, stance, options),
    async adapt(adaptation, { target, text, stance }) {
      // The post as it is sent: its title in the first line, or the reader's own wording of the claim.
      const [title = '', ...rest] = target.split('\n');
      const post = postTextOf(title, rest.join('\n'), rest.length === 0 ? title : undefined);
      const before = adaptation?.model === encoder.name ? adaptation : { model: encoder.name, corrections: 0, shifts: {} };
      const calibration = config.inference?.calibration.direct ?? EVEN;
      for await (const scores of encoder.run([inputOf({ post, parent: '', comment: text })]))
        return adapt(before, scores, calibration, stance);
      throw new ModelFailure('died');
    },
  };
}
