// graphql-js beside our server: the first line is our schema as SDL, each further line a request, answered by one line. The data follow
// the rule of Differential/World/Rule.cs, written here for the schema instead of for each field.
import { createInterface } from 'node:readline'
import {
  GraphQLError, buildSchema, execute, getNamedType, getOperationAST, isAbstractType, isEnumType, isListType, isNonNullType,
  isObjectType, isSpecifiedDirective, parse, specifiedRules, subscribe, validate,
} from 'graphql'
import { print as echo } from './differential-echo.mjs'
import { scalars } from './differential-scalars.mjs'

const texts =
  ['', 'plain', 'two words', 'quote " and \\ slash', 'line\nbreak\ttab', 'é 推理', '😀👩‍🚀', '</script>', '\u2028\u0001', 'null']

function hash(seed, name) {
  let h = Math.imul(seed, 0x9E3779B1) ^ 0x811C9DC5
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 16777619)
  h ^= h >>> 15
  h = Math.imul(h, 0x85EBCA6B)
  h ^= h >>> 13
  return h & 0x3FFFFFFF
}

const leaves = {
  Int: h => h % 2000 - 1000,
  Float: h => h % 1000 / 8,
  Boolean: h => h % 2 === 1,
  String: h => texts[h % texts.length],
  ID: h => `n${h % 100}`,
  Long: h => h * 1000003,
  Decimal: h => h % 10000 / 100,
  UUID: h => `00000000-0000-4000-8000-${h.toString(16).padStart(12, '0')}`,
  DateTime: h => new Date(h * 1000).toISOString().replace('.000', ''),
  Date: h => new Date(h * 1000).toISOString().slice(0, 10),
  Even: h => h % 1000 * 2,
}

function value(schema, type, h, must = false) {
  if (isNonNullType(type)) return value(schema, type.ofType, h, true)
  if (isEnumType(type)) return !must && h % 7 === 0 ? null : type.getValues()[h % 4].value
  // C# has no null for a value that must be there but a scalar's whose type says so.
  if (type.name === 'ID') return leaves.ID(h)
  if (h % (must ? 19 : 7) === 0) return null
  if (isListType(type)) return list(h, item => value(schema, type.ofType, item))
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type).map(t => t.name).sort()
    return { __typename: possible[h % possible.length], seed: h }
  }
  return isObjectType(type) ? { __typename: type.name, seed: h } : leaves[type.name](h)
}

const list = (h, item) => Array.from({ length: h % 4 }, (_, i) => item(hash(h, String(i))))

// What no JSON stands for is an error of the item.
const broken = {
  broken: h => (h % 5 === 0 ? NaN : h % 7 === 0 ? null : leaves.Float(h)),
  mustBroken: h => (h % 5 === 0 ? Infinity : h % 7),
  brokenColors: (h, colors) => (h % 5 === 0 ? 'MAUVE' : h % 7 === 0 ? null : colors[h % 4].value),
}

const echoed = new Set(['scalars', 'required', 'defaults', 'optionals', 'lists', 'requiredLists', 'search', 'byKey'])

function write(context, entry) {
  context.entries.push(entry)
  return { entries: [...context.entries], size: context.entries.length, seed: context.entries.length, __typename: 'Journal' }
}

const own = {
  Mutation: {
    append({ input }, context) {
      if (input.fail) throw new GraphQLError('append refuses')
      if (input.text.length > 20) return { errors: [{ __typename: 'TooLong', message: 'The text is too long.', code: 'TOO_LONG', longest: 20 }] }
      return { journal: write(context, `${input.text}*${input.times ?? ''}`) }
    },
    async appendLater({ input }, context) {
      await new Promise(done => setTimeout(done, 1))
      if (input.fail) throw new GraphQLError('appendLater refuses')
      return { journal: input.text.length === 0 ? null : write(context, input.text) }
    },
    rename: ({ input }, context, info) => ({ journal: write(context, renamed(info, input)) }),
    reset(_, context) {
      context.entries.length = 0
      return { done: true }
    },
  },
  Subscription: {
    ticks: source => source,
    pets: source => source,
  },
}

