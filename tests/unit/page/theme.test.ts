import { effect } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lightnessOf, pageTheme } from '../../../utils/page/theme.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
});

describe('the theme of a page', () => {
  it.each([
    ['rgb(255, 255, 255)', 'light'],
    ['rgb(26, 26, 27)', 'dark'],
    ['rgb(246, 246, 239)', 'light'],
  ])('follows a body of %s', (color, theme) => {
    document.body.style.backgroundColor = color;
    expect(pageTheme()).toBe(theme);
  });

  it('looks through a transparent body at the root', () => {
    document.body.style.backgroundColor = 'rgba(255, 255, 255, 0.1)';
    document.documentElement.style.backgroundColor = 'rgb(0, 0, 0)';
    expect(pageTheme()).toBe('dark');
  });

  it('is that of the card a comment stands on, not of the page around it', () => {
    document.body.style.backgroundColor = 'rgb(10, 10, 10)';
    const card = document.createElement('div');
    card.style.backgroundColor = 'rgb(250, 250, 250)';
    card.append(document.createElement('p'));
    document.body.append(card);
    expect(pageTheme(card.firstElementChild ?? card)).toBe('light');
  });

  it('is light where the page paints nothing, as the browser does then', () => {
    expect(pageTheme()).toBe('light');
  });
});

describe('the lightness of a computed colour', () => {
  it.each([
    ['rgb(255, 255, 255)', 1],
    ['rgb(0, 0, 0)', 0],
    ['rgba(0, 0, 0, 0)', null],
    ['rgb(0 0 0 / 20%)', null],
    ['transparent', null],
    ['color(srgb 1 1 1)', 1],
    ['color(srgb 0 0 0 / 0.1)', null],
    ['oklch(0.25 0.02 250)', 0.25],
    ['lab(80 0 0)', 0.8],
    ['', null],
  ])('of %j is %j', (color, lightness) => {
    const found = lightnessOf(color);
    if (lightness === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(lightness);
  });
});

describe('what is drawn in the colours of a page', () => {
  it('is drawn anew when the system goes dark while the page is open', () => {
    const turned: (() => void)[] = [];
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: (_: string, turn: () => void) => turned.push(turn) }));
    vi.resetModules();
    return import('../../../utils/page/theme.ts').then((fresh) => {
      const drawn: string[] = [];
      const stop = effect(() => {
        drawn.push(fresh.pageTheme());
      });
      document.body.style.backgroundColor = 'rgb(20, 20, 20)';
      for (const turn of turned) turn();
      expect(drawn).toEqual(['light', 'dark']);
      stop();
      vi.unstubAllGlobals();
    });
  });
});
