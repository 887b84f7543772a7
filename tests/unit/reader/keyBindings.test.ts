import * as v from 'valibot';
import { afterEach, describe, expect, it } from 'vitest';
import { commandOf, isTyping } from '../../../utils/page/keyEvents.ts';
import { chosenKeys, DEFAULT_KEYS, keysOf, pressesOf, refusalOf } from '../../../utils/reader/keyBindings.ts';

const press = (key: string, more: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...more });
const combined = (key: string, more: KeyboardEventInit = {}) => press(key, { altKey: true, shiftKey: true, ...more });

describe('the keys to walk by', () => {
  it('lead forward with Alt and Shift, and back with Ctrl too', () => {
    expect(commandOf(combined('O'), DEFAULT_KEYS, false)).toEqual({ command: 'oppose', back: false });
    expect(commandOf(combined('O', { ctrlKey: true }), DEFAULT_KEYS, false)).toEqual({ command: 'oppose', back: true });
    expect(commandOf(combined('?'), DEFAULT_KEYS, false)).toEqual({ command: 'help', back: false });
  });

  it('do nothing alone until the reader wants that', () => {
    expect(commandOf(press('o'), DEFAULT_KEYS, false)).toBeNull();
    expect(commandOf(press('o'), DEFAULT_KEYS, true)).toEqual({ command: 'oppose', back: false });
    expect(commandOf(press('O', { shiftKey: true }), DEFAULT_KEYS, true)).toEqual({ command: 'oppose', back: true });
    expect(commandOf(press('?', { shiftKey: true }), DEFAULT_KEYS, true)).toEqual({ command: 'help', back: false });
  });

  it.each([
    ['Ctrl', { ctrlKey: true }],
    ['Alt', { altKey: true }],
    ['the command key', { metaKey: true }],
    ['the command key with Alt and Shift', { metaKey: true, altKey: true, shiftKey: true }],
  ])('leave combinations with %s to the browser', (_what, modifiers) => {
    expect(commandOf(press('o', modifiers), DEFAULT_KEYS, true)).toBeNull();
  });

  it('are known by their place where a Mac or another alphabet writes another sign', () => {
    expect(commandOf(combined('Ø', { code: 'KeyO' }), DEFAULT_KEYS, false)?.command).toBe('oppose');
    expect(commandOf(combined('Щ', { code: 'KeyO' }), DEFAULT_KEYS, false)?.command).toBe('oppose');
    expect(commandOf(combined('¿', { code: 'Slash' }), DEFAULT_KEYS, false)?.command).toBe('help');
    // Dvorak: what it writes counts, not where it stands.
    expect(commandOf(combined('O', { code: 'KeyS' }), DEFAULT_KEYS, false)?.command).toBe('oppose');
  });

  it('can be changed one by one; one key never leads two ways', () => {
    const keys = keysOf({ oppose: 'x' });
    expect(commandOf(combined('X'), keys, false)?.command).toBe('oppose');
    expect(commandOf(combined('O'), keys, false)).toBeNull();
    expect(refusalOf('support', 'x', keys)).toEqual({ because: 'taken', by: 'oppose' });
    expect(refusalOf('oppose', 'x', keys)).toBeNull();
    expect(refusalOf('oppose', 't', keys)).toEqual({ because: 'browser' });
    expect(v.is(chosenKeys, { oppose: 'x' })).toBe(true);
    for (const wrong of [{ oppose: 'y' }, { oppose: 'xy' }, { oppose: 'O' }, { oppose: '1' }, { nowhere: 'x' }, null, 'x', []]) {
      expect(v.is(chosenKeys, wrong)).toBe(false);
    }
  });

  it('are usual ones that are all different and none of which a browser keeps for itself', () => {
    expect(v.is(chosenKeys, {})).toBe(true);
    for (const [command, key] of Object.entries(DEFAULT_KEYS)) expect(refusalOf(command as 'oppose', key, DEFAULT_KEYS)).toBeNull();
  });

  it('are written as on a keyboard', () => {
    expect(pressesOf('o', false, false)).toEqual(['Alt', 'Shift', 'O']);
    expect(pressesOf('o', true, false)).toEqual(['Ctrl', 'Alt', 'Shift', 'O']);
    expect(pressesOf('o', true, true)).toEqual(['Shift', 'O']);
  });
});

describe('typing', () => {
  afterEach(() => document.body.replaceChildren());

  function typesIn(
    html: string,
    within: (root: ParentNode) => Element | null | undefined = (root) => root.querySelector('.here'),
  ): boolean {
    document.body.innerHTML = html;
    let typing: boolean | null = null;
    const listen = (event: Event) => {
      typing = isTyping(event);
    };
    addEventListener('keydown', listen, { capture: true, once: true });
    within(document.body)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'o', bubbles: true, composed: true }));
    return typing ?? false;
  }

  it.each([
    ['a field', '<input class="here">', true],
    ['a text area', '<textarea class="here"></textarea>', true],
    ['a list of choices', '<select class="here"></select>', true],
    ['an editor', '<div contenteditable="true"><p class="here">x</p></div>', true],
    ['what calls itself a field', '<div class="here" role="textbox" tabindex="0"></div>', true],
    ['an element that may hide a field', '<forum-editor class="here"></forum-editor>', true],
    ['a button', '<button class="here">x</button>', false],
    ['a box to tick', '<input class="here" type="checkbox">', false],
    ['a comment', '<p class="here">x</p>', false],
    ['what cannot be edited within an editor’s page', '<div contenteditable="false"><p class="here">x</p></div>', false],
  ])('in %s', (_what, html, typing) => expect(typesIn(html)).toBe(typing));

  it('in a field within a shadow root', () => {
    const inside = (root: ParentNode) => {
      const shadow = root.querySelector('.here')?.attachShadow({ mode: 'open' });
      shadow?.append(document.createElement('input'));
      return shadow?.querySelector('input');
    };
    expect(typesIn('<div class="here"></div>', inside)).toBe(true);
  });
});
