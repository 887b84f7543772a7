import { DECLARED_FORMS, type DeclaredStance } from './declaredForms.ts';
import { DECLARATIONS } from './heldOutDeclarations.ts';

/** What may stand at a place of a form. An empty choice leaves the place out. */
const SLOTS: Record<string, readonly string[]> = {
  it: 'it,this,that,this idea,the idea,your idea,the proposal,this proposal,your proposal,the plan,this plan,the change,this change,the suggestion,your suggestion,the motion,the post,this post,what you propose,what OP says,everything you wrote,doing this,doing that,changing it'.split(
    ',',
  ),
  very: ',,,,totally,fully,completely,strongly,wholeheartedly,absolutely,definitely,firmly,really,entirely,100%'.split(','),
  good: 'good,great,excellent,brilliant,fantastic,wonderful,superb,sensible,reasonable,smart,very good,really good,lovely,perfect,awesome,nice'.split(
    ',',
  ),
  bad: 'bad,terrible,awful,dreadful,horrible,stupid,dumb,ridiculous,very bad,really bad,dangerous,silly,foolish,useless,pointless,harmful'.split(
    ',',
  ),
  idea: 'idea,plan,proposal,suggestion,move,step,decision,change,thing'.split(','),
  end: ',,,.,.,.,!,!!'.split(','),
  before: ',,,,,,Honestly; ,Personally; ,Well; ,For me: ,IMO ,Sorry; ,As a member: ,Speaking for myself; ,Hi all. ,Just my two cents: '
    .replaceAll(';', '\u0001')
    .split(',')
    .map((one) => one.replace('\u0001', ',')),
  reason:
    ',,,,, It would help a lot., I have thought so for years., My family thinks the same., That much is clear to me., I have said so before., And I am not the only one., That is all I have to say.'.split(
      ',',
    ),
  day: 'on Monday,on Friday,yesterday,last week,this morning,in June,next month,in 2014,two years ago'.split(','),
  thing: 'the agenda,the minutes,the article,the report,the old thread,the map,the video,the draft,the announcement'.split(','),
};

/** Numbers that look random and are the same every time (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+\-👍👎]+/gu, ' ')
    .trim();
const heldOut = new Set(Object.values(DECLARATIONS).flat().map(plain));

/** Endless declarations of a stance in hundreds of forms, the same for the same seed; none is the same as one that is kept aside. */
export function* declarationsOf(stance: DeclaredStance, seed: number): Generator<string, never> {
  const next = numbers(seed);
  const takesSide = stance === 'support' || stance === 'oppose';
  const pick = (list: readonly string[]) => list[next(list.length)] as string;
  while (true) {
    const filled = pick(DECLARED_FORMS[stance]).replace(/\{(\w+)\}/g, (_, slot: string) => pick(SLOTS[slot] as readonly string[]));
    const before = pick(SLOTS.before as readonly string[]);
    const body = filled
      .replace(/ {2,}/g, ' ')
      .replace(/ ([.,!?])/g, '$1')
      .replace(/\ba (?=[aeiou])/g, 'an ')
      .trim();
    const start = before === '' ? body.charAt(0).toUpperCase() : body.charAt(0).toLowerCase();
    const text = `${before}${start}${body.slice(1)}`;
    const end = /[.!?👍👎)]$/u.test(text) ? '' : pick(SLOTS.end as readonly string[]);
    const said = `${text}${end}${!takesSide || end === '' ? '' : pick(SLOTS.reason as readonly string[])}`;
    if (!heldOut.has(plain(said))) yield next(6) === 0 ? said.toLowerCase() : said;
  }
}
