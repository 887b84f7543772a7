import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { defineConfig } from 'wxt';
import {
  createNotices,
  lightScripts,
  platformScripts,
  polyfillAsModule,
  withoutMarkup,
  withoutPlatforms,
  withPackagedImport,
  withSharedModules,
} from './utils/commands/index.ts';
import { FRAMES, HOSTS, MARKERS, PLATFORMS } from './utils/reading/platforms/index.ts';

/** The build for the demo and the browser tests also reads threads served on this machine; what is shipped never does. */
const loopback = process.env.STANDPOINT_LOOPBACK === '1';
/** One more site, as a match pattern, for `npm start -- --page FILE --url URL` of a forum at an address of its own. */
const site = process.env.STANDPOINT_SITE;

/** Another model's folder in place of the one that ships, for the browser tests: theirs is small and answers at once. */
const model = loopback ? process.env.STANDPOINT_MODEL : undefined;

const notices = createNotices();

/** What of ONNX Runtime lies in the package as it is; the rest is bundled. */
const RUNTIME = ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];
const MODEL = ['stance.onnx', 'stance.json', 'tokenizer.json'];
/** What the script for threads shares with its parts, by the names that `entrypoints/content/index.ts` gives them. */
const SHARED = {
  preact: 'preact',
  hooks: 'preact/hooks',
  jsx: 'preact/jsx-runtime',
  signals: '@preact/signals',
  reader: 'utils/reader/index.ts',
};
const installed = createRequire(import.meta.url).resolve;

const written = (expression: RegExp | undefined) => expression && [expression.source, expression.flags];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  i18n: { localesDir: 'utils/texts/locales' },
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [
      polyfillAsModule(),
      withoutMarkup(),
      withPackagedImport(`/runtime/${RUNTIME[0]}`),
      withSharedModules('sidebar', SHARED),
      withoutPlatforms('content'),
      lightScripts(['loader', 'embed']),
      {
        name: 'notices',
        generateBundle: (_, bundle) => {
          for (const part of Object.values(bundle)) if (part.type === 'chunk') notices.add(Object.keys(part.modules));
        },
      },
    ],
    // Else the bundler would put the runtime's WebAssembly into the script, as text.
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'production'] },
    define: {
      PLATFORM_HOSTS: JSON.stringify(HOSTS),
      PLATFORM_MARKERS: JSON.stringify(MARKERS),
      PLATFORM_LINES: JSON.stringify(PLATFORMS.map(({ marker }) => marker).join(',\n')),
      PLATFORM_NAMES: JSON.stringify(PLATFORMS.map(({ name }) => name).join(' ')),
      PLATFORM_FRAMES: JSON.stringify(FRAMES),
      PLATFORM_TABLE: JSON.stringify(
        PLATFORMS.map(({ name, marker, address, thread }) => ({ name, marker, address: written(address), thread: written(thread) })),
      ),
    },
  }),
  outDirTemplate: `${loopback ? (model ? 'small-' : 'loopback-') : ''}{{browser}}-mv{{manifestVersion}}{{modeSuffix}}`,
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus', ...(browser === 'firefox' ? [] : ['offscreen'])],
    // Asked for by the reader's click alone, a site at a time or all at once.
    optional_host_permissions: ['*://*/*'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+S' } },
      read: { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_menu_command__' },
    },
    // `wxt dev` reloads over a socket that the strict policy would close.
    ...(command === 'build' && { content_security_policy: { extension_pages: policy } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'standpoint@standpoint.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {
          minimum_chrome_version: '126',
          // Without isolation there is no memory that threads can share.
          cross_origin_embedder_policy: { value: 'require-corp' },
          cross_origin_opener_policy: { value: 'same-origin' },
        }),
  }),
  hooks: {
    'build:publicAssets': async ({ config }, files) => {
      const names = PLATFORMS.map(({ name }) => name);
      for (const { name, text } of await platformScripts(config.root, names))
        files.push({ contents: text, relativeDest: `platforms/${name}.js` });
      for (const file of files) {
        if (model && MODEL.includes(file.relativeDest)) Object.assign(file, { absoluteSrc: join(model, file.relativeDest) });
      }
      for (const part of RUNTIME) files.push({ absoluteSrc: installed(`onnxruntime-web/${part}`), relativeDest: `runtime/${part}` });
    },
    'build:done': (wxt) => writeFileSync(join(wxt.config.outDir, 'NOTICES.txt'), notices.text()),
    'build:manifestGenerated': (_, manifest) => {
      // What is said of pages that nobody speaks for, where WXT puts the title of the popup.
      if (manifest.action) manifest.action.default_title = '__MSG_toolbar_idle__';
      if (!loopback) return;
      const added = ['*://127.0.0.1/*', ...(site ? [site] : [])];
      // Comments in a frame stand at one address here; else their script would run, and be measured, on every page.
      const frames = added.map((pattern) => pattern.replace(/\*$/, 'page/disqus.html*'));
      for (const script of manifest.content_scripts ?? []) script.matches?.push(...(script.all_frames ? frames : added));
      manifest.host_permissions = [...(manifest.host_permissions ?? []), ...added];
    },
  },
});

/** What the extension's own pages may do: run and show what is in the package, and nothing else. */
const policy = [
  "default-src 'none'",
  // the model runs in WebAssembly
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
