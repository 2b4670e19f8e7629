// Answers each line, a schema in SDL as a JSON string, with graphql-js's introspection of it and what its validation finds.
import { createInterface } from 'node:readline'
import { buildSchema, executeSync, getIntrospectionQuery, parse, printSchema, validateSchema } from 'graphql'

const everything = getIntrospectionQuery({
  specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
})

for await (const line of createInterface({ input: process.stdin })) {
  const sdl = JSON.parse(line)
  let answer
  try {
    const schema = buildSchema(sdl, { assumeValid: true })
    answer = {
      query: everything,
      mistakes: validateSchema(schema).map(mistake => mistake.message),
      printed: printSchema(schema),
      introspection: executeSync({ schema, document: parse(everything) }),
    }
  } catch (error) {
    answer = { mistakes: [error.message] }
  }
  console.log(JSON.stringify(answer))
}
