import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../utils/commands/readModel.ts';
import { emptyLesson, learn, taught } from '../../../utils/stance/adapt.ts';
import { analyze } from '../../../utils/stance/analyze.ts';
import { scorePair } from '../../../utils/stance/model/classifier.ts';
import type { Lesson } from '../../../utils/stance/model.ts';
import { threadOf } from '../../fixtures/threadOf.ts';

const model = await readModelFile();
const target = 'The night ferry should be brought back\nThe island needs it.';
const subjects = 'buses trains bridges tunnels markets schools libraries harbours cafes museums gardens'.split(' ');
const said = (subject: string) => `Big oof energy around the ${subject} here`;
const supports = (lesson: Lesson, text: string) => scorePair(taught(model, lesson), { target, text }).probabilities.support ?? 0;

describe('what corrections teach', () => {
  it('is that ten of one phrase change the eleventh comment that holds it', () => {
    const eleventh = said('gardens');
    const untaught = scorePair(model, { target, text: eleventh });
    const wanted = untaught.best === 'support' ? 'oppose' : 'support';
    let lesson = emptyLesson(model);
    for (const subject of subjects.slice(0, 10)) lesson = learn(model, lesson, { target, text: said(subject), stance: wanted });
    expect(scorePair(taught(model, lesson), { target, text: eleventh }).best).toBe(wanted);
    expect(lesson.corrections).toBe(10);
  });

  it('is never enough after one click to overturn what the model is sure of', () => {
    const sure = 'No, you are wrong. That is simply not true and makes no sense at all.';
    const before = scorePair(model, { target, text: sure });
    expect(before.best).toBe('oppose');
    const lesson = learn(model, undefined, { target, text: sure, stance: 'support' });
    const after = scorePair(taught(model, lesson), { target, text: sure });
    expect(after.best).toBe('oppose');
    expect(after.probabilities.support).toBeGreaterThan(before.probabilities.support ?? 1);
  });

  it('stays bounded however often the reader insists', () => {
    let lesson = emptyLesson(model);
    for (let click = 0; click < 200; click++) lesson = learn(model, lesson, { target, text: said('buses'), stance: 'support' });
    expect(Math.max(...Object.values(lesson.shifts).flat().map(Math.abs))).toBeLessThanOrEqual(0.5);
  });

  it('survives being stored as JSON, and is nothing once reset', () => {
    const lesson = learn(model, undefined, { target, text: said('buses'), stance: 'support' });
    const stored = JSON.parse(JSON.stringify(lesson)) as Lesson;
    expect(supports(stored, said('trains'))).toBe(supports(lesson, said('trains')));
    expect(supports(emptyLesson(model), said('trains'))).toBe(scorePair(model, { target, text: said('trains') }).probabilities.support);
  });

  it('is passed over when it was learned on another model', () => {
    const lesson = { ...learn(model, undefined, { target, text: said('buses'), stance: 'support' }), model: 'an older one' };
    expect(taught(model, lesson)).toBe(model);
  });

  it('reaches the analysis of a thread', () => {
    const thread = threadOf('The night ferry should be brought back', 'The island needs it.', [['a', null, said('gardens')]]);
    const lesson = learn(model, undefined, { target, text: said('buses'), stance: 'support' });
    const chance = (options: { lesson?: Lesson }) => analyze(model, thread, options).verdicts.a?.opening.probabilities.support ?? 0;
    expect(chance({ lesson })).toBeGreaterThan(chance({}));
  });
});

describe('a correction in a thread', () => {
  it('counts at once for its comment and turns what opposes it', () => {
    const thread = threadOf('The night ferry should be brought back', 'The island needs it.', [
      ['a', null, 'Well, there it is then, for everybody to see.'],
      ['b', 'a', 'No, you are wrong. That is simply not true.'],
    ]);
    const answer = (stance: 'support' | 'oppose') => analyze(model, thread, { corrections: { stances: { a: stance } } }).verdicts;
    expect(answer('oppose').a?.opening).toMatchObject({ best: 'oppose', because: 'reader' });
    expect(answer('oppose').b?.opening.probabilities.support).toBeGreaterThan(answer('support').b?.opening.probabilities.support ?? 1);
  });
});
