import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { LeadingComments } from '../../../../../components/sidebar/overview/LeadingComments.tsx';
import { knownOf } from '../../../../../utils/summary/known.ts';
import { summarize } from '../../../../../utils/summary/summarize.ts';
import { sentencesToCome } from '../../../../../utils/texts/index.ts';
import { aThread, type Said } from '../../../../fixtures/reading.ts';

let place: HTMLElement;

afterEach(() => {
  render(null, place);
  place.remove();
});

function show(comments: Said[], mayGrow: boolean): void {
  const { reading, analysis } = aThread(comments);
  const summary = summarize(reading.thread, analysis);
  const known = knownOf(summary, analysis.verdicts);
  place = document.body.appendChild(place ?? document.createElement('main'));
  const toCome = mayGrow ? sentencesToCome(known, 500) : null;
  render(<LeadingComments summary={summary} known={known} reading={reading} jump={() => {}} working={mayGrow} toCome={toCome} />, place);
}

const boxes = () => [...place.querySelectorAll('section, h2, .room, .inPlace')];
const said = () => [...place.querySelectorAll('.excerpt')].map(({ textContent }) => textContent);
const FIRST: Said[] = [
  { stance: 'support', text: 'One for it.', confidence: 0.9 },
  { stance: 'unsure', text: 'Who knows.' },
];

describe('the clearest comments of each side', () => {
  it('have their places and the room of every sentence to come while more may be known: what comes changes words alone', async () => {
    place = document.createElement('main');
    show(FIRST, true);
    const before = boxes();
    expect(said()).toEqual(['One for it.']);
    const rooms = () => [...place.querySelectorAll('[data-longest]')].map((box) => box.getAttribute('data-longest')?.length ?? 0);
    const kept = rooms();
    show([...FIRST, { stance: 'oppose', text: 'One against it.' }, { stance: 'support', text: 'Clearer.', confidence: 0.99 }], true);
    expect(said()).toEqual(['One for it.', 'One against it.']);
    // More against it than for it: the sides change places, and nothing else does.
    const against = ['A', 'B', 'C'].map((text): Said => ({ stance: 'oppose', text }));
    show([...FIRST, ...against], true);
    expect(said()[1]).toBe('One for it.');
    expect(boxes()).toEqual(before);
    for (const [index, length] of rooms().entries()) expect(length).toBeGreaterThanOrEqual(kept[index] as number);
  });

  it('are one each then, and the others where the reader asks for them', async () => {
    place = document.createElement('main');
    show([...FIRST, { stance: 'support', text: 'Another.' }], true);
    expect(said()).toHaveLength(1);
    place.querySelector<HTMLElement>('.others')?.click();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(said().sort()).toEqual(['Another.', 'One for it.']);
    expect(place.querySelector('.others')?.getAttribute('aria-expanded')).toBe('true');
  });

  it('are all there where nothing more will be known', () => {
    place = document.createElement('main');
    show([...FIRST, { stance: 'support', text: 'Another.' }], false);
    expect(said()).toHaveLength(2);
    expect(place.querySelector('[data-longest]')).toBeNull();
  });
});
