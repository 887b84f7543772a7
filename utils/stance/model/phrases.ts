import { hashOf, type Words, wordsOf } from './tokens.ts';

/**
 * Phrases that answer somebody: what they count for is learned, only that they belong together is said here. A `~` stands for
 * any run of strengthening words ("I *really do* agree").
 */
const PHRASES: Record<string, string> = {
  agree:
    "i ~ agree, agreed, agree with, couldn't agree more, could not agree more, exactly, precisely, absolutely, definitely, totally, amen, i ~ concur, seconded, i second, second this, ditto, same here, me too, bingo, hear hear, spot on, right on, nailed it, my thoughts exactly, said it better, no doubt, indeed, can confirm, my experience too, without a doubt, count me in, i'm with you, on board, all for it, in favor, in favour",
  affirm: 'yes, yep, yup, yeah, yea, of course, sure, for sure, certainly, ok, okay, right, correct, true, same, this, course',
  right:
    "you're ~ right, you are ~ right, your right, you're ~ correct, you are ~ correct, that's ~ right, that is ~ right, that's ~ true, that is ~ true, this is ~ true, it's ~ true, it is ~ true, ~ true, he's ~ right, she's ~ right, is ~ right, are ~ right, that's ~ correct, that is ~ correct, makes sense, make sense",
  praise:
    'well said, well put, well done, well written, good point, great point, excellent point, good points, great points, good post, great post, excellent post, nice post, good one, good call, good question, great article, good article, nice article, excellent, brilliant, awesome, amazing, great, beautiful, beautifully, powerful, powerfully, wonderful, fantastic, love this, love it, love the, i love, i like, i ~ liked, resonates, resonated, good for you, good on you, congratulations, congrats, perfect, nice, kudos, cheers, glad, impressive, useful, helpful',
  thanks: 'thank you, thanks, thx, appreciate, appreciated, grateful, good luck',
  disagree:
    "i ~ disagree, disagree, disagreed, don't ~ agree, do not ~ agree, can't ~ agree, cannot ~ agree, didn't agree, not agree, i don't think so, don't think that's, i doubt, doubt it, doubt that, beg to differ, on the contrary, not convinced, don't buy, i'm against, i am against, opposed to",
  deny: 'no, nope, nah, not at all, not so, not ~ really, not ~ true, not ~ right, not ~ correct, hardly, never, wrong again, no way, far from it, neither',
  wrong:
    "you're ~ wrong, you are ~ wrong, your wrong, you're ~ mistaken, you are ~ mistaken, that's ~ wrong, that is ~ wrong, is ~ wrong, are ~ wrong, wrong, incorrect, false, untrue, mistaken, is ~ false, is ~ incorrect, is ~ not true, isn't ~ true, that's ~ not, that is ~ not, that isn't, this is ~ not, it's ~ not, it is ~ not, this isn't, doesn't mean, does not mean, doesn't make, does not make, does not follow, doesn't follow, makes no sense, make no sense, doesn't work, won't work, not the case, not the same, nothing to do with, there is no, there's no, has no, have no",
  scorn:
    'nonsense, rubbish, bullshit, bull, bs, baloney, hogwash, garbage, crap, ridiculous, ludicrous, absurd, stupid, silly, idiotic, dumb, laughable, pathetic, joke, lie, lies, lying, liar, idiot, idiots, moron, morons, fool, fools, troll, trolling, ignorant, ignorance, clueless, delusional, hypocrite, hypocrisy, propaganda, shame, disgusting, insane, crazy',
  fallacy:
    "straw man, strawman, red herring, ad hominem, circular, fallacy, irrelevant, prove it, proof, citation needed, any evidence, no evidence, what evidence, missing the point, miss the point, missed the point, beside the point, not the point, you don't understand, you clearly, you obviously, you fail, you failed, learn to, read it again, try again, nice try, cherry picking, moving the goalposts, false equivalence, false dichotomy, assumption, assuming, your logic, your argument, your claim, your own",
  misread:
    "i never said, never said, i didn't say, i did not say, didn't say, not what i said, i never claimed, where did i, when did i, who said, i said, as i said, like i said, i already, putting words, my point, you mean, you're saying, are you saying, so you, so you're, you think, you seem, you keep, you people, you guys, you just, you said, you claim, you need to, you should, you have no, you can't, you don't",
  doubt:
    'yeah right, oh really, really ?, so what, who cares, give me a break, come on, oh please, please, whatever, seriously, huh, sigh, what about, says who, how is that, how does that, how can you, why would, why should, why do you, what does that have, are you serious, are you kidding, do you really, what makes you, since when',
  correct:
    'actually, in fact, technically, the problem is, the problem with, the issue is, the fact is, the point is, the truth is, the difference, the only problem, unfortunately, sorry but, sorry, with all due respect, except, unless, instead, rather than, on the other hand',
  concede:
    "fair enough, fair point, to be fair, i understand, i see your point, i see, i get, i get that, i know, granted, you have a point, has a point, that said, having said that, partly, partially, to an extent, to some extent, in part, depends, it depends, agree to disagree, not sure, i'm not sure, don't know, maybe, perhaps, might be, could be, possibly, i suppose, i guess, on one hand, both, neither side, mixed feelings, i stand corrected, my bad, i apologize, my mistake, i was wrong",
  but: 'but, however, although, though, yet, while, whereas, nevertheless, nonetheless, still',
  laugh: 'lol, haha, hahaha, hahahaha, lmao, lmfao, rofl, roflmao, hehe, heh',
  ask: "does anyone, anyone know, anybody know, can you, could you, can someone, how do i, how can i, how do you, what is, what are, what's, where can, is there, are there, any idea, any ideas, which one, do you have, do you know, do you think, have you, did you, are you, would you, i wonder, wondering, curious, how much, how many, how long, what if, why is, why not, why are, what do you",
  personal:
    "i think, i believe, in my opinion, imo, imho, i feel, my experience, i've, i have, i had, i was, i am, i'm, personally, my wife, my husband, my kids, my family, my friend, my friends, for me",
  inform:
    'according to, here is, here are, see above, link, article, source, fyi, for example, for instance, also, btw, by the way, edit, update, reminds me, interesting, wow, funny, off topic, on topic, op',
};

