/** Words that forums print and `Intl` does not know, by language; `*` in every one. Accents do not matter. */

/** A unit of time, in English. */
export type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

/** Days by how many lie between them and today. */
export const DAYS: Record<string, Record<number, string>> = {
  ar: { 1: 'أمس|البارحة', 2: 'أول أمس|أول من أمس|أول البارحة' },
  bg: { 2: 'завчера' },
  ca: { 2: "abans d'ahir|despus-ahir" },
  cs: { 2: 'předevčírem' },
  da: { 0: 'idag', 1: 'igår', 2: 'forgårs' },
  el: { 1: 'χθες|εχθές|χτες', 2: 'προχθές|προχτές' },
  es: { 2: 'antes de ayer|antier' },
  et: { 2: 'üleeile' },
  fi: { 2: 'toissapäivänä' },
  fr: { 0: "aujourd'hui", 2: 'avant hier' },
  he: { 0: 'היום' },
  id: { 2: 'kemarin dulu|kemarin lusa' },
  it: { 2: "l'altro ieri|avantieri|ieri l'altro" },
  ja: { 0: '本日', 2: 'おととい|一昨日' },
  ko: { 2: '그제|그저께', 3: '그끄저께' },
  lt: { 2: 'užvakar' },
  lv: { 2: 'aizvakar' },
  nb: { 0: 'idag', 1: 'igår', 2: 'forgårs' },
  nl: { 2: 'eergisteren' },
  pl: { 0: 'dziś' },
  pt: { 2: 'anteontem|antes de ontem' },
  ro: { 0: 'astăzi' },
  sl: { 2: 'predvčerajšnjim' },
  sr: { 0: 'danas', 1: 'juče|jučer', 2: 'prekjuče' },
  sv: { 0: 'idag', 1: 'igår', 2: 'förrgår' },
  th: { 1: 'เมื่อวานนี้' },
  tr: { 2: 'önceki gün' },
  uk: { 1: 'вчора' },
  vi: { 2: 'hôm kia' },
  zh: { 0: '今日', 1: '昨日', 2: '前日', 3: '大前天' },
};

/** Units of "… ago". */
export const UNITS: Record<string, Partial<Record<Unit, string>>> = {
  ar: {
    year: 'سنة سنوات عام أعوام',
    month: 'شهر أشهر شهور',
    week: 'أسبوع أسابيع',
    day: 'يوم أيام يوما',
    hour: 'ساعة ساعات',
    minute: 'دقيقة دقائق',
  },
  cs: { year: 'rokem roky lety', month: 'měsícem', week: 'týdnem', day: 'dnem', hour: 'hodinou', minute: 'minutou' },
  de: { hour: 'std', day: 'tg', year: 'j', month: 'mon', week: 'wo' },
  el: { year: 'χρόνια χρόνο χρόνος', day: 'μέρες μέρα', minute: 'λεπτό λεπτά' },
  en: { year: 'yrs', month: 'mos mths', week: 'wks', day: 'ds', hour: 'hrs', minute: 'mins', second: 'secs' },
  et: { year: 'aastat', month: 'kuud', week: 'nädalat', day: 'päeva', hour: 'tundi', minute: 'minutit', second: 'sekundit' },
  fa: { year: 'سال', month: 'ماه', week: 'هفته', day: 'روز', hour: 'ساعت', minute: 'دقیقه', second: 'ثانیه' },
  he: { year: 'שנים שנה', month: 'חודשים חודש', week: 'שבועות שבוע', day: 'ימים יום', hour: 'שעות שעה', minute: 'דקות דקה' },
  hi: { year: 'साल वर्ष', month: 'महीने माह', week: 'हफ़्ते हफ्ते सप्ताह', day: 'दिन', hour: 'घंटे घंटा', minute: 'मिनट', second: 'सेकंड' },
  hu: { year: 'éve', month: 'hónapja', week: 'hete', day: 'napja', hour: 'órája', minute: 'perce', second: 'másodperce' },
  pl: { hour: 'godz', minute: 'min' },
  ru: { year: 'л г', month: 'мес', week: 'нед', day: 'дн д', hour: 'ч', minute: 'мин', second: 'сек с' },
  sv: { hour: 'tim', month: 'mån' },
};

