import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import type { Analysis } from '../stance/index.ts';
import { t } from '../texts/index.ts';
import type { Reading } from '../thread/index.ts';
import type { Export } from './record.ts';
import { upgraded } from './upgrade.ts';

/** Why a file was not opened: where in it, as a JSON pointer (empty for the file as a whole), and what is wrong there. */
export interface Refusal {
  pointer: string;
  reason: string;
}

/** More than ten times as long as the longest threads there are. */
export const LONGEST_FILE = 200_000_000;

/**
 * Reads the text of an exported file. `schema` is the one that ships with the extension; it is interpreted rather than compiled, since
 * pages of extensions may not make code out of text. What the schema cannot say is asked afterwards: ids differ, nobody answers themselves.
 */
export function openExport(text: string, schema: Schema): { file: Export } | { refusal: Refusal } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { refusal: { pointer: '', reason: t('viewer.reason.json', { error: String((error as Error).message).slice(0, 200) }) } };
  }
  value = upgraded(value);
  const { errors } = new Validator(schema, '2020-12', true).validate(value);
  const [wrong] = errors.filter(({ keyword }) => !OUTER.has(keyword));
  if (wrong) return { refusal: { pointer: pointerOf(wrong), reason: reasonOf(wrong) } };
  const file = value as Export;
  const refusal = contradictionIn(file);
  return refusal ? { refusal } : { file };
}

/** These only say that something within them is wrong. */
const OUTER = new Set(['$ref', 'properties', 'items', 'anyOf', 'additionalProperties', 'unevaluatedProperties', 'propertyNames']);

function pointerOf({ instanceLocation }: OutputUnit): string {
  return instanceLocation.replace(/^#/, '').slice(0, 300);
}

function reasonOf({ keyword, error }: OutputUnit): string {
  switch (keyword) {
    case 'required':
      return t('viewer.reason.required', { name: error.split('"')[1] ?? '' });
    case 'const':
    case 'enum':
      return t('viewer.reason.value');
    case 'type':
    case 'pattern':
    case 'minimum':
    case 'maximum':
    case 'minLength':
    case 'maxItems':
    case 'false':
      return t(`viewer.reason.${keyword}`);
    default:
      return error;
  }
}

function contradictionIn({ exportedAt, thread }: Export): Refusal | null {
  if (Number.isNaN(Date.parse(exportedAt))) return { pointer: '/exportedAt', reason: t('viewer.reason.pattern') };
  const parents = new Map<string, string | null>();
  if (thread.opening) parents.set(thread.opening.id, null);
  for (const [index, { id, parent }] of thread.comments.entries()) {
    if (parents.has(id)) return { pointer: `/thread/comments/${index}/id`, reason: t('viewer.reason.twice') };
    parents.set(id, parent);
  }
  /** Comments from which going from parent to parent is known to end. */
  const ends = new Set<string>();
  for (const [index, { id }] of thread.comments.entries()) {
    const path = new Set<string>();
    for (let ancestor: string | null = id; ancestor !== null && !ends.has(ancestor); ancestor = parents.get(ancestor) ?? null) {
      if (path.has(ancestor)) return { pointer: `/thread/comments/${index}/parent`, reason: t('viewer.reason.circle') };
      path.add(ancestor);
    }
    for (const passed of path) ends.add(passed);
  }
  return null;
}

/** What a session holds of a thread that was read from a page, made of a file. No page, no places. */
export function sessionFrom({ thread, coverage, model }: Export): { reading: Reading; analysis: Analysis } {
  const { proposition, comments, ...rest } = thread;
  // Ids are the forum's own and may be words that mean something to the language.
  const verdicts: Analysis['verdicts'] = Object.create(null);
  for (const { id, stance } of comments) if (stance.opening.stance !== 'pending') verdicts[id] = stance;
  const read = comments.map(({ stance: _, ...comment }) => comment);
  return {
    reading: { thread: { ...rest, comments: read, total: coverage.total, unreadable: coverage.unreadable }, elements: new Map() },
    analysis: { model, proposition, verdicts },
  };
}
