/** A stretch of a line, from one character to another. */
export type Stretch = readonly [start: number, end: number];

/** A name in a line: where it stands, and whether the line says that it is one ("posted by", "wrote"). */
export interface FoundName {
  stretch: Stretch;
  said: boolean;
}

/** What leads to a name behind it, at the head of a line: "posted by", "von". */
export const BY =
  /^(?:(?:(?:re)?posted|written|submitted|added|sent|left|published|commented|comment|reply|response|message|answer(?:ed)?|asked|note|entry|geschrieben|verfasst|eingetragen|gepostet|kommentar|beitrag|écrit|posté|publié|message|escrito|publicado|enviado|escritto|scritto|inviato|postado|geschreven|geplaatst|skrevet|skriven) ?:? )?(?:by|from|von|par|por|da|di|door|av|af|przez)\b:? /i;
/** Verbs as they stand behind a name. */
const SAID =
  /[ ,](?:(?:has |a |hat |ha |had )?(?:wrote|said|writes|says|written|posted|posts|replied|replies|commented|comments|answered|answers|added|adds|asked|asks|responded|responds|remarked|schrieb|schreibt|geschrieben|meint|meinte|sagt|sagte|kommentierte|écrit|dit|répond|répondu|escribió|dijo|dice|respondió|comentó|scritto|scrive|ha detto|escreveu|disse|schreef|zei|schrijft|skrev|skriver|napisał\(?a?\)?|napsala?|написала?|пишет)(?: (?:this|a comment|a reply|in reply|back|the following|on this|folgendes))?)$/i;
/** Verbs as they stand before a name. */
export const SAID_FIRST = /^(?:schrieb|schreibt|wrote|escribió|scrisse|skrev|schreef|by|von|par|por|from|di|da|door|av|af) +/i;
/** A label before a name: "Author:", "Von:". */
export const LABELLED =
  /^(?:name|from|author|by|user|user ?name|nick|nickname|poster|posted by|written by|submitted by|sender|von|autor|verfasser|absender|nom|auteur|pseudo|nombre|nome|naam|imię|имя|автор) ?[:：=] ?/i;

/** What joins a name and a time, as it stands at the end of one and at the beginning of the other. */
const JOINS_END =
  /(?:[\s,;:·•|(<[@–—/~-]+|[\s,;(–—|-](?:on|at|am|le|el|op|den|il|em|in|um|vor|hace|il y a|há|since|about|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|date|dated|posted|written|the|kl)\.?)$/i;
export const JOINS_START = /^(?:[\s,;:·•|)>\]–—/~.-]+|(?:ago|uhr|her|by|h)(?![\p{L}\d])[\s,;:·•|)>\]–—/~.-]*)/iu;
const NO_NAME =
  /^(?:i|me|the|a|an|last|updated|published|edited|page|copyright|©|joined|since|on|at|comments?|repl(?:y|ies)|posted|written|date|time|today|yesterday|no|all|this|it|there|we|they|he|she|you|if|when|as|and|but|so|re|subject|archive[ds]?|created|modified|version|release[ds]?|from|by|views?|share[ds]?|permalink|report|(?:user )?(?:avatar|photo|image|picture|profile)|logo)(?![\p{L}\d])|https?:|www\.|[?!;]|\.\s/iu;

/** The name at the end of what stands before a time: "Posted by amber on", "amber wrote,". Nothing beyond `length` is looked at. */
export function nameBefore(before: string, length: number): FoundName | null {
  const end = withoutJoins(before).length;
  const numbered = /^\s*(?:#?\d{1,5}[.):]?\s+|[–—#>*•·-]+\s*)?/.exec(before)?.[0].length ?? 0;
  const text = before.slice(numbered, Math.min(end, length));
  const by = (BY.exec(text) ?? LABELLED.exec(text))?.[0].length ?? 0;
  const verb = by ? undefined : verbAt(text);
  const name = text.slice(by, verb ? -verb : undefined);
  const said = by > 0 || verb !== undefined;
  return nameIn(name, numbered + by, said);
}

/** The name that a part of a line is, without the signs around it; `offset` is where the part begins in the line. */
export function nameIn(text: string, offset: number, said: boolean): FoundName | null {
  const start = /^[\s:,"“„«'*]*/.exec(text)?.[0].length ?? 0;
  // "amber (not verified)", "amber <amber@gullport.example>"
  const name = withoutJoins(text.slice(start).replace(/[([<][^()[\]<>]{1,40}[)\]>][\s:,]{0,3}$/, '')).replace(/["”“»'*]+$/, '');
  if (!looksLikeName(name, said)) return null;
  return { stretch: [offset + start, offset + start + name.length], said };
}

/** How many characters a verb takes at the end of a line, with what closes it. */
export function verbAt(text: string): number | undefined {
  const closed = text
    .trimEnd()
    .replace(/[:：,….]{1,6}$/, '')
    .trimEnd();
  const verb = SAID.exec(closed)?.[0].length;
  return verb && text.length - closed.length + verb;
}

/** Short, with letters, no sentence; where nothing says that it is a name, of three words at most. */
export function looksLikeName(name: string, said: boolean): boolean {
  const wordCount = name.split(/\s+/).length;
  return (
    name.length > 0 &&
    name.length <= 40 &&
    wordCount <= (said ? 5 : 3) &&
    /\p{L}/u.test(name) &&
    !NO_NAME.test(name) &&
    // "Posts: 84"
    (said || !/\p{L}: ?\S/u.test(name)) &&
    !/\d[:/.-]\d|\b(?:19|20)\d\d\b/.test(name)
  );
}

/** A text without what joins it to the time behind it: "amber on", "amber,". */
export function withoutJoins(text: string): string {
  let left = text;
  for (let round = 0; round < 6; round++) {
    const shorter = left.slice(0, -(JOINS_END.exec(` ${left.slice(-24)}`)?.[0].length ?? 0) || undefined);
    if (shorter === left || left === '') break;
    left = shorter;
  }
  return left;
}
