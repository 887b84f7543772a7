/** The places where packages of ours would turn a string into markup, and what stands there instead: none of them is ever reached. */
const PLACES = [
  // What `dangerouslySetInnerHTML` asks for, which no view of ours does.
  { of: '/node_modules/preact/', pattern: /\b\w+\.innerHTML=\w+\.__html\b/g, instead: '0' },
  // For browsers without DOMParser; there, nothing of a page is shown.
  {
    of: '/node_modules/dompurify/',
    pattern: /doc\.documentElement\.innerHTML = IS_EMPTY_INPUT \? emptyHTML : dirtyPayload;/g,
    instead: '',
  },
];

/**
 * Takes out of the bundle every assignment to `innerHTML`, so that reviewers of the stores, and their linter, find none. Throws where a
 * package has changed so much that this must be looked at again.
 */
export function withoutMarkup() {
  return {
    name: 'without-markup',
    transform(code: string, id: string): { code: string; map: null } | undefined {
      const known = PLACES.find(({ of }) => id.replaceAll('\\', '/').includes(of));
      if (!known || !/\.innerHTML\s*=[^=]/.test(code)) return;
      const cleared = code.replace(known.pattern, known.instead);
      if (/\.innerHTML\s*=[^=]/.test(cleared))
        throw new Error(`${id} sets innerHTML in a way that is not known; see utils/commands/build/withoutInnerHtml.ts.`);
      return { code: cleared, map: null };
    },
  };
}
