import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { drawIcons, FOLDER } from '../../../utils/commands/icons.ts';

it('are drawn from their one source, in every size that browsers and stores ask for', async () => {
  for (const [size, drawn] of await drawIcons()) {
    const shipped = readFileSync(join(FOLDER, `${size}.png`));
    expect(shipped.equals(drawn), `public/icon/${size}.png is not what npm run icons draws`).toBe(true);
    expect([shipped.readUInt32BE(16), shipped.readUInt32BE(20)], 'width and height in the head of the file').toEqual([size, size]);
  }
});
