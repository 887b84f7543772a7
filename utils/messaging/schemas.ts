import * as v from 'valibot';
import { type Corrections, LABELS, type Label, type RawAnalysis, type RawVerdict, STANCES, type TrainingExample } from '../stance/index.ts';
import type { Summary } from '../summary/index.ts';
import type { Comment, Thread } from '../thread/index.ts';
import { type Messages, PART_NAMES } from './messages.ts';
import { type FrameState, ORDERS, type PageState } from './pageState.ts';

// What crosses processes is looked at before it is acted on. A page cannot send messages, but a part of the browser that a page has broken
// into could, in the name of our own script there; and versions of the extension may meet while it is updated.

/** An object of which every value has a shape, whatever it is called: names are ids of comments, and these may be any words. */
export const mapOf = <Value>(value: v.GenericSchema<Value>) =>
  v.custom<Record<string, Value>>((input) => isObject(input) && Object.values(input).every((one) => v.is(value, one)));

/** Numbers, lists of them, and objects of these. */
const areNumbers = (input: unknown): boolean =>
  typeof input === 'number' || (typeof input === 'object' && input !== null && Object.values(input).every(areNumbers));

/** Whether something is an object and no list. */
export function isObject(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

const text = v.nullable(v.string());
const stance = v.picklist(STANCES);
/** A number that is not negative. */
export const count = v.pipe(v.number(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const comment: v.GenericSchema<Comment> = v.object({
  id: v.string(),
  parent: text,
  author: text,
  text: v.string(),
  quotes: v.array(v.object({ of: text, text: v.string() })),
  time: text,
  score: v.nullable(v.number()),
  permalink: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//))),
  deleted: v.boolean(),
});

const thread: v.GenericSchema<Thread> = v.object({
  platform: v.string(),
  url: v.string(),
  title: v.string(),
  opening: v.nullable(comment),
  comments: v.array(comment),
  total: v.nullable(count),
  unreadable: count,
});

const verdict: v.GenericSchema<RawVerdict> = v.object({
  best: v.nullable(stance),
  confidence: share,
  probabilities: v.custom<RawVerdict['probabilities']>((input) => isObject(input) && areNumbers(input)),
  evidence: v.array(v.object({ start: count, end: count, weight: v.number() })),
  because: v.picklist(['words', 'tree', 'author', 'reader', 'language', 'empty', 'pending']),
});

const proposition = v.object({
  text: v.string(),
  of: v.picklist(['title', 'opening', 'reader']),
  kind: v.picklist(['claim', 'question']),
});

const analysis: v.GenericSchema<RawAnalysis> = v.object({
  model: v.string(),
  proposition,
  verdicts: mapOf(v.object({ opening: verdict, parent: v.nullable(v.union([verdict, v.literal('opening')])) })),
  thresholds: v.exactOptional(v.custom<NonNullable<RawAnalysis['thresholds']>>(areNumbers)),
});

const summary: v.GenericSchema<Summary> = v.object({
  proposition,
  read: count,
  total: v.nullable(count),
  division: v.custom<Record<Label, number>>((input) => isObject(input) && LABELS.every((label) => v.is(count, Reflect.get(input, label)))),
  leading: v.object({ support: v.array(v.string()), oppose: v.array(v.string()) }),
  dissent: text,
  suspected: v.array(v.string()),
});

/** What the reader set in one thread. */
export const corrections: v.GenericSchema<Corrections> = v.object({ stances: mapOf(stance), proposition: v.exactOptional(v.string()) });

const trainingExample: v.GenericSchema<TrainingExample> = v.object({
  of: v.string(),
  target: v.string(),
  text: v.string(),
  stance: v.nullable(stance),
});

const hold = v.nullable(v.picklist(['paused', 'saving']));
const state = v.picklist(['reading', 'analyzing', 'done', 'failed']);

const frameState: v.GenericSchema<FrameState> = v.object({
  thread,
  scored: v.nullable(analysis),
  pending: v.boolean(),
  hold,
  failure: text,
});

const pageState: v.GenericSchema<PageState> = v.object({
  platform: text,
  title: v.string(),
  state,
  failure: text,
  work: v.object({ state, hold, read: count, total: count }),
  summary: v.nullable(summary),
  labels: v.exactOptional(v.array(v.number())),
  refused: v.boolean(),
  inFrame: v.boolean(),
});

/** Nothing at all; what crosses processes as JSON may have become `null`. */
const nothing = v.nullish(v.never()) as v.GenericSchema<undefined>;

const platform = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/));

/** What each kind of message must hold. */
export const MESSAGE_SCHEMAS: { [Type in keyof Messages]: v.GenericSchema<Parameters<Messages[Type]>[0]> } = {
  bringThread: v.nullable(platform),
  bringPart: v.picklist(PART_NAMES),
  bringPlatform: platform,
  analyze: v.object({ thread, said: corrections, inView: v.array(v.string()), reach: v.nullable(count) }),
  analyzeOn: v.string(),
  weigh: v.object({ thread, said: corrections, id: v.string(), stance }),
  look: v.array(v.string()),
  leaveOff: nothing,
  learn: trainingExample,
  forget: nothing,
  tellToolbar: v.nullable(pageState),
  openOptions: v.object({ section: v.pipe(v.string(), v.regex(/^[a-z]*$/)), diagnosed: v.exactOptional(v.pipe(count, v.integer())) }),
  openViewer: nothing,
  tellPage: frameState,
  askFrames: v.object({ jump: text }),
  orderTab: v.picklist(ORDERS),
  showFrame: frameState,
  turnSidebar: nothing,
  tellAgain: nothing,
  jump: v.string(),
  describe: nothing,
  diagnose: nothing,
  export: nothing,
  order: v.picklist(ORDERS),
};
