import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTokenizer } from '../../../../utils/stance/encoder/tokenize.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../fixtures/encoder', name), 'utf8');

test('texts of all scripts, of emoji and of control characters fall into the pieces that training saw', () => {
  const { pieces } = readTokenizer(fixture('tokenizer.json'));
  const expected: [string, number[]][] = JSON.parse(fixture('pieces.json'));
  expect(expected.length).toBeGreaterThan(200);
  expect(expected.map(([text]) => [text, pieces(text)])).toEqual(expected);
});
