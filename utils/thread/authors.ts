import type { Comment, Thread } from './thread.ts';

/** What forums write, in their languages, for everybody who gave no name and for everybody whose account is gone. */
const NOBODY = new Set(
  [
    'anonymous|anon|anonymous coward|anonymous user|guest|unknown|former user|former member|deleted user|deleted member|deleted account|account deleted|user deleted',
    'anonym|anonymer benutzer|gast|unbekannt|gelöschter benutzer|gelöschtes mitglied|ehemaliger benutzer',
    'anonyme|invité|inconnu|utilisateur supprimé|anónimo|anonimo|invitado|usuario eliminado|ospite|anônimo|convidado|visitante',
    'anoniem|anonymt|gäst|gæst|gjest|vieras|vendég|névtelen|gość|anonimowy|anonymní|oaspete|anonim|misafir|ziyaretçi',
    'гость|аноним|анонимно|анонимен|анонім|гість|επισκέπτης|ανώνυμος|אנונימי|אורח|مجهول|زائر|ضيف|ناشناس|مهمان',
    '匿名|匿名用户|匿名用戶|游客|訪客|名無し|名無しさん|匿名希望|익명|손님|ẩn danh|khách',
  ].flatMap((names) => names.split('|')),
);

/** Who wrote a comment; `null` where it names nobody: "[deleted]", "Anonymous" and "Guest" are many people, not one. */
export function displayName({ author }: Pick<Comment, 'author'>): string | null {
  if (!author || /^\[[^\]]*\]$/.test(author)) return null;
  return NOBODY.has(author.trim().toLowerCase()) ? null : author;
}

/** Whether two posts are by one author, who is known. */
export function sameAuthor(one: Comment | null | undefined, other: Comment | null | undefined): boolean {
  const name = one ? displayName(one) : null;
  return name !== null && name === other?.author;
}

/** The name that each author has where names are left out: "Person 1", "Person 2", … in the order of their appearance; "Guest" stays what it is. */
export function pseudonyms(thread: Thread): (author: string | null) => string | null {
  const names = new Map<string, string>();
  for (const post of [...(thread.opening ? [thread.opening] : []), ...thread.comments]) {
    const author = displayName(post);
    if (author && !names.has(author)) names.set(author, `Person ${names.size + 1}`);
  }
  return (author) => author && (names.get(author) ?? (displayName({ author }) === null ? author : null));
}
