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

const nameOf = ({ tab, frameId }: Sender) => `${tab?.id ?? 'ours'} ${frameId ?? 0}`;

/** Which pages wait for analyses: each for one at a time, the latest. */
export function createAskers() {
  const askers = new Map<string, Asker>();
  const leave = (name: string) => {
    askers.get(name)?.control.abort();
    askers.delete(name);
  };
  return {
    /** A page asks for an analysis, its reader seeing some comments; what it asked for before is given up. */
    begin(sender: Sender, seen: string[]): { signal: AbortSignal; inView: () => ReadonlySet<string> } {
      const name = nameOf(sender);
      leave(name);
      const asker: Asker = { control: new AbortController(), inView: new Set(seen) };
      askers.set(name, asker);
      return { signal: asker.control.signal, inView: () => asker.inView };
    },
    look(sender: Sender, ids: string[]): void {
      const asker = askers.get(nameOf(sender));
      if (asker) asker.inView = new Set(ids);
    },
    leave: (sender: Sender) => leave(nameOf(sender)),
    /** A tab is gone, with all that was read in its frames. */
    leaveTab(id: number): void {
      for (const name of askers.keys()) if (name.startsWith(`${id} `)) leave(name);
    },
  };
}
