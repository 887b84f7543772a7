import { describe, expect, test } from 'vitest';
import { displayName, pseudonyms, sameAuthor } from '../../../utils/thread/authors.ts';
import type { Comment, Thread } from '../../../utils/thread/thread.ts';

const by = (author: string | null) => ({ author }) as Comment;

describe('who wrote a comment', () => {
  test.each(['Anonymous', 'guest', 'Anonymous Coward', 'Gast', 'Invité', 'Гость', '匿名', '[deleted]', '[Deleted User]', null])(
    '%s is nobody in particular, and so never the same as another',
    (author) => {
      expect(displayName(by(author))).toBeNull();
      expect(sameAuthor(by(author), by(author))).toBe(false);
    },
  );

  test.each(['amber', 'Guest House', 'anonymous_42', 'Gaston'])('%s is somebody', (author) => {
    expect(displayName(by(author))).toBe(author);
    expect(sameAuthor(by(author), by(author))).toBe(true);
  });

  test('who gave no name gets no number: they are many', () => {
    const thread = { opening: by('amber'), comments: [by('Guest'), by('birch'), by('Guest'), by('[deleted]')] } as Thread;
    expect(['amber', 'Guest', 'birch', '[deleted]', null].map(pseudonyms(thread))).toEqual([
      'Person 1',
      'Guest',
      'Person 2',
      '[deleted]',
      null,
    ]);
  });
});
