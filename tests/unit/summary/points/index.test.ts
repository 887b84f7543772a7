import { describe, expect, it } from 'vitest';
import { runChunked, runSync } from '../../../../utils/chunked.ts';
import type { Analysis } from '../../../../utils/stance/verdict.ts';
import { type Points, pointsOf } from '../../../../utils/summary/points/index.ts';
import type { Group } from '../../../../utils/summary/points/point.ts';
import type { Thread } from '../../../../utils/thread/thread.ts';
import { aThread, type Said } from '../../../fixtures/reading.ts';

const NEUTRAL: Said = { stance: 'neutral' };
const by = (author: string, text: string, said: Partial<Said> = {}): Said => ({ ...NEUTRAL, author, text, ...said });

function pointsIn(said: Said[], kind: Analysis['proposition']['kind'] = 'claim'): Points {
  const { reading, analysis } = aThread(said);
  analysis.proposition.kind = kind;
  return runSync(pointsOf(reading.thread, analysis));
}
const groupOf = (points: Points, of: Group['of']) => points.groups.find((group) => group.of === of) as Group;
const first = (group: Group) => group.points.map(({ said }) => said[0]?.text);

const FERRY = [
  by('ada', 'The ferry timetable never fits the school hours.'),
  by('ben', 'My brother sells apples at the market.'),
  by('cyd', 'A timetable for the ferry that fits school would help us all.'),
  by('dov', 'Nobody mows the lawn behind the chapel.'),
  by('eve', 'School is over when the ferry timetable says noon.'),
  by('fay', 'The library closes at six on Fridays.'),
];

