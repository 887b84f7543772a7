import { describe, expect, it } from 'vitest';
import { excerptRange, type Filter, filterComments, isEmpty, matchRanges, NO_FILTER, searchTerms } from '../../../utils/summary/filter.ts';
import { aThread } from '../../fixtures/reading.ts';

const { reading, analysis } = aThread([
  { stance: 'support', author: 'Zoë', text: 'The café opens early, as it should.' },
  { stance: 'oppose', author: 'amber_k', text: 'Early opening costs too much. See https://example.org/?a=b' },
  { stance: 'question', author: 'Zoë', parent: '2', text: 'How much, roughly?' },
  { stance: 'unsure', author: 'opener', parent: '3', text: 'I asked for the figures.', quotes: [{ of: '3', text: 'How much' }] },
  { stance: 'oppose', because: 'reader', author: null, text: '' },
]);
const thread = { ...reading.thread, opening: reading.thread.opening && { ...reading.thread.opening, author: 'opener' } };
const known = { seen: new Set(['1', '2']), fresh: new Set(['4']) };
const found = (filter: Partial<Filter>) => filterComments(thread, analysis, { ...NO_FILTER, ...filter }, known).map(({ id }) => id);

describe('what a reader looks for', () => {
  it.each([
    ['one stance', { stances: ['oppose' as const] }, ['2', '5']],
    ['any of two stances', { stances: ['oppose' as const, 'question' as const] }, ['2', '3', '5']],
    ['a part of a name, whatever its accents and capitals', { author: 'zoe' }, ['1', '3']],
    ['a word, whatever its accents and capitals', { query: 'CAFE' }, ['1']],
    ['all of several words', { query: 'early opening' }, ['2']],
    ['words that stand together', { query: '"opens early"' }, ['1']],
    ['what was not in view yet', { kind: 'unseen' as const }, ['3', '4', '5']],
    ['what is new since last time', { kind: 'fresh' as const }, ['4']],
    ['the opening poster’s own', { kind: 'opener' as const }, ['4']],
    ['what the opening poster answered', { kind: 'answered' as const }, ['3']],
    ['questions, of which an address with one in it is none', { kind: 'asking' as const }, ['3']],
    ['comments with a quote', { kind: 'quoting' as const }, ['4']],
    ['comments with a link', { kind: 'linking' as const }, ['2']],
    ['what the reader corrected', { kind: 'corrected' as const }, ['5']],
    ['all of it at once', { stances: ['oppose' as const], query: 'early', kind: 'linking' as const }, ['2']],
  ])('finds %s', (_what, filter, ids) => expect(found(filter)).toEqual(ids));

  it('is everything where an open question has no sides: those who take one answer', () => {
    const question = { ...analysis, proposition: { ...analysis.proposition, kind: 'question' as const } };
    const answers = filterComments(thread, question, { ...NO_FILTER, stances: ['neutral'] }, known);
    expect(answers.map(({ id }) => id)).toEqual(['1', '2', '5']);
  });

  it('is nothing as long as only spaces were typed', () => {
    expect(isEmpty({ ...NO_FILTER, query: ' " ', author: ' ' })).toBe(true);
    expect(isEmpty({ ...NO_FILTER, query: 'a' })).toBe(false);
  });
});

describe('words that were looked for', () => {
  it('are told apart by spaces and held together by quotation marks', () => {
    expect(searchTerms('New "York City" tr')).toEqual(['new', 'york city', 'tr']);
    expect(searchTerms('"half open')).toEqual(['half open']);
  });

  it('are marked where they stand in the text as it was written', () => {
    const text = 'Ein Café, zwei CAFÉS, drei İcafe.';
    expect(matchRanges(text, searchTerms('cafe')).map(({ start, end }) => text.slice(start, end))).toEqual(['Café', 'CAFÉ', 'cafe']);
    expect(matchRanges('abcabc', ['abc', 'bca'])).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
    ]);
  });

  it('stand in the snippet, which is the comment’s own words and cuts none', () => {
    const text = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`.trim();
    const { start, end } = excerptRange(text, ['needle']);
    const snippet = text.slice(start, end);
    expect(snippet).toContain('needle');
    expect(snippet.length).toBeLessThan(160);
    expect(snippet).toMatch(/^before .* after$/);
    expect(excerptRange('Short.', [])).toEqual({ start: 0, end: 6 });
    expect(excerptRange('x'.repeat(500), []).end).toBe(140);
  });
});
