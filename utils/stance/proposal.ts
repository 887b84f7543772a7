/** Leads into what is asked: "So, …", "Poll: …", "Genuine question: …". */
const LEAD =
  /^(?:(?:so|but|and|ok(?:ay)?|well|now|poll|question|discussion|rfc|honest question|genuine question|serious question)[,:\s]+)*/i;
/** Questions whose *yes* is to do something, and what that is. Advice asked for oneself ("Should I …?") is no proposal. */
const PROPOSING: readonly RegExp[] = [
  /^(?:should|shall)(?:n['’]?t)?\s+(?!i\b|you\b)(.+)$/i,
  /^(?:can|could|may|might)(?:n['’]?t)?\s+(we\b.+)$/i,
  /^what if\s+(we\b.+)$/i,
  /^(?:why don['’]?t|why not|how about|what about)\s+(we\b.+)$/i,
  /^is(?:n['’]?t)? it (?:finally |not )?(?:high )?time\s+(?:to\s+|for\s+|that\s+|we\s+)?(.+)$/i,
  /^(?:is|would|will)(?:n['’]?t)? it (?:not )?(?:be )?(?:a )?(?:good|great|better|best|sensible|wise|smart|right)(?: idea)? (?:to|if|for)\s+(.+)$/i,
  /^(?:do|would) (?:you|we)(?: all| guys)? (?:support|favou?r|back|endorse|want)\s+(.+)$/i,
  /^(?:are|would) (?:you|we)(?: be)? (?:in favou?r of|for)\s+(.+)$/i,
];

/**
 * A question that proposes something ("Should we drop …?"), as the proposal it makes ("I propose: we drop …."); any other text as it is.
 * The encoder takes a question for one that asks openly, and answers to it for no sides, while "Yes please." sides with what is proposed.
 */
export function proposalOf(claim: string): string {
  const text = claim.trim();
  if (!/\?\W*$/.test(text)) return claim;
  const question = text.replace(LEAD, '').replace(/[?!\s]+$/, '');
  for (const form of PROPOSING) {
    const proposed = form.exec(question)?.[1];
    // A choice between two has no *yes*.
    if (proposed) return /[?]|\bor\b(?! not\b)/.test(proposed) ? claim : `I propose: ${proposed}.`;
  }
  return claim;
}
