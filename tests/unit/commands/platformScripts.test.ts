// @vitest-environment node
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { platformScripts } from '../../../utils/commands/build/platformScripts.ts';

test('a platform becomes a script that lays it ready beside the others', async () => {
  const scripts = await platformScripts(join(import.meta.dirname, '../../..'), ['hackernews', 'discourse-nested']);
  const page: { standpointPlatforms?: Record<string, { name: string; comment: string }> } = {};
  for (const { text } of scripts) runInNewContext(text, page);
  expect(Object.keys(page.standpointPlatforms ?? {}).sort()).toEqual(['discourse-nested', 'hackernews']);
  expect(page.standpointPlatforms?.['discourse-nested']?.comment).toBe('.nested-post');
});
