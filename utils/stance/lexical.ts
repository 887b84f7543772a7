import { learn } from './adapt.ts';
import { analyze } from './analyze.ts';
import type { Model as Classifier } from './model/classifier.ts';
import type { Model } from './model.ts';

/** The classifier of words and phrases as a model: one analysis, at once, and it learns. */
export function lexicalModel(classifier: Classifier): Model {
  return {
    name: classifier.name,
    async *analyze(thread, options) {
      yield analyze(classifier, thread, options);
    },
    adapt: async (lesson, correction) => learn(classifier, lesson, correction),
  };
}
