/** A cheap look before any parsing: most sentences tell no time, and leave here. */

// Every alternative starts where a word starts, which is what makes the look cheap.
const NUMBERS = ['(?:19|20)\\d\\d', '[Ff][Yy]\\s?\\d', '[QqHh][1-4]\\b', '\\d{1,2}[/.-]\\d{1,2}[/.-]\\d\\d']
// Months by their capital ("may" and "march" are verbs, "dec" opens "decision").
const MONTHS = [
  'J(?:an|un|ul)(?:uary|e|y)?\\b',
  'Feb',
  'Mar(?:ch)?\\b',
  'Apr(?:il)?\\b',
  'May\\b',
  'Aug(?:ust)?\\b',
  'Sep',
  'Oct(?:ober)?\\b',
  'Nov(?:ember)?\\b',
  'Dec(?:ember)?\\b',
]
const UNITS = [
  '[Yy]ear',
  '[Mm]onth',
  '[Ww]eek(?!end)',
  '[Dd]ays?\\b',
  '[Hh]ours?\\b',
  '[Dd]ecade',
  '[Ff]ortnight',
  'Senedd',
  '[Qq]uarters?\\b',
]
const SPELLS = [
  '[Ss](?:pring|ummer|ession)\\b',
  '[Aa]utumn',
  '[Ww]inter',
  '[Pp]arliament(?:ary\\s(?:session|term|year|time))?\\b',
  'administration\\b',
]
const EVENTS = [
  '[Ee]aster',
  '[Cc]hristmas',
  'Budget\\b',
  '[Rr]ecess\\b',
  'Speech\\b',
  '[Aa]ssent\\b',
  '[Ee]lections?\\b',
  'prorogation',
  'dissolution',
  '[Bb]efore\\b',
  '[Oo]nce\\b',
]
const VAGUE = [
  '[Ii]nterim',
  '[Mm]eantime',
  '[Ss](?:oon|hortly)\\b',
  '[Uu]rgen',
  '[Ii]mmediate(?:ly|\\seffect)',
  'imminently',
  '[Pp]romptly',
  'annually',
]
const STEP =
  '(?:legislation|implementation|commencement|enactment|publication|introduction|passage|completion|conclusion|launch|roll|consultation|decision)'
/** What runs over several words, each with the word of it that stands in the fewest texts. */
const RUNS: readonly (readonly [run: string, word: string])[] = [
  ['(?:this|next)\\sterm', 'term'],
  ['[Ff]rom\\stoday', 'today'],
  ['(?:[Rr]eport|[Cc]ommittee)\\s[Ss]tage', '[Ss]tage'],
  ['(?:[Ss]econd|[Tt]hird)\\s[Rr]eading', '[Rr]eading'],
  ['[Ss]pending\\s(?:[Rr]|p)', '[Ss]pending'],
  ['[Ff]iscal\\sevent', '[Ff]iscal'],
  [
    `(?:advance|[Aa]head|[Pp]rior|time|[Ff]ollowing)\\s(?:of\\s|to\\s|for\\s)?(?:the\\s|its\\s|a\\s|any\\s)?(?:public\\s|primary\\s|secondary\\s|national\\s)?${STEP}`,
    STEP,
  ],
  ['(?:[Aa]head|[Aa]dvance)\\sof', '(?:[Aa]head|[Aa]dvance)'],
  ['[Pp]rior\\sto', '[Pp]rior'],
  ['due\\scourse', 'course'],
  ['(?:near|distant)\\sfuture', 'future'],
  ['[Ww]ithout\\s(?:\\w{1,12}\\s){0,2}delay', 'delay'],
  ['(?:earliest|first|early|next|available|possible)\\s(?:opportunity|possible)', '(?:opportunity|possible)'],
  ['(?:quickly|swiftly|early)\\sas', '(?:quickly|swiftly|early)'],
  ['(?:time|resources|conditions)\\s(?:allow|permit)', '(?:allow|permit)'],
  ['matter\\sof', 'matter'],
  ['later\\s(?:date|stage)', 'later'],
  ['(?:short|medium|long|longer)\\sterm', 'term'],
  ['fullness\\sof', 'fullness'],
  ['slower\\stime', 'slower'],
  ['coming\\speriod', 'coming'],
]

const WORDS = [...MONTHS, ...UNITS, ...SPELLS, ...EVENTS, ...VAGUE]
const MAY_HOLD_TIME = new RegExp(`\\b(?:${[...NUMBERS, ...WORDS, ...RUNS.map(([run]) => run)].join('|')})`)

/** False only for texts in which the grammar finds no time. */
export const mayHoldTime = (text: string): boolean => MAY_HOLD_TIME.test(text)

// A run of words that "immediate" opens is told by that word alone, as one that "parliamentary" opens is.
const MAY_BELONG_TO_TIME = new RegExp(
  `\\d|\\b(?:[Ii]mmediate|[Pp]arliament|${[...WORDS, ...RUNS.map(([, word]) => word)].join('|')})`,
)

/** False only for words, as printed, that no text in which a time may be held needs. */
export const mayBelongToTime = (printed: string): boolean => MAY_BELONG_TO_TIME.test(printed)
