import type { Export } from '../../utils/export/record.ts';
import { LABELS, type Label } from '../../utils/stance/verdict.ts';

/** What one comment does, and several do. */
const WORDS: Record<Label, [string, string]> = {
  support: ['supports', 'support'],
  oppose: ['opposes', 'oppose'],
  mixed: ['mixed', 'mixed'],
  neutral: ['neutral', 'neutral'],
  question: ['asks', 'ask'],
  unsure: ['unsure', 'unsure'],
  skipped: ['skipped', 'skipped'],
  pending: ['not read yet', 'not read yet'],
};

/** An exported thread's summary as a reader of the sidebar would tell it. Quotes are verbatim, cut where they are long. */
export function describe({ thread, coverage, summary }: Export): string {
  const { proposition, comments, title, platform } = thread;
  const quoted = (id: string) => {
    const { author, text } = comments.find((comment) => comment.id === id) ?? { author: null, text: '' };
    return `  ${author ?? 'Unknown author'}: “${shortened(text)}”`;
  };
  const section = (head: string, ids: string[]) => (ids.length > 0 ? ['', head, ...ids.map(quoted)] : []);
  const { support, oppose } = summary.leading;
  const counts = LABELS.filter((label) => (summary.division[label] ?? 0) > 0).map((label) => {
    const count = summary.division[label] ?? 0;
    return `${count} ${WORDS[label][count === 1 ? 0 : 1]}`;
  });
  // Where the forum counts fewer than there are, its count says nothing.
  const total = coverage.total === null || coverage.total < coverage.read ? '' : ` of ${coverage.total}`;
  const unreadable = coverage.unreadable > 0 ? `, ${coverage.unreadable} could not be read` : '';
  return [
    `${title} (${platform})`,
    `${proposition.kind === 'question' ? 'Asked' : 'Claimed'} in the ${proposition.of}: “${proposition.text}”`,
    `${coverage.read}${total} comments read${unreadable}: ${counts.join(', ') || 'none'}`,
    ...section('For it, most clearly:', support),
    ...section('Against it, most clearly:', oppose),
    ...section('The other side, perhaps:', summary.suspected),
    '',
  ].join('\n');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
