const POLYFILL = /\/webextension-polyfill\/dist\/browser-polyfill\.js$/;

/**
 * Takes webextension-polyfill into the scripts as a module of the language. As the old kind of module that it is, the bundler would look up
 * every part of the browser's interface to copy its name, and the browser makes each when it is looked up: longer than all else that runs on
 * a page without a thread.
 */
export function polyfillAsModule() {
  return {
    name: 'polyfill-as-module',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!POLYFILL.test(id.replaceAll('\\', '/'))) return null;
      return {
        code: `const module = { exports: {} };\nconst exports = module.exports;\n${code}\nexport default module.exports;\n`,
        map: null,
      };
    },
  };
}
