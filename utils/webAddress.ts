/** An address as it may stand in a link: absolute, http or https; `null` for all others, be they scripts, data or nonsense. */
export function webAddress(address: string | null | undefined, base?: string): string | null {
  if (!address || !URL.canParse(address, base)) return null;
  const { href, protocol } = new URL(address, base);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
