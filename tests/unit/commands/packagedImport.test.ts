import { expect, test } from 'vitest';
import { withPackagedImport } from '../../../utils/commands/build/packagedImport.ts';

const RUNTIME = '/x/node_modules/onnxruntime-web/dist/ort.wasm.min.mjs';

function bundled(code: string, modules: Record<string, { renderedLength: number }> = { [RUNTIME]: { renderedLength: 10 } }) {
  const chunk = { type: 'chunk' as const, code, modules };
  withPackagedImport('/runtime/part.mjs').generateBundle(null, { 'modelWorker.js': chunk });
  return chunk.code;
}

test('the script that loads the runtime’s own part names the file of the package, whether or not its comments were kept', () => {
  expect(bundled('const a=async e=>(await import(e)).default')).toBe('const a=async e=>(await import("/runtime/part.mjs")).default');
  expect(bundled('(await import(/*webpackIgnore:true*/ /*@vite-ignore*/n)).default')).toBe('(await import("/runtime/part.mjs")).default');
});

test('scripts of which the runtime is no part are left as they are', () => {
  for (const modules of [{ '/x/utils/page.ts': { renderedLength: 10 } }, { [RUNTIME]: { renderedLength: 0 } }])
    expect(bundled('import(e)', modules)).toBe('import(e)');
});

test('a runtime that loads nothing by name, or more than one thing, stops the build', () => {
  expect(() => bundled('const a=1')).toThrow(/modelWorker\.js.*0 imports/);
  expect(() => bundled('import(a);import(b)')).toThrow(/2 imports/);
});
