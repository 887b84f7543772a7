import { afterEach, describe, expect, it, vi } from 'vitest';
import { removeBadges, showBadges } from '../../../../components/badge/showBadges.tsx';
import { onMessage } from '../../../../utils/messaging/channel.ts';
import { formatShare } from '../../../../utils/texts/format.ts';
import { aThread, aVerdict, badges, type Said, wordsIn } from '../../../fixtures/reading.ts';

afterEach(() => {
  removeBadges();
  vi.useRealTimers();
});

function show(comments: Said[]): HTMLElement[] {
  const { reading, analysis } = aThread(comments);
  showBadges(reading, analysis);
  return badges();
}

function click(badge: HTMLElement | undefined): void {
  badge?.shadowRoot
    ?.querySelector('button')
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
}

/** As the reader's own conventions write it, which may put a space of another width before the sign. */
const share = (part: number) => formatShare(part).replace(/\s/g, ' ');

/** What the badge says beside its word. */
function reasonOf(badge: HTMLElement | undefined): string {
  return (badge?.shadowRoot?.querySelector('[popover]')?.textContent ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('the reason for a badge', () => {
  it('says on a tap first what the claim is, then where the comment stands and how sure that is', () => {
    const [badge] = show([{ stance: 'oppose', confidence: 0.83 }]);
    click(badge);
    expect(reasonOf(badge)).toMatch(/^The opening post says Leaving is no failure\. ?Opposes the post/);
    expect(reasonOf(badge)).toContain(`Opposes the post${share(0.83)} sure`);
  });

  it('says whom the comment answers and how, and names no mechanism that nobody can check', () => {
    const [, badge] = show([
      { stance: 'oppose', author: 'amber_k', text: 'The winters here are far too long for that.' },
      { stance: 'oppose', parent: '1', because: 'tree', towardsParent: aVerdict('support', { confidence: 0.71 }) },
    ]);
    click(badge);
    expect(reasonOf(badge)).toContain(`Agrees with amber_k (${share(0.71)} sure). The winters here are far too long for that.`);
    expect(reasonOf(badge)).not.toMatch(/decided/i);
  });

  it('begins with the comment answered where the badge speaks of that alone, and says of the claim that it is unsure', () => {
    const [, badge] = show([
      { stance: 'unsure', author: 'amber_k', text: 'The winters here are far too long for that.' },
      { stance: 'unsure', best: 'neutral', confidence: 0.38, parent: '1', towardsParent: aVerdict('oppose', { confidence: 0.79 }) },
    ]);
    click(badge);
    expect(reasonOf(badge)).toMatch(
      /^amber_k writes: The winters here are far too long for that\. Go to this comment ?Disagrees with amber_k/,
    );
    expect(reasonOf(badge)).toContain(`Disagrees with amber_k${share(0.79)} sure`);
    expect(reasonOf(badge)).toContain('The opening post says Leaving is no failure. Unsure');
    expect(reasonOf(badge)).toContain('Wrong? Set where it stands towards the post');
  });

  it('quotes the sentence that weighed most once the model has told it, where it had not before', async () => {
    const text = 'I read it twice. This is nonsense, fair point or not. Good night.';
    const asked = vi.fn();
    const stop = onMessage('weigh', ({ data }) => {
      asked(data.id, data.stance, data.thread.comments.length);
      return [{ start: 17, end: 53, weight: 0.4 }];
    });
    const [, , badge] = show([{ stance: 'support' }, { stance: 'support' }, { stance: 'oppose', text, parent: '1' }]);
    click(badge);
    await vi.waitFor(() => expect(reasonOf(badge)).toContain('This is nonsense, fair point or not.'), 5000);
    expect(asked.mock.calls).toEqual([['3', 'oppose', 2]]);
    stop();
  });

  it('quotes the whole sentence that weighed most, not its words', () => {
    const text = 'I read it twice. This is nonsense, fair point or not. Good night.';
    const evidence = [
      { start: 25, end: 33, weight: 1.4 },
      { start: 2, end: 6, weight: 0.3 },
      { start: 35, end: 45, weight: -0.6 },
    ];
    const [badge] = show([{ stance: 'oppose', text, evidence }]);
    click(badge);
    expect(badge?.shadowRoot?.querySelector('.decisive q')?.textContent).toBe('This is nonsense, fair point or not.');
  });

  it('speaks of the reader’s claim where they worded one, and of answers below an open question', () => {
    const { reading, analysis } = aThread([{ stance: 'oppose' }]);
    const badge = () => badges()[0];
    showBadges(reading, { ...analysis, proposition: { text: 'Go.', of: 'reader', kind: 'claim' } });
    click(badge());
    expect(reasonOf(badge())).toContain('Opposes your claim');
    showBadges(reading, { ...analysis, proposition: { text: 'Where to?', of: 'title', kind: 'question' } });
    expect(reasonOf(badge())).toContain('Answers the post');
  });

  it('says once that it is unsure, with the likeliest reading and its own probability, which need not be the one that stands out', () => {
    const { reading, analysis } = aThread([{ stance: 'unsure' }]);
    const probabilities = { support: 0.1, oppose: 0.28, neutral: 0.57, question: 0.05 };
    const verdicts = { 1: { opening: aVerdict('unsure', { best: 'oppose', confidence: 0.28, probabilities }), parent: null } };
    showBadges(reading, { ...analysis, verdicts });
    click(badges()[0]);
    expect(reasonOf(badges()[0])).toContain(`Unsure; likeliest: takes no side on the post${share(0.57)}`);
    expect(reasonOf(badges()[0]).match(/unsure/gi)).toHaveLength(1);
    expect(reasonOf(badges()[0])).not.toContain(share(0.28));
  });

  it.each([
    ['another language', { because: 'language' as const }, 'it is in a language the model does not know'],
    ['no words of its own', { because: 'empty' as const }, 'it has no words of its own'],
    ['a deleted comment', { because: 'empty' as const, deleted: true }, 'the comment was deleted'],
  ])('says why %s was skipped', (_what, said, reason) => {
    const [badge] = show([{ stance: 'skipped', confidence: 0, ...said }]);
    click(badge);
    expect(reasonOf(badge)).toContain(`Skipped: ${reason}.`);
    expect(reasonOf(badge)).not.toContain('sure');
    expect(reasonOf(badge).match(/skipped/gi)).toHaveLength(1);
  });

  it('shows one reason at a time and closes on Escape, on a second tap and on a tap elsewhere', () => {
    const [first, second] = show([{ stance: 'support' }, { stance: 'oppose' }]);
    click(first);
    click(second);
    expect([reasonOf(first) !== '', reasonOf(second) !== '']).toEqual([false, true]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(reasonOf(second)).toBe('');
    click(second);
    click(second);
    expect(reasonOf(second)).toBe('');
    click(second);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(reasonOf(second)).toBe('');
    expect(wordsIn(second)).toBe('opposes');
  });

  it('opens under the pointer, and closes with patience when it leaves', () => {
    vi.useFakeTimers();
    const [badge] = show([{ stance: 'support' }]);
    badge?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    expect(reasonOf(badge)).toBe('');
    vi.advanceTimersByTime(200);
    expect(reasonOf(badge)).toContain('Supports the post');
    document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    expect(reasonOf(badge)).toContain('Supports the post');
    vi.advanceTimersByTime(400);
    expect(reasonOf(badge)).toBe('');
  });

  it('stays after a tap wherever the pointer goes, until the focus goes', () => {
    vi.useFakeTimers();
    const [badge] = show([{ stance: 'support' }]);
    click(badge);
    document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    vi.advanceTimersByTime(400);
    expect(reasonOf(badge)).toContain('Supports the post');
    badge?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
    expect(reasonOf(badge)).toBe('');
  });

  it('keeps a tap from the page, whose comments may fold when tapped', () => {
    const [badge] = show([{ stance: 'support' }]);
    const heard = vi.fn();
    document.body.addEventListener('click', heard);
    click(badge);
    document.body.removeEventListener('click', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('follows a verdict that changes while it is open', () => {
    const { reading, analysis } = aThread([{ stance: 'unsure' }]);
    showBadges(reading, analysis);
    const [badge] = badges();
    click(badge);
    showBadges(reading, { ...analysis, verdicts: { 1: { opening: aVerdict('support'), parent: null } } });
    expect(reasonOf(badge)).toContain('Supports the post');
  });
});

describe('by the keyboard', () => {
  const stops = () => badges().filter((badge) => badge.shadowRoot?.querySelector('button')?.tabIndex === 0);
  const press = (key: string, on: Element | null | undefined = document.body) =>
    on?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  // The stop follows the focus.
  const focused = () => badges().indexOf(stops()[0] as HTMLElement);

  it('all badges are one stop, and arrow keys lead from one to the next', () => {
    const [, second] = show([{ stance: 'support' }, { stance: 'oppose' }, { stance: 'unsure' }]);
    expect(stops()).toHaveLength(1);
    press('Tab');
    expect(stops()).toHaveLength(1);
    const button = () => badges()[focused()]?.shadowRoot?.querySelector('button');
    second?.shadowRoot?.querySelector('button')?.focus();
    expect(stops()).toEqual([second]);
    press('ArrowDown', button());
    expect([focused(), stops().length]).toEqual([2, 1]);
    press('ArrowDown', button());
    expect(focused(), 'the last stays').toBe(2);
    press('Home', button());
    expect(focused()).toBe(0);
    press('End', button());
    press('ArrowUp', button());
    expect(focused()).toBe(1);
  });
});