function renamed(info, input) {
  const fields = info.schema.getType('RenameInput').getFields()
  return echo(Object.values(fields), input)
}

function resolve(source, args, context, info) {
  const { fieldName, parentType, returnType, schema } = info
  const mine = own[parentType.name]?.[fieldName]
  if (mine && parentType.name === 'Mutation') return mine(args, context, info)
  if (parentType.name === 'Subscription') return source[fieldName]
  if (source && !('seed' in source)) return source[fieldName]
  if (source && fieldName in source && fieldName !== 'seed') return source[fieldName]
  if (parentType.name === 'Query' && echoed.has(fieldName)) return echo(parentType.getFields()[fieldName].args, args)
  const seed = parentType.name === 'Query' ? args.seed ?? 0 : source.seed
  const h = hash(seed, fieldName)
  const answer = () => {
    if (/fail/i.test(fieldName)) throw new GraphQLError(`${fieldName} refuses`)
    if (fieldName === 'crash') throw new Error('a secret')
    if (fieldName === 'call') return h % 7 === 0 ? null : `${args.tone ?? 'null'}*${args.times}`
    const items = broken[fieldName]
    if (items) return h % 7 === 0 ? null : list(h, item => items(item, getNamedType(returnType).getValues?.()))
    return value(schema, returnType, h)
  }
  return /Later$/.test(fieldName) ? new Promise(done => setImmediate(done)).then(answer) : answer()
}

async function* events(name, args) {
  const count = Math.min(args.count ?? 0, 3)
  for (let i = 0; i < count; i++) yield { [name]: name === 'ticks' ? i : { __typename: i % 2 === 0 ? 'Cat' : 'Dog', seed: i } }
}

function prepare(sdl) {
  const schema = buildSchema(sdl)
  for (const [name, scalar] of Object.entries(scalars)) {
    const type = schema.getType(name)
    if (type) Object.assign(type, scalar)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      field.resolve = resolve
      if (type.name === 'Subscription') field.subscribe = (_, args) => events(field.name, args)
    }
  }
  // The specification leaves the order of types and directives to the server; ours has types by name, and its own directives last.
  const isOwn = directive => !isSpecifiedDirective(directive)
  schema._directives = [...schema.getDirectives()].sort((a, b) => isOwn(a) - isOwn(b))
  const byName = (a, b) => (a.name < b.name ? -1 : 1)
  schema._typeMap = Object.fromEntries(Object.values(schema._typeMap).sort(byName).map(type => [type.name, type]))
  for (const known of Object.values(schema._implementationsMap)) {
    known.objects.sort(byName)
    known.interfaces.sort(byName)
  }
  return schema
}

function mistakes(schema, document) {
  if (validate(schema, document).length === 0) return []
  return specifiedRules.flatMap(rule => validate(schema, document, [rule], { maxErrors: 1000 })
    .map(({ message, locations }) => ({ rule: rule.name.replace(/Rule$/, ''), message, locations: locations ?? [] })))
}

async function answer(schema, { document: text, variables, operationName }) {
  let document
  try {
    document = parse(text)
  } catch (error) {
    return { syntax: { message: error.message, locations: error.locations } }
  }
  const invalid = mistakes(schema, document)
  if (invalid.length > 0) return { invalid }
  const request = { schema, document, variableValues: variables, operationName, contextValue: { entries: [] } }
  if (getOperationAST(document, operationName)?.operation !== 'subscription') return { result: await execute(request) }
  const stream = await subscribe(request)
  if (!(Symbol.asyncIterator in stream)) return { result: stream }
  const results = []
  for await (const result of stream) results.push(result)
  return { results }
}

let schema
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line)
  if (request.sdl) {
    schema = prepare(request.sdl)
    console.log(JSON.stringify({ rules: specifiedRules.map(rule => rule.name.replace(/Rule$/, '')) }))
  } else {
    console.log(JSON.stringify(await answer(schema, request).catch(error => ({ syntax: { message: `crash ${error}`, locations: [] } }))))
  }
}
