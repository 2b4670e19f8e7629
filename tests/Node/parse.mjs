// Answers each line, a GraphQL document as a JSON string, with what graphql-js makes of it: its print, or its syntax error.
import { createInterface } from 'node:readline'
import { parse, print } from 'graphql'

for await (const line of createInterface({ input: process.stdin })) {
  let answer
  try {
    answer = { printed: print(parse(JSON.parse(line))) }
  } catch (error) {
    answer = { error: error.message, locations: error.locations }
  }
  console.log(JSON.stringify(answer))
}
