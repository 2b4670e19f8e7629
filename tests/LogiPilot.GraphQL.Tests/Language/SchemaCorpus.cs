namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>Schema documents: what a schema may say, and each mistake it can have.</summary>
public static class SchemaCorpus
{
    private const string Q = "type Query { a: Int } ";

    public static IReadOnlyList<string> All { get; } = [.. Right, .. Wrong, .. WrongTypes];

    private static string[] Right =>
    [
        "type Query { a: Int }", "schema { query: Root } type Root { a: Int }", "\"s\" schema { query: Query } type Query { a: Int }",
        "schema { query: Q mutation: M subscription: S } type Q { a: Int } type M { a: Int } type S { a: Int }",
        "type Query { a: Int } type Mutation { b: ID } type Subscription { c: Float }", "schema { query: Query } extend schema { mutation: M } type M { a: Int } type Query { a: Int }",
        "type Query { a(b: Int = 1, c: [String!]! = [\"x\"], d: E = A, e: Boolean = true, f: String = \"q\\\"\\n\", g: Int = null): [[Int!]!]! } enum E { A B }",
        "\"\"\"\nQ\n  in lines\n\"\"\"\ntype Query {\n  \"a\"\n  a(\"b\" b: Int, c: Int): Int\n  \"\"\"\n  c\n\n  d\n  \"\"\"\n  c: Int @deprecated\n  d: Int @deprecated(reason: \"old \\\"one\\\"\")\n}",
        Q + "scalar Date", Q + "\"d\" scalar Date @specifiedBy(url: \"https://example.com/\\u00e9\")", Q + "interface I { a: Int } type T implements I { a: Int! b: T }",
        Q + "interface I { a: I } interface J implements I { a: J b(c: Int): [I] } type T implements I & J { a: T b(c: Int, d: Int): [T!]! }",
        Q + "union U = T | Query type T { u: U }", Q + "enum E { A \"b\" B @deprecated C @deprecated(reason: \"\") }",
        Q + "input I { a: Int = 1 \"b\" b: [I!] c: I d: E! @deprecated(reason: \"d\") = A } enum E { A }".Replace("@deprecated(reason: \"d\") = A", "= A @deprecated(reason: \"d\")"),
        Q + "input I @oneOf { a: Int b: String @deprecated }", Q + "directive @a on FIELD", Q + "\"d\" directive @a(\"b\" b: Int = 1, c: [String!]) repeatable on FIELD | QUERY directive @z on ENUM",
        Q + "directive @a(b: Int!) repeatable on OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION type T @a(b: 1) @a(b: 2) { f(g: Int @a(b: 3)): Int @a(b: 4) }",
        Q + "extend type Query { b: Int } extend type Query @a directive @a on OBJECT", Q + "extend type Query implements I interface I { a: Int }", Q + "enum E { A } extend enum E { B } extend enum E { C }",
        Q + "union U = Query extend union U = T type T { a: Int }", Q + "interface I { a: Int } extend interface I { b: Int } type T implements I { a: Int b: Int }",
        Q + "input I { a: Int } extend input I { b: Int! }", Q + "scalar S @a extend scalar S @b directive @a on SCALAR directive @b on SCALAR", "extend type Query { a: Int } type Query",
        Q + "type T { a: __Type b: __TypeKind c: Query! }", Q + "scalar Int type T { a: Int }", Q + "directive @skip(if: Boolean!) on FIELD", Q + "directive @deprecated(reason: String) on OBJECT type T @deprecated { a: Int }",
        Q + "input A { b: B! } input B { c: [B!]! a: A }", Q + "input A { a: A b: [A!]! }", "\"\" type Query { \"\" a(\"\" b: Int): Int }", "\"\"\" with \\\"\"\" quotes\\\\ \"\"\" type Query { a: Int }",
        "\"a long description, which is longer than the seventy characters that fit on the line of a block string\" type Query { \" leading\" a: Int \"trailing \" b: Int \"\\u0007\" c: Int \"  x\\n  y\" d: Int }",
    ];

