namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>Documents of every form the grammar has, and of every mistake it refuses. Fuzzing mutates them.</summary>
public static class GrammarCorpus
{
    public static IReadOnlyList<string> All { get; } = [.. Executable, .. Values, .. Lexical, .. GrammarCorpusOfTypes.All];

    private static string[] Executable =>
    [
        "{a}", "{ a, b c,,, d }", "query { a }", "query Q { a }", "mutation M { a }", "subscription S { a }", "mutation { a }",
        "{ a { b { c { d } } } }", "{ alias: a }", "{ query mutation subscription fragment on true false null type extend }",
        "{ on: on(on: on) @on { on } }", "query query { a }", "query on { a }", "fragment query on on { a }", "{ true: null(false: true) }",
        "query ($a: Int) { a }", "query Q($a: Int, $b: [Int!]! = [1, 2] $c: T = {a: {b: [null]}} @d(e: 1) @f) { a }",
        "query Q(\"what it is\" $a: Int, $b: Int) { a }", "query Q(\"\"\"what\nit is\"\"\" $a: Int = 1 @d) @e { a }",
        "query Q($a: [[[Int!]!]!]!) @a @b(c: $a) @d(e: {f: $a}) { a }", "\"described\" query Q { a }", "\"\" query { a }",
        "\"\"\"\n  described\n    in lines\n\"\"\"\nmutation M($a: Int) { a }", "\"f\" fragment F on T { a }", "\"\"\"f\"\"\" fragment F on T @x { a }",
        "{ ...F }", "{ ...F @a @b(c: 1) }", "{ ... on T { a } }", "{ ... on T @a { a } }", "{ ... { a } }", "{ ... @include(if: $a) { a } }",
        "{ ...on { a } }", "{ ...onward ...one }", "fragment F on T { a }", "fragment F on T @a @b { ...G }\n\nfragment G on U { b }",
        "{ a(b: 1) }", "{ a(b: 1, c: $d e: [$f, {g: $h}]) }", "{ a @b }", "{ a @b(c: 1) @d { e } }", "{ a: b(c: \"d\") @e(f: \"g\") { h } }",
        "{ field(first: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaa\", second: \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\") }",
        "{ field(first: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaa\", second: \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\") }",
        "{ field(first: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaa\", second: \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\") }",
        "{ a { alias: field(first: \"aaaaaaaaaaaaaaaaaaaaaaaaa\", second: \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\") { b(c: 1) } } }",
        "{ a { b(c: \"\"\"\n one\n\n   two\n three\n\"\"\", d: \"\"\"x\"\"\") { e } } }", "{ a @b(c: \"\"\"\none\ntwo\n\"\"\") { d } }",
        "query Q($a: T = \"\"\"\none\ntwo\n\"\"\", $b: Int) { a }", "query Q($a: T @b(c: \"\"\"\n  one\n    two\n\"\"\")) { a }",
        "query A { a } query B { b } { c } mutation C { d }", "{ __typename }", "{ a(input: {}) b(input: []) }",
        // Mistakes.
        "", " ", "{", "}", "{}", "{ }", "{ a", "{ a }}", "{ a } }", "{ a { } }", "query", "query Q", "query Q {}", "query Q() { a }", "query Q($a) { a }",
        "query Q($a:) { a }", "query Q($a: Int = ) { a }", "query Q($a: Int = $b) { a }", "query Q($a: Int = [$]) { a }", "query Q($: Int) { a }",
        "query Q(a: Int) { a }", "query Q($a: Int!!) { a }", "query Q($a: [Int) { a }", "query Q($a: Int]) { a }", "query Q($a: []) { a }",
        "query Q($a: Int @b(c: $d)) { a }", "query Q($a: Int { a }", "query Q Q { a }", "query @a Q { a }", "query Q { a } b", "\"a\"", "\"a\" { a }",
        "\"a\" \"b\" query { a }", "\"a\" b", "\"a\" 1", "\"a\" 'b'", "{ \"a\" b }", "{ a() }", "{ a(b) }", "{ a(b:) }", "{ a(: 1) }", "{ a(b: 1 }",
        "{ a(b 1) }", "{ a(1: 1) }", "{ a: }", "{ : a }", "{ a: b: c }", "{ a:: b }", "{ @a }", "{ a @ }", "{ a @b() }", "{ a @1 }", "{ ... }", "{ ...on }",
        "{ ... on T }", "{ ... on }", "{ ... @a }", "{ ... on 1 { a } }", "{ ...on on { a } }", "{ ..F }", "{ .F }", "{ ....F }", "{ ... \"on\" { a } }",
        "fragment on on T { a }", "fragment \"on\" on T { a }", "fragment F { a }", "fragment F on T", "fragment F T { a }", "fragment F on { a }",
        "fragment F($a: Int) on T { a }", "fragment on T { a }", "fragment F on T {}", "fragment F on T @a(b: ) { a }", "fragment 1 on T { a }",
        "Query { a }", "foo", "1", "$a", "!", "[a]", "@a", ": a", "= a", "& a", "| a", "( a )", "... a", "{ a & b }", "{ a | b }", "{ a ! }", "{ a = b }",
    ];

