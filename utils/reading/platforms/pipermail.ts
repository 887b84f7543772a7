import type { Platform } from '../platform.ts';
import { digits } from '../platformHelpers.ts';

/** One message of a Mailman 2 archive. What it quotes stands in italics behind `>`: without any it began its thread. */
export const pipermail: Platform = {
  name: 'pipermail',
  example: 'https://lists.example.org/pipermail/list/2003-December/000003.html',
  marker: 'body:has(> pre) > ul a[href^="thread.html#"]',
  title: 'h1',
  comment: 'body:has(> pre)',
  opening: { post: 'body:not(:has(> pre i))' },
  id: (message) => digits(message.querySelector('a[href^="thread.html#"]')?.getAttribute('href'))?.padStart(6, '0'),
  author: 'body > b',
  body: 'body > pre',
  time: 'body > i',
  badge: 'body > h1 + b',
  quotedLines: /^(?:>\s?)+/,
  ends: /^-{5,} next part -{5,}$/,
};
