// The words of pages are those of every answer: they are kept where both can reach them.
export {
  ASK_WORDS,
  CONFIDENCE_WORDS,
  COVERAGE_WORDS,
  DELIVERY_KIND_WORDS,
  DELIVERY_WORDS,
  FATE_WORDS,
  FIELD_WORDS,
  HAPPENING_WORDS,
  REPLY_WORDS,
  STANCE_WORDS,
  sayDate,
  sayDay,
  sayDrift,
  sayStanding,
  sentenceCase,
  strengthWord,
} from '../../api/tracker/index.ts'
