/** What a page says of its making: by which version, on which day. */
import { version } from '../../package.json'

export const describeOrigin = () => ({ version, madeOn: new Date().toISOString().slice(0, 10) })
