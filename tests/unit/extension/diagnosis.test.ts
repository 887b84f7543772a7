import { expect, it } from 'vitest';
import { type Circumstances, diagnosisOf } from '../../../utils/extension/diagnosis.ts';
import { DEFAULT_SETTINGS } from '../../../utils/reader/settings.ts';

const page: Circumstances['page'] = {
  platform: 'discourse',
  title: 'A secret title',
  state: 'done',
  failure: null,
  work: { state: 'done', hold: null, read: 83, total: 83 },
  refused: false,
  inFrame: false,
  summary: {
    proposition: { text: 'Secret words', of: 'title', kind: 'claim' },
    read: 83,
    total: 412,
    division: { support: 1, oppose: 2, mixed: 0, neutral: 0, question: 0, unsure: 80, skipped: 0, pending: 0 },
    leading: { support: [], oppose: [] },
    dissent: null,
    suspected: [],
  },
};
const given: Circumstances = {
  version: '0.1.0',
  agent: 'Mozilla/5.0',
  host: 'forum.example.org',
  reach: 'always',
  page,
  health: null,
  settings: { ...DEFAULT_SETTINGS, sitesOff: ['another.example'] },
};

it('tells what somebody must know, and nothing of the page or of other sites', () => {
  const text = diagnosisOf(given);
  expect(text).toContain('site: forum.example.org; permission: always; switched off here: false');
  expect(text).toContain('platform: discourse');
  expect(text).toContain('read 83 of 412');
  expect(text).not.toMatch(/secret|another\.example/i);
});

it('says so where nobody answers', () => {
  expect(diagnosisOf({ ...given, page: null, host: null, reach: null })).toContain('nothing of Standpoint answers in this tab');
});
