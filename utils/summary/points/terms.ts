import { stemmer } from 'stemmer';

/** Words that say nothing of a subject, and those in which people say that they say something. */
const EMPTY = new Set(
  `a about above actually after again against ago all almost along already also although always am among an and another any anybody anyone
anything anyway are aren't around as at away back be became because become been before being below best better between big bit both but by
came can can't cannot case cause come comes coming comment comments could couldn't definitely did didn't different do does doesn't doing
don't done down during each edit either else end enough especially etc even ever every everybody everyone everything exactly fact far feel
few find fine first for found from get gets getting give go goes going gonna good got gotta great guess guy guys had happen happened happens
hard hardly has hasn't have haven't having he he'd he'll he's her here hers herself hey him himself his hope how however i i'd i'll i'm i've
idea if im imo imho in indeed instead into is isn't issue it it'd it'll it's its itself just keep kind know known last least less let let's
like likely literally little ll lol long look looking looks lot lots made main make makes making many matter may maybe me mean means might
mine more most mostly much must my myself necessarily need needs never new next no nobody none nor not nothing now obviously of off often oh
ok okay old on once one ones only op opinion or other others otherwise ought our ours out over own part particular people perhaps person
place please point points post posts pretty probably problem put question quite rather re read real really reason right said same saw say
saying says see seem seemed seems seen several shall she she'd she'll she's should shouldn't simply since so some somebody someone something
sometimes somewhat soon sort still stuff such sure take taken takes talking tell than thank thanks that that'd that'll that's the their
theirs them themselves then there there's these they they'd they'll they're they've thing things think thinking this those though thought
thread through time times to today together told too took totally toward towards tried true try trying turn two under understand unless
until up upon us use used using usually ve very via want wanted wants was wasn't way ways we we'd we'll we're we've well went were weren't
what what's whatever when where whether which while who who's whoever whole whom whose why will with within without won't wonder word words
work would wouldn't wow wrong year years yeah yep yes yet you you'd you'll you're you've your yours yourself
answer answers answered ask asked asking dear hello hi kindly mention mentioned questions regards sir surprised surprise
dont doesnt didnt isnt wasnt cant wont wouldnt couldnt shouldnt thats youre theyre ive id http https www com amp gt lt`.split(/\s+/),
);

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The words of a text in lower case, without their marks. */
export const wordsIn = (text: string): string[] => text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];

/** Whether a word can name a subject. */
export const isTelling = (word: string): boolean => word.length > 2 && !EMPTY.has(word) && !/^\d+$/.test(word);

/**
 * Stems of English words (Porter 1980, "An algorithm for suffix stripping"), numbered from 0 in the order they are met. The same numbers
 * are given for the same words in the same order.
 */
export class Stems {
  private readonly numbers = new Map<string, number>();
  private readonly words = new Map<string, { word: string; stem: number; times: number }>();
  private most: { word: string; times: number }[] | null = null;

  /** The number of a word's stem, or −1 where the word tells nothing of a subject. */
  number(word: string): number {
    const known = this.words.get(word) ?? this.learn(word);
    known.times += 1;
    return known.stem;
  }

  private learn(word: string) {
    const learnt = { word, stem: isTelling(word) ? this.numberOf(stemmer(word.replace(/'s$/, ''))) : -1, times: 0 };
    this.words.set(word, learnt);
    return learnt;
  }

  private numberOf(stem: string): number {
    const number = this.numbers.get(stem) ?? this.numbers.size;
    this.numbers.set(stem, number);
    return number;
  }

  /** The word that a stem was met in most often; of equals the one met first. */
  word(number: number): string {
    if (!this.most) {
      this.most = [];
      for (const { word, stem, times } of this.words.values())
        if (stem >= 0 && times > (this.most[stem]?.times ?? 0)) this.most[stem] = { word, times };
    }
    return this.most[number]?.word ?? '';
  }
}
