/** Whoever sent a message, as far as it tells pages apart. */
interface Sender {
  tab?: { id?: number };
  frameId?: number;
}

/** What a page asked for, and what its reader sees of it. */
interface Asker {
  control: AbortController;
  inView: ReadonlySet<string>;
}

const senderKeyOf = ({ tab, frameId }: Sender) => `${tab?.id ?? 'ours'} ${frameId ?? 0}`;

/** Which pages wait for analyses: each for one at a time, the latest. */
export function createAskers() {
  const askers = new Map<string, Asker>();
  const leave = (key: string) => {
    askers.get(key)?.control.abort();
    askers.delete(key);
  };
  return {
    /** A page asks for an analysis, its reader seeing some comments; what it asked for before is given up. */
    begin(sender: Sender, seen: string[]): { signal: AbortSignal; inView: () => ReadonlySet<string> } {
      const key = senderKeyOf(sender);
      leave(key);
      const asker: Asker = { control: new AbortController(), inView: new Set(seen) };
      askers.set(key, asker);
      return { signal: asker.control.signal, inView: () => asker.inView };
    },
    look(sender: Sender, ids: string[]): void {
      const asker = askers.get(senderKeyOf(sender));
      if (asker) asker.inView = new Set(ids);
    },
    leave: (sender: Sender) => leave(senderKeyOf(sender)),
    /** A tab is gone, with all that was read in its frames. */
    leaveTab(id: number): void {
      for (const key of askers.keys()) if (key.startsWith(`${id} `)) leave(key);
    },
  };
}
