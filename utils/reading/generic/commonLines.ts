/** Lines longer than this are nobody's menu. */
const MAX_LINE = 50;
/** As few posts as have something in common. */
const FEW = 3;
/** "Joined: 9 May 2007", "Posts: 84": what differs is the value. */
const LABELLED = /^(\p{L}[\p{L} ]{2,18}:) ?\S.{0,30}$/u;

/**
 * Texts of posts without the lines at their beginnings and ends that most of them have in common: menus, "Reply", "#1", "2 likes". Figures do
 * not matter; one line of every post is kept.
 */
export function withoutCommonLines(texts: readonly string[]): string[] {
  const all = texts.map((text) => text.split('\n'));
  const counts = new Map<string, number>();
  for (const lines of all) for (const form of new Set(lines.map(formOf))) counts.set(form, (counts.get(form) ?? 0) + 1);
  const speaking = all.filter((lines) => lines.some(Boolean)).length;
  const isCommon = (line: string | undefined) =>
    line !== undefined && line.length <= MAX_LINE && speaking >= 4 && (counts.get(formOf(line)) ?? 0) > 0.6 * speaking;
  return all.map((lines) => {
    let start = 0;
    let end = lines.length;
    // Between such lines one may stand that not all have: "Location: Gullport".
    while (start < end - 1 && (isCommon(lines[start]) || (LABELLED.test(lines[start] ?? '') && isCommon(lines[start + 1])))) start += 1;
    while (end - 1 > start && isCommon(lines[end - 1])) end -= 1;
    return lines.slice(start, end).join('\n').trim();
  });
}

/** What a menu in brackets leaves behind the last words of a post: "(talk)", "[reply]". */
const TAIL = /\s*[([][^()[\]\n]{1,24}[)\]]$/;

/** Texts without the brackets that most of them end in. */
export function withoutCommonTails(texts: readonly string[]): string[] {
  const tailOf = (text: string) => TAIL.exec(text.slice(-40))?.[0] ?? '';
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(tailOf(text), (counts.get(tailOf(text)) ?? 0) + 1);
  const isCommon = (tail: string) => tail !== '' && texts.length >= FEW && (counts.get(tail) ?? 0) > 0.6 * texts.length;
  return texts.map((text) => (isCommon(tailOf(text)) ? text.slice(0, text.length - tailOf(text).length) : text));
}

function formOf(line: string): string {
  return line
    .replace(LABELLED, '$1')
    .replace(/\bre: /gi, '')
    .replace(/\d+/g, '#')
    .trim()
    .toLowerCase();
}
