import type { Encoder, Scores } from './encoder.ts';
import { ModelFailure, REASONS } from './failure.ts';
import type { Input } from './input.ts';
import type { Wire } from './wire.ts';

/** One comment to be read in another process; numbered by who asks. */
export interface Question {
  id: number;
  row: Input;
  /** How many more will be asked for after it. */
  behind?: number;
}

/** What is said of it, or why nothing can be. */
export type Answer = { id: number; scores: Scores } | { id: number; failure: string };

/** Answers what comes over a line with an encoder, which is loaded before the first question comes. One that could not be loaded is loaded anew for the next. */
export function serveEncoder(wire: Wire<Question, Answer>, load: () => Promise<Encoder>): void {
  let encoder: Promise<Encoder> | undefined = load();
  encoder.catch(() => {});
  const answer = async (row: Input, behind?: number): Promise<Scores> => {
    encoder ??= load();
    const loading = encoder;
    const loaded = await loading.catch((error) => {
      if (encoder === loading) encoder = undefined;
      throw error;
    });
    for await (const { index: _, ...scores } of loaded.run([row], undefined, behind)) return scores;
    throw new ModelFailure('died');
  };
  // One after the other: else the first answer would be held back until all that wait are computed.
  let turn: Promise<unknown> = Promise.resolve();
  wire.onMessage(({ id, row, behind }) => {
    turn = turn
      .then(() => answer(row, behind))
      .then(
        (scores) => wire.post({ id, scores }),
        (error) => wire.post({ id, failure: error instanceof ModelFailure ? error.reason : 'died' }),
      );
  });
}

/** So many rows are under way at once: the next lies ready when one is done, and little is done in vain when nobody waits any longer. */
const UNDER_WAY = 2;
/** A worker that died under a row is started again so often, counted since one last answered. */
const DEATHS = 3;

/** An encoder in another process. `connect` starts that process where there is none; it is started anew where it died. */
export function remoteEncoder(name: string, connect: () => Promise<Wire<Answer, Question>>): Encoder & { warm(): void } {
  let line: Promise<Wire<Answer, Question>> | undefined;
  let deaths = 0;
  // Answers to a background that was stopped meanwhile shall not be taken for answers to this one.
  let count = Math.floor(Math.random() * 2 ** 40);
  const waiting = new Map<number, { settle(scores: Scores): void; fail(error: ModelFailure): void }>();

  const died = () => {
    line = undefined;
    deaths += 1;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { fail } of left) fail(new ModelFailure('died'));
  };
  const connected = () => {
    line ??= connect().then(
      (wire) => {
        wire.onMessage((answer) => {
          const asked = waiting.get(answer.id);
          waiting.delete(answer.id);
          if ('scores' in answer) {
            deaths = 0;
            asked?.settle(answer.scores);
          } else asked?.fail(new ModelFailure(REASONS.find((reason) => reason === answer.failure) ?? 'died'));
        });
        let isOpen = true;
        wire.onEnd(() => {
          if (!isOpen) return;
          isOpen = false;
          wire.close();
          died();
        });
        return wire;
      },
      (error) => {
        line = undefined;
        // A process that cannot be started at all counts like one that died, or it would be tried without end.
        deaths += 1;
        throw new ModelFailure('died', error);
      },
    );
    return line;
  };
  const once = async (row: Input, behind: number): Promise<Scores> => {
    const wire = await connected();
    return new Promise((settle, fail) => {
      count += 1;
      waiting.set(count, { settle, fail });
      wire.post({ id: count, row, behind });
    });
  };
  const ask = async (row: Input, behind: number): Promise<Scores> => {
    for (;;) {
      try {
        return await once(row, behind);
      } catch (error) {
        if (!(error instanceof ModelFailure) || error.reason !== 'died') throw error;
        if (deaths < DEATHS) continue;
        // Whoever asks again, asks for three more tries.
        deaths = 0;
        throw error;
      }
    }
  };
  return {
    name,
    /** Starts the other process before there is anything to ask. */
    warm: () => void connected().catch(() => {}),
    async *run(rows, signal, behind = 0) {
      const asked: Promise<Scores>[] = [];
      for (let index = 0; index < rows.length; index += 1) {
        while (asked.length < Math.min(rows.length, index + UNDER_WAY)) {
          const answer = ask(rows[asked.length] as Input, behind + rows.length - 1 - asked.length);
          answer.catch(() => {});
          asked.push(answer);
        }
        const scores = await (asked[index] as Promise<Scores>);
        if (signal?.aborted) return;
        yield { index, ...scores };
      }
    },
  };
}
