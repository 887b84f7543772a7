import type { Platform } from '../platform.ts';

/** The archives of Mailman 3. */
export const hyperkitty: Platform = {
  name: 'hyperkitty',
  example: 'https://lists.mailman3.org/archives/list/list@example.org/thread/ABC/',
  marker: '#thread-content .email-body',
  thread: /\/thread\/\w+/,
  title: ['#thread-content h3', '.thread-header h3', '.thread-header h2', '.page-header h1', 'h1'],
  comment: '#thread-content .email',
  opening: { post: '#thread-content .email-first' },
  id: ['.email-header@id', '.messagelink a@href'],
  author: ['.email-author .name a', '.email-author .name', '.email-author'],
  body: '.email-body',
  time: ['.time span@title', '.email-date span[title]@title', '.email-date .date'],
  score: ['.likestatus + span', '.likestatus'],
  permalink: '.messagelink a@href',
  badge: '.email-author',
  depth: ({ parentElement }) =>
    `${1 + Number.parseFloat(/margin-left:\s*([\d.]+)/.exec(parentElement?.getAttribute('style') ?? '')?.[1] ?? '0')}`,
  quote: '.email-body blockquote, .email-body .quoted-text',
  quotedLines: /^(?:>\s?)+/,
  without: '.email-body .quoted-switch, .email-body .attachments',
  total: '#num_comments, .participant-count, [title="Number of comments"]',
};
