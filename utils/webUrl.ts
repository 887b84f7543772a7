/** An address as it may stand in a link: absolute, http or https; `null` for all others, be they scripts, data or nonsense. */
export function webAddress(address: string | null | undefined, base?: string): string | null {
  const { href = null, protocol } = (address && URL.parse(address, base)) || {};
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
