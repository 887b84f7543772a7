import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../utils/stance/encoder/config.ts';
import { askingOf } from '../../../utils/stance/openQuestion.ts';
import { propositionOf } from '../../../utils/stance/proposition.ts';
import { threadOf } from '../../fixtures/threadOf.ts';

/** As the model that ships has learned it. */
const { asking = [] } = readConfig(readFileSync(join(import.meta.dirname, '../../../public/stance.json'), 'utf8')).inference ?? {};
const of = (title: string, opening: string | null, reader?: string) =>
  propositionOf(threadOf(title, opening, []), askingOf(asking, title, opening ?? ''), reader);

describe('what a thread claims', () => {
  it('is its title where that states something, as in a link post', () => {
    expect(of('The harbour should stay open in winter', '')).toEqual({
      text: 'The harbour should stay open in winter',
      of: 'title',
      kind: 'claim',
    });
  });

  it('is a sentence of the opening post, word for word, where the title only names the subject', () => {
    const opening = 'I went there last week. I think the harbour should stay open in winter. See you there.';
    const { text, of: where } = of('Harbour', opening);
    expect(where).toBe('opening');
    expect(opening).toContain(text);
    expect(text).toBe('I think the harbour should stay open in winter.');
  });

  it('is nothing to side with where the post asks openly', () => {
    expect(of('What is your favourite harbour?', '').kind).toBe('question');
    expect(of('Which ferry should I take?', 'Any recommendations?').kind).toBe('question');
    expect(of('Favourite harbours', 'Just curious, what is your favourite harbour? Mine is the old one.').kind).toBe('question');
  });

  it('is a claim where the title only asks what the post then answers', () => {
    const opening = 'They say that it costs too much. That is wrong. The harbour should be open in winter, because the ferries need it.';
    expect(of('Why is the harbour still closed?', opening)).toEqual({
      text: 'The harbour should be open in winter, because the ferries need it.',
      of: 'opening',
      kind: 'claim',
    });
  });

  it('is what the post holds against a view, not the view that it tells of', () => {
    const opening =
      'There is a quiet shame in it. To walk along the harbour in winter is seen as giving in. Those who do are called odd. ' +
      'Walking in winter is not a loss of pride. It is a way to see the town.';
    expect(of('Why is walking in winter still seen as giving in?', opening)).toEqual({
      text: 'Walking in winter is not a loss of pride.',
      of: 'opening',
      kind: 'claim',
    });
  });

  it('is what the reader wrote, once they did', () => {
    expect(of('Harbour', 'Some text.', ' Harbours are fine ')).toEqual({ text: 'Harbours are fine', of: 'reader', kind: 'claim' });
  });

  it('is the title on a later page without the opening post', () => {
    expect(of('Harbour', null)).toEqual({ text: 'Harbour', of: 'title', kind: 'claim' });
  });
});
