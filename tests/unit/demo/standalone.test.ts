// @vitest-environment node
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { standalone } from '../../demo/drawn/standalone.ts';

const HOSTILE = `<html><head><meta charset="latin1"><meta http-equiv="refresh" content="0; url=https://away.example/"><base href="https://away.example/">
  <link rel="stylesheet" href="https://away.example/style.css"><script>alert(1)</script></head>
  <body onload="alert(2)"><p id="one">Grüße</p><iframe src="https://away.example/"></iframe></body></html>`;

test('a drawn page says in its first lines that nothing may run or be loaded, and holds nothing that would', () => {
  const html = standalone(new JSDOM(HOSTILE).window.document);
  expect(html).toMatch(
    /^<!doctype html>\n<html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';/,
  );
  expect(html).not.toMatch(/away\.example|alert|latin1/);
  expect(html).toContain('Grüße');
});

test('what stands in shadow roots, and in roots within them, is written so that a parser makes the same of it', () => {
  const { document } = new JSDOM(HOSTILE).window;
  const outer = document.getElementById('one')?.attachShadow({ mode: 'open' });
  const inner = document.createElement('span');
  outer?.append(inner, 'after');
  inner.attachShadow({ mode: 'open' }).append('<within>');
  expect(standalone(document)).toContain(
    '<p id="one"><template shadowrootmode="open"><span><template shadowrootmode="open">&lt;within&gt;</template></span>after</template>Grüße</p>',
  );
});
