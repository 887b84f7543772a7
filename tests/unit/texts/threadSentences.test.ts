import { describe, expect, it } from 'vitest';
import type { Side } from '../../../utils/stance/verdict.ts';
import { storiesOf } from '../../../utils/summary/division.ts';
import { knownOf } from '../../../utils/summary/known.ts';
import { summarize } from '../../../utils/summary/summarize.ts';
import { COVERAGE_SENTENCES, describePlaced, describeSide, SIDE_SENTENCES, titleOfSide } from '../../../utils/texts/threadSentences.ts';
import { aThread, type Said } from '../../fixtures/reading.ts';

const times = (count: number, said: Said): Said[] => Array.from({ length: count }, () => said);
const support: Said = { stance: 'support' };
const oppose: Said = { stance: 'oppose' };
const unsure: Said = { stance: 'unsure' };
const maybe: Said = { stance: 'unsure', best: 'oppose', confidence: 0.48 };
const skipped: Said = { stance: 'skipped', because: 'language' };
const pending: Said = { stance: 'pending' };
const mixed: Said = { stance: 'mixed', because: 'reader' };
const corrected: Said = { stance: 'oppose', because: 'reader' };

function known(comments: Said[], kind: 'claim' | 'question' = 'claim') {
  const { reading, analysis } = aThread(comments);
  const given = { ...analysis, proposition: { ...analysis.proposition, kind } };
  return knownOf(summarize(reading.thread, given), given.verdicts);
}

interface Case {
  says: string;
  /** A thread of which it is true, and one of which it is not although it nearly is. */
  of: Said[];
  not: Said[];
  kind?: 'question';
}

const COVERAGE: Record<keyof typeof COVERAGE_SENTENCES, Case[]> = {
  placed: [
    {
      says: 'Of 19 comments 6 could be placed: 4 support, 2 oppose.',
      of: [...times(4, support), ...times(2, oppose), ...times(12, unsure), skipped],
      not: times(6, unsure),
    },
    { says: 'The one comment could be placed: 1 supports.', of: [support], not: [] },
    { says: 'Of 3 comments 2 could be placed: 2 support.', of: [support, support, unsure, ...times(9, pending)], not: times(9, pending) },
    { says: 'Of 3 comments 2 could be placed: 2 answer or thank.', of: [support, oppose, unsure], not: [unsure], kind: 'question' },
  ],
  none: [
    { says: 'None of 3 comments could be placed.', of: [unsure, maybe, skipped], not: [unsure, support] },
    { says: 'The one comment could not be placed.', of: [skipped], not: [] },
    { says: 'None of 2 comments could be placed.', of: [unsure, unsure, pending], not: [pending, pending] },
  ],
};

const SIDES: Record<keyof typeof SIDE_SENTENCES, Case[]> = {
  nobody: [{ says: 'None of the comments read opposes the post.', of: [support, support], not: [support, unsure] }],
  none: [
    { says: 'No comment is known to oppose the post.', of: [support, pending], not: [support, oppose, pending] },
    { says: 'No comment is known to oppose the post.', of: [support, unsure], not: [support, support] },
    { says: 'No comment is known to oppose the post.', of: [support, unsure], not: [support, mixed, unsure] },
  ],
  pending: [
    { says: '1 more is not read yet.', of: [support, unsure, oppose, pending], not: [support, unsure, oppose] },
    { says: '2 more are not read yet.', of: [support, unsure, pending, pending], not: [support, unsure] },
  ],
  may: [
    {
      says: 'No comment is known to oppose the post. This one may, 48% likely.',
      of: [support, maybe, unsure],
      not: [support, maybe, oppose],
    },
    {
      says: 'No comment is known to oppose the post. These may, at most 48% likely.',
      of: [support, maybe, maybe],
      not: [support, mixed, maybe],
    },
  ],
  mixed: [{ says: 'Known on this side are only comments that take both.', of: [support, mixed], not: [support, mixed, oppose] }],
  open: [
    {
      says: 'No comment is known to oppose the post. 2 comments could not be placed.',
      of: [support, unsure, skipped],
      not: [support, maybe],
    },
    {
      says: 'No comment is known to oppose the post. 1 comment could not be placed.',
      of: [support, unsure, pending],
      not: [support, pending],
    },
    { says: '13 comments could not be placed.', of: [...times(4, support), oppose, ...times(13, unsure)], not: [support, oppose] },
  ],
  byHand: [
    { says: '1 is set by hand, not by the model.', of: [support, support, corrected], not: [support, support, oppose] },
    { says: '2 are set by hand, not by the model.', of: times(3, support).concat(corrected, corrected), not: [support, mixed] },
  ],
};

