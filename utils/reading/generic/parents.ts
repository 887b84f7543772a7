import { type Comment, type Reading, withoutCircles } from '../../thread/index.ts';
import { bodyOf } from '../dom.ts';
import type { Block } from './block.ts';
import { holders } from './blockParts.ts';
import { parentsIn } from './depth.ts';
import { MICRODATA } from './microdata.ts';
import { Addresses, comparableName, declaredParent, type Own, ownOf, referredTo } from './references.ts';
import type { Shape } from './signature.ts';

/** Writes into each comment whom it answers: as it says itself, as it stands inside or below another, or whom it quotes. */
export function linkParents(
  blocks: readonly Block[],
  comments: readonly Comment[],
  shape: Shape,
  depths: readonly number[] | null,
  above: number,
  opening: Comment | null,
): void {
  const holder = holders(shape.elements, new Set(blocks.map(({ element }) => element)));
  const own = ownOf(blocks, holder);
  const tree = depths && parentsIn(depths);
  const treeParent = (index: number) => (tree && index >= above ? (comments[(tree[index - above] ?? -1) + above] ?? null) : null);
  const nested = (index: number) => (tree && (tree[index - above] ?? -1) >= 0 ? (treeParent(index)?.id ?? null) : null);
  const unsaid = () => (tree || above ? (opening?.id ?? null) : null);
  linkReferences(blocks, comments, own, opening, unsaid, nested);
  withoutCircles(comments);
}

/** `nested` is the post that one stands in or below, `unsaid` what it answers where neither its place nor itself says whom. */
function linkReferences(
  blocks: readonly Block[],
  comments: readonly Comment[],
  own: ReadonlyMap<Element, Own>,
  opening: Comment | null,
  unsaid: (index: number, comment: Comment) => string | null,
  nested: (index: number) => string | null,
): void {
  const addresses = new Addresses(blocks, comments, own);
  const latest = new Map<string, string>();
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  comments.forEach((comment, index) => {
    const block = blocks[index];
    const contents = block && own.get(block.element);
    if (!block || !contents) return;
    if (comment !== opening) {
      comment.parent =
        declaredParent(contents, comment.id, addresses) ??
        nested(index) ??
        referredTo(block, comment.id, addresses, latest, (name) => spokenTo(name, comment, byId, latest, opening), contents) ??
        unsaid(index, comment);
    }
    if (comment.author) latest.set(comparableName(comment.author), comment.id);
  });
}

/** Who speaks to the one who began the thread answers the opening, unless that person answered them before. */
function spokenTo(
  name: string,
  { author }: Comment,
  byId: ReadonlyMap<string, Comment>,
  latest: ReadonlyMap<string, string>,
  opening: Comment | null,
): string | null {
  const target = byId.get(latest.get(name) ?? '');
  if (!target || !opening || target === opening || comparableName(opening.author ?? '') !== name) return target?.id ?? null;
  return byId.get(target.parent ?? '')?.author === author ? target.id : opening.id;
}

const POST = `${MICRODATA.comment}, [itemtype*="schema.org/"]:has([itemprop="text"], [itemprop="articleBody"])`;

/** A declared discussion: an opening that only repeats the head of the first post goes; where nothing is nested, quotes and links tell whom a post answers. */
export function withReferences({ thread, elements }: Reading, document: Document): Reading {
  const [first, ...others] = thread.comments;
  const doubled = first && thread.opening?.text === '' && thread.opening.author === first.author;
  const opening = doubled ? { ...first, parent: null } : thread.opening;
  const comments = (doubled ? others : thread.comments).map((comment) =>
    doubled && comment.parent === thread.opening?.id ? { ...comment, parent: first.id } : { ...comment },
  );
  const isFlat = comments.every(({ parent }) => parent === null || parent === opening?.id);
  const all = opening ? [opening, ...comments] : comments;
  const blocks = all.flatMap(({ id }): Block[] => {
    // Where a badge has its place is only a part of the post.
    const holder = elements.get(id);
    const element = holder?.closest(POST) ?? holder;
    return element
      ? [{ element, author: null, time: null, body: element.querySelector('[itemprop="text"], [itemprop="articleBody"]') }]
      : [];
  });
  if (isFlat && blocks.length === all.length) {
    const shape = [...(bodyOf(document)?.querySelectorAll('*') ?? [])];
    const own = ownOf(blocks, holders(shape, new Set(blocks.map(({ element }) => element))));
    linkReferences(
      blocks,
      all,
      own,
      opening,
      (_, comment) => (comment.parent === null ? null : (opening?.id ?? null)),
      () => null,
    );
  }
  return { thread: { ...thread, opening, comments }, elements };
}
