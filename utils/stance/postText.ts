import { proposalOf } from './proposal.ts';
import { propositionOf } from './proposition.ts';

/** A text of so many characters is short enough to be a claim as it is. */
const SHORT = 200;

/**
 * What the encoder reads of an opening post, the most telling first: the claim, the title where that is another text, the post itself.
 * The reader's own wording replaces all of it. Whether the post asks openly is left to the encoder, so the claim is taken as if it did not;
 * a question that proposes something is read as the proposal.
 */
export function postTextOf(title: string, text: string, reader?: string): string[] {
  if (reader?.trim()) return [proposalOf(reader.trim())];
  const claim = propositionOf({ title, opening: { text } }, 0).text;
  const read = proposalOf(claim);
  return claim === title.trim() ? [read, text] : [read, title.trim(), text];
}

/** The same of a post that comes as one text: its claim first, where it is too long to be one. */
export function pairPostOf(post: string): string[] {
  const text = post.trim();
  if (text.length <= SHORT) return [proposalOf(text)];
  const claim = propositionOf({ title: '', opening: { text } }, 0).text;
  return [proposalOf(claim) || text, text];
}
