// Prints coerced arguments as Echo of Differential/World/Inputs.cs does.
import { getNullableType, isInputObjectType, isListType } from 'graphql'

export function print(definitions, given) {
  return `[${definitions.map(definition => one(definition, given[definition.name])).join(',')}]`
}

function one(definition, value) {
  // An Optional<T> of C#: the names begin with maybe.
  if (value === undefined) return definition.name.startsWith('maybe') ? 'absent' : 'null'
  return typed(definition.type, value)
}

function typed(outer, value) {
  if (value === null || value === undefined) return 'null'
  const type = getNullableType(outer)
  if (isListType(type)) return `[${value.map(item => typed(type.ofType, item)).join(',')}]`
  if (isInputObjectType(type)) return `{${print(Object.values(type.getFields()), value)}}`
  switch (type.name) {
    case 'String':
    case 'ID': return `"${value}"`
    case 'Float':
    case 'Decimal': return number(value)
    default: return String(value)
  }
}

function number(value) {
  if (Math.abs(value) < 1e15 && Number.isInteger(value)) return String(value === 0 ? 0 : value)
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  return bits.getBigInt64(0) < 0n
    ? BigInt.asUintN(64, bits.getBigInt64(0)).toString(16).padStart(16, '0')
    : bits.getBigInt64(0).toString(16).padStart(16, '0')
}
