type Json = { [name: string]: Json | undefined } | Json[] | string | number | boolean | null;

const isRecord = (value: Json | undefined): value is { [name: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A file of version 1 as one of version 2, in which a comment that was not analysed is `skipped` instead of `unread`; anything else as it
 * is. Changes what it is given. Looks at nothing but what it renames: whether the file is as it must be is the schema's affair.
 */
export function upgraded(file: unknown): unknown {
  const value = file as Json;
  if (!isRecord(value) || value.version !== 1) return file;
  const { thread, summary } = value;
  const comments = isRecord(thread) && Array.isArray(thread.comments) ? thread.comments : [];
  for (const comment of comments) {
    const stances = isRecord(comment) ? comment.stance : null;
    for (const verdict of isRecord(stances) ? [stances.opening, stances.parent] : []) {
      if (isRecord(verdict) && verdict.stance === 'unread') verdict.stance = 'skipped';
    }
  }
  const division = isRecord(summary) ? summary.division : null;
  if (isRecord(division) && 'unread' in division && !('skipped' in division)) {
    division.skipped = division.unread;
    delete division.unread;
  }
  value.version = 2;
  return value;
}
