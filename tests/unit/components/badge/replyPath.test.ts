import { describe, expect, it } from 'vitest';
import { describePath, stepsAbove } from '../../../../components/badge/replyPath.ts';
import { aThread, aVerdict, type Said } from '../../../fixtures/reading.ts';

/** The way up from the last comment, in words; empty where there is none to tell. */
function wayUp(said: Said[]): string {
  const { reading, analysis } = aThread(said);
  const comments = new Map(reading.thread.comments.map((comment) => [comment.id, comment]));
  const steps = stepsAbove(comments.get(String(said.length)) as never, comments, analysis.verdicts);
  return steps.length > 0 ? describePath(steps).replace(/[\u2068\u2069]/g, '') : '';
}

const amber: Said = { stance: 'oppose', author: 'amber' };
const towards = (stance: 'support' | 'oppose' | 'neutral') => ({ because: 'tree' as const, towardsParent: aVerdict(stance) });

describe('the way through the tree', () => {
  it('is told by name where it decided', () => {
    expect(wayUp([amber, { stance: 'support', parent: '1', ...towards('oppose') }])).toBe(
      'Decided by the replies: it disagrees with amber, who opposes the post.',
    );
  });

  it('says "may" of what is only likeliest', () => {
    const guess: Said = { stance: 'unsure', best: 'oppose', author: 'amber' };
    expect(wayUp([guess, { stance: 'support', parent: '1', ...towards('oppose') }])).toBe(
      'Decided by the replies: it disagrees with amber, who may oppose the post.',
    );
  });

  it('goes on to somebody whose own words say where they stand', () => {
    const dino: Said = { stance: 'support', author: 'dino', parent: '1', ...towards('oppose') };
    expect(wayUp([amber, dino, { stance: 'support', parent: '2', ...towards('support') }])).toBe(
      'Decided by the replies: it agrees with dino, who disagrees with amber, who opposes the post.',
    );
  });

  it.each([
    ['leads elsewhere', [amber, { stance: 'oppose', parent: '1', ...towards('oppose') }]],
    ['takes no side on the way', [amber, { stance: 'support', parent: '1', ...towards('neutral') }]],
    ['ends where somebody takes no side', [{ stance: 'neutral' }, { stance: 'support', parent: '1', ...towards('support') }]],
    ['leads to a comment that was not read', [{ stance: 'support', parent: 'gone', ...towards('support') }]],
  ] as [string, Said[]][])('is no reason where it %s', (_what, said) => {
    expect(wayUp(said)).toBe('');
  });
});
