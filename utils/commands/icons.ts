/** `npm run icons`: draws the icons of all sizes anew out of their one source, `public/icon/standpoint.svg`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Where the icons are written. */
export const FOLDER = join(import.meta.dirname, '../../public/icon');
/** In pixels: toolbars, menus, lists of extensions, the stores. */
export const SIZES = [16, 32, 48, 96, 128];

/** PNG files by size. The same source gives the same bytes on every machine. */
export async function drawIcons(): Promise<Map<number, Uint8Array>> {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const source = readFileSync(join(FOLDER, 'standpoint.svg'), 'utf8');
  return new Map(SIZES.map((size) => [size, new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng()]));
}

if (import.meta.main) for (const [size, png] of await drawIcons()) writeFileSync(join(FOLDER, `${size}.png`), png);
