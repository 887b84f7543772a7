import { afterEach, describe, expect, it, vi } from 'vitest';
import { removeBadges, showBadges } from '../../../../components/badge/showBadges.tsx';
import { settings } from '../../../../utils/reader/settings.ts';
import { LABELS } from '../../../../utils/stance/verdict.ts';
import { aThread, aVerdict, badges, type Said, wordsIn } from '../../../fixtures/reading.ts';

afterEach(removeBadges);

/** Names are set apart by signs that are not seen. */
const plain = (words: string) => words.replace(/[\u2068\u2069]/g, '');

describe('badges', () => {
  it('stand on every comment and not on the opening post', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'oppose', confidence: 0.8765 }]);
    showBadges(reading, analysis);
    expect(badges().map((badge) => ({ ...badge.dataset }))).toEqual([
      {
        standpoint: 'badge',
        comment: '1',
        stance: 'support',
        confidence: '0.90',
        theme: 'light',
        density: 'word',
        shown: 'sure',
        fit: 'none',
      },
      {
        standpoint: 'badge',
        comment: '2',
        stance: 'oppose',
        confidence: '0.88',
        theme: 'light',
        density: 'word',
        shown: 'sure',
        fit: 'none',
      },
    ]);
    expect(badges().map((badge) => badge.parentElement)).toEqual([reading.elements.get('1'), reading.elements.get('2')]);
  });

  it('stand before a comment’s own words where it has no line for them, never at the end of what may hold answers', () => {
    const { reading, analysis } = aThread([{ stance: 'support', text: 'Leaving is a choice.' }]);
    showBadges(reading, analysis);
    expect(reading.elements.get('1')?.firstElementChild).toBe(badges()[0]);
  });

  it('of a long thread: the first come with the next frame, the others follow, and none comes late after it was taken back', async () => {
    const { reading, analysis } = aThread(Array.from({ length: 2000 }, () => ({ stance: 'support' as const })));
    showBadges(reading, analysis);
    await vi.waitUntil(() => badges().length > 0);
    expect(badges().length).toBeGreaterThanOrEqual(50);
    expect(badges()[0]?.dataset.comment).toBe('1');
    await vi.waitFor(() => expect(badges()).toHaveLength(2000), 15_000);
    showBadges(reading, { ...analysis, verdicts: {} });
    showBadges(reading, analysis);
    removeBadges();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(badges()).toHaveLength(0);
  });

  it('are quiet marks on the first comments until there is an analysis, and each until its comment has a verdict', async () => {
    const { reading, analysis } = aThread(Array.from({ length: 300 }, () => ({ stance: 'support' as const })));
    showBadges(reading, null);
    await vi.waitUntil(() => badges().length > 0);
    expect(badges()).toHaveLength(50);
    const marks = badges();
    expect(
      marks.every(
        ({ dataset }) => dataset.stance === 'unsure' && dataset.pending === '' && dataset.quiet === '' && dataset.confidence === '0.00',
      ),
    ).toBe(true);
    expect(marks[0]?.shadowRoot?.querySelector('button')?.getAttribute('aria-label')).toBe('Standpoint: not read yet');
    const { 1: first, 200: far } = analysis.verdicts;
    showBadges(reading, { ...analysis, verdicts: { ...(first && { 1: first }), ...(far && { 200: far }) } });
    await vi.waitFor(() => expect(badges()).toHaveLength(51));
    expect(badges().slice(0, 2)).toEqual(marks.slice(0, 2));
    expect(badges().map(({ dataset }) => dataset.stance)).toEqual(['support', ...Array(49).fill('unsure'), 'support']);
    showBadges(reading, analysis);
    await vi.waitFor(() => expect(badges().filter(({ dataset }) => dataset.stance === 'support')).toHaveLength(300));
  });

  it('are left as they are where an analysis says of their comments what the one before said', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'support' }]);
    showBadges(reading, analysis);
    const [first, second] = badges();
    const asked = [first, second].map((badge) => vi.spyOn(badge as HTMLElement, 'getAttribute'));
    const { 2: changed } = aThread([{ stance: 'support' }, { stance: 'oppose' }]).analysis.verdicts;
    showBadges(reading, { ...analysis, verdicts: { ...analysis.verdicts, ...(changed && { 2: changed }) } });
    expect(asked[0]).not.toHaveBeenCalledWith('data-stance');
    expect(asked[1]).toHaveBeenCalledWith('data-stance');
    expect(second?.dataset.stance).toBe('oppose');
  });

  it('say each stance with a word and a shape of its own', () => {
    // What is still to be read has no badge.
    const labels = LABELS.filter((label) => label !== 'pending');
    const { reading, analysis } = aThread(labels.map((stance) => ({ stance })));
    showBadges(reading, analysis);
    expect(badges().map(wordsIn)).toEqual(['supports', 'opposes', 'mixed', 'neutral', 'asks', 'unsure', 'skipped']);
    const shapes = badges().map((badge) => badge.shadowRoot?.querySelector('path')?.getAttribute('d'));
    expect(new Set(shapes).size).toBe(labels.length);
  });

  it('say answers, questions and thanks below an open question, where there are no sides; the stance itself is the contract’s', () => {
    const said = [
      { stance: 'support', text: 'Thanks for asking!' },
      { stance: 'support' },
      { stance: 'oppose' },
      { stance: 'question' },
    ] as const;
    const { reading, analysis } = aThread([...said, { stance: 'unsure' }]);
    showBadges(reading, { ...analysis, proposition: { ...analysis.proposition, kind: 'question' } });
    expect(badges().map(wordsIn)).toEqual(['thanks', 'answers', 'answers', 'asks', 'unsure']);
    expect(badges().map(({ dataset }) => dataset.stance)).toEqual(['support', 'support', 'oppose', 'question', 'unsure']);
  });

  it('carry no word where nothing is known, and say so by `data-quiet`', () => {
    const { reading, analysis } = aThread([
      { stance: 'support' },
      { stance: 'neutral' },
      { stance: 'unsure', best: 'oppose' },
      { stance: 'skipped' },
    ]);
    showBadges(reading, analysis);
    expect(badges().map((badge) => badge.hasAttribute('data-quiet'))).toEqual([false, false, true, true]);
    settings.value = { ...settings.value, shown: 'everything' };
    showBadges(reading, analysis);
    settings.value = { ...settings.value, shown: 'sure' };
    expect(badges().map(({ dataset }) => [dataset.quiet, dataset.shown])[3]).toEqual(['', 'everything']);
  });

  it('have their mark seen while the pointer is on their comment, and on no other', () => {
    const { reading, analysis } = aThread([{ stance: 'unsure' }, { stance: 'unsure' }]);
    showBadges(reading, analysis);
    const pointAt = (id: string) =>
      reading.elements
        .get(id)
        ?.querySelector('p')
        ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
    const near = () => badges().map((badge) => badge.hasAttribute('data-near'));
    pointAt('2');
    expect(near()).toEqual([false, true]);
    pointAt('1');
    expect(near()).toEqual([true, false]);
    const touched = reading.elements.get('2')?.querySelector('p');
    touched?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
    expect(near()).toEqual([false, true]);
  });

  describe('on an answer to another comment', () => {
    const towards = (stance: 'oppose' | 'neutral' | 'unsure') => ({ parent: '1', towardsParent: aVerdict(stance) });
    const show = (said: Said) => {
      const { reading, analysis } = aThread([{ stance: 'unsure', author: 'mira' }, said]);
      const goTo = vi.fn();
      showBadges(reading, analysis, new Set(), goTo);
      const badge = badges()[1] as HTMLElement;
      return { badge, goTo, lead: badge.shadowRoot?.querySelector<HTMLElement>('.lead') };
    };

    it('name nobody where what it answers was deleted', () => {
      const { reading, analysis } = aThread([
        { stance: 'unsure', author: '[deleted]', deleted: true },
        { stance: 'unsure', ...towards('oppose') },
      ]);
      showBadges(reading, analysis);
      expect(plain(wordsIn(badges()[1] as HTMLElement))).toBe('disagrees with another comment');
    });

    it('say whom it disagrees with where only that is known, as such, and lead there', () => {
      const { badge, lead, goTo } = show({ stance: 'unsure', ...towards('oppose') });
      expect(badge.dataset).toMatchObject({ stance: 'unsure', parentStance: 'oppose' });
      expect(badge.hasAttribute('data-quiet')).toBe(false);
      expect(plain(wordsIn(badge))).toBe('disagrees with mira');
      expect(badge.shadowRoot?.querySelectorAll('.arrow')).toHaveLength(1);
      lead?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: 1 }));
      expect(goTo).toHaveBeenCalledExactlyOnceWith('1');
      expect(badge.shadowRoot?.querySelector('[popover]')).toBeNull();
    });

    it('say both where both are known', () => {
      const { badge } = show({ stance: 'support', ...towards('oppose') });
      expect(plain(wordsIn(badge))).toBe('supports disagrees with mira');
      const label = badge.shadowRoot?.querySelector('button')?.getAttribute('aria-label') ?? '';
      expect(plain(label)).toMatch(/^Standpoint: supports, 90.%? sure\. disagrees with mira, 90/);
    });

    it('are quiet where it merely answers, or nothing is known of either', () => {
      for (const stance of ['neutral', 'unsure'] as const) {
        const { badge } = show({ stance: 'unsure', ...towards(stance) });
        expect([badge.hasAttribute('data-quiet'), badge.dataset.parentStance]).toEqual([true, stance]);
      }
    });

    it('say nothing of a parent where it answers the opening post, or a comment that was not read', () => {
      expect(show({ stance: 'unsure', parent: '0', towardsParent: aVerdict('oppose') }).badge.dataset.parentStance).toBeUndefined();
      expect(show({ stance: 'unsure', parent: 'gone', towardsParent: aVerdict('oppose') }).badge.dataset.parentStance).toBeUndefined();
    });

    it('take back what they said of a parent when that is no longer so', () => {
      const { reading, analysis } = aThread([{ stance: 'unsure' }, { stance: 'support', ...towards('oppose') }]);
      showBadges(reading, analysis);
      showBadges(reading, {
        ...analysis,
        verdicts: { ...analysis.verdicts, 2: { opening: aVerdict('support'), parent: aVerdict('unsure') } },
      });
      expect(wordsIn(badges()[1])).toBe('supports');
      expect(badges()[1]?.dataset.parentStance).toBe('unsure');
    });
  });

  it('are marked, and say so, on what came since the last visit', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'unsure' }]);
    const marked = () => badges().map((badge) => badge.hasAttribute('data-fresh'));
    const label = () => badges()[1]?.shadowRoot?.querySelector('button')?.getAttribute('aria-label');
    showBadges(reading, analysis, new Set(['2']));
    expect([marked(), label()]).toEqual([[false, true], 'Standpoint: unsure. New since your last visit.']);
    showBadges(reading, analysis);
    expect([marked(), label()]).toEqual([[false, false], 'Standpoint: unsure']);
  });

  it('show how sure they are, and are silent about it where they are unsure', () => {
    const { reading, analysis } = aThread([
      { stance: 'support', confidence: 0.8 },
      { stance: 'unsure', confidence: 0.5 },
    ]);
    showBadges(reading, analysis);
    const buttons = badges().map((badge) => badge.shadowRoot?.querySelector('button'));
    expect(buttons.map((button) => button?.style.getPropertyValue('--sure'))).toEqual(['0.80', '0']);
    expect(buttons[1]?.getAttribute('aria-label')).toBe('Standpoint: unsure');
  });

  it('say aloud why a comment was skipped', () => {
    const { reading, analysis } = aThread([{ stance: 'skipped', because: 'language' }]);
    showBadges(reading, analysis);
    const label = badges()[0]?.shadowRoot?.querySelector('button')?.getAttribute('aria-label');
    expect(label).toBe('Standpoint: Skipped: it is in a language the model does not know.');
  });

  it('are as large as the reader wants them', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }]);
    settings.value = { ...settings.value, density: 'dot' };
    showBadges(reading, analysis);
    settings.value = { ...settings.value, density: 'word' };
    expect(badges()[0]?.dataset.density).toBe('dot');
    showBadges(reading, analysis);
    expect(badges()[0]?.dataset.density).toBe('word');
  });

  it('stay the same nodes when shown again, and are put back where the page lost them', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'oppose' }]);
    showBadges(reading, analysis);
    const before = badges();
    before[1]?.remove();
    showBadges(reading, analysis);
    expect(badges()).toEqual(before);
    expect(badges()[1]).toBe(before[1]);
  });

  it('change their word in place when the verdict changes', () => {
    const { reading, analysis } = aThread([{ stance: 'unsure' }]);
    showBadges(reading, analysis);
    const [before] = badges();
    showBadges(reading, aThread([{ stance: 'support', confidence: 0.7 }]).analysis);
    document.body.append(...reading.elements.values());
    expect(badges()).toEqual([before]);
    expect(wordsIn(before)).toBe('supports');
    expect(before?.dataset).toMatchObject({ stance: 'support', confidence: '0.70' });
  });

  it('go with their comment, and so do empty copies that the page made of them', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'oppose' }]);
    showBadges(reading, analysis);
    document.body.append(badges()[0]?.cloneNode(true) as Node);
    showBadges({ ...reading, thread: { ...reading.thread, comments: reading.thread.comments.slice(0, 1) } }, analysis);
    expect(badges().map((badge) => badge.dataset.comment)).toEqual(['1']);
    expect(wordsIn(badges()[0])).toBe('supports');
  });

  it('leave the page as it was when they are taken off', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'oppose' }]);
    const before = new XMLSerializer().serializeToString(document);
    showBadges(reading, analysis);
    removeBadges();
    expect(new XMLSerializer().serializeToString(document)).toBe(before);
  });

  it('are dark on a dark page', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }]);
    document.body.style.backgroundColor = 'rgb(20, 20, 20)';
    showBadges(reading, analysis);
    document.body.removeAttribute('style');
    expect(badges()[0]?.dataset.theme).toBe('dark');
  });

  it('touch nothing when nothing changed, so that watching the page cannot run in a circle', () => {
    const { reading, analysis } = aThread([{ stance: 'support' }, { stance: 'unsure' }]);
    showBadges(reading, analysis);
    const observer = new MutationObserver(() => {});
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    showBadges(reading, analysis);
    expect(observer.takeRecords()).toEqual([]);
    observer.disconnect();
  });
});