    private static string[] Values =>
    [
        "{ a(b: 0 c: -0 d: 1 e: -1 f: 123456789012345678901234567890) }", "{ a(b: 0.0 c: -0.1 d: 1.5e3 e: 1E+3 f: 1e-3 g: 0e0 h: 1.0E10) }",
        "{ a(b: true c: false d: null e: ENUM f: truer g: nullable) }", "{ a(b: \"\" c: \"x\" d: \"\"\"\"\"\" e: \"\"\"x\"\"\") }",
        "{ a(b: [] c: [1] d: [1 2,3] e: [[[]]] f: [\"a\" [b {c: d}]]) }", "{ a(b: {} c: {d: 1} e: {f: {g: {h: []}} i: $j}) }", "{ a(b: {true: null null: true on: on}) }",
        "{ a(b: 00) }", "{ a(b: 01) }", "{ a(b: -) }", "{ a(b: -a) }", "{ a(b: +1) }", "{ a(b: 1.) }", "{ a(b: .1) }", "{ a(b: 1.a) }", "{ a(b: 1..2) }",
        "{ a(b: 1e) }", "{ a(b: 1e+) }", "{ a(b: 1ea) }", "{ a(b: 1.5.5) }", "{ a(b: 1.5e5.5) }", "{ a(b: 0x1F) }", "{ a(b: 1_000) }", "{ a(b: 1a) }",
        "{ a(b: 1é) }", "{ a(b: 1\"x\") }", "{ a(b: 1e5_) }", "{ a(b: --1) }", "{ a(b: 0-1) }", "{ a(b: -01) }", "{ a(b: 1$c) }", "{ a(b: [1) }", "{ a(b: {) }",
        "{ a(b: {c}) }", "{ a(b: {c:}) }", "{ a(b: {c: 1) }", "{ a(b: {1: 1}) }", "{ a(b: $) }", "{ a(b: $1) }", "{ a(b: @c) }", "{ a(b: ]) }", "{ a(b: }) }",
        "{ a(b: \"\\\" \\\\ \\/ \\b \\f \\n \\r \\t\") }", "{ a(b: \"\\u0041 \\u00e9 \\uFFFD \\u0000 \\u007F \\u009f\") }",
        "{ a(b: \"\\u{41} \\u{1F600} \\u{10FFFF} \\u{0} \\u{000041}\") }", "{ a(b: \"\\uD83D\\uDE00\") }", "{ a(b: \"naïve 推理 😀 \u0085\u2028\") }",
        "{ a(b: \"\\x\") }", "{ a(b: \"\\U0041\") }", "{ a(b: \"\\\") }", "{ a(b: \"\\\n\") }", "{ a(b: \"\\😀\") }", "{ a(b: \"\\u\") }", "{ a(b: \"\\u12\") }",
        "{ a(b: \"\\u12G4\") }", "{ a(b: \"\\uD83D\") }", "{ a(b: \"\\uD83D\\n\") }", "{ a(b: \"\\uD83D\\u0041\") }", "{ a(b: \"\\uDE00\") }", "{ a(b: \"\\uDE00\\uD83D\") }",
        "{ a(b: \"\\uD83D\\u{DE00}\") }", "{ a(b: \"\\u{}\") }", "{ a(b: \"\\u{D800}\") }", "{ a(b: \"\\u{110000}\") }", "{ a(b: \"\\u{1100001}\") }", "{ a(b: \"\\u{FFFFFFFF}\") }",
        "{ a(b: \"\\u{12\") }", "{ a(b: \"\\u{12G}\") }", "{ a(b: \"\\u{12 }\") }", "{ a(b: \"\\u{12345678}\") }", "{ a(b: \"\\u", "{ a(b: \"\\u{", "{ a(b: \"\\u{1", "{ a(b: \"\\uD83D\\u",
        "{ a(b: \"x) }", "{ a(b: \"x\ny\") }", "{ a(b: \"x\ry\") }", "{ a(b: \"\"\"x) }", "{ a(b: \"\"\"x\"\") }", "{ a(b: \"\"\"\") }", "{ a(b: 'x') }", "{ a(b: `x`) }",
    ];

