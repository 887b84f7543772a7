import { describe, expect, it } from 'vitest';
import { runSync } from '../../../../utils/chunked.ts';
import { type Exchanges, exchangesOf } from '../../../../utils/summary/exchanges/index.ts';
import { aThread, aVerdict, type Said } from '../../../fixtures/reading.ts';

const by = (author: string, text: string, said: Partial<Said> = {}): Said => ({ stance: 'neutral', author, text, parent: '0', ...said });
const AGAINST = aVerdict('oppose', { confidence: 0.8 });
const FOR = aVerdict('support', { confidence: 0.8 });

/** A thread that somebody called the opener began. */
function exchangesIn(said: Said[], kind: 'claim' | 'question' = 'claim'): Exchanges {
  const { reading, analysis } = aThread(said);
  analysis.proposition.kind = kind;
  Object.assign(reading.thread.opening ?? {}, { author: 'opener' });
  return runSync(exchangesOf(reading.thread, analysis));
}

describe('granted points and changed minds', () => {
  it('name the comment they are granted to, minds changed first, then those who come back', () => {
    const { concessions } = exchangesIn([
      by('ada', 'The tram is slower than the bus.'),
      by('ben', 'It is not, I timed both.', { parent: '1' }),
      by('cyd', 'Fair point.', { parent: '2' }),
      by('ada', "You're right about the mornings.", { parent: '2' }),
      by('dov', 'I stand corrected.', { parent: '2' }),
    ]);
    expect(concessions).toEqual([
      { comment: '5', text: 'I stand corrected.', kind: 'changed', to: '2', returned: false },
      { comment: '4', text: "You're right about the mornings.", kind: 'granted', to: '2', returned: true },
      { comment: '3', text: 'Fair point.', kind: 'granted', to: '2', returned: false },
    ]);
  });

  it('are the sentence alone, verbatim', () => {
    const { concessions } = exchangesIn([
      by('ada', 'The tram it is.'),
      by('ben', 'I was late today. Okay, fair enough! See you there.', { parent: '1' }),
    ]);
    expect(concessions[0]?.text).toBe('Okay, fair enough!');
  });

  it('are no mere agreement with the opening post, nor with oneself', () => {
    expect(exchangesIn([by('ada', 'Good point.'), by('ada', 'Fair point.', { parent: '1' })]).concessions).toEqual([]);
  });

  it('count of the opening poster as of anybody who comes back', () => {
    const { concessions } = exchangesIn([
      by('ada', 'It cannot be built there.'),
      by('opener', 'You have changed my mind.', { parent: '1' }),
    ]);
    expect(concessions[0]).toMatchObject({ comment: '2', kind: 'changed', returned: true });
  });
});

describe('head-on pairs', () => {
  it('set the two sentences that speak of the same side by side', () => {
    const { rebuttals } = exchangesIn([
      by('ada', 'The market was lovely. A tram line along the harbour costs more than it brings.'),
      by('ben', 'I was in Bergen last year. The harbour tram line brings more than any road because people shop there.', {
        parent: '1',
        towardsParent: AGAINST,
      }),
      by('cyd', 'Apples are dear this year.', { parent: '1', towardsParent: FOR }),
    ]);
    expect(rebuttals).toEqual([
      {
        said: { comment: '1', text: 'A tram line along the harbour costs more than it brings.' },
        answer: { comment: '2', text: 'The harbour tram line brings more than any road because people shop there.' },
        sure: true,
      },
    ]);
  });

  it('say where the opposition is only likely, and leave out what is not even that', () => {
    const said = (confidence: number) => [
      by('ada', 'A tram line along the harbour costs too much.'),
      by('ben', 'The harbour tram line pays for itself within ten years.', {
        parent: '1',
        towardsParent: aVerdict('unsure', { best: 'oppose', confidence }),
      }),
    ];
    expect(exchangesIn(said(0.55)).rebuttals[0]).toMatchObject({ sure: false });
    expect(exchangesIn(said(0.4)).rebuttals).toEqual([]);
  });

  it('show each comment once, beside the answer that opposes it most directly', () => {
    const answer = (author: string, text: string) => by(author, text, { parent: '1', towardsParent: AGAINST });
    const { rebuttals } = exchangesIn([
      by('ada', 'Cats keep the barn free of mice.'),
      answer('ben', 'I never liked the look of that place.'),
      answer('cyd', 'Cats leave half of the mice in the barn.'),
    ]);
    expect(rebuttals.map(({ answer }) => answer.comment)).toEqual(['3']);
  });

  it('are no quarrel with oneself', () => {
    const { rebuttals } = exchangesIn([
      by('ada', 'Cats keep the barn free of mice.'),
      by('ada', 'Cats leave half of the mice in the barn.', { parent: '1', towardsParent: AGAINST }),
    ]);
    expect(rebuttals).toEqual([]);
  });
});

