import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mountSidebar } from '../../../../components/sidebar/mountSidebar.tsx';
import sidebar from '../../../../entrypoints/sidebar.ts';
import { changeSettings, followSettings, settings } from '../../../../utils/reader/settings.ts';
import { rememberedOn, sidebarOpen } from '../../../../utils/reader/sidebarMemory.ts';
import { createSession, type Session } from '../../../../utils/session/session.ts';
import { aThread, type Said, wordsIn } from '../../../fixtures/reading.ts';

const actions = { jump: vi.fn(), exported: vi.fn(() => null), retry: vi.fn(), loadRest: vi.fn(), stopLoading: vi.fn() };
let session: Session;
let unmount: () => void;
let stopFollowing: () => void;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.clearAllMocks();
  stopFollowing = await followSettings();
  session = createSession();
  sidebarOpen.value = true;
  sidebar.main();
  unmount = mountSidebar(session, actions);
});
afterEach(() => {
  unmount();
  stopFollowing();
});

function host(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-standpoint="sidebar"]');
}

function find(selector: string, words = ''): HTMLElement | undefined {
  return [...(host()?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])].find((element) => element.textContent?.includes(words));
}

/** Everything is drawn once the current turn is over. */
const drawn = () => vi.waitFor(() => new Promise((resolve) => setTimeout(resolve, 5)));

async function show(comments: Said[], total: number | null = null, unreadable = 0): Promise<string> {
  const { reading, analysis } = aThread(comments);
  session.reading.value = { ...reading, thread: { ...reading.thread, total, unreadable } };
  session.raw.value = analysis;
  await drawn();
  return wordsIn(host());
}

