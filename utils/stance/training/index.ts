// The third door of the room, for the commands alone: what rebuilds the model, which no package carries.
export { dataFolder, readThreads } from './dataset.ts';
export { fitInference } from './fitInference.ts';
export { isHeldOut } from './holdOut.ts';
export { knownWordsOf } from './knownWords.ts';
export { linesOf } from './lines.ts';
export { learnAsking } from './openQuestion.ts';
export { heldOutPairs, heldOutThreads, logitsOf, pairInputs, threadInputs } from './readHeldOut.ts';
export { writeReadings } from './readings.ts';
export { writeRows } from './rows.ts';
export { samplesOf } from './samples.ts';
