import { expect, test } from 'vitest';
import { proposalOf } from '../../../utils/stance/proposal.ts';

test.each([
  ['Should we adopt a code of conduct?', 'we adopt a code of conduct'],
  ['So, should the town close its harbour to cars??', 'the town close its harbour to cars'],
  ["Shouldn't we drop the old parser?", 'we drop the old parser'],
  ['Poll: do you support a four-day week?', 'a four-day week'],
  ['Is it time to retire the mailing list?', 'retire the mailing list'],
  ['Would it be a good idea to move the meeting?', 'move the meeting'],
  ['Can we please get a dark mode?', 'we please get a dark mode'],
  ['What if we met on Thursdays?', 'we met on Thursdays'],
  ["Why don't we ask the members?", 'we ask the members'],
  ['Are you in favour of longer breaks?', 'longer breaks'],
])('%s is read as the proposal it makes', (question, proposed) => {
  expect(proposalOf(question)).toBe(`I propose: ${proposed}.`);
});

test.each([
  'Should I take the job?',
  'Should you tell your landlord?',
  'What should we read next?',
  'Should we meet on Monday or on Friday?',
  'Can someone explain the vote?',
  'Why not?',
  'What do you think of the new harbour?',
  'We should adopt a code of conduct.',
  'Should this pass, I will leave.',
  '',
])('%s proposes nothing that one could be for or against, or says it already', (text) => {
  expect(proposalOf(text)).toBe(text);
});
