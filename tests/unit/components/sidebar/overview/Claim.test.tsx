import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Claim } from '../../../../../components/sidebar/overview/Claim.tsx';
import { correctionsOf } from '../../../../../utils/reader/correct.ts';
import { followCorrections } from '../../../../../utils/reader/corrections.ts';
import type { Proposition } from '../../../../../utils/stance/verdict.ts';
import { aThread } from '../../../../fixtures/reading.ts';

const { thread } = aThread([]).reading;
let place: HTMLElement;
let stopFollowing: () => void;

beforeEach(async () => {
  fakeBrowser.storage.resetState();
  stopFollowing = await followCorrections();
  place = document.body.appendChild(document.createElement('main'));
});
afterEach(() => {
  render(null, place);
  place.remove();
  stopFollowing();
});

function show(proposition: Partial<Proposition> = {}): void {
  render(<Claim proposition={{ text: 'Leaving is no failure.', of: 'opening', kind: 'claim', ...proposition }} thread={thread} />, place);
}

const find = (selector: string) => place.querySelector<HTMLElement>(selector);
const buttonOf = (words: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === words);

async function edit(words: string): Promise<HTMLTextAreaElement> {
  find('[aria-label="Edit the claim"]')?.click();
  await vi.waitFor(() => expect(find('textarea')).not.toBeNull());
  const field = find('textarea') as HTMLTextAreaElement;
  field.value = words;
  return field;
}

const type = (field: HTMLElement, key: string, more: KeyboardEventInit = {}) =>
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

describe('the claim', () => {
  it('is worded anew by the reader, beginning with the thread’s own words; Enter keeps it', async () => {
    show();
    const field = await edit('Leaving is right.');
    expect(field.defaultValue).toBe('Leaving is no failure.');
    type(field, 'Enter');
    await vi.waitFor(() => expect(correctionsOf(thread).proposition).toBe('Leaving is right.'));
    expect(find('textarea')).toBeNull();
  });

  it('stays as it was on Escape, and on Enter when nothing was changed', async () => {
    show();
    type(await edit('Something else'), 'Escape');
    await vi.waitFor(() => expect(find('textarea')).toBeNull());
    type(await edit('Leaving is no failure.'), 'Enter');
    await vi.waitFor(() => expect(find('textarea')).toBeNull());
    expect(correctionsOf(thread).proposition).toBeUndefined();
  });

  it('takes a new line with Shift and Enter', async () => {
    show();
    type(await edit('One'), 'Enter', { shiftKey: true });
    expect(find('textarea')).not.toBeNull();
  });

  it('gives the keyboard back to the pencil', async () => {
    show();
    type(await edit('Something else'), 'Escape');
    await vi.waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Edit the claim'));
  });

  it('says when it is the reader’s, and goes back to the thread’s own words', async () => {
    show();
    type(await edit('Leaving is right.'), 'Enter');
    await vi.waitFor(() => expect(correctionsOf(thread).proposition).toBe('Leaving is right.'));
    show({ text: 'Leaving is right.', of: 'reader' });
    expect(place.textContent).toContain('Held against your own words');
    buttonOf("Back to the thread's own words")?.click();
    await vi.waitFor(() => expect(correctionsOf(thread).proposition).toBeUndefined());
  });

  it('is the thread’s again when nothing is left of the reader’s words', async () => {
    show({ text: 'Leaving is right.', of: 'reader' });
    type(await edit('   '), 'Enter');
    await vi.waitFor(() => expect(find('textarea')).toBeNull());
    expect(correctionsOf(thread).proposition).toBeUndefined();
  });

  it('says of an open question why there are no sides', () => {
    show({ kind: 'question', text: 'Which one?' });
    expect(place.textContent).toContain('The post asks');
    expect(place.textContent).toContain('open question');
  });
});
