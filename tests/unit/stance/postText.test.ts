import { describe, expect, test } from 'vitest';
import { postTextOf } from '../../../utils/stance/postText.ts';
import { propositionOf } from '../../../utils/stance/proposition.ts';

const POST = 'I went there last week. I propose that the harbour stays open in winter. See you there.';

describe('what the model reads of an opening post', () => {
  test('a title that states the claim stands alone before the post', () => {
    expect(postTextOf('The harbour should stay open in winter', POST)).toEqual(['The harbour should stay open in winter', POST]);
  });

  test('a claim made in the post comes before a title that makes none', () => {
    expect(postTextOf('Harbour', POST)).toEqual(['I propose that the harbour stays open in winter.', 'Harbour', POST]);
  });

  test('a question that proposes something is read as the proposal, in the title, in the post and in the reader’s words', () => {
    expect(postTextOf('Should the harbour stay open?', 'It costs little.')).toEqual([
      'I propose: the harbour stay open.',
      'It costs little.',
    ]);
    expect(postTextOf('Harbour', 'Should we keep the harbour open all winter? It costs little.')[0]).toBe(
      'I propose: we keep the harbour open all winter.',
    );
    expect(postTextOf('Harbour', POST, 'Should we close it?')).toEqual(['I propose: we close it.']);
  });

  test('the reader’s own wording replaces all of it', () => {
    expect(postTextOf('Harbour', POST, ' Close the harbour ')).toEqual(['Close the harbour']);
  });
});

describe('where the claim of a thread is found', () => {
  const claimOf = (title: string, text: string) => propositionOf({ title, opening: { text } }, 0).text;

  test.each([
    [
      'A topic nobody has answered yet',
      'Hello. I propose that we move the meeting to Monday. Best, A.',
      'I propose that we move the meeting to Monday.',
    ],
    [
      'Question about the bridge',
      'I drove over it today. The bridge must be repaired before winter. That is all.',
      'The bridge must be repaired before winter.',
    ],
    [
      'Thoughts?',
      'Unpopular opinion: the old logo was better than the new one. Discuss.',
      'Unpopular opinion: the old logo was better than the new one.',
    ],
    ['My rant of the day', 'It rained. We should ban leaf blowers in this town. Rant over.', 'We should ban leaf blowers in this town.'],
    ['Bridge', 'Should we build a second bridge over the river? I have been there.', 'Should we build a second bridge over the river?'],
  ])('“%s” claims what its post says', (title, text, claim) => {
    expect(claimOf(title, text)).toBe(claim);
  });

  test.each([
    'CMV: Cats are better than dogs',
    'Unpopular opinion: winter is the best season',
    'The harbour should not be closed in winter',
    '[Serious] Trains are better than planes',
  ])('the title “%s” is the claim itself', (title) => {
    expect(claimOf(title, 'Something else that we should do. We must do it.')).toBe(title);
  });
});
