/** A comment as the page's repetition shows it. */
export interface Block {
  element: Element;
  author: Element | null;
  time: string | null;
  body: Element | null;
}
