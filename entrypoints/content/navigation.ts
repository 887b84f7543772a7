import { effect, type ReadonlySignal, untracked } from '@preact/signals';
import { focusComment, removeFootings } from '../../components/badge/focusComment.ts';
import { mountAnnouncer } from '../../components/keyboard/mountAnnouncer.tsx';
import { mountMinimap } from '../../components/minimap/mountMinimap.tsx';
import { commandOf, dimOthers, isTyping, jump, nextComment, trackPosition } from '../../utils/page/index.ts';
import { type Command, changeSettings, keysOf, settings, sidebarOpen, turnSidebar } from '../../utils/reader/index.ts';
import type { Session } from '../../utils/session/index.ts';
import { isEmpty, NO_FILTER } from '../../utils/summary/index.ts';
import { formatCount, t, wordOf } from '../../utils/texts/index.ts';
import { type Comment, parentOf } from '../../utils/thread/index.ts';

/** Leads the reader to comments of the page. */
export interface Navigation {
  jump(id: string): void;
  showKeys(): void;
  stop(): void;
}

/** Leads the reader through the thread in the page, as long as there is one: by keys, by the map at its edge, and past what they do not look for. Not before `isMarked`. */
export function startNavigation(session: Session, isMarked: ReadonlySignal<boolean>): Navigation {
  let navigation: ReturnType<typeof navigateThread> | null = null;
  const leave = () => {
    navigation?.stop();
    navigation = null;
  };
  const stop = effect(() => {
    if (session.reading.value && isMarked.value) navigation ??= untracked(() => navigateThread(session));
    else leave();
  });
  return {
    jump: (id) => (navigation ? navigation.go(id) : jump(session.reading.value, id)),
    showKeys: () => navigation?.showKeys(),
    stop() {
      stop();
      leave();
    },
  };
}

function navigateThread(session: Session) {
  const leaving = new AbortController();
  const position = trackPosition(session, leaving.signal);
  const announcer = mountAnnouncer(session);

  const go = (id: string, smooth = true) => {
    position.anchor(id);
    jump(session.reading.value, id, smooth);
  };
  /** Takes the reader to a post, and the keyboard with them. */
  const lead = (post: Comment, text: string, smooth = true) => {
    const holder = session.reading.value?.elements.get(post.id);
    go(post.id, smooth);
    if (holder?.isConnected) focusComment(holder, text);
    announcer.say(text);
  };
  const described = (comment: Comment) => ({
    author: comment.author ?? t('comment.unknown'),
    stance: wordOf(
      session.analysis.value?.verdicts[comment.id]?.opening.stance ?? 'pending',
      session.analysis.value?.proposition.kind ?? 'claim',
      comment.text,
    ),
  });

  const walk = (command: Command, back: boolean) => {
    const thread = session.thread.value;
    const analysis = session.analysis.value;
    if (command === 'help') return announcer.showKeys();
    if (command === 'find') return openFind(session);
    if (!thread || !analysis) return announcer.say(t('walk.notYet'));
    if (command === 'match' && !session.found.value) return announcer.say(t('walk.nothingSought'));
    const ids = position.layout.value?.ids ?? [];
    const index = position.current.value;
    if (command === 'top') return goToTop();
    if (command === 'parent') {
      const here = ids[index];
      const parent = here === undefined ? null : parentOf(thread, here);
      if (here === undefined) return announcer.say(t('walk.nowhere'));
      if (!parent) return announcer.say(t('walk.noParent'));
      if (!session.reading.value?.elements.get(parent.id)?.isConnected) return announcer.say(t('walk.parentElsewhere'));
      if (parent === thread.opening) return lead(parent, t('walk.opening', { author: parent.author ?? t('comment.unknown') }));
      return lead(parent, t('walk.parent', described(parent)));
    }
    const found = session.found.value && new Set(session.found.value.map(({ id }) => id));
    const destination = nextComment(command, back, index, position.isAnchored.value, { thread, analysis, ids, seen: session.seen, found });
    const kind = t(`walk.kind.${command}`);
    const of = formatCount(destination.of);
    if (destination.id === null)
      return announcer.say(destination.of === 0 ? t('walk.none', { kind }) : t(back ? 'walk.first' : 'walk.last', { kind, of }));
    const comment = thread.comments.find(({ id }) => id === destination.id);
    if (comment) lead(comment, t('walk.step', { kind, number: formatCount(destination.number), of, ...described(comment) }));
  };

  const goToTop = () => {
    const { opening } = session.thread.value ?? {};
    if (opening && session.reading.value?.elements.get(opening.id)?.isConnected) {
      return lead(opening, t('walk.opening', { author: opening.author ?? t('comment.unknown') }));
    }
    position.layout.value?.scroller.scrollTo({ top: 0 });
    announcer.say(t('walk.top'));
  };

  const clear = () => {
    if (isEmpty(session.filter.value)) return false;
    session.filter.value = NO_FILTER;
    announcer.say(t('walk.cleared'));
    return true;
  };

  // Before the page, which may have hotkeys of its own.
  const onKey = (event: KeyboardEvent) => {
    if (announcer.isOpen() || isTyping(event)) return;
    const led = commandOf(event, keysOf(settings.value.keys), settings.value.singleKeys);
    if (!led) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    walk(led.command, led.back);
  };
  addEventListener('keydown', onKey, { capture: true, signal: leaving.signal });
  // After everybody else: a popover or the page may have use for it.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !announcer.isOpen() && !isTyping(event)) clear();
  };
  addEventListener('keydown', onEscape, { signal: leaving.signal });

  let unmountMap: (() => void) | null = null;
  const stops = [
    dimOthers(session, position),
    effect(() => {
      if (settings.value.minimap) unmountMap ??= untracked(() => mountMinimap(session, position, go));
      else unmountMap = unmountMap?.() ?? null;
    }),
  ];
  return {
    go,
    showKeys: announcer.showKeys,
    stop() {
      leaving.abort();
      for (const stop of stops) stop();
      unmountMap?.();
      announcer.remove();
      removeFootings();
      session.filter.value = NO_FILTER;
      session.seen.clear();
    },
  };
}

/** Opens the sidebar at its field for words, however it was left. */
async function openFind(session: Session): Promise<void> {
  session.view.value = 'find';
  if (!settings.value.sidebar) await changeSettings({ sidebar: true });
  if (!sidebarOpen.value) await turnSidebar(true);
  const field = () => document.querySelector('[data-standpoint="sidebar"]')?.shadowRoot?.querySelector<HTMLElement>('input[type="search"]');
  // It is drawn a little later.
  for (let tries = 0; tries < 30 && !field(); tries += 1) await new Promise(requestAnimationFrame);
  field()?.focus();
}
