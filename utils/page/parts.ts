import { type PartName, sendMessage } from '../messaging/index.ts';
import type { readGeneric } from '../reading/index.ts';
import type { exchangesOf, pointsOf } from '../summary/index.ts';

/** Parts of the script for threads that most pages never need: in a page each is a script of its own, brought when it is first asked for. */
export interface Parts extends Record<PartName, object> {
  points: { pointsOf: typeof pointsOf; exchangesOf: typeof exchangesOf };
  generic: { readGeneric: typeof readGeneric };
}

/** Shared by the scripts that we put into one page; the page itself does not see it. */
const shared = globalThis as { standpointParts?: Partial<Parts> };

/** Lays a part ready; what runs in a page of ours does so at its start. */
export function providePart<Name extends PartName>(name: Name, part: Parts[Name]): void {
  shared.standpointParts = { ...shared.standpointParts, [name]: part };
}

/** A part, if it is here already. */
export function partAtHand<Name extends PartName>(name: Name): Parts[Name] | undefined {
  return shared.standpointParts?.[name] as Parts[Name] | undefined;
}

/** A part, which the background is asked for where it is not here. Rejects where it cannot be had, as after an update of the extension. */
export async function bringPart<Name extends PartName>(name: Name): Promise<Parts[Name]> {
  if (!partAtHand(name)) await sendMessage('bringPart', name);
  const part = partAtHand(name);
  if (!part) throw new Error(`The part “${name}” was not brought.`);
  return part;
}
