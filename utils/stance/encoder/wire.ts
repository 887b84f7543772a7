/** A line to another process of the extension; what it carries is plain data. */
export interface Wire<In, Out> {
  post(message: Out): void;
  /** Hears what comes; one listener. */
  onMessage(hear: (message: In) => void): void;
  /** Hears that the other end is gone. */
  onEnd(ended: () => void): void;
  close(): void;
}

/** What a `Worker` and the worker's own global object have in common. */
interface Posting {
  postMessage(message: unknown): void;
  addEventListener(type: string, hear: (event: MessageEvent) => void): void;
  terminate?(): void;
}

/** The line to a worker, or from within it to whoever started it. A worker that throws outside of any request is dead. */
export function workerWire<In, Out>(end: Posting): Wire<In, Out> {
  return {
    post: (message) => end.postMessage(message),
    onMessage: (hear) => end.addEventListener('message', ({ data }) => hear(data)),
    onEnd: (ended) => {
      if (end.terminate) end.addEventListener('error', ended);
    },
    close: () => end.terminate?.(),
  };
}

/** As much of a port of the browser's as is needed. */
interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: { addListener(hear: (message: unknown) => void): void };
  onDisconnect: { addListener(ended: () => void): void };
}

/** The line between two of the extension's pages, or its service worker. */
export function portWire<In, Out>(port: Port): Wire<In, Out> {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (hear) => port.onMessage.addListener((message) => hear(message as In)),
    onEnd: (ended) => port.onDisconnect.addListener(ended),
    close: () => port.disconnect(),
  };
}
