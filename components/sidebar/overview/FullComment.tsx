import { useLayoutEffect, useRef } from 'preact/hooks';
import { findWords, toFragment } from '../../../utils/page/index.ts';
import type { Comment } from '../../../utils/thread/index.ts';

/** A whole comment as its author formatted it, where the page still holds it; else its plain words. */
export function FullComment({ comment, element }: { comment: Comment; element: Element | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const words = element?.isConnected ? findWords(element, comment.text) : null;
    place.current?.replaceChildren(words ? toFragment(words, document) : comment.text);
    place.current?.classList.toggle('text', !words);
  }, [comment, element]);
  return <div ref={place} class="whole" dir="auto" />;
}
