import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { allowedPatterns } from '../../utils/extension/index.ts';

/** The sites that the reader allowed, as the browser has them on record. */
export function useAllowed(): string[] {
  const [patterns, setPatterns] = useState<string[]>([]);
  useEffect(() => {
    const { onAdded, onRemoved } = browser.permissions;
    const ask = () => void allowedPatterns().then(setPatterns);
    ask();
    onAdded.addListener(ask);
    onRemoved.addListener(ask);
    return () => {
      onAdded.removeListener(ask);
      onRemoved.removeListener(ask);
    };
  }, []);
  return patterns;
}
