/** ONNX Runtime loads its own part by a name that it is given; left as it is by the bundler, comments and all. */
const IMPORT = /\bimport\(\s*(?:\/\*[^*]*\*\/\s*)*[\w$]+\s*\)/g;

/** As much of the bundler's chunk as is needed. */
interface Chunk {
  type: 'asset' | 'chunk';
  code?: string;
  modules?: Record<string, { renderedLength: number }>;
}

/**
 * Writes the place of ONNX Runtime's own part in the package into the script that loads it, so that reviewers of the stores, and their
 * linter, can see that nothing else is ever loaded. Throws where the runtime has changed so much that this must be looked at again.
 */
export function withPackagedImport(path: string) {
  return {
    name: 'with-packaged-import',
    generateBundle(_: unknown, bundle: Record<string, Chunk>): void {
      for (const [name, chunk] of Object.entries(bundle)) {
        if (chunk.code === undefined || !holdsRuntime(chunk)) continue;
        const found = chunk.code.match(IMPORT) ?? [];
        if (found.length !== 1)
          throw new Error(
            `${name} holds ONNX Runtime with ${found.length} imports of a name, not one; see utils/commands/build/packagedImport.ts.`,
          );
        chunk.code = chunk.code.replace(IMPORT, `import(${JSON.stringify(path)})`);
      }
    },
  };
}

const holdsRuntime = ({ modules = {} }: Chunk): boolean =>
  Object.entries(modules).some(([id, { renderedLength }]) => renderedLength > 0 && id.replaceAll('\\', '/').includes('/onnxruntime-web/'));
