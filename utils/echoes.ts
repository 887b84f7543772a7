import { wordsIn } from './terms.ts';

/** What says no more than yes or no, or nothing: counted where points are counted, never shown as one. */
const YES =
  "this|that|exactly|precisely|absolutely|definitely|totally|indeed|agreed|agree|i agree|agree with this|i agree with this|i agree with you|couldn't agree more|couldnt agree more|could not agree more|same|same here|me too|ditto|amen|preach|bingo|seconded|second this|i second this|well said|well put|said it best|spot on|nailed it|hear hear|yes|yep|yup|yeah|true|so true|correct|right|you're right|you are right|good point|great point|excellent point|fair point|fair enough|good post|great post|good answer|great answer|nice|love this|love it|facts|based|upvoted|upvote|have my upvote|word|1|plus one|100|of course|for sure|no doubt|this is the way|this is the answer|my thoughts exactly|came here to say this|beat me to it|makes sense";
const NO =
  "no|nope|nah|wrong|false|disagree|i disagree|nonsense|bullshit|bs|rubbish|garbage|not true|that's not true|you're wrong|no way|downvoted|never|not really|don't agree|i don't agree";
const EMPTY =
  "lol|lmao|lmfao|rofl|haha|hahaha|hahahaha|hehe|heh|wow|thanks|thank you|thanks for this|thank you so much|thanks a lot|many thanks|thanks for sharing|thank you for sharing|thx|ty|cheers|ok|okay|k|cool|awesome|amazing|great|excellent|perfect|interesting|bump|following|subscribed|sub|first|source|link|what|huh|why|really|how|oh|ah|hmm|hm|lol what|congrats|congratulations|good luck|sorry|please|you're welcome|no problem|np|deleted|removed";
const STRONGER = new Set(
  'so very really totally completely much 100 just 1000 all the a oh well and man dude sir mate again btw lol i'.split(' '),
);

const anyOf = (phrases: string) => new Set(phrases.split('|'));
const KINDS = { yes: anyOf(YES), no: anyOf(NO), nothing: anyOf(EMPTY) };
export type Echo = keyof typeof KINDS;

const LONGEST_PHRASE = 5;
const LONGEST = 8;

/**
 * Whether a comment only says yes ("+1", "so true", "well said, agreed"), only no, or nothing ("lol", "thanks!", a smiley);
 * `null` where it says something of its own.
 */
export function echoOf(text: string): Echo | null {
  if (text.length > 120) return null;
  const words = wordsIn(text);
  if (words.length === 0)
    return /[\u{1f44d}\u{1f4af}\u2764\u{1f44f}\u2705]/u.test(text) ? 'yes' : /[\u{1f44e}]/u.test(text) ? 'no' : 'nothing';
  if (words.length > LONGEST) return null;
  if (text.trim().startsWith('-1') && words.length === 1) return 'no';
  let kind: Echo | null = null;
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at);
    if (found) {
      // The first that takes a stand speaks for the rest: "lol, agreed".
      if (kind === null || kind === 'nothing') kind = found.kind;
      else if (found.kind !== 'nothing' && found.kind !== kind) return null;
      at += found.length;
    } else if (STRONGER.has(words[at] as string)) at += 1;
    else return null;
  }
  return kind ?? 'nothing';
}

function phraseAt(words: readonly string[], at: number): { kind: Echo; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ');
    for (const kind of ['yes', 'no', 'nothing'] as const) if (KINDS[kind].has(phrase)) return { kind, length };
  }
  return null;
}
