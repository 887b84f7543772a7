import { wordsIn } from './terms.ts';

/** What says no more than yes or no, or nothing: counted where points are counted, never shown as one. */
const YES =
  "this|that|exactly|precisely|absolutely|definitely|totally|indeed|agreed|agree|i agree|agree with this|i agree with this|i agree with you|couldn't agree more|couldnt agree more|could not agree more|same|same here|me too|ditto|amen|preach|bingo|seconded|second this|i second this|well said|well put|said it best|spot on|nailed it|hear hear|yes|yep|yup|yeah|true|so true|correct|right|you're right|you are right|good point|great point|excellent point|fair point|fair enough|good post|great post|good answer|great answer|nice|love this|love it|facts|based|upvoted|upvote|have my upvote|word|1|plus one|100|of course|for sure|no doubt|this is the way|this is the answer|my thoughts exactly|came here to say this|beat me to it|makes sense";
const NO =
  "no|nope|nah|wrong|false|disagree|i disagree|nonsense|bullshit|bs|rubbish|garbage|not true|that's not true|you're wrong|no way|downvoted|never|not really|don't agree|i don't agree";
const EMPTY =
  "lol|lmao|lmfao|rofl|haha|hahaha|hahahaha|hehe|heh|wow|thanks|thank you|thanks for this|thank you so much|thanks a lot|many thanks|thanks for sharing|thank you for sharing|thx|ty|cheers|ok|okay|k|cool|awesome|amazing|great|excellent|perfect|interesting|bump|following|subscribed|sub|first|source|link|what|huh|why|really|how|oh|ah|hmm|hm|lol what|congrats|congratulations|good luck|sorry|please|you're welcome|no problem|np|deleted|removed";
/** What only adds weight to the words beside it. */
const STRONGER = new Set(
  'so very really totally completely absolutely just all the a oh well and man dude sir mate again btw much i'.split(' '),
);
const withoutWeight = (words: readonly string[]) => words.filter((word) => !STRONGER.has(word));

const setOf = (phrases: string) => new Set(phrases.split('|').map((phrase) => withoutWeight(phrase.split(' ')).join(' ')));
const KINDS = { yes: setOf(YES), no: setOf(NO), nothing: setOf(EMPTY) };
/** What a comment of a word or two says. */
export type ShortReply = keyof typeof KINDS;

const YES_ALONE = new Set(['totally', 'completely', 'absolutely']);
const YES_SIGNS = /[\u{1f44d}\u{1f4af}\u2764\u{1f44f}\u2705]/u;
const NO_SIGNS = /\u{1f44e}/u;
const LONGEST_PHRASE = 5;
const MAX_WORDS = 8;

/**
 * Whether a comment only says yes ("+1", "so true", "well said, agreed"), only no, or nothing ("lol", "thanks!", a smiley);
 * `null` where it says something of its own.
 */
export function shortReplyIn(text: string): ShortReply | null {
  if (text.length > 120) return null;
  const all = wordsIn(text);
  if (all.length === 0) return YES_SIGNS.test(text) ? 'yes' : NO_SIGNS.test(text) ? 'no' : 'nothing';
  if (all.length > MAX_WORDS) return null;
  if (/^\s*-1\b/.test(text)) return all.length === 1 ? 'no' : null;
  // "Absolutely!" has weight alone.
  const words = withoutWeight(all).length > 0 ? withoutWeight(all) : all.map((word) => (YES_ALONE.has(word) ? 'yes' : word));
  let kind: ShortReply | null = null;
  for (let index = 0; index < words.length; ) {
    const found = phraseAt(words, index);
    if (!found) return null;
    // The first that takes a stand speaks for the rest: "lol, agreed".
    if (kind === null || kind === 'nothing') kind = found.kind;
    else if (found.kind !== 'nothing' && found.kind !== kind) return null;
    index += found.length;
  }
  return kind;
}

function phraseAt(words: readonly string[], index: number): { kind: ShortReply; length: number } | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - index); length > 0; length -= 1) {
    const phrase = words.slice(index, index + length).join(' ');
    for (const kind of ['yes', 'no', 'nothing'] as const) if (KINDS[kind].has(phrase)) return { kind, length };
  }
  return null;
}
