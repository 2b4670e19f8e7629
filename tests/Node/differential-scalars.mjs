// The scalars that GraphQL does not specify, as our library reads them.
import { GraphQLError, Kind, print } from 'graphql'
import { inspect } from 'graphql/jsutils/inspect.js'

// What our ScalarInput is: the kind of the value, its text, and how to refuse it.
function scalar(read) {
  const kinds = { [Kind.STRING]: 'string', [Kind.INT]: 'integer', [Kind.FLOAT]: 'float', [Kind.BOOLEAN]: 'boolean' }
  return {
    parseLiteral: node => read(kinds[node.kind], String(node.value), words => {
      throw new GraphQLError(`${words}: ${print(node)}`, { nodes: node })
    }),
    parseValue: value => read(
      typeof value === 'number' ? Number.isInteger(value) ? 'integer' : 'float' : typeof value, String(value), words => {
        throw new GraphQLError(`${words}: ${inspect(value)}`)
      }),
    serialize: value => value,
  }
}

const dateTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,7})?(Z|[+-]\d\d:\d\d)$/

function date(text) {
  const parsed = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(NaN)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

export const scalars = {
  Long: scalar((kind, text, refuse) => {
    if (kind !== 'integer') refuse('Long cannot represent non-integer value')
    const number = BigInt(text.includes('e') ? Number(text) : text)
    if (number !== BigInt.asIntN(64, number)) refuse('Long cannot represent non 64-bit signed integer value')
    return Number(number)
  }),
  Decimal: scalar((kind, text, refuse) =>
    (kind === 'integer' || kind === 'float') && Math.abs(Number(text)) < 7.922e28 ? Number(text) : refuse('Decimal cannot represent non numeric value')),
  UUID: scalar((kind, text, refuse) => {
    if (kind !== 'string' || !/^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i.test(text)) refuse('UUID cannot represent the value')
    return text.toLowerCase().replaceAll('-', '').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  }),
  DateTime: scalar((kind, text, refuse) => {
    const parts = kind === 'string' && dateTime.exec(text.toUpperCase())
    if (!parts || !date(text.slice(0, 10)) || Number.isNaN(Date.parse(text))) refuse('DateTime cannot represent a value that is not an RFC 3339 date-time with offset')
    return new Date(text.toUpperCase()).toISOString()
  }),
  Date: scalar((kind, text, refuse) => (kind === 'string' && date(text) ? text : refuse('Date cannot represent a value that is not a date such as 2026-12-31'))),
  Even: scalar((kind, text, refuse) =>
    kind === 'integer' && Math.abs(Number(text)) <= 2147483648 && Number(text) % 2 === 0 ? Number(text) : refuse('Even cannot represent the value')),
}
