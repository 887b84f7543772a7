/** An address as it may stand in a link: absolute, http or https; `null` for all others, be they scripts, data or nonsense. */
export function webAddress(address: string | null | undefined, base?: string): string | null {
  const { href = null, protocol } = (address && URL.parse(address, base)) || {};
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** An address without the part that names a place on its page. */
export function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}

/** Names of parameters that say who visits or where they came from, never what is shown. */
const OF_VISIT =
  /^(?:php_?sess_?id|j?session_?id|aspsessionid\w*|sess_?id|cfid|cftoken|oscsid|zenid|utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|igshid|igsh|mc_[ce]id|mkt_tok|vero_id|oly_(?:anon|enc)_id|_hs(?:enc|mi)|_g[al]|share_id|rdt)$/i;

/** Names that say so only where their value looks it: elsewhere `s` is what was searched for, `sid` the number of a story. */
const PERHAPS_OF_VISIT = /^(?:s|sid|si|ses|hash|token)$/i;
const SESSION = /^[0-9a-f]{24,64}$/i;

/**
 * An address without what belongs to one visit: numbers of sessions, which would let others go on as its visitor, and marks of where a
 * visitor came from. All else stays as it was written, so that forums that part by `;` still understand it.
 */
export function withoutVisit(url: string): string {
  const [, path = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(url) ?? [];
  const plain = path.replace(/;jsessionid=[^/?;]*/gi, '').replace(/\/PHPSESSID[,=][^/]+/gi, '');
  const remaining = (query?.match(/[&;]*[^&;]+/g) ?? []).filter((pair) => !isOfVisit(pair)).join('');
  return `${plain}${remaining ? `?${remaining.replace(/^[&;]+/, '')}` : ''}${fragment}`;
}

function isOfVisit(pair: string): boolean {
  const [name = '', value = ''] = pair.replace(/^[&;]+/, '').split('=');
  return OF_VISIT.test(name) || (PERHAPS_OF_VISIT.test(name) && SESSION.test(value));
}
