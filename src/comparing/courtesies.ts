/** Paragraphs of a response that greet, thank or take leave, and answer nothing. */
import { OWN_VOICE } from './reply-lines.ts'
import { sentenceStarts } from './split-pieces.ts'

const THANKS =
  /^\W*(?:(?:the|our|this) )?(?:\p{L}[\p{L}’'-]* ){0,6}?(?:thanks?|(?:is|are|am|remains?) (?:very |most |deeply )?grateful|welcomes? (?:the|this|your|its) (?:\p{L}+ ){0,3}?(?:report|review|inquiry|letter|opportunity|work|findings))\b/iu
const LEAVE =
  /^\W*(?:(?:and|finally|once again|again),? )?(?:i|we) (?:(?:do|very much|also|would) )?(?:hope|trust|look forward|remain|am happy|are happy|would be (?:happy|glad|pleased)|(?:offer|send|extend) (?:my|our))\b[^.]{0,200}(?:\bthis\b|\bthese\b|\bthe above\b|\bmeet\b|\bdiscuss\b|\bassur|\bhelpful\b|\bcondolences\b|\bhear(?:ing)? from\b|\bquestions\b|\binformation\b)/iu

/** True where every sentence of the paragraph thanks, greets or takes leave, and none decides or promises. */
export function isCourtesy(text: string): boolean {
  const starts = sentenceStarts(text)
  return starts.every((start, place) => {
    const sentence = text.slice(start, starts[place + 1] ?? text.length)
    return LEAVE.test(sentence) || (THANKS.test(sentence) && !OWN_VOICE.test(sentence))
  })
}