describe('points', () => {
  it('gather the people who speak of the same, verbatim and one sentence each, most people first', () => {
    const [point] = groupOf(pointsIn(FERRY), 'other').points;
    expect(point?.said.map(({ comment }) => comment).sort()).toEqual(['1', '3', '5']);
    for (const { comment, text } of point?.said ?? []) expect(FERRY[Number(comment) - 1]?.text).toContain(text);
    expect(new Set(point?.words.join(' ').split(' '))).toEqual(new Set(['ferry', 'timetable', 'school']));
  });

  it('count a person once, however often they say it', () => {
    const again = ['5', '6', '7'].map((hour) => by('ada', `The ferry timetable again, ${hour} times: no fit with school hours.`));
    const [point] = groupOf(pointsIn([...FERRY, ...again]), 'other').points;
    expect(point?.said).toHaveLength(3);
  });

  it('are shown per side, the larger side first, what takes none last', () => {
    const said = [
      ...FERRY.map((one): Said => ({ ...one, stance: 'oppose' })),
      by('gil', 'A later bus would solve this because it meets the ferry.', { stance: 'support' }),
      by('hal', 'The weather was fine on Sunday morning.'),
    ];
    const points = pointsIn(said);
    expect(points.groups.map(({ of, comments, likely }) => [of, comments, likely])).toEqual([
      ['oppose', 6, null],
      ['support', 1, null],
      ['other', 1, null],
    ]);
    expect(first(groupOf(points, 'support'))).toEqual(['A later bus would solve this because it meets the ferry.']);
  });

  it('of a side that the model is unsure of are drawn from guesses, and say how likely these are', () => {
    const points = pointsIn([
      by('ada', 'The bridge must stay closed to lorries.', { stance: 'unsure', best: 'oppose', confidence: 0.5 }),
      by('ben', 'Lorries break the old bridge every winter.', { stance: 'unsure', best: 'oppose', confidence: 0.4 }),
      by('cyd', 'The river is high in spring anyway.', { stance: 'unsure', best: 'neutral', confidence: 0.5 }),
    ]);
    expect(
      points.groups.map(({ of }) => of),
      'what is known comes before what is guessed',
    ).toEqual(['other', 'oppose', 'support']);
    expect(groupOf(points, 'oppose')).toMatchObject({ comments: 2, likely: 0.45 });
    expect(groupOf(points, 'other').comments, 'a guess keeps its place among what takes no side').toBe(3);
    expect(groupOf(points, 'support')).toMatchObject({ comments: 0, likely: null, points: [] });
  });

  it('of a lone comment that is sure stand apart from the guesses', () => {
    const points = pointsIn([
      by('ada', 'The bridge must stay closed to lorries.', { stance: 'oppose' }),
      by('ben', 'Lorries break the old bridge every winter.', { stance: 'unsure', best: 'oppose', confidence: 0.4 }),
    ]);
    expect(points.groups.map(({ of, comments, likely }) => [of, comments, likely])).toEqual([
      ['oppose', 1, null],
      ['oppose', 1, 0.4],
      ['support', 0, null],
      ['other', 1, null],
    ]);
    expect(first(points.groups[0] as Group)).toEqual(['The bridge must stay closed to lorries.']);
  });

  it('hold one of the minority always, be it a single word', () => {
    const said = [...FERRY.map((one): Said => ({ ...one, stance: 'support' })), by('gil', 'Rubbish!', { stance: 'oppose' })];
    expect(first(groupOf(pointsIn(said), 'oppose'))).toEqual(['Rubbish!']);
  });

  it('below an open question are answers, the asker’s own words not among them', () => {
    const { reading, analysis } = aThread([
      by('ada', 'I would like to hear of all towns.'),
      by('ben', 'Try the harbour town in the north.'),
    ]);
    analysis.proposition.kind = 'question';
    Object.assign(reading.thread.opening ?? {}, { author: 'ada' });
    const { groups } = runSync(pointsOf(reading.thread, analysis));
    expect(groups.map(({ of }) => of)).toEqual(['answer']);
    expect(first(groups[0] as Group)).toEqual(['Try the harbour town in the north.']);
  });

  it('leave out short replies and count them; a bare yes speaks for the point it answers', () => {
    const points = pointsIn([
      ...FERRY,
      by('gil', 'This.', { parent: '3' }),
      by('hal', '+1', { parent: '3' }),
      by('ida', 'Nope'),
      by('jon', 'lol'),
    ]);
    expect(points.shortReplies).toEqual({ yes: ['7', '8'], no: ['9'], nothing: ['10'] });
    expect(groupOf(points, 'other').points[0]?.shortReplies).toEqual(['7', '8']);
    expect(points.groups.flatMap(first)).not.toContain('This.');
  });

  it('are never somebody’s words in another’s mouth', () => {
    const quoted = 'The ferry timetable never fits the school hours.';
    const points = pointsIn([by('ada', quoted), by('ben', `${quoted}\nI walk to school over the hill.`, { parent: '1' })]);
    const all = points.groups.flatMap((group) => group.points).flatMap(({ said }) => said);
    expect(all.filter(({ text }) => text === quoted).map(({ comment }) => comment)).toEqual(['1']);
  });

  it('name the words that set the sides apart', () => {
    const cheap = ['ada', 'ben', 'cyd', 'dov', 'eve', 'fay'].map((who) =>
      by(who, `Cheap tickets fill the trains, ${who} knows that.`, { stance: 'support' }),
    );
    const noise = ['gil', 'hal', 'ida', 'jon', 'kim', 'lea'].map((who) =>
      by(who, `Noise at night wakes the children of ${who}.`, { stance: 'oppose' }),
    );
    const points = pointsIn([...cheap, ...noise]);
    const wordsOf = (of: Group['of']) => groupOf(points, of).terms.map(({ word }) => word);
    expect(wordsOf('support')).toEqual(expect.arrayContaining(['cheap', 'tickets', 'trains']));
    expect(wordsOf('oppose')).toEqual(expect.arrayContaining(['noise', 'children']));
    expect(groupOf(points, 'support').terms[0]?.people).toBe(6);
  });

  it('leave out what was not analysed or is gone', () => {
    const points = pointsIn([
      by('ada', 'Die Fähre fährt im Winter nie nach Plan.', { stance: 'skipped', because: 'language' }),
      by('ben', 'This comment had words of its own once.', { stance: 'skipped', deleted: true }),
    ]);
    expect(points.groups.flatMap((group) => group.points)).toEqual([]);
  });

  it('need no comments', () => {
    expect(pointsIn([]).groups.every(({ points }) => points.length === 0)).toBe(true);
  });

  it('are the same every time, at one go or bit by bit', async () => {
    const { reading, analysis } = aThread(FERRY);
    const whole = runSync(pointsOf(reading.thread, analysis));
    expect(runSync(pointsOf(reading.thread, analysis))).toEqual(whole);
    expect(await runChunked(pointsOf(reading.thread, analysis), new AbortController().signal)).toEqual(whole);
  });

  it('of a longer thread take time in proportion', () => {
    const quick = (comments: number) => Math.min(...[0, 1, 2].map(() => milliseconds(() => runSync(pointsOf(...aLongThread(comments))))));
    quick(500);
    expect(quick(8000) / quick(2000)).toBeLessThan(10);
  });
});

function milliseconds(act: () => void): number {
  const from = process.cpuUsage();
  act();
  return process.cpuUsage(from).user / 1000;
}

/** Words drawn by a fixed sequence, so that every run has the same thread. */
function aLongThread(size: number): [Thread, Analysis] {
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  // Few words are common and many are rare, as in every language.
  const word = () => `w${String.fromCharCode(97 + draw(26))}${Math.floor(3000 / (1 + draw(1500)))}x`;
  const sentence = () => `The ${Array.from({ length: 12 }, word).join(' ')}.`;
  const { reading, analysis } = aThread([NEUTRAL]);
  const [blank] = reading.thread.comments;
  const comments = Array.from({ length: size }, (_, index) => ({
    ...(blank as Thread['comments'][number]),
    id: String(index),
    author: `somebody${draw(size / 3)}`,
    text: `${sentence()} ${sentence()}`,
    parent: index > 0 && draw(3) > 0 ? String(draw(index)) : '0',
  }));
  const verdicts = Object.fromEntries(comments.map(({ id }) => [id, analysis.verdicts['1'] as Analysis['verdicts'][string]]));
  return [
    { ...reading.thread, comments },
    { ...analysis, verdicts },
  ];
}