describe('the sidebar', () => {
  it('stands after the body, and marks nothing of the page', () => {
    expect(document.body.nextElementSibling).toBe(host());
    expect(document.documentElement.getAttributeNames()).toEqual([]);
    expect(document.body.getAttributeNames()).toEqual([]);
  });

  it('says how far the work is, in words and on its host', async () => {
    expect([host()?.dataset.state, wordsIn(host())]).toEqual(['reading', expect.stringContaining('Reading the thread…')]);
    session.reading.value = aThread([{ stance: 'support' }]).reading;
    await drawn();
    expect(host()?.dataset.state).toBe('analyzing');
    expect(wordsIn(host())).toContain('1 comment read.');
    await show([{ stance: 'support' }]);
    expect(host()?.dataset.state).toBe('done');
  });

  it('says what went wrong, and tries again when asked to', async () => {
    session.failure.value = 'The model could not be loaded.';
    await drawn();
    expect(host()?.dataset.state).toBe('failed');
    expect(wordsIn(host())).toContain('The model could not be loaded.');
    find('button', 'Try again')?.click();
    expect(actions.retry).toHaveBeenCalledOnce();
  });

  it('counts where the comments stand, undecided ones among them, out of how many', async () => {
    const words = await show([{ stance: 'support' }, { stance: 'support' }, { stance: 'unsure', best: 'oppose', confidence: 0.5 }], 412, 3);
    expect(words).toContain('2 support');
    expect(words).toContain('0 oppose');
    expect(words).toContain('1 unsure');
    expect(words).not.toContain('skipped');
    expect(words).toContain('3 of 412 read, 406 not loaded, 3 could not be read');
  });

  it('says of what is missing from a thread that was read whole that the forum does not show it', async () => {
    session.loadProgress.value = { state: 'done', done: 2, of: 2, failed: [] };
    expect(await show([{ stance: 'support' }], 3)).toContain('1 of 3 read, 2 not shown by the forum');
    session.loadProgress.value = { state: 'done', done: 2, of: 2, failed: ['https://forum.example.org/2'] };
    await drawn();
    expect(wordsIn(host())).toContain('2 not loaded');
  });

  it('quotes the claim and says where it comes from', async () => {
    const words = await show([{ stance: 'support' }]);
    expect(words).toContain('The opening post says');
    expect(find('blockquote')?.textContent).toBe('Leaving is no failure.');
  });

  it('shows the leading comments verbatim, and goes to one on a click', async () => {
    await show([{ stance: 'support', author: 'amber_k', text: 'I could not agree more.' }]);
    expect(find('.excerpt')?.textContent).toBe('I could not agree more.');
    find('button', 'amber_k')?.click();
    expect(actions.jump).toHaveBeenCalledWith('1');
  });

  it('always shows the lone dissent, and calls it the other side', async () => {
    const words = await show([{ stance: 'support' }, { stance: 'support' }, { stance: 'oppose', text: 'Nonsense.' }]);
    expect(words).toMatch(/The other side: 1 comment opposes the post ?Unknown author ?Nonsense\./);
  });

  it('says "perhaps" where dissent is only suspected', async () => {
    const words = await show([{ stance: 'support' }, { stance: 'unsure', best: 'oppose', confidence: 0.5, text: 'Hm, no.' }]);
    expect(words).toMatch(
      /The other side, perhaps ?No comment is known to oppose the post. This one may, 50% likely\. ?Unknown author ?Hm, no\./,
    );
  });

  it('says of an open question that sides make no sense', async () => {
    const { reading, analysis } = aThread([{ stance: 'neutral' }]);
    session.reading.value = reading;
    session.raw.value = { ...analysis, proposition: { text: 'Which one?', of: 'title', kind: 'question' } };
    await drawn();
    expect(wordsIn(host())).toContain('The post asks');
    expect(wordsIn(host())).toContain('open question');
  });

  it('opens a long comment in place, plain where the page no longer holds it', async () => {
    const text = `${'Word '.repeat(60)}end.`;
    await show([{ stance: 'support', text }]);
    session.reading.value = { ...(session.reading.value as NonNullable<typeof session.reading.value>), elements: new Map() };
    await drawn();
    find('button', 'Show whole')?.click();
    await drawn();
    expect(find('.whole')?.textContent).toBe(text);
    find('button', 'Show less')?.click();
    await drawn();
    expect(find('.whole')).toBeUndefined();
  });

  it('says so where there is nothing to sum up', async () => {
    const words = await show([]);
    expect(words).toContain('No comments were read.');
    expect(words).not.toContain('The other side');
  });

  it('exports when there is something to export', async () => {
    expect(find('button', 'Export JSON')?.hasAttribute('disabled')).toBe(true);
    await show([{ stance: 'support' }]);
    find('button', 'Export JSON')?.click();
    expect(actions.exported).toHaveBeenCalledOnce();
  });

  it('folds into a tab that opens it, changes sides, and remembers both', async () => {
    find('[aria-label="Move to the left side"]')?.click();
    await vi.waitFor(() => expect(find('aside')?.dataset.side).toBe('left'));
    find('[aria-label="Fold"]')?.click();
    await vi.waitFor(() => expect(find('aside')).toBeUndefined());
    expect(settings.value).toMatchObject({ sidebarSide: 'left' });
    await vi.waitFor(async () => expect(await rememberedOn(location.host)).toBe(false));
    find('button', 'Open Standpoint')?.click();
    await vi.waitFor(() => expect(find('aside')).toBeDefined());
    await vi.waitFor(async () => expect(await rememberedOn(location.host)).toBe(true));
    find('[aria-label="Close"]')?.click();
    await vi.waitFor(() => expect(settings.value.sidebar).toBe(false));
    await changeSettings({ sidebar: true });
  });

  it('is made wider and narrower by the arrow keys, within bounds, and remembers', async () => {
    const press = async (key: string) => {
      find('hr')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await drawn();
    };
    await press('ArrowLeft');
    expect(find('hr')?.getAttribute('aria-valuenow')).toBe('360');
    await press('ArrowRight');
    await press('End');
    await press('ArrowLeft');
    expect(find('hr')?.getAttribute('aria-valuenow')).toBe('640');
    await vi.waitFor(() => expect(settings.value.sidebarWidth).toBe(640));
  });

  it('shows no end of a side that nobody is on in its folded tab, and says above all how much is known', async () => {
    const words = await show([{ stance: 'support' }, { stance: 'support' }, { stance: 'unsure', best: 'neutral', confidence: 0.5 }]);
    expect(words).toContain('Of 3 comments 2 could be placed: 2 support.');
    sidebarOpen.value = false;
    await drawn();
    const parts = [...(find('.tab')?.querySelectorAll<HTMLElement>('.part') ?? [])];
    const drawnAs = ({ dataset, style }: HTMLElement) => [
      dataset.stance,
      style.getPropertyValue('--from'),
      style.getPropertyValue('--share'),
    ];
    expect(parts.map(drawnAs)).toEqual([
      ['support', '0', '0.6667'],
      ['unsure', '0.6667', '0.3333'],
    ]);
    sidebarOpen.value = true;
  });

  it('keeps its keys from the hotkeys of the page', async () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    find('button')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true }));
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('leaves nothing behind', () => {
    unmount();
    expect(host()).toBeNull();
  });
});
