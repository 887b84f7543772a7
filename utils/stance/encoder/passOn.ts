import type { Answer, Question } from './remote.ts';
import type { Wire } from './wire.ts';

/** A worker that was asked nothing for so long gives its memory back, in milliseconds. */
const IDLE = 5 * 60_000;

/**
 * Passes questions on to one worker, whoever asks: a service worker that was stopped and woke up finds the model loaded. The worker
 * is started with the first line, so that it has loaded when the first question comes; where it dies, whoever asked last is told by the end of their line.
 */
export function passOn(start: () => Wire<Answer, Question>, idle = IDLE): (asking: Wire<Question, Answer>) => void {
  let worker: Wire<Answer, Question> | undefined;
  let asking: Wire<Question, Answer> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    worker?.close();
    worker = undefined;
  };
  const started = (): Wire<Answer, Question> => {
    const current = start();
    current.onMessage((answer) => asking?.post(answer));
    current.onEnd(() => {
      if (worker !== current) return;
      stop();
      asking?.close();
      asking = undefined;
    });
    return current;
  };
  const used = (): Wire<Answer, Question> => {
    worker ??= started();
    clearTimeout(rest);
    rest = setTimeout(stop, idle);
    return worker;
  };
  return (wire) => {
    asking = wire;
    used();
    wire.onMessage((question) => used().post(question));
    wire.onEnd(() => {
      if (asking === wire) asking = undefined;
    });
  };
}
