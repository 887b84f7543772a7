// The door of the room: all that others know of it.
export { displayName, pseudonyms, sameAuthor } from './authors.ts';
export { withEarlierWords } from './edited.ts';
export { type InsertionPoint, merge, saysTheSame } from './merge.ts';
export { momentOf } from './moment.ts';
export { purgeWatch } from './purged.ts';
export { digits, Finder, remember, setParent } from './references.ts';
export { parentOf, type Tree, treeOf, withoutCircles } from './replies.ts';
export { beginningOf, sentenceRanges, sentencesOf, type TextRange } from './sentences.ts';
export { type Comment, type Quote, type Reading, type Thread, UNKNOWN_COMMENT } from './thread.ts';