/** Months: short forms, forms with a preposition, and those of calendars of their own. */
export const MONTHS: Record<string, string> = {
  '*': 'sept:9 mrz:3 jänner:1 jän:1 feber:2',
  ar: 'شباط:2 آذار:3 نيسان:4 أيار:5 حزيران:6 تموز:7 آب:8 أيلول:9 جانفي:1 فيفري:2 أفريل:4 ماي:5 جوان:6 جويلية:7 أوت:8',
  el: 'ιανουάριος:1 φεβρουάριος:2 μάρτιος:3 απρίλιος:4 μάιος:5 ιούνιος:6 ιούλιος:7 αύγουστος:8 σεπτέμβριος:9 οκτώβριος:10 νοέμβριος:11 δεκέμβριος:12',
  fa: 'فروردین:1 اردیبهشت:2 خرداد:3 تیر:4 مرداد:5 شهریور:6 مهر:7 آبان:8 آذر:9 دی:10 بهمن:11 اسفند:12',
  he: 'בינואר:1 בפברואר:2 במרץ:3 במרס:3 באפריל:4 במאי:5 ביוני:6 ביולי:7 באוגוסט:8 בספטמבר:9 באוקטובר:10 בנובמבר:11 בדצמבר:12',
};

/** What stands before "… ago"; those of the second kind say nothing of when by themselves. */
export const BEFORE = 'vor hace ilya há fa πριν από prije pre przed pred před acum преди لפני לפני قبل منذ cách đây prieš pirms'.split(' ');
/** What stands before a time that is told from now: "posted about …". */
export const AROUND =
  'posted edited written commented replied updated asked answered created published added sent for för about around circa ca over almost nearly approximately etwa ungefähr über fast environ presque aproximadamente cerca de casi quasi quase ongeveer bijna ungefär nästan omkring omtrent cirka noin melkein około prawie asi okolo téměř približne yaklaşık neredeyse körülbelül majdnem aproximativ около примерно приблизно почти майже περίπου sekitar khoảng'.split(
    ' ',
  );
/** What stands after it. */
export const AFTER =
  'قبل ago geleden fa atrás siden sedan temu назад тому önce sitten ezelőtt tagasi eest trước yang lalu पहले پیش earlier πριν'.split(' ');

/** Words for one: "an hour ago". */
export const ONE =
  "a an one ein eine einem einer einen un un' une una uno um uma en et ett een yksi egy o bir ένα έναν μία μια jeden jedną jedna jednym одну один една един یک một".split(
    ' ',
  );

/** Counts that are written out before "… ago". */
export const COUNTS: Record<string, number> = {
  'two zwei deux dos due dois twee två to dwa dwie два две kaksi iki': 2,
  'three drei trois tres tre três drie trzy три üç': 3,
  'four vier quatre cuatro quattro quatro fyra cztery четыре dört': 4,
  'five fünf cinq cinco cinque vijf fem pięć пять beş': 5,
  'six sechs six seis sei zes sex': 6,
  'seven sieben sept siete sette sete zeven': 7,
  'eight acht huit ocho otto oito': 8,
  'nine neun neuf nueve nove negen': 9,
  'ten zehn dix diez dieci dez tien': 10,
};

