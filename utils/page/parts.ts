import { type PartName, sendMessage } from '../messaging/index.ts';
import type { readGeneric } from '../reading/index.ts';
import type { exchangesOf, pointsOf } from '../summary/index.ts';

/** Parts of the script for threads that most pages never need: in a page each is a script of its own, brought when it is first asked for. */
export interface Parts extends Record<PartName, object> {
  points: { pointsOf: typeof pointsOf; exchangesOf: typeof exchangesOf };
  generic: { readGeneric: typeof readGeneric };
  /** The sidebar as it is open: a component, which this room knows nothing of. */
  sidebar: { OpenSidebar: unknown };
}

/** Shared by the scripts that we put into one page; the page itself does not see it. */
const shared = globalThis as {
  standpointPlatforms?: Record<string, object>;
  standpointParts?: Partial<Parts>;
  standpointShared?: Record<string, object>;
};

/** Has parts use these modules, by the names that `wxt.config.ts` has for them, in place of copies of their own: of what holds signals or draws there must be one. */
export function shareModules(modules: Record<string, object>): void {
  shared.standpointShared = modules;
}

/** Lays a part ready; what runs in a page of ours does so at its start. */
export function providePart<Name extends PartName>(name: Name, part: Parts[Name]): void {
  shared.standpointParts = { ...shared.standpointParts, [name]: part };
}

/** A part, if it is here already. */
export function partAtHand<Name extends PartName>(name: Name): Parts[Name] | undefined {
  return shared.standpointParts?.[name] as Parts[Name] | undefined;
}

/** A background that the browser stops just then answers nothing. It is asked again after so many milliseconds. */
const AGAIN_MS = [50, 300, 1500];

async function askedAgain(ask: () => Promise<void>): Promise<void> {
  for (const wait of AGAIN_MS) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return ask();
}

/** A part, which the background is asked for where it is not here. Rejects where it cannot be had, as after an update of the extension. */
export async function bringPart<Name extends PartName>(name: Name): Promise<Parts[Name]> {
  if (!partAtHand(name)) await askedAgain(() => sendMessage('bringPart', name));
  const part = partAtHand(name);
  if (!part) throw new Error(`The part “${name}” was not brought.`);
  return part;
}

const bringing = new Map<string, Promise<void>>();

/** Has the platform of a page brought, so that the page can be read. Rejects where it cannot be had. */
export function bringPlatform(name: string): Promise<void> {
  const before = bringing.get(name);
  if (before) return before;
  const brought = askedAgain(() => sendMessage('bringPlatform', name)).then(() => {
    if (!shared.standpointPlatforms?.[name]) throw new Error(`The platform “${name}” was not brought.`);
  });
  bringing.set(name, brought);
  brought.catch(() => bringing.delete(name));
  return brought;
}
