// Answers each line, an array of schema documents, with what graphql-js makes of them: the schema printed, types by name, or its mistakes.
import { createInterface } from 'node:readline'
import { buildASTSchema, parse, printSchema, validateSchema } from 'graphql'
import { validateSDL } from 'graphql/validation/validate.js'

function answer(sdl) {
  try {
    const document = parse(sdl)
    const mistakes = validateSDL(document)
    if (mistakes.length > 0) return { errors: mistakes }
    const schema = buildASTSchema(document, { assumeValidSDL: true })
    const errors = validateSchema(schema)
    if (errors.length > 0) return { errors }
    schema._typeMap = Object.fromEntries(Object.entries(schema.getTypeMap()).sort(([a], [b]) => (a < b ? -1 : 1)))
    return { printed: printSchema(schema) }
  } catch (error) {
    return { errors: [error] }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const answers = JSON.parse(line).map(answer)
  const shown = answers.map(({ printed, errors }) =>
    printed === undefined
      ? { errors: errors.map(({ message, locations }) => ({ message: message.toWellFormed(), locations: locations ?? [] })) }
      : { printed },
  )
  console.log(JSON.stringify(shown))
}
