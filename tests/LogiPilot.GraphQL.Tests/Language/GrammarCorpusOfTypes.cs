namespace LogiPilot.GraphQL.Tests.Language;

internal static class GrammarCorpusOfTypes
{
    public static string[] All =>
    [
        "schema { query: Q }", "schema @a @b(c: 1) { query: Q mutation: M, subscription: S }", "\"described\" schema { query: Q }", "extend schema @a",
        "extend schema { mutation: M }", "extend schema @a { subscription: S }", "schema { query: Q query: R }", "\"\"\"\nin\n lines\n\"\"\" schema @a { query: Q }",
        "scalar A", "\"a\" scalar A @specifiedBy(url: \"https://example.com\") @b", "extend scalar A @a", "scalar scalar", "type type { type: type }",
        "type T", "type T { a: Int }", "type T @a", "type T implements A", "type T implements A & B", "type T implements & A & B & C { a: Int }",
        "type T implements A @b { a: Int, b: [Int!]! c: T }", "\"t\" type T { \"a\" a: Int \"\"\"b\"\"\" b: Int @deprecated \"\"\"\nc\nc\n\"\"\" c: Int @deprecated(reason: \"r\") @d }",
        "type T { a(b: Int): Int }", "type T { a(b: Int = 1, c: [Int] = [1] @d, e: I = {f: \"g\"}): Int @h }", "type T { a(\"b\" b: Int, \"\"\"c\"\"\" c: Int = 1 @deprecated(reason: \"x\")): Int }",
        "type T { a(\"\"\"\nin\n\n  lines\n\"\"\" b: Int c: Int): Int b(c: S = \"\"\"\nx\ny\n\"\"\"): Int }", "type implements implements implements { a: Int }",
        "type T { a(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: Int, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb: Int, cccccccccccccccccccccc: Int): Int }",
        "extend type T { a: Int }", "extend type T implements A", "extend type T implements A & B @c { d: Int }", "extend type T @a",
        "interface I", "interface I { a: Int }", "interface I implements A & B @c { a(b: Int): Int }", "\"i\" interface I { a: Int }", "extend interface I { a: Int }", "extend interface I implements A", "extend interface I @a",
        "union U", "union U = A", "union U = A | B", "union U = | A | B", "\"u\" union U @a = A | B", "extend union U = A", "extend union U @a", "extend union U @a = | A", "union U @a",
        "union union = union", "union U = on | type | true", "enum E", "enum E { A }", "enum E { A B, C }", "\"e\" enum E @a { \"A\" A @deprecated \"\"\"\nB\n\"\"\" B @deprecated(reason: \"r\") on type }",
        "extend enum E { A }", "extend enum E @a", "extend enum E @a { A B }", "input I", "input I { a: Int }", "input I @oneOf { a: Int b: String @deprecated }",
        "\"i\" input I { \"a\" a: Int = 1 @b c: [[I!]!] = [[{a: null}]] }", "extend input I { a: Int }", "extend input I @a", "extend input I @a { b: Int = 1 }",
        "directive @a on FIELD", "directive @a repeatable on FIELD | FRAGMENT_SPREAD", "directive @a on | QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION",
        "directive @a on SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION",
        "\"d\" directive @a(b: Int = 1 @c, d: [Int]) repeatable on FIELD", "directive @a(\"b\" b: Int) on FIELD", "directive @a(\"\"\"\nb\n\"\"\" b: Int c: Int) repeatable on ENUM", "directive @on on FIELD", "directive @repeatable repeatable on FIELD",
        "type A { a: Int } query Q { a } enum B { C } fragment F on A { a } extend type A { b: Int }", "type Query { a: String! } schema { query: Query }",
        "\"\"\"\n  A \\\"\"\" quote and \"one\"\n\"\"\"\ntype A { \"with \\\"quotes\\\" and \\u{1F600}\" a: Int }", "\"\" type A { \"\" a: Int }", "\"\"\"\"\"\" type A { a: Int }",
        "type A {\n  \"\"\"\n  first\n\n    second\n  \"\"\"\n  a(\n    \"\"\"\n    third\n\n    fourth\n    \"\"\"\n    b: Int\n  ): Int\n}",
        // Mistakes.
        "schema", "schema {}", "schema { }", "schema { query }", "schema { query: }", "schema { query: [Q] }", "schema { query: Q! }", "schema { foo: Q }", "schema { foo ' }", "schema { \"q\" query: Q }", "schema Q { query: Q }",
        "schema @a", "schema @a(b: $c) { query: Q }", "extend schema", "extend schema {}", "extend schema 1", "extend schema type", "\"a\" extend schema @a", "extend", "extend 1", "extend foo", "extend query { a }", "extend \"a\" type T @a",
        "extend extend type T @a", "extend directive @a on FIELD", "scalar", "scalar 1", "scalar A { a }", "scalar A = B", "extend scalar A", "extend scalar", "extend scalar A A",
        "type", "type 1", "type T {}", "type T { }", "type T { a }", "type T { a: }", "type T { a: Int", "type T { : Int }", "type T { a(): Int }", "type T { a(b): Int }", "type T { a(b: Int: Int }", "type T { a(b: Int = $c): Int }", "type T { a(b: Int =): Int }",
        "type T { a: Int = 1 }", "type T { a: Int @b(c: $d) }", "type T { \"a\" }", "type T { \"a\" \"b\" c: Int }", "type T { a: Int! ! }", "type T implements", "type T implements { a: Int }", "type T implements A B { a: Int }", "type T implements A, B", "type T implements A &", "type T implements && A",
        "type T implements A & & B", "type T implements A | B", "type T implements 1", "extend type T", "extend type T {}", "extend type T implements", "extend type", "extend type T 1", "interface", "interface I {}", "interface I { a(b: ): Int }", "extend interface I",
        "union", "union U =", "union U = |", "union U = A |", "union U = || A", "union U = A | | B", "union U = A & B", "union U = [A]", "union U { A }", "union U A", "extend union U", "extend union U =", "union U = 1",
        "enum", "enum E {}", "enum E { 1 }", "enum E { true }", "enum E { false }", "enum E { null }", "enum E { A: 1 }", "enum E { \"a\" }", "enum E { \"a\" \"true\" }", "enum E { A = 1 }", "enum E { \"\"\"null\"\"\" \"\"\"null\"\"\" }", "extend enum E", "extend enum E {}", "enum E { A",
        "input", "input I {}", "input I { a }", "input I { a: Int = $b }", "input I { a(b: Int): Int }", "input I implements A { a: Int }", "extend input I", "extend input I {}", "input I { a: Int = }",
        "directive", "directive a on FIELD", "directive @ on FIELD", "directive @a", "directive @a on", "directive @a on |", "directive @a FIELD", "directive @a on FOO", "directive @a on FIELD FIELD", "directive @a on FIELD |", "directive @a on field", "directive @a on FOO '",
        "directive @a() on FIELD", "directive @a repeatable repeatable on FIELD", "directive @a on FIELD & QUERY", "directive @a on || FIELD", "directive @a on \"FIELD\"", "directive @a on toString", "directive @a @b on FIELD", "\"a\" extend type T @a", "\"a\" fragment on T { a }",
    ];
}