describe('commonGround', () => {
  const people = (far: Partial<Said>): Said[] => [
    by('ada', 'Let the council pay for one year and then look again.'),
    by('ben', 'I want the tram.', { stance: 'support' }),
    by('cyd', 'No tram in our street.', { stance: 'oppose', ...far }),
    by('ben', 'Yes.', { parent: '1', stance: 'support' }),
    by('cyd', 'I could live with that.', { parent: '1', stance: 'support', towardsParent: FOR }),
  ];

  it('are comments that people of both sides say yes to, by what else these say', () => {
    expect(exchangesIn(people({})).commonGround).toEqual([
      { comment: '1', text: 'Let the council pay for one year and then look again.', support: ['4'], oppose: ['5'], sure: true },
    ]);
  });

  it('are likely only where a side is', () => {
    const unsure = { stance: 'unsure', best: 'oppose', confidence: 0.4 } as const;
    const { reading, analysis } = aThread(people(unsure));
    Object.assign(analysis.verdicts['3']?.opening ?? {}, { probabilities: { support: 0.2, oppose: 0.4 } });
    expect(runSync(exchangesOf(reading.thread, analysis)).commonGround[0]).toMatchObject({ comment: '1', sure: false });
  });

  it('are none where one side alone agrees', () => {
    expect(exchangesIn(people({ stance: 'support' })).commonGround).toEqual([]);
  });

  it('are not looked for below an open question', () => {
    expect(exchangesIn(people({}), 'question').commonGround).toEqual([]);
  });
});

describe('questions', () => {
  const asks = (author: string, text: string, said: Partial<Said> = {}) => by(author, text, { stance: 'question', ...said });

  it('stand with the opening poster’s answers first and those without an answer last', () => {
    const { questions, replies } = exchangesIn([
      asks('ada', 'How long does the ferry take?'),
      asks('ben', 'Where can I leave a bicycle?'),
      asks('cyd', 'Is there a bus on Sundays?'),
      by('dov', 'Behind the ticket office, there is a shed.', { parent: '2' }),
      by('eve', 'An hour, I think.', { parent: '3', score: 9 }),
      by('opener', 'It goes at ten on Sundays.', { parent: '3' }),
    ]);
    expect(replies).toBe(true);
    expect(questions).toEqual([
      { comment: '3', text: 'Is there a bus on Sundays?', by: 'opener', answer: { comment: '6', text: 'It goes at ten on Sundays.' } },
      {
        comment: '2',
        text: 'Where can I leave a bicycle?',
        by: 'other',
        answer: { comment: '4', text: 'Behind the ticket office, there is a shed.' },
      },
      { comment: '1', text: 'How long does the ferry take?', by: 'nobody', answer: null },
    ]);
  });

  it('show the answer of whom they were put to before one that is liked better', () => {
    const { questions } = exchangesIn([
      by('ada', 'I built mine from oak.'),
      asks('ben', 'Where did you get the oak?', { parent: '1' }),
      by('cyd', 'Oak is sold everywhere these days.', { parent: '2', score: 90 }),
      by('ada', 'From the sawmill by the lake.', { parent: '2' }),
    ]);
    expect(questions[0]?.answer?.comment).toBe('4');
  });

  it('are not answered by an echo of nothing, by their own author, or by a question alone', () => {
    const { questions } = exchangesIn([
      asks('ada', 'How long does the ferry take?'),
      by('ben', 'lol', { parent: '1' }),
      by('ada', 'Asking for my aunt, who is ill.', { parent: '1' }),
      by('cyd', 'Which ferry do you mean there?', { parent: '1' }),
    ]);
    expect(questions.find(({ comment }) => comment === '1')?.by).toBe('nobody');
  });

  it('on pages that do not say who answers whom are not called unanswered', () => {
    const { questions, replies } = exchangesIn([
      asks('ada', 'How long does the ferry take?', { parent: null }),
      by('ben', 'An hour.', { parent: null }),
    ]);
    expect([replies, questions.length]).toEqual([false, 1]);
  });
});

it('survives a thread whose parents go in a circle or lead nowhere', () => {
  const { concessions } = exchangesIn([
    by('ada', 'Fair enough.', { parent: '2' }),
    by('ben', 'Fair point.', { parent: '1' }),
    by('cyd', 'You have a point.', { parent: '3' }),
    by('dov', 'You have a point.', { parent: '99' }),
  ]);
  expect(concessions.map(({ comment }) => comment)).toEqual(['1', '2']);
});