interface Branch {
  next: Map<number, Branch>;
  group: number;
  stretches: boolean;
}
const branch = (): Branch => ({ next: new Map(), group: -1, stretches: false });
const root = branch();
export const GROUPS = Object.keys(PHRASES);
Object.values(PHRASES).forEach((list, group) => {
  for (const phrase of list.split(', ')) {
    let at = root;
    for (const part of phrase.split(' ')) {
      if (part === '~') {
        at.stretches = true;
        continue;
      }
      const hash = wordsOf(part).hash[0] ?? 0;
      const next = at.next.get(hash) ?? branch();
      at.next.set(hash, next);
      at = next;
    }
    at.group = group;
  }
});
const STRONG = new Set(
  'totally completely fully absolutely really very quite so just simply also strongly definitely entirely wholeheartedly do would certainly generally mostly pretty too still 100 utterly dead clearly obviously always'
    .split(' ')
    .map(hashOf),
);

/** Calls back for every longest phrase of a group, from left to right, phrases not overlapping. */
export function findMarkers(words: Words, found: (group: number, first: number, last: number) => void): void {
  const { hash, sentence, count } = words;
  for (let first = 0; first < count; first++) {
    let at = root;
    let group = -1;
    let last = first;
    for (let word = first; word < count && sentence[word] === sentence[first]; word++) {
      const next = at.next.get(hash[word] as number);
      if (next) {
        at = next;
        if (at.group >= 0) {
          group = at.group;
          last = word;
        }
      } else if (!(at !== root && (at.stretches || word === first + 0) && STRONG.has(hash[word] as number))) break;
    }
    if (group >= 0) {
      found(group, first, last);
      first = last;
    }
  }
}