    private static string[] Lexical =>
    [
        "\uFEFF{ a }", "{ a }\uFEFF", "{\uFEFFa }", "# comment\n{ a # more\n}", "{ a }# end", "#", "# 😀 {\r{ a }", "{ a }\n\n\n", "\t{\ta\t}\t", "\r\n{\r\n\ta\r\n\r}",
        "{\r\n  a\r\n  b }}", "{\r  a\r\r  b }}", "{\n\r  a }}", "\uFEFF  1", "{ a(b: \"\"\"\r\n x\r y\n z\"\"\") 1 }", "{ a(b: \"\"\"\n\n\"\"\") ' }", "{ a(b: \"😀\") 1 }",
        "# 😀\n{ a(b: \"😀 😀\") $ }", "{ a(b: \"\"\"x\r\ny\r\"\"\", c: \"\"\"\n\"\"\") }}", "{ a(b: \"\"\"x\n😀\u0007\"\"\") % }",
        "{ a \u0000 }", "{ a \u0007 }", "{ a \u000b }", "{ a \u00a0 }", "{ a é }", "{ é }", "{ aé }", "{ 😀 }", "{ \uD83D }", "{ \uDE00 }", "{ a(b: \"\uD83D\") }",
        "{ a(b: \"x\uDE00y\") }", "{ a(b: \"\"\"\nx\n \uD83D\"\"\") }", "# \uD83D\n{ a }", "# \uDE00", "{ a # \uD83Dx\n }", "{ % }", "{ ^ }", "{ ? }", "{ ; }", "{ a < b }", "{ a / b }", "{ \\a }",
        "{ a ' }", "{ 'a' }", "{ a \" }", "\"\"\"", "\"", "\"\"", "\"\"\"\"\"\"", "{ a.b }", "{ a..b }", "{ _ __ _1 a1 A_b }", "{ a-b }", "{ -a }", "{ 1a }",
        "{ a(b: \"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n  \"\"\") }", "{ a(b: \"\"\" x \"\"\", c: \"\"\"\tx\ny\"\"\") }",
        "{ a(b: \"\"\"x \\\"\"\" y\"\"\", c: \"\"\"\\\"\"\"\"\"\", d: \"\"\"x\\\"\"\"\"\"\") }", "{ a(b: \"\"\"x\\\\\"\"\", c: \"\"\"\\n \\u0041 \\\"\"\"\") }",
        "{ a(b: \"\"\"x\"\"\"\") }", "{ a(b: \"\"\"x\" \"\"\", c: \"\"\"x\"\n\"\"\") }", "{ a(b: \"\"\"   \n \t \n\"\"\") }", "{ a(b: \"\"\"\n  x\n y\n\tz\n   \n\"\"\") }",
        "{ a(b: \"\"\"  x\n    y\"\"\") }", "{ a(b: \"\"\"x\n  y\n  z\"\"\") { c(d: \"\"\"x\n\n\n  y\"\"\") } }",
        "{ a(b: \"\"\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"\"\") }", "{ a(b: \"\"\" aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"\"\") }",
    ];
}
