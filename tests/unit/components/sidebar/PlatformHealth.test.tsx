import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PlatformHealth } from '../../../../components/sidebar/PlatformHealth.tsx';
import type { Health } from '../../../../utils/reading/health.ts';

let place: HTMLElement;
const writeText = vi.fn(async (_text: string) => {});

beforeEach(() => {
  vi.clearAllMocks();
  fakeBrowser.runtime.getManifest = () => ({ manifest_version: 3, name: 'Standpoint', version: '1.2.3' });
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, place);
  place.remove();
  vi.unstubAllGlobals();
});

function show(health: Partial<Health>, generic = false): string {
  const selectors = [{ field: 'comment', selector: '.post', matches: 0 }];
  render(
    <PlatformHealth
      health={{ platform: 'discourse', host: 'forum.example.org', missing: ['everything'], read: 0, total: null, selectors, ...health }}
      generic={generic}
    />,
    place,
  );
  return place.querySelector('p')?.textContent ?? '';
}

describe('what is said of a forum that changed its pages', () => {
  it.each([
    [{ missing: ['everything'] }, 'This page looks like one of discourse, but no comments were found in it.'],
    [{ missing: ['comments'], read: 3, total: 120 }, 'Only 3 of 120 comments could be read.'],
    [{ missing: ['authors'] }, 'Most comments have no name.'],
    [
      { missing: ['comments', 'authors', 'times'], read: 9 },
      'Only 9 comments could be read, and there are more. Most comments have no name or time.',
    ],
  ] as [Partial<Health>, string][])('%j', (health, sentence) => {
    expect(show(health)).toBe(`${sentence} The forum may have changed its pages.`);
  });

  it('says so where the page was read by its shape instead', () => {
    show({}, true);
    expect(place.textContent).toContain('read by the shape of the page instead');
  });

  it('offers a report, and shows what it says', async () => {
    show({});
    place.querySelector('button')?.click();
    await vi.waitFor(() => expect(place.querySelector('[role=status]')?.textContent).toBe('Copied.'));
    const [[report] = ['']] = writeText.mock.calls;
    expect(report).toContain('Standpoint 1.2.3, platform discourse, on forum.example.org');
    expect(place.querySelector('pre')?.textContent).toBe(report);
  });

  it('opens the report where the page has no clipboard', async () => {
    vi.stubGlobal('navigator', {});
    document.execCommand = () => false;
    show({});
    place.querySelector('button')?.click();
    await vi.waitFor(() => expect(place.querySelector('details')?.open).toBe(true));
    expect(place.querySelector('[role=status]')?.textContent).toBe('Copy it from here:');
  });
});
