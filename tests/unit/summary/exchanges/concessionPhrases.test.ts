import { describe, expect, it } from 'vitest';
import { concessionIn } from '../../../../utils/summary/exchanges/concessionPhrases.ts';

describe('a change of mind', () => {
  it.each([
    'I stand corrected.',
    "Okay, I'm corrected.",
    'I’ve completely changed my mind on this.',
    'Thanks, you changed my view.',
    'That just changed my mind.',
    'You have convinced me.',
    "You've sold me on the bike lanes.",
    'Colour me convinced.',
    'I take that back.',
    "I'll take it back, the first one was better.",
    'I was wrong.',
    'Edit: I was wrong about the price.',
    'I guess I was wrong.',
    'My bad!',
    'Sorry, my mistake.',
    'I misread your comment.',
    '!delta for the second paragraph',
    'Δ You got me there.',
  ])('%s', (sentence) => expect(concessionIn(sentence)).toBe('changed'));
});

describe('a point granted', () => {
  it.each([
    "You're right.",
    'You are absolutely right about the rent.',
    "you're right, I had not seen that",
    'Yes, you are correct that it is cheaper.',
    'I think you’re right.',
    "I'd say you're right about that.",
    'I guess you have a point.',
    'Fair point.',
    'Fair point, but the bus is never on time.',
    "That's a very good point.",
    'Fair enough.',
    'You make a good point about the winters.',
    'You have a point there.',
    "You've got a point.",
    'Point taken.',
    'Touché',
    "I'll give you that.",
    'I see your point, though I still would not do it.',
    'I see where you’re coming from.',
    "I hadn't thought of it that way.",
    'I concede the second half.',
  ])('%s', (sentence) => expect(concessionIn(sentence)).toBe('granted'));
});

describe('what only looks like giving way', () => {
  it.each([
    "I don't think you're right.",
    "I'm not saying you're right.",
    "If you're right, we should all move.",
    "If you're really right about this, show it.",
    "You're right-wing.",
    "You're right here in town, are you not",
    "You're not right.",
    "You're right?",
    'You think you are right.',
    'That is not a good point.',
    "That isn't a fair point.",
    'There is no good point in it.',
    'Not fair enough.',
    "I don't see your point.",
    'You would have a point if it were true.',
    'I never changed my mind.',
    'Nothing you say would have changed my mind.',
    "You haven't convinced me.",
    'They told me I was wrong.',
    'Prove that I was wrong.',
    'I thought I was wrong once.',
    'Show me where I was wrong.',
    'My bad luck has no end.',
    'My mistake was to buy it.',
    "I'll take it back to the shop.",
    'He said "you\'re right" and left.',
    'I corrected him.',
    'The Δ-variant spread.',
    'Gee, you’ve convinced me.',
    'What is a fair point?',
    'To be fair, it rained.',
    'At this point I would sell.',
    'We have the right to a fair trial.',
  ])('%s', (sentence) => expect(concessionIn(sentence)).toBe(null));
});

it('takes time that grows with the sentence, whatever is in it', () => {
  const start = performance.now();
  for (const part of ['you are so very really ', 'that is a ', 'i was ', '"', ' all both just also ']) concessionIn(part.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(5_000);
});
