import { hashOf } from './tokens.ts';

const listed = (words: string) => new Set(words.split(' ').map(hashOf));
export const NEGATIONS = listed(
  "not no never don't doesn't didn't isn't aren't wasn't weren't can't cannot couldn't won't wouldn't shouldn't ain't nothing none nobody neither nor without hardly dont doesnt didnt isnt cant wont",
);
/** "Seen as a failure" tells what others say. */
export const AS = hashOf('as');
export const CONTRASTS = listed('but however although though yet except still while whereas instead actually');
export const SECOND = listed("you your you're yours yourself you've you'd ur youre");
export const FIRST = listed("i i'm i've my me i'd mine we our us im");
/** Words that say nothing of a subject: not counted as shared with the target. */
export const EMPTY = listed(
  "the a an of to and in that is it for on with as was be this are have at by from or i you not they he she we but his her their its if so what which who will would there can do does did has had been just about more than then when how all your my me them no out up one also like were him our some because into only other any it's don't i'm very even know think get too most much many should could being those these where over such am why same really that's us",
);
