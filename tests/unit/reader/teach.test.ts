import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readAdaptation } from '../../../utils/reader/adaptation.ts';
import { forget, learnAnew, teach } from '../../../utils/reader/teach.ts';
import { applyThresholds, DEFAULT_PRECISION } from '../../../utils/stance/applyThresholds.ts';
import { createTransformerModel } from '../../../utils/stance/transformer/transformer.ts';
import { STANCES, type Stance, type Verdict } from '../../../utils/stance/verdict.ts';
import { testEncoder } from '../../fixtures/testEncoder.ts';
import { analysisOf, testModel } from '../../fixtures/testModel.ts';
import { threadOf } from '../../fixtures/threadOf.ts';

const model = await testModel();
const TITLE = 'The night ferry should be brought back';
const POST = 'The island needs its night ferry.';
const TARGET = `${TITLE}\n${POST}`;

beforeEach(() => fakeBrowser.reset());

/** Where a comment stands, in the eyes of a model that has learned what it has learned so far. */
async function stanceOf(text: string): Promise<Verdict> {
  const adaptation = await readAdaptation();
  const raw = await analysisOf(threadOf(TITLE, POST, [['a', null, text]]), adaptation ? { adaptation } : {});
  const { verdicts } = applyThresholds(raw, DEFAULT_PRECISION);
  return verdicts.a?.opening as Verdict;
}

const correct = (of: string, text: string, stance: Stance | null) => teach(model, { of, target: TARGET, text, stance });
const OPENINGS = ['Well', 'So', 'Now'];

describe("the reader's own copy of the model", () => {
  it('reads a phrase as the reader does, once they have said so three times', async () => {
    const fourth = 'My, that takes the biscuit, does it not.';
    const before = (await stanceOf(fourth)).probabilities.oppose ?? 0;
    for (const [index, word] of OPENINGS.entries()) await correct(`thread ${index}`, `${word}, that takes the biscuit.`, 'oppose');
    const after = await stanceOf(fourth);
    expect(after.probabilities.oppose).toBeGreaterThan(before + 0.1);
    expect(after.best).toBe('oppose');
  });

  it.each(['I agree.', 'Yes, good, exactly right.', 'No, that is bad.', 'I disagree.', 'Wrong, wrong. Nonsense.'])(
    'is not talked out of what it is sure of by one click: %s',
    async (text) => {
      const before = await stanceOf(text);
      expect(before.stance).toBe(before.best);
      for (const said of STANCES) {
        await forget();
        await correct('thread 1', text, said);
        expect((await stanceOf(text)).best).toBe(before.best);
      }
    },
  );

  it('forgets what one correction taught when that is undone, and nothing else', async () => {
    await correct('thread 1', 'That takes the biscuit.', 'oppose');
    const one = await readAdaptation();
    await correct('thread 2', 'Three cheers for the captain.', 'support');
    await correct('thread 2', 'Three cheers for the captain.', null);
    expect(await readAdaptation()).toEqual(one);
    await correct('thread 1', 'That takes the biscuit.', null);
    expect(await readAdaptation()).toBeNull();
  });

  it('learns the last word on a comment alone, however often the reader changes their mind', async () => {
    await correct('thread 1', 'That takes the biscuit.', 'oppose');
    const once = await readAdaptation();
    await correct('thread 1', 'That takes the biscuit.', 'support');
    await correct('thread 1', 'That takes the biscuit.', 'oppose');
    expect(await readAdaptation()).toEqual(once);
  });

  it('begins anew with a new model, whose weights mean something else', async () => {
    await correct('thread 1', 'That takes the biscuit.', 'oppose');
    const parts = await testEncoder();
    await teach(createTransformerModel({ ...parts, encoder: { ...parts.encoder, name: 'another' } }), {
      of: 'thread 2',
      target: TARGET,
      text: 'Three cheers.',
      stance: 'support',
    });
    expect(await readAdaptation()).toMatchObject({ model: 'another', corrections: 1 });
  });

  it('learns again with a new model what the one before had learned, as its threads are read again', async () => {
    const parts = await testEncoder();
    const another = createTransformerModel({ ...parts, encoder: { ...parts.encoder, name: 'another' } });
    const thread = threadOf(TITLE, POST, [
      ['a', null, 'That takes the biscuit.'],
      ['b', null, 'Three cheers for the captain.'],
      ['c', null, 'The boat is blue.'],
    ]);
    const said = { stances: { a: 'oppose', b: 'support' } } as const;
    await learnAnew(another, thread, said);
    expect(await readAdaptation(), 'where nothing had been learned, nothing is').toBeNull();
    await correct('elsewhere', 'That takes the biscuit.', 'oppose');
    const before = await readAdaptation();
    await learnAnew(model, thread, said);
    expect(await readAdaptation(), 'of the same model all is known').toEqual(before);
    await learnAnew(another, thread, said);
    const adaptation = await readAdaptation();
    expect(adaptation).toMatchObject({ model: 'another', corrections: 2, anew: true });
    await learnAnew(another, thread, said);
    expect(await readAdaptation(), 'each once').toEqual(adaptation);
    await forget();
    await learnAnew(another, thread, said);
    expect(await readAdaptation(), 'and what was forgotten is not learned again').toBeNull();
  });

  it('keeps what it has while a model that cannot learn is at work', async () => {
    await correct('thread 1', 'That takes the biscuit.', 'oppose');
    const before = await readAdaptation();
    await teach({ name: 'another', analyze: model.analyze }, { of: 'thread 2', target: TARGET, text: 'Three cheers.', stance: 'support' });
    expect(await readAdaptation()).toEqual(before);
  });

  it('forgets all at once', async () => {
    await correct('thread 1', 'That takes the biscuit.', 'oppose');
    await forget();
    expect(await readAdaptation()).toBeNull();
  });
});
