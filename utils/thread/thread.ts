/** What was read from a page, as plain JSON. `null` means that the page does not say. */

/** What a comment quotes. */
export interface Quote {
  /** Id of the comment that is quoted, where the page names one that was read. */
  of: string | null;
  text: string;
}

/** One post of a thread. */
export interface Comment {
  id: string;
  /** Id of the comment this one answers. The opening post's id where the page says that it answers that; `null` where it does not say. */
  parent: string | null;
  author: string | null;
  /** The comment's own words: no quotes, signatures, edit notes, previews of links. Paragraphs stand apart by a line break. */
  text: string;
  quotes: Quote[];
  /** ISO 8601, in UTC where the page gives a zone, without a zone where it does not. */
  time: string | null;
  score: number | null;
  permalink: string | null;
  deleted: boolean;
}

/** A comment of which nothing is known, to fill in what is. */
export const UNKNOWN_COMMENT: Readonly<Omit<Comment, 'id'>> = {
  parent: null,
  author: null,
  text: '',
  quotes: [],
  time: null,
  score: null,
  permalink: null,
  deleted: false,
};

/** A thread as far as it was read. */
export interface Thread {
  platform: string;
  url: string;
  title: string;
  /** The post the thread began with; `null` on later pages of a paged thread, which do not hold it. */
  opening: Comment | null;
  /** In the order of the page, the opening post not among them. */
  comments: Comment[];
  /** How many comments the forum itself counts, the opening post not among them. */
  total: number | null;
  /** Posts the page holds that could not be read (no id, or emptied out while out of sight). */
  unreadable: number;
}

/** A thread with the places of its comments in the page. Never leaves the page. */
export interface Reading {
  thread: Thread;
  /** By comment id, the opening post among them: the element that a badge is put into. */
  elements: ReadonlyMap<string, Element>;
  /** Ids of posts whose words are not to be seen, since a form to edit them stands in their place. */
  edited?: ReadonlySet<string>;
}
