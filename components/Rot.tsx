import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Health, type Missing, reportOf } from '../utils/health.ts';
import { formatCount } from './format.ts';

/** What a forum's pages no longer say to us, told in a sentence, and a report that the reader may pass on. */
export function Rot({ health, generic }: { health: Health; generic: boolean }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const report = reportOf(health, browser.runtime.getManifest().version);
  const copy = async () => {
    // Pages served without encryption have no clipboard, and some forbid it: then the report is there to be marked.
    const done = await navigator.clipboard?.writeText(report).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'yes' : 'refused');
  };
  return (
    <section class="rot" aria-label="What is missing">
      <p>{describe(health)}</p>
      {generic && <p>What follows was read by the shape of the page instead; names, times and replies may be less exact.</p>}
      <div class="choices">
        <button type="button" class="second" onClick={copy}>
          Copy report
        </button>
        <span role="status">{copied === 'yes' ? 'Copied.' : copied === 'refused' ? 'Copy it from here:' : ''}</span>
      </div>
      <details open={copied === 'refused'}>
        <summary>What the report says</summary>
        <pre>{report}</pre>
      </details>
    </section>
  );
}

const FIELDS: Partial<Record<Missing, string>> = { authors: 'name', times: 'time', words: 'words' };

function describe({ platform, missing, read, total }: Health): string {
  const changed = 'The forum may have changed its pages.';
  if (missing.includes('everything')) return `This page looks like one of ${platform}, but no comments were found in it. ${changed}`;
  const parts: string[] = [];
  if (missing.includes('comments')) {
    const count = total === null ? 'more' : formatCount(total);
    parts.push(`Only ${formatCount(read)} of ${count} comments could be read`);
  }
  const fields = missing.flatMap((what) => FIELDS[what] ?? []);
  if (fields.length > 0) parts.push(`most comments have no ${new Intl.ListFormat('en', { type: 'disjunction' }).format(fields)}`);
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. ${changed}`;
}
