import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it } from 'vitest';
import { Tabs } from '../../../../components/shared/Tabs.tsx';

const TABS = [
  { name: 'one', label: 'One' },
  { name: 'two', label: 'Two' },
  { name: 'three', label: 'Three' },
] as const;

type Name = (typeof TABS)[number]['name'];

function Example() {
  const [open, choose] = useState<Name>('one');
  return (
    <Tabs<Name> tabs={TABS} open={open} choose={choose} label="Views">
      <p>{open} is open</p>
    </Tabs>
  );
}

const press = async (key: string) => {
  document.querySelector('[role="tablist"]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve, 5));
};
const panel = () => document.querySelector('[role="tabpanel"]')?.textContent;

afterEach(() => render(null, document.body));

it('goes from tab to tab by arrow keys, round the ends, and moves the focus along', async () => {
  render(<Example />, document.body);
  expect(panel()).toBe('one is open');
  await press('ArrowRight');
  expect(panel()).toBe('two is open');
  expect(document.activeElement?.textContent).toBe('Two');
  await press('End');
  expect(panel()).toBe('three is open');
  await press('ArrowRight');
  expect(panel()).toBe('one is open');
  await press('ArrowLeft');
  expect(panel()).toBe('three is open');
  expect([...document.querySelectorAll('[role="tab"]')].map((tab) => (tab as HTMLElement).tabIndex)).toEqual([-1, -1, 0]);
});
