import { pad } from './fold.ts';

/** Halves of the day before a time of day. */
const LEADING =
  '上午|下午|午前|午後|오전|오후|凌晨|清晨|早上|早晨|中午|正午|晚上|晚间|傍晚|夕方|深夜|午夜|半夜|夜里|夜裡|夜间|早朝|새벽|아침|저녁|밤|早|朝|晚|夜|de\\.|du\\.|oo|os|am|pm';
/** And after it. */
const TRAILING =
  'a\\.? ?m\\b\\.?|p\\.? ?m\\b\\.?|π\\.?μ\\.?|μ\\.?μ\\.?|صباحا|مساء|ص|م|ق\\.ظ|ب\\.ظ|قبل‌?ازظهر|بعدازظهر|לפנה"צ|אחה"צ|пр\\.об|сл\\.об|sa\\b|ch\\b|上午|下午|午前|午後|오전|오후';
const CLOCK = new RegExp(
  `(?:^|[^\\d.:/-]|ב-)(?:(${LEADING}) ?)?(\\d{1,2})(?: ?[:.h] ?(\\d\\d)(?:[:.](\\d\\d)(?:[.,]\\d{1,6})?)?| ?[时時点點시] ?(?:(\\d\\d?) ?[分분](?: ?(\\d\\d?) ?[秒초])?)?|(?= ?(?:[ap]\\.? ?m\\b|uhr\\b|h\\b)))(?: ?(?:uhr|h)\\b)?(?: ?(${TRAILING})(?!\\p{L}))?(?!\\.?\\d|:\\d)`,
  'u',
);
const AFTERNOON = /^(?:p|μ\.?μ|م|ب|بعد|אחה|сл|ch|下午|午後|오후|中午|正午|晚|傍晚|夕方|저녁|du|os)/;
const NIGHT = /^(?:晚|深夜|午夜|半夜|夜|밤|저녁)/;
const MORNING = /^(?:a|π|ص|ق|לפנה|пр|sa|上午|午前|오전|凌晨|清晨|早|朝|새벽|아침|de|oo)/;

/** A time of day as `hh:mm:ss`, and where in the text it stands. */
export interface FoundClock {
  iso: string;
  index: number;
  /** What follows it. */
  rest: string;
}

/** The first time of day in a folded text; `null` where there is none, or none that a clock can show. */
export function clockIn(text: string): FoundClock | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [all, leading, figures, minutes, seconds, minutesInWords, secondsInWords, trailing] = match;
  const half = leading ?? trailing ?? '';
  let hour = Number(figures);
  const minute = Number(minutes ?? minutesInWords ?? 0);
  const second = Number(seconds ?? secondsInWords ?? 0);
  // Twelve at night belongs to this day or to the next.
  if (NIGHT.test(half) && hour === 12) return null;
  if ((AFTERNOON.test(half) || (NIGHT.test(half) && hour > 5)) && hour < 12 && !(/^[中正]午/.test(half) && hour === 11)) hour += 12;
  if (MORNING.test(half) && hour === 12) hour = 0;
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { iso: `${pad(hour)}:${pad(minute)}:${pad(second)}`, index: match.index, rest: text.slice(match.index + all.length) };
}

const ZONES: Record<string, string> = {
  gmt: 'Z',
  utc: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
};

/** "… 06:58:35 -0500", "… 01:58:11 pst 2012": the zone that stands at the head of what follows a time of day. */
export function zoneIn(rest: string): string | null {
  const [, offset, name = ''] = /^ *(?:(?:gmt|utc)?([+-]\d\d:?\d\d)\b|\(?([a-z]{3,4})\b)/.exec(rest) ?? [];
  return offset ? offset.replace(/(\d\d):?(\d\d)$/, '$1:$2') : (ZONES[name] ?? null);
}
