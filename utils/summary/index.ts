// The door of the room: all that others know of it.
export { type Counted, type Division, divisionsOf, type Story, storiesOf } from './division.ts';
export type { AgreedComment } from './exchanges/commonGround.ts';
export type { ConcededPoint } from './exchanges/concessions.ts';
export { type Exchanges, exchangesOf } from './exchanges/index.ts';
export type { AnsweredBy, Question } from './exchanges/questions.ts';
export type { Rebuttal } from './exchanges/rebuttals.ts';
export {
  excerptRange,
  type Filter,
  filterComments,
  isEmpty,
  KINDS,
  type Kind,
  labelOf,
  matchRanges,
  NO_FILTER,
  searchTerms,
} from './filter.ts';
export { type Growth, type GrowthStep, growthOf } from './growth.ts';
export { type Known, knownOf } from './known.ts';
export { type Person, peopleOf } from './people.ts';
export { type Points, pointsOf } from './points/index.ts';
export type { Group, Point, Saying } from './points/point.ts';
export { type Summary, summarize } from './summarize.ts';
