const ASKS_FOR =
  /\b(favou?rites?|best|worst|your|recomm?end\w*|advice|help|thoughts|opinions?|questions?|poll|discussion|thread|looking|anyone|share|hiring|ask|vs|versus|or|debate|picks)\b/g;
const ASKS_READERS =
  /\b(what (do|are|is|would|does) (you|your|everyone|people)|your (favou?rites?|thoughts|opinions?|takes?|views?|ideas?|comments|input|advice)|any(one|body)|recommend\w*|suggest\w*|help|wondering|curious|how do i|please|opinions?|thoughts|looking for|advice|would like to|questions?|share|poll|let me know)\b/g;
const CLAIMS = /\b(should(n't)?|must|i think|i believe|wrong|right|because|therefore|never|always|better|worse|not|don't|is|are)\b/g;
const CLAIMING = /\b(should|must|need|ought|wrong|ban|stop|not|no|never|is|are|why|against)\b/;
const OPENLY =
  /^(so,? |and |but )?(what|what's|which|who|whose|where|when|how|anyone|any|does anyone|has anyone|if you)\b(?! (i|we|my|our)\b)/;
const YES_OR_NO = /^(why|is|are|do|does|should|can|will|did|was|would|could)\b/;
const JUDGED = /^\W*(aita|wibta|cmv|til|psa|debunk this)|\bis it true\b/;
const SELF = /\b(i|my|me|i'm|i've)\b/g;

const countOf = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

/** What in a title and an opening post tells whether they ask openly, as a row of numbers; the first is always 1. */
export function askingColumns(title: string, text: string): number[] {
  const heading = title
    .toLowerCase()
    .replace(/^\s*\[[^\]]*\]/, '')
    .trim();
  const post = text.toLowerCase();
  const sentences = post.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
  const asks = sentences.map((sentence) => sentence.trim().endsWith('?'));
  const size = countOf(post, /\S+/g);
  const headingSize = countOf(heading, /\S+/g);
  const spread = Math.max(size, 10);
  const headingAsks = heading.endsWith('?');
  const open = OPENLY.test(heading);
  const readersAsked = countOf(post, ASKS_READERS);
  return [
    1,
    headingAsks,
    heading.includes('?'),
    open,
    open && headingAsks,
    YES_OR_NO.test(heading),
    countOf(heading, ASKS_FOR),
    headingSize < 4,
    headingSize > 9,
    size === 0,
    size === 0 && headingAsks,
    size > 0 && size < 40,
    size > 150,
    asks.filter(Boolean).length / Math.max(1, asks.length),
    asks.at(-1) ?? false,
    asks[0] ?? false,
    Math.min(countOf(post, /\?/g), 4),
    Math.min((20 * countOf(post, CLAIMS)) / spread, 3),
    Math.min(readersAsked, 3),
    Math.min((20 * readersAsked) / spread, 3),
    CLAIMING.test(heading),
    JUDGED.test(heading),
    /http|www|\.com/.test(post),
    post.includes('"'),
    countOf(heading, SELF) > 0,
    Math.log(size + 1),
    (10 * countOf(post, SELF)) / spread,
  ].map(Number);
}

/** How likely a title and an opening post ask openly, so that sides towards them make no sense: 0…1. `weights` were learned, one a column. */
export function askingOf(weights: readonly number[], title: string, text: string): number {
  const score = askingColumns(title, text).reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0);
  return 1 / (1 + Math.exp(-score));
}
