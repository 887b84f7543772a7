import { useLayoutEffect, useRef } from 'preact/hooks';
import { findWords, toFragment } from '../../../utils/page/index.ts';
import type { Comment } from '../../../utils/thread/index.ts';

/** A whole comment as its author formatted it, where the page still holds it; else its plain words. */
export function FullComment({ comment, element }: { comment: Comment; element: Element | undefined }) {
  const container = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const body = element?.isConnected ? findWords(element, comment.text) : null;
    container.current?.replaceChildren(body ? toFragment(body, document) : comment.text);
    container.current?.classList.toggle('text', !body);
  }, [comment, element]);
  return <div ref={container} class="whole" dir="auto" />;
}
