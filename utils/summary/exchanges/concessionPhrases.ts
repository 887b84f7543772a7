/** How somebody gives way: by a change of mind, or by granting a point. */
export type Concession = 'changed' | 'granted';

const VERY =
  '(?:(?:so|very|really|quite|absolutely|totally|completely|entirely|probably|definitely|certainly|clearly|obviously|perfectly|of course|all|both|just|also|actually|dead|100 ?%) )*';
const VIEW = '(?:mind|view|views|opinion|stance|position|vote)';
const POINT = '(?:fair|good|great|valid|excellent|solid|reasonable|strong|decent|interesting|compelling)';

/** What is said by who changed their mind. A phrase a line; new ones may be added. */
const CHANGED = [
  `i(?:'m| am| stand) (?:now )?corrected`,
  `i(?:'ve| have)? ${VERY}changed my ${VIEW}`,
  `(?:you|this|that|it)(?:'ve|'s| have| has)? ${VERY}(?:changed|made me change) my ${VIEW}`,
  `you(?:'ve| have)? ${VERY}(?:convinced|persuaded|swayed) me`,
  `(?:this|that)(?:'s| has)? ${VERY}(?:convinced|persuaded|swayed) me`,
  `you(?:'ve| have)? (?:sold me|won me over)`,
  `(?:color|colour|consider) me convinced`,
  `i(?:'m| am) (?:now )?${VERY}(?:convinced now|convinced by (?:you|this|that)|persuaded by (?:you|this|that))`,
  `i(?:'ll| will| do| should| must)? take (?:it|that|this|what i said|my (?:comment|words)) back(?! (?:until|to|when|home|from|if))`,
  `i (?:retract|withdraw) (?:it|that|this|my|what)`,
  `i was ${VERY}(?:wrong|mistaken|incorrect)(?! (?:once|before|place|time|side|person|one))`,
  `my (?:bad|mistake)(?! (?:was|is|has|had|for|in|habit|luck|day|experience|guy|boy))`,
  `i misread (?:you|your|that|this|it|what)`,
  `(?:have a|here(?:'s| is) (?:a|your)|awarded? (?:you )?a) delta`,
];

/** What is said by who grants a point. */
const GRANTED = [
  `you(?:'re| are) ${VERY}(?:right|correct)(?= (?:about|that|on|to|though|but|and|in that|in saying|there are|there is|of course|i|it)\\b|$)`,
  `(?:that(?:'s| is)|this is|it(?:'s| is)) (?:a |an )?${VERY}(?:fair|valid|good|great|excellent) (?:point|argument|counterpoint)`,
  `(?:very |really |pretty )?(?:fair|good|great|valid|excellent) (?:point|counterpoint|argument)(?=$| (?:about|on|regarding|there|i|but|though|and|that i)\\b)`,
  `(?:that(?:'s| is) )?${VERY}fair enough`,
  `that(?:'s| is) (?:a )?fair(?=$| but| though)`,
  `you(?:'ve| have)? (?:do )?(?:make|made|have|got|raise|raised|bring up)(?: got)? (?:an? |some )?${VERY}(?:${POINT} )points?`,
  `you(?:'ve| have| do have)(?: got)? a point`,
  `point (?:well )?taken`,
  'touché|touche',
  `i(?:'ll| will| would| can| must| have to| do) (?:give you that|grant (?:you )?that|grant you|concede|give you (?:that|this))`,
  `i concede`,
  `i see (?:your point|what you mean|where you(?:'re| are) coming from|what you(?:'re| are) saying)`,
  `i can see (?:your point|that point|where you(?:'re| are) coming from)`,
  `i (?:hadn't|had not|never|haven't) ${VERY}(?:thought (?:of|about)|considered) (?:it|that|this)(?= |$)`,
  `when you put it (?:that way|like that)`,
];

const SEARCHES: readonly { kind: Concession; search: RegExp }[] = [
  { kind: 'changed', search: new RegExp(`\\b(?:${CHANGED.join('|')})(?![\\w-])`, 'g') },
  { kind: 'granted', search: new RegExp(`(?<![\\w-])(?:${GRANTED.join('|')})(?![\\w-])`, 'g') },
];

/** Words before a phrase that turn it round, make it a condition, or put it into somebody's mouth. */
const TURNED =
  /\b(?:not|n't|never|no|nor|neither|hardly|isn't|don't|doesn't|didn't|won't|wouldn't|can't|cannot|haven't|hasn't|unless|if|whether|until|till|once|would|could|might|may|should|unlikely|doubt|pretend\w*|say|says|saying|said|tell|tells|told|telling|claim\w*|think|thinks|thought|reali[sz]\w*|insist\w*|proofs?|show\w*|argu\w*|convinced|problem|assum\w*|suppos\w*|believ\w*|prove|proves|proved|proven|wish|hope|hoping|like|when|where|why|how|admit|act as though|sure|people)(?: \w+)? *$/;
/** Who says so of themselves says it all the same. */
const HEDGE = /\bi(?:'d|'ll| would| will| must| have to| do)? (?:think|guess|suppose|believe|say|admit|agree)(?: that)?\b/g;
/** A condition governs all that follows in its clause. */
const CONDITION = /^(?:even )?(?:if|unless|whether|until|assuming|suppose|supposing|say)\b/;

/** Without one of these nothing of the above is said; one look for them is much quicker. */
const HINT =
  /\b(?:right|correct(?:ed)?|incorrect|wrong|mistaken?|points?|counterpoint|argument|fair|changed?|convinced|persuaded|swayed|sold me|won me|back|retract|withdraw|bad|misread|concede|grant|give you|see (?:your|what|where|that)|considered|thought|put it|touche|delta)\b|[\u0394\u2206]|touché/i;

/** Whether a longer text may hold a sentence that gives way. */
export const mayConcede = (text: string): boolean => HINT.test(text);

/** How a sentence gives way, or `null`. Questions, conditions, negations and what is quoted do not. */
export function concessionIn(sentence: string): Concession | null {
  if (!HINT.test(sentence)) return null;
  // The mark of a changed view in Change My View.
  if (/(?:^|\s)(?:!delta\b|[\u0394\u2206](?=[\s.,!]|$))/i.test(sentence)) return 'changed';
  const text = sentence.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
  if (/\?["')]*$|^(?:oh )?(?:gee|golly|gosh)\b/.test(text)) return null;
  for (const { kind, search } of SEARCHES)
    for (const clause of clausesOf(text))
      for (const { index, 0: phrase } of clause.matchAll(search)) {
        if (phrase && !CONDITION.test(clause.trim()) && !TURNED.test(clause.slice(0, index).replace(HEDGE, ' '))) return kind;
      }
  return null;
}

/** Parts of a sentence between marks; what stands in quotation marks is somebody else's. */
function clausesOf(text: string): string[] {
  return text
    .replace(/["“”][^"“”]*["“”]/g, ' … ')
    .split(/[,.;:!?…()[\]—–*]+|\s-+\s/)
    .map((clause) => clause.trim())
    .filter(Boolean);
}
