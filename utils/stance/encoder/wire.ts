/** A line to another process of the extension; what it carries is plain data. */
export interface Wire<In, Out> {
  post(message: Out): void;
  /** Hears what comes; one listener. */
  onMessage(hear: (message: In) => void): void;
  /** Hears that the other end is gone. */
  onEnd(ended: () => void): void;
  close(): void;
}
