/** Leads into what is asked: "So, …", "Poll: …", "Genuine question: …". */
const LEAD =
  /^(?:(?:so|but|and|ok(?:ay)?|well|now|poll|question|discussion|rfc|honest question|genuine question|serious question)[,: ]+)*/i;
/** Questions whose *yes* is to do something, and what that is. Advice asked for oneself ("Should I …?") is no proposal. */
const PROPOSING: readonly RegExp[] = [
  /^(?:should|shall)(?:n['’]?t)? (?!i\b|you\b)(\S.*)$/i,
  /^(?:can|could|may|might)(?:n['’]?t)? (we\b.*)$/i,
  /^what if (we\b.*)$/i,
  /^(?:why don['’]?t|why not|how about|what about) (we\b.*)$/i,
  /^is(?:n['’]?t)? it (?:finally |not )?(?:high )?time (?:to |for |that |we )?(\S.*)$/i,
  /^(?:is|would|will)(?:n['’]?t)? it (?:not )?(?:be )?(?:a )?(?:good|great|better|best|sensible|wise|smart|right)(?: idea)? (?:to|if|for) (\S.*)$/i,
  /^(?:do|would) (?:you|we)(?: all| guys)? (?:support|favou?r|back|endorse|want) (\S.*)$/i,
  /^(?:are|would) (?:you|we)(?: be)? (?:in favou?r of|for) (\S.*)$/i,
];

/**
 * A question that proposes something ("Should we drop …?"), as the proposal it makes ("I propose: we drop …."); any other text as it is.
 * The encoder takes a question for one that asks openly, and answers to it for no sides, while "Yes please." sides with what is proposed.
 */
export function proposalOf(claim: string): string {
  const text = claim.trim();
  if (!/\?\W*$/.test(text)) return claim;
  const question = text
    .replace(/\s+/g, ' ')
    .replace(LEAD, '')
    .replace(/[?! ]*$/, '');
  for (const form of PROPOSING) {
    const proposed = form.exec(question)?.[1];
    // A choice between two has no *yes*.
    if (proposed) return /[?]|\bor\b(?! not\b)/.test(proposed) ? claim : `I propose: ${proposed}.`;
  }
  return claim;
}