    private static string[] Wrong =>
    [
        "{", "type Query { a: Int", "type Query { a Int }", Q + "type Query { b: Int }", Q + "enum E { A A }", Q + "enum E { A } extend enum E { A }", Q + "type T { a: Int a: Int }", Q + "type T { a: Int } extend type T { a: Int }",
        Q + "input I { a: Int a: Int }", Q + "interface I { a: Int, b: Int, a: Int }", Q + "type T { a(b: Int, b: Int, b: Int): Int }", Q + "directive @a(b: Int, b: Int) on FIELD", Q + "directive @a on FIELD directive @a on QUERY",
        Q + "type T { a: Foo b: [Foo!]! c(d: Foo): Int }", Q + "type T implements Foo { a: Int }", Q + "union U = Foo", Q + "input I { a: Foo }", Q + "type T { a: Sting b: Quer }", "schema { query: Foo }", "schema { query: Query } schema { query: Query } " + Q,
        "schema { query: Query query: Query } " + Q, "schema { query: Query } extend schema { query: Query } " + Q, Q + "extend schema { mutation: Query } extend schema { mutation: Query }", Q + "extend type Foo { a: Int }", Q + "extend type Qery { a: Int }",
        Q + "extend scalar Query @a directive @a on SCALAR", Q + "extend input Query { a: Int }", Q + "extend enum Query { A }", Q + "extend union Query = Query", Q + "extend interface Query { b: Int }", Q + "scalar S extend type S { a: Int }",
        Q + "type T @foo { a: Int }", Q + "type T @skip(if: true) { a: Int }", Q + "type T { a: Int @oneOf }", Q + "enum E @deprecated { A }", Q + "scalar S @specifiedBy", Q + "scalar S @specifiedBy(url: 1)", Q + "scalar S @specifiedBy(uri: \"x\")",
        Q + "scalar S @specifiedBy(url: \"a\", url: \"b\")", Q + "scalar S @specifiedBy(url: \"a\") @specifiedBy(url: \"b\")", Q + "type T { a: Int @deprecated @deprecated }", Q + "type T { a: Int @deprecated(reason: 1) }", Q + "type T { a: Int @deprecated(reson: \"x\") }",
        Q + "directive @a on OBJECT type T @a @a { a: Int }", Q + "directive @a on OBJECT type T @a { a: Int } extend type T @a", Q + "directive @a(b: Int!, c: String!) on OBJECT type T @a { a: Int }", Q + "directive @a(b: I) on OBJECT type T @a(b: {c: 1, c: 2}) { a: Int } input I { c: Int }",
        Q + "directive @a(b: Int @foo, c: Int @deprecated(reason: 1)) on OBJECT", "schema @a { query: Query } directive @a on FIELD " + Q, "schema @a { query: Query } extend schema @a directive @a on SCHEMA " + Q, Q + "input I { a: I = {a: null, a: null} }",
        Q + "enum E { A @oneOf }", Q + "union U @a = Query directive @a on ENUM", Q + "input I @a { a: Int @b } directive @a on FIELD directive @b on INPUT_OBJECT", Q + "interface I @a { a(b: Int @c): Int @d } directive @a on OBJECT directive @c on FIELD directive @d on FIELD",
    ];

    private static string[] WrongTypes =>
    [
        "type T { a: Int }", "scalar Query", "schema { query: E } enum E { A }", "schema { mutation: Query } " + Q, "schema { query: Query mutation: I subscription: E } input I { a: Int } enum E { A } " + Q, "input Query { a: Int } input Mutation { a: Int }",
        Q + "type T", Q + "interface I", Q + "union U", Q + "enum E", Q + "input I", Q + "type T extend type T @a directive @a on OBJECT", Q + "type __T { a: Int }", Q + "type T { __a(__b: Int): Int }", Q + "enum E { __A }", Q + "input I { __a: Int }", Q + "directive @__a(__b: Int) on FIELD",
        Q + "type T { a: I } input I { a: Int }", Q + "type T { a(b: T): Int c(d: [T!]!): Int }", Q + "input I { a: Query b: [I2] } interface I2 { a: Int }", Q + "directive @a(b: Query) on FIELD",
        Q + "type T { a(b: Int! @deprecated): Int }", Q + "input I { a: Int! @deprecated(reason: \"x\") b: Int! = 1 @deprecated }", Q + "directive @a(b: Int! @deprecated) on FIELD", Q + "input I @oneOf { a: Int! b: Int = 1 }",
        Q + "type T implements Query { a: Int }", Q + "type T implements U { a: Int } union U = Query", Q + "interface I implements I { a: Int }", Q + "interface I { a: Int } type T implements I & I { a: Int }", Q + "interface I { a: Int } type T implements I { b: Int }",
        Q + "interface I { a: Int } type T implements I { a: String }", Q + "interface I { a: Int! } type T implements I { a: Int }", Q + "interface I { a: [Int] } type T implements I { a: Int }", Q + "interface I { a: Int } type T implements I { a: [Int] }", Q + "interface I { a: [I!] } type T implements I { a: [Query!] }",
        Q + "interface I { a(b: Int): Int } type T implements I { a: Int }", Q + "interface I { a(b: Int): Int } type T implements I { a(b: Int!): Int }", Q + "interface I { a: Int } type T implements I { a(b: Int!, c: Int! = 1, d: Int): Int }", Q + "interface I { a: U } union U = T | Query type T implements I { a: T } type S implements I { a: Int }",
        Q + "interface I { a: Int } interface J implements I { a: Int } type T implements J { a: Int }", Q + "interface I implements J { a: Int } interface J implements I { a: Int }", Q + "interface I { a: Int b: Int } extend interface I { c: Int } type T implements I { a: Int } extend type T { d: Int }",
        Q + "union U = Query | Query", Q + "union U = E | I enum E { A } input I { a: Int }", Q + "union U = Query extend union U = Query", Q + "union U = Int | U", Q + "input I { a: I! }", Q + "input A { b: B! } input B { c: C! } input C { a: A! b: B! }", Q + "input A { a: A! b: A! }",
        Q + "input I @oneOf { a: I! }",
    ];
}