/** One or two of a unit, said without a figure. */
export const SINGLE: Record<string, readonly [number, Unit]> = {
  'vuosi sitten': [1, 'year'],
  'kuukausi sitten': [1, 'month'],
  'viikko sitten': [1, 'week'],
  'päivä sitten': [1, 'day'],
  'tunti sitten': [1, 'hour'],
  'minuutti sitten': [1, 'minute'],
  'год назад': [1, 'year'],
  'месяц назад': [1, 'month'],
  'неделю назад': [1, 'week'],
  'день назад': [1, 'day'],
  'час назад': [1, 'hour'],
  'минуту назад': [1, 'minute'],
  'рік тому': [1, 'year'],
  'місяць тому': [1, 'month'],
  'тиждень тому': [1, 'week'],
  'день тому': [1, 'day'],
  'годину тому': [1, 'hour'],
  'хвилину тому': [1, 'minute'],
  'rok temu': [1, 'year'],
  'miesiąc temu': [1, 'month'],
  'tydzień temu': [1, 'week'],
  'dzień temu': [1, 'day'],
  'godzinę temu': [1, 'hour'],
  'minutę temu': [1, 'minute'],
  'před rokem': [1, 'year'],
  'před měsícem': [1, 'month'],
  'před týdnem': [1, 'week'],
  'před hodinou': [1, 'hour'],
  'před minutou': [1, 'minute'],
  'לפני שנה': [1, 'year'],
  'לפני שנתיים': [2, 'year'],
  'לפני חודש': [1, 'month'],
  'לפני חודשיים': [2, 'month'],
  'לפני שבוע': [1, 'week'],
  'לפני שבועיים': [2, 'week'],
  'לפני יום': [1, 'day'],
  'לפני יומיים': [2, 'day'],
  'לפני שעה': [1, 'hour'],
  'לפני שעתיים': [2, 'hour'],
  'לפני דקה': [1, 'minute'],
  'قبل سنة واحدة': [1, 'year'],
  'قبل سنة': [1, 'year'],
  'قبل سنتين': [2, 'year'],
  'قبل شهر': [1, 'month'],
  'قبل شهر واحد': [1, 'month'],
  'قبل شهرين': [2, 'month'],
  'قبل أسبوع': [1, 'week'],
  'قبل أسبوعين': [2, 'week'],
  'قبل يوم': [1, 'day'],
  'قبل يوم واحد': [1, 'day'],
  'قبل يومين': [2, 'day'],
  'قبل ساعة': [1, 'hour'],
  'قبل ساعة واحدة': [1, 'hour'],
  'قبل ساعتين': [2, 'hour'],
  'قبل دقيقة واحدة': [1, 'minute'],
  'قبل دقيقتين': [2, 'minute'],
};

/** Less than a minute ago. */
export const NOW =
  "just now|now|a moment ago|moments ago|seconds ago|a few seconds ago|less than a minute ago|less than 1 minute ago|gerade eben|soeben|gerade|vor wenigen sekunden|vor ein paar sekunden|vor einigen sekunden|vor weniger als einer minute|à l'instant|il y a quelques secondes|il y a moins d'une minute|ahora|ahora mismo|justo ahora|hace unos segundos|hace unos instantes|hace un momento|hace menos de un minuto|adesso|proprio ora|pochi secondi fa|qualche secondo fa|poco fa|alcuni secondi fa|agora|agora mesmo|há poucos segundos|há alguns segundos|há instantes|há menos de um minuto|zojuist|zonet|een paar seconden geleden|enkele seconden geleden|przed chwilą|kilka sekund temu|mniej niż minutę temu|только что|несколько секунд назад|щойно|кілька секунд тому|декілька секунд тому|před chvílí|právě teď|před pár sekundami|před pár vteřinami|nyss|just nu|för några sekunder sedan|lige nu|få sekunder siden|akkurat nå|nå nettopp|noen sekunder siden|juuri nyt|hetki sitten|éppen most|most|az imént|néhány másodperce|chiar acum|acum câteva secunde|şimdi|şu anda|az önce|birkaç saniye önce|τώρα|μόλις τώρα|πριν λίγα δευτερόλεπτα|刚刚|刚才|剛剛|剛才|几秒前|たった今|数秒前|방금|방금 전|몇 초 전|الآن|منذ ثوان|منذ لحظات|עכשיו|הרגע|לפני מספר שניות|همین حالا|هم‌اکنون|लمحے|अभी|कुछ सेकंड पहले|เมื่อสักครู่|ไม่กี่วินาทีที่แล้ว|vừa xong|vài giây trước|baru saja|beberapa detik yang lalu".split(
    '|',
  );

/** Units of languages that write them against the number and the word for "ago". */
export const JOINED: readonly [RegExp, Unit][] = [
  [/^年|^년|^ปี/, 'year'],
  [/^(?:个|個|か|ヶ|カ|ヵ)?月|^개월|^달|^เดือน/, 'month'],
  [/^周|^週|^(?:个|個)?星期|^주|^สัปดาห์|^อาทิตย์/, 'week'],
  [/^天|^日|^일|^วัน/, 'day'],
  [/^(?:个|個)?小时|^(?:个|個)?小時|^時間|^时|^時|^시간|^ชั่วโมง|^ชม/, 'hour'],
  [/^分|^분|^นาที/, 'minute'],
  [/^秒|^초|^วินาที/, 'second'],
];
