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
  '(?:this|next)\\sterm',
  'administration\\b',
]
const EVENTS = [
  '[Ee]aster',
  '[Cc]hristmas',
  'Budget\\b',
  '[Ss]pending\\s(?:[Rr]|p)',
  '[Ff]iscal\\sevent',
  '[Rr]ecess\\b',
  'Speech\\b',
  '[Aa]ssent\\b',
  '[Ee]lections?\\b',
  'prorogation',
  'dissolution',
]
const STEPS = [
  '(?:advance|[Aa]head|[Pp]rior|time|[Ff]ollowing)\\s(?:of\\s|to\\s|for\\s)?(?:the\\s|its\\s|a\\s|any\\s)?(?:public\\s|primary\\s|secondary\\s|national\\s)?(?:legislation|implementation|commencement|enactment|publication|introduction|passage|completion|conclusion|launch|roll|consultation|decision)',
]
const VAGUE = [
  'due\\scourse',
  '[Ii]nterim',
  '[Mm]eantime',
  '(?:near|distant)\\sfuture',
  '[Ss](?:oon|hortly)\\b',
  '[Uu]rgen',
  '[Ii]mmediate(?:ly|\\seffect)',
  'imminently',
  '[Pp]romptly',
  '[Ww]ithout\\s(?:\\w{1,12}\\s){0,2}delay',
  '(?:earliest|first|early|next|available|possible)\\s(?:opportunity|possible)',
  '(?:quickly|swiftly|early)\\sas',
  '(?:time|resources|conditions)\\s(?:allow|permit)',
  'matter\\sof',
  'later\\s(?:date|stage)',
  '(?:short|medium|long|longer)\\sterm',
  'fullness\\sof',
  'slower\\stime',
  'coming\\speriod',
  'annually',
]

const MAY_HOLD_TIME = new RegExp(
  `\\b(?:${[...NUMBERS, ...MONTHS, ...UNITS, ...SPELLS, ...EVENTS, ...STEPS, ...VAGUE].join('|')})`,
)

/** False only for texts in which the grammar finds no time. */
export const mayHoldTime = (text: string): boolean => MAY_HOLD_TIME.test(text)
