/** Entry of the process that parses: reads one document that it is sent, answers, and ends. */
import { parseDocumentHere } from './parse-here.ts'
import { serveParser } from './process/serve-parser.ts'

serveParser(parseDocumentHere)
