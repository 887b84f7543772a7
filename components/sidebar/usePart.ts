import { useEffect, useState } from 'preact/hooks';
import type { PartName } from '../../utils/messaging/index.ts';
import { bringPart, type Parts, partAtHand } from '../../utils/page/index.ts';

/** A part of the script for threads; `undefined` until it is here. `fail` is called where it cannot be had. */
export function usePart<Name extends PartName>(name: Name, fail = () => {}): Parts[Name] | undefined {
  const [, setBrought] = useState(false);
  const part = partAtHand(name);
  useEffect(() => {
    if (part) return;
    let left = false;
    bringPart(name).then(
      () => !left && setBrought(true),
      // An extension that was updated brings nothing more into its old pages, and leaves them in a moment.
      () => !left && fail(),
    );
    return () => {
      left = true;
    };
  }, [name, part]);
  return part;
}
