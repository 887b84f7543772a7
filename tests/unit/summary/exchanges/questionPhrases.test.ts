import { describe, expect, it } from 'vitest';
import { questionIn } from '../../../../utils/summary/exchanges/questionPhrases.ts';

describe('the question a comment puts', () => {
  it.each([
    ['How long does the ferry take in winter?', 'How long does the ferry take in winter?'],
    ['Nice write-up. Does it work without a licence? Thanks!', 'Does it work without a licence?'],
    ['Has anyone tried this with oat milk?', 'Has anyone tried this with oat milk?'],
    ['What is it? And how much would two of them cost?', 'And how much would two of them cost?'],
  ])('%s', (text, question) => expect(questionIn(text, false)).toBe(question));

  it.each([
    'Who cares about that?',
    'You did that, really?',
    'Are you kidding?',
    'It rains, right?',
    'So you would rather have none at all?',
    'There is no question here.',
    'See https://example.org/?page=2 for that?',
    'Really?',
  ])('%s is none', (text) => expect(questionIn(text, false)).toBe(null));

  it('asks nobody where the author goes on to answer it', () => {
    expect(
      questionIn(
        `Why do they build so high? ${'Because the ground is dear and everybody wants to live near the river. '.repeat(3)}`,
        false,
      ),
    ).toBe(null);
  });

  it('may open like a statement where the model takes the comment for a question', () => {
    expect(questionIn('The second one costs less in winter?', false)).toBe(null);
    expect(questionIn('The second one costs less in winter?', true)).toBe('The second one costs less in winter?');
  });
});
