import { findBrowsers } from '../demo/browsers.ts';
import { buildExtension } from '../demo/build.ts';
import { openForum } from '../demo/forum.ts';
import { launch } from '../demo/launch.ts';
import { createReader } from './checks.ts';
import { checkDemo } from './demo.ts';
import { checkExports } from './exports.ts';
import { checkGrowth } from './growth.ts';
import { checkPages } from './pages.ts';

const browsers = findBrowsers();
const total = { passed: 0, failed: 0 };

for (const installed of browsers) {
  console.log(`\n${installed.name} (${installed.path})`);
  const extension = buildExtension(installed.engine);
  const forum = await openForum();
  const running = await launch(installed, extension, true);
  const reader = createReader(installed, running, forum);
  try {
    for (const checkAll of [checkPages, checkDemo, checkGrowth, checkExports])
      await reader.check(`${checkAll.name} ran to its end`, () => checkAll(reader));
  } finally {
    await running.close();
    forum.close();
  }
  total.passed += reader.passed;
  total.failed += reader.failed;
}

if (browsers.length === 0) {
  console.log('');
  console.log('THE BROWSER TESTS WERE SKIPPED: no browser was found.');
  console.log('Install Chromium, Chrome, Edge or Firefox, or name one in CHROME_PATH or FIREFOX_PATH.');
  if (process.env.CI === 'true') total.failed += 1;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
if (total.failed > 0) process.exitCode = 1;
