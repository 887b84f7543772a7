// The door of the room: all that others know of it.
export { describeCoverage } from './coverage.ts';
export { formatPart, formatShare, formatTime, isolated } from './format.ts';
export { sentencesToCome } from './roomForSentences.ts';
export {
  countedWord,
  describeConfidence,
  describeReason,
  describeStance,
  describeTowards,
  likeliest,
  longestCountedWord,
  nameInSentence,
  WORDS,
  wordOf,
} from './stanceTexts.ts';
export { direction, formatCount, language, markLanguage, t, tCount } from './texts.ts';
export { describePlaced, describeSide, titleOfSide } from './threadSentences.ts';
