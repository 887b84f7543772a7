import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBadge, paintBadge } from '../../components/badge/badge.ts';
import { Correct } from '../../components/badge/Correct.tsx';
import { openPopovers } from '../../components/badge/popover.tsx';
import { Claim } from '../../components/sidebar/overview/Claim.tsx';
import { aVerdict } from '../fixtures/reading.ts';
import { comment, thread } from '../fixtures/thread.ts';

const correct = vi.fn();
let place: HTMLElement;

beforeEach(() => {
  vi.clearAllMocks();
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, place);
  document.body.replaceChildren();
});

/** What a browser says of events that a script made. */
function made<Made extends Event>(event: Made): Made {
  Object.defineProperty(event, 'isTrusted', { value: false });
  return event;
}
const click = () => made(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));

describe('a script of the page', () => {
  it('sets no stance by clicking', async () => {
    await act(() => render(<Correct set="support" reachable={true} correct={correct} />, place));
    for (const button of place.querySelectorAll('button')) button.dispatchEvent(click());
    expect(correct).not.toHaveBeenCalled();
    // A reader does.
    place.querySelector('button')?.click();
    expect(correct).toHaveBeenCalledOnce();
  });

  it('sets no stance by its keys, while a popover is open', () => {
    const stop = openPopovers({ why: () => null, correct, showModel() {}, jump() {} });
    const badge = createBadge('1');
    paintBadge(
      badge,
      comment('1'),
      { opening: aVerdict('support'), parent: null },
      { theme: 'light', density: 'word', shown: 'sure', kind: 'claim' },
    );
    place.append(badge);
    const button = badge.shadowRoot?.querySelector('button');
    button?.click();
    const press = (key: string) => new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
    button?.dispatchEvent(made(press('2')));
    expect(correct).not.toHaveBeenCalled();
    button?.dispatchEvent(press('2'));
    expect(correct).toHaveBeenCalledOnce();
    stop();
  });

  it('words no claim', async () => {
    const proposition = { text: 'x', of: 'title' as const, kind: 'claim' as const };
    await act(() => render(<Claim proposition={proposition} thread={thread([])} />, place));
    await act(() => {
      place.querySelector('.pencil')?.dispatchEvent(click());
    });
    expect(place.querySelector('textarea')).toBeNull();
    await act(() => place.querySelector<HTMLElement>('.pencil')?.click());
    expect(place.querySelector('textarea')).not.toBeNull();
  });
});
