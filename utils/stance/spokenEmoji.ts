/** What takes a side wherever it stands, and how the encoder has learned it: to it all emoji are one unknown piece. */
const ANYWHERE: Record<string, string> = { '👍': '+1', '👎': '-1' };
/** What takes a side only where nothing else is said: a heart under a story of loss is sympathy. */
const ALONE: Record<string, string> = {
  '💯': 'so true',
  '👏': 'well said',
  '🙌': 'great',
  '👌': 'good',
  '❤': 'I love this',
  '♥': 'I love this',
  '😍': 'I love this',
  '🎉': 'great news',
  '🔥': 'great',
  '✅': 'yes',
  '✔': 'yes',
  '❌': 'no',
  '🚫': 'no',
  '💩': 'this is crap',
};
/** The names that GitHub, Discourse and Slack write for them. */
const NAMES: Record<string, string> = {
  '+1': '👍',
  thumbsup: '👍',
  thumbs_up: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  thumbs_down: '👎',
  '100': '💯',
  clap: '👏',
  heart: '❤',
  tada: '🎉',
  fire: '🔥',
};

const NAMED = /:(\+1|-1|thumbs_?up|thumbs_?down|100|clap|heart|tada|fire):(?::skin-tone-\d:)?/g;
/** Skin tones, the mark for the coloured form, and what joins several to one. */
const MODIFIERS = /[\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]/gu;
const SPOKEN = /(\p{Extended_Pictographic})(?:\s*\1)*/gu;
/** Words, numbers, and the marks that say something by themselves. */
const WORDS = /[\p{L}\p{N}?!]/u;

/**
 * A text with the emoji that take a side as words, those of one kind in a row once. A text of emoji alone that take none becomes empty:
 * nobody can say what it means. Linear in the text.
 */
export function spokenEmoji(text: string): string {
  const spelled = text.replace(NAMED, (whole, name: string) => NAMES[name] ?? whole);
  if (!/\p{Extended_Pictographic}/u.test(spelled)) return spelled;
  const plain = spelled.replace(MODIFIERS, '');
  const isAlone = !WORDS.test(plain);
  const spoken = plain.replace(SPOKEN, (whole, emoji: string) => {
    const phrase = ANYWHERE[emoji] ?? (isAlone ? (ALONE[emoji] ?? '') : undefined);
    return phrase === undefined ? whole : ` ${phrase} `;
  });
  return spoken.replace(/ {2,}/g, ' ').trim();
}
