import type { Analysis, Verdict } from '../stance/index.ts';
import type { Summary } from '../summary/index.ts';
import { type Comment, pseudonyms, type Thread } from '../thread/index.ts';

type ExportedVerdict = Verdict & { setBy: 'model' | 'reader' };
type ExportedComment = Comment & { stance: { opening: ExportedVerdict; parent: ExportedVerdict | null } };
/** Comments still to be read are counted only where there are any. */
type ExportedSummary = Omit<Summary, 'proposition' | 'read' | 'total' | 'division'> & {
  division: Omit<Summary['division'], 'pending'> & { pending?: number };
};

/** An exported thread, as `public/export.schema.json` describes it. */
export interface Export {
  format: 'standpoint-thread';
  version: 2;
  exportedAt: string;
  tool: { name: 'Standpoint'; version: string };
  model: string;
  thread: Omit<Thread, 'comments' | 'total' | 'unreadable'> & { proposition: Analysis['proposition']; comments: ExportedComment[] };
  coverage: { read: number; total: number | null; unreadable: number };
  summary: ExportedSummary;
}

/** What an export says of itself, and how it names people. */
export interface ExportOptions {
  /** The extension's version. */
  version: string;
  exportedAt: Date;
  /** Whether authors are named "Person 1", "Person 2", … in the order of their appearance. What they wrote stays as it is. */
  pseudonyms?: boolean;
}

/** A thread with all that was made out of it, as plain JSON. The same thread and analysis give the same bytes apart from `exportedAt`. */
export function exportThread(thread: Thread, analysis: Analysis, summary: Summary, options: ExportOptions): Export {
  const { comments, total, unreadable, ...rest } = thread;
  const shownName = options.pseudonyms ? pseudonyms(thread) : (author: string | null) => author;
  const { proposition: _, read, total: __, division, ...figures } = summary;
  const { pending, ...known } = division;
  return {
    format: 'standpoint-thread',
    version: 2,
    exportedAt: options.exportedAt.toISOString(),
    tool: { name: 'Standpoint', version: options.version },
    model: analysis.model,
    thread: {
      ...rest,
      opening: rest.opening && { ...rest.opening, author: shownName(rest.opening.author) },
      proposition: analysis.proposition,
      comments: comments.map((comment) => {
        const { opening = PENDING, parent = null } = analysis.verdicts[comment.id] ?? {};
        return {
          ...comment,
          author: shownName(comment.author),
          stance: { opening: exported(opening), parent: parent && exported(parent) },
        };
      }),
    },
    coverage: { read, total, unreadable },
    summary: { division: pending > 0 ? division : known, ...figures },
  };
}

const PENDING: Verdict = { stance: 'pending', best: null, confidence: 0, probabilities: {}, evidence: [], because: 'pending' };

/** Browsers differ in the last digits of logarithms; four digits are more than the model knows anyway. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

function exported({ lost, ...verdict }: Verdict): ExportedVerdict {
  return {
    ...verdict,
    confidence: rounded(verdict.confidence),
    probabilities: Object.fromEntries(Object.entries(verdict.probabilities).map(([stance, share]) => [stance, rounded(share)])),
    evidence: verdict.evidence.map((one) => ({ ...one, weight: rounded(one.weight) })),
    setBy: verdict.because === 'reader' ? 'reader' : 'model',
  };
}