const rows = <Name extends string>(cases: Record<Name, Case[]>) =>
  Object.entries<Case[]>(cases).flatMap(([name, all]) => all.map((one) => ({ name: name as Name, ...one })));

describe('a sentence about how far a thread is known', () => {
  it.each(rows(COVERAGE))('$name: “$says” is said where it is true, and nowhere else', ({ name, says, of, not, kind }) => {
    expect(describePlaced(known(of, kind))).toBe(says);
    expect(COVERAGE_SENTENCES[name].holds(known(not, kind))).toBe(false);
  });

  it('is not said where nothing was read', () => expect(describePlaced(known([]))).toBe(''));
});

describe('a sentence about a side', () => {
  it.each(rows(SIDES))('$name: “$says” is said where it is true, and nowhere else', ({ name, says, of, not }) => {
    const smaller = (comments: Said[]): [ReturnType<typeof known>, Side] => [known(comments), known(comments).smaller];
    expect(describeSide(...smaller(of))).toContain(says);
    expect(SIDE_SENTENCES[name].holds(...smaller(not))).toBe(false);
    expect(describeSide(...smaller(not))).not.toContain(says);
  });

  it('of the larger side it says nothing of the comments that may stand on the other', () => {
    const given = known([unsure, maybe]);
    expect([titleOfSide(given, 'support'), describeSide(given, 'support')]).toEqual([
      'In support',
      'No comment is known to support the post. 2 comments could not be placed.',
    ]);
  });
});

describe('the name of a side', () => {
  it.each<[string, Said[], [string, string]]>([
    ['both are known', [support, support, oppose], ['2 comments support the post', 'The other side: 1 comment opposes the post']],
    ['the other is only suspected', [support, maybe], ['1 comment supports the post', 'The other side, perhaps']],
    ['nobody is there', [support, unsure], ['1 comment supports the post', 'The other side']],
    ['neither is known', [unsure], ['In support', 'In opposition']],
    ['neither is known and one is suspected', [unsure, maybe], ['In support', 'In opposition, perhaps']],
  ])('counts where %s', (_where, comments, names) => {
    const given = known(comments);
    expect([titleOfSide(given, given.larger), titleOfSide(given, given.smaller)]).toEqual(names);
  });
});

describe('a story about a thread', () => {
  const by = (author: string, said: Said, count = 1): Said[] => times(count, { ...said, author });
  const crowd = (count: number, said: Said): Said[] =>
    Array.from({ length: count }, (_, index) => ({ ...said, author: `${said.stance} ${index}` }));
  const told = (comments: Said[]) => {
    const { reading, analysis } = aThread(comments);
    return storiesOf(reading.thread, analysis);
  };

  it.each<[string, string, Said[], Said[]]>([
    ['few', 'that few people wrote half of a side', [...by('amber', oppose, 3), ...crowd(2, oppose)], crowd(5, oppose)],
    [
      'few',
      'that few people wrote half of a side, where the side is known at all',
      [...by('amber', oppose, 3), ...crowd(2, oppose)],
      [...by('amber', maybe, 3), ...crowd(2, oppose)],
    ],
    [
      'turned',
      'that by person the other side is larger',
      [...by('amber', oppose, 5), ...crowd(4, support)],
      [...by('amber', oppose, 5), ...crowd(4, unsure)],
    ],
    [
      'shifted',
      'that a side is another share of the people than of the comments',
      [...by('amber', oppose, 3), ...crowd(4, support)],
      [...crowd(3, oppose), ...crowd(4, support)],
    ],
  ])('%s: %s is told where it is true, and not where it nearly is', (tells, _what, of, not) => {
    const kinds = (comments: Said[]) => told(comments).map((story) => story.tells);
    expect(kinds(of)).toContain(tells);
    expect(kinds(not)).not.toContain(tells);
  });

  it('that rests on what the reader set says so', () => {
    const model = [...by('amber', oppose, 3), ...crowd(3, support)];
    expect(told(model).map(({ tells }) => tells)).toEqual(['shifted']);
    expect(told([...model, ...by('amber', corrected)])).toEqual([expect.objectContaining({ tells: 'turned', byReader: true })]);
  });

  it('that holds without it does not', () => {
    const model = [...by('amber', oppose, 6), ...crowd(4, support)];
    expect(told([...model, ...by('amber', corrected)]).map(({ byReader }) => byReader)).toEqual([undefined, undefined]);
  });
});
