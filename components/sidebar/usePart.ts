import { useEffect, useState } from 'preact/hooks';
import type { PartName } from '../../utils/messaging/index.ts';
import { bringPart, type Parts, partAtHand } from '../../utils/page/index.ts';

/** A part of the script for threads; `undefined` until it is here. */
export function usePart<Name extends PartName>(name: Name): Parts[Name] | undefined {
  const [, setBrought] = useState(false);
  const part = partAtHand(name);
  useEffect(() => {
    if (part) return;
    let left = false;
    bringPart(name).then(
      () => !left && setBrought(true),
      // An extension that was updated brings nothing more into its old pages, and leaves them in a moment.
      () => {},
    );
    return () => {
      left = true;
    };
  }, [name, part]);
  return part;
}
