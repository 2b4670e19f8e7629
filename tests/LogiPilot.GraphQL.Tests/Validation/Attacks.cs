using System.Globalization;
using System.Text.Json;

namespace LogiPilot.GraphQL.Tests.Validation;

/// <summary>A request made to cost much, and the code it has to be refused with; null where it is answered, for it costs little.</summary>
public sealed record Attack(string Name, string? Code, string Document, string? Variables = null)
{
    private JsonElement? _json;

    public JsonElement Json => _json ??= Variables is null ? default : JsonDocument.Parse(Variables).RootElement;
}

/// <summary>The attacks known of GraphQL servers, on the sample library.</summary>
public static class Attacks
{
    private const string Limit = ErrorCodes.Limit;
    private const string Syntax = ErrorCodes.Syntax;
    private const string Validation = ErrorCodes.Validation;
    private const string BadInput = ErrorCodes.BadInput;

    public static IEnumerable<Attack> All => [.. Sizes, .. Fragments, .. Overlaps, .. Values, .. Mistakes, .. Introspection, .. Variables];

    private static string Many(int count, Func<int, string> each) => string.Concat(Enumerable.Range(0, count).Select(each));

    private static string Many(int count, string each) => string.Concat(Enumerable.Repeat(each, count));

    private static IEnumerable<Attack> Sizes =>
    [
        new("tokens", Limit, "{" + Many(30_000, " a") + "}"),
        new("length", Limit, "{ version } #" + new string('x', 100_000)),
        new("aliases", Limit, "{" + Many(101, i => $" a{i}: version") + "}"),
        new("aliases, as many as fit", Limit, "{" + Many(6_000, i => $" a{i}:version") + "}"),
        new("deep fields", Limit, "{ allBooks { " + Many(40, "author { books { ") + "id" + new string('}', 82)),
        new("deeper fields than parsed", Limit, Many(300, "{a")),
        new("deep inline fragments", Limit, "{" + Many(198, "...{") + "version" + new string('}', 199) + " fragment F on Book {" + Many(199, "...{") + "id" + new string('}', 200) + " {...F}" + Many(300, " {a")),
        new("deep list literal", Limit, "{ echo(numbers: " + new string('[', 5_000) + new string(']', 5_000) + ") }"),
        new("deep object literal", Limit, "{ books(filter: " + Many(3_000, "{a:") + "1" + new string('}', 3_000) + ") { totalCount } }"),
        new("deep type", Limit, "query($a: " + new string('[', 5_000) + "Int" + new string(']', 5_000) + ") { version }"),
        new("root fields", Limit, "{" + Many(101, " version") + "}"),
        new("one field 9,000 times", Limit, "{ allBooks {" + Many(9_000, " id") + " ...F } } fragment F on Book {" + Many(9_000, " id") + "}"),
        new("one field 50,000 times", Limit, "{" + Many(50_000, "id ") + "}"),
        new("operations", Limit, Many(3_000, i => $"query Q{i} {{version}} ")),
        new("variables", Limit, $"query({Many(4_000, i => $"$a{i}:Int")}) {{ version }}"),
        new("directives on one field", Limit, $"{{ version {Many(3_000, " @skip(if:false)")} }}"),
        new("unknown directives on one field", Limit, $"{{ version {Many(9_000, " @a")} }}"),
        new("directives on many fields", Limit, $"{{ allBooks {{{Many(1_500, " id @include(if: true)")}}} }}"),
        new("directives on variables", Limit, $"query({Many(100, i => $"$a{i}: Int {Many(60, "@a ")}")}) {{ version }}"),
    ];

    private static IEnumerable<Attack> Fragments =>
    [
        new("fragment that spreads itself", Validation, "{ allBooks { ...F } } fragment F on Book { ...F }"),
        new("fragments that spread each other", Validation, "{ allBooks { ...A } } fragment A on Book { author { books { ...B } } } fragment B on Book { ...A }"),
        new("short cycle met in many ways", Validation, "{ allBooks { ...A } } fragment A on Book { author { books { ...A } books { ...A } } requiredAuthor { books { ...A } books { ...A } } }"),
        new("long cycle of fragments", Limit, "{ allBooks { ...F0 } }" + Many(480, i => $" fragment F{i} on Book {{ ...F{(i + 1) % 480} }}")),
        new("fragments that all spread each other", Limit, "{ allBooks { ...F0 } }" + Many(60, i => $" fragment F{i} on Book {{ id {Many(60, j => $"...F{j} ")} }}")),
        new("fragments that double", Limit, "{ allBooks { ...F0 } }" + Many(40, i => $" fragment F{i} on Book {{ ...F{i + 1} ...F{i + 1} }}") + " fragment F40 on Book { id }"),
        new("fragments that double below fields", Limit, "{ allBooks { ...F0 } }" + Many(14, i => $" fragment F{i} on Book {{ a: author {{ books {{ ...F{i + 1} }} }} b: author {{ books {{ ...F{i + 1} }} }} }}") + " fragment F14 on Book { id }"),
        new("chain of fragments", Limit, "{ allBooks { ...F0 } }" + Many(490, i => $" fragment F{i} on Book {{ ...F{i + 1} }}") + " fragment F490 on Book { id }"),
        new("chain of fragments from its end", Limit, Many(490, i => $" fragment F{489 - i} on Book {{ ...F{490 - i} }}") + " fragment F490 on Book { id } { allBooks { ...F0 } }"),
        new("unused fragments", Limit, "{ version }" + Many(2_500, i => $" fragment F{i} on Book {{id}}")),
        new("unused fragments, as many as fit", Validation, "{ version }" + Many(499, i => $" fragment F{i} on Book {{id}}")),
        new("one large fragment in many operations", Limit, Many(400, i => $"query Q{i}($a: Int!) {{ ...F }} ") + $"fragment F on Query {{ echo(numbers: [{Many(2_000, "$a ")}]) }}"),
        new("spread 9,000 times", null, "{ allBooks {" + Many(9_000, "...F ") + "} } fragment F on Book { id }"),
    ];

    private static IEnumerable<Attack> Overlaps =>
    [
        new("same object 3,000 times", null, "{ allBooks {" + Many(3_000, " author { name }") + "} }"),
        new("same fields nested in themselves", null, "{ allBooks { author {" + Many(3, "books { author { name ...F ") + new string('}', 6) + "} } } fragment F on Author { books { author { name motto } } name }"),
        new("conflicts of many names", Validation, "{ allBooks {" + Many(48, i => $" x{i}: id x{i}: title") + "} }"),
        new("conflicts of one name", Validation, "{ allBooks {" + Many(50, " x: id x: title") + "} }"),
        new("conflicts in subfields of many", Validation, "{ allBooks {" + Many(45, " author { x: id } author { x: name }") + "} }"),
        new("one conflict among equals", Validation, "{ allBooks {" + Many(2_000, " author { name }") + " author: id } }"),
        new("one conflict in a fragment after equals", Limit, "{ allBooks {" + Many(2_000, " author { name }") + " ...F } } fragment F on Book { author: id }"),
        new("fragments of equal fields", null, "{ allBooks {" + Many(300, i => $" ...F{i}") + "} }" + Many(300, i => $" fragment F{i} on Book {{ author {{ name books {{ id }} }} }}")),
        new("interfaces beside objects", null, "{ named {" + Many(1_000, " name ...on Author { name } ...on Shop { name }") + "} }"),
        new("arguments in another order each time", null, "{ " + Many(90, i => i % 2 == 0 ? " echo(text: \"a\", flag: true, big: 1)" : " echo(big: 1, text: \"a\", flag: true)") + "}"),
    ];

    private static IEnumerable<Attack> Values =>
    [
        new("int of 90,000 digits", Validation, $"{{ echo(numbers: {new string('9', 90_000)}) }}"),
        new("long of 90,000 digits", Validation, $"{{ echo(big: {new string('9', 90_000)}) }}"),
        new("float of 90,000 digits", Validation, $"{{ echo(ratio: {new string('9', 90_000)}.5) }}"),
        new("float with a huge exponent", Validation, "{ echo(ratio: 1e999999999999) }"),
        new("decimal with a huge exponent", Validation, "{ echo(exact: 1e999999999) }"),
        new("decimal of 90,000 digits", Validation, $"{{ echo(exact: 0{new string('.', 1)}{new string('9', 90_000)}e999) }}"),
        new("int where a string is expected", Validation, $"{{ echo(text: {new string('9', 90_000)}) }}"),
        new("string of 90,000 characters", null, $"{{ echo(text: \"{new string('x', 90_000)}\") }}"),
        new("string of escapes", null, $"{{ echo(text: \"{Many(16_000, "\\u0041")}\") }}"),
        new("string of escaped pairs", null, $"{{ echo(text: \"{Many(8_000, "\\uD83D\\uDE00")}\") }}"),
        new("string of broken escapes", Syntax, $"{{ echo(text: \"{Many(16_000, "\\u{0}")}\\uD800\") }}"),
        new("block string of lines", null, $"{{ echo(text: \"\"\"{Many(40_000, "\n ")}\"\"\") }}"),
        new("block string of quotes", null, $"{{ echo(text: \"\"\"{Many(20_000, "\\\"\"\"")} \"\"\") }}"),
        new("name of 90,000 characters", Validation, $"{{ {new string('x', 90_000)} }}"),
        new("commas and comments", Syntax, new string(',', 50_000) + Many(20_000, "#\n")),
        new("byte order marks", Syntax, new string('\uFEFF', 90_000)),
        new("zero characters", Syntax, "{ a" + new string('\0', 90_000)),
        new("list of 15,000 numbers", null, $"{{ echo(numbers: [{Many(15_000, "1 ")}]) }}"),
        new("object of 5,000 unknown fields", Validation, $"{{ books(filter: {{{Many(4_500, i => $"genre{i}: 1 ")}}}) {{ totalCount }} }}"),
        new("object of one field 4,500 times", Validation, $"{{ books(filter: {{{Many(4_500, "text: 1 ")}}}) {{ totalCount }} }}"),
        new("one argument 4,500 times", Validation, $"{{ echo({Many(4_500, "text: \"\" ")}) }}"),
    ];

    private static IEnumerable<Attack> Mistakes =>
    [
        new("10,000 unknown fields", Validation, "{ allBooks {" + Many(9_900, i => $" titl{i}") + "} }"),
        new("unknown fields with long names", Validation, "{ allBooks {" + Many(900, i => $" {new string('t', 99)}{i}") + "} }"),
        new("unknown arguments", Validation, "{ echo(" + Many(4_500, i => $"tex{i}: 1 ") + ") }"),
        new("unknown types", Validation, "query(" + Many(490, i => $"$a{i}: Boo{i} ") + ") { version }"),
        new("unknown enum values", Validation, "{ books(filter: { genres: [" + Many(9_000, i => $"CRIM{i} ") + "] }) { totalCount } }"),
        new("unknown fragments", Validation, "{ allBooks {" + Many(9_000, i => $" ...F{i}") + "} }"),
        new("undefined variables", Validation, "{ echo(numbers: [" + Many(6_000, i => $"$a{i} ") + "]) }"),
        new("impossible fragments", Validation, "{ allBooks {" + Many(3_000, "...on Author{id}") + "} }"),
    ];

    private static IEnumerable<Attack> Introspection =>
    [
        new("introspection of fields of types of fields", Validation, "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }"),
        new("introspection through fragments", Validation, "{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { type { ...V } } } fragment V on __Type { possibleTypes { interfaces { name } } }"),
        new("introspection in a circle", Validation, "{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...T } } }"),
        new("introspection many times", Validation, "{ " + Many(90, i => $" a{i}: __type(name: \"Book\") {{ fields {{ type {{ interfaces {{ possibleTypes {{ name }} }} }} }} }}") + "}"),
    ];

    private static IEnumerable<Attack> Variables =>
    [
        new("list of a million numbers", Limit, "query($a: [Int!]) { echo(numbers: $a) }", $"{{\"a\":[{Many(999_999, "1,")}1]}}"),
        new("list of 60,000 mistakes", BadInput, "query($a: [Int!]) { echo(numbers: $a) }", $"{{\"a\":[{Many(59_999, "\"x\",")}1]}}"),
        new("a million variables", Limit, $"query({Many(400, i => $"$a{i}:Int")}) {{ echo(numbers: [{Many(400, i => $"$a{i} ")}]) }}".Replace(":Int", ":Int!", StringComparison.Ordinal), $"{{{Many(999_999, i => string.Create(CultureInfo.InvariantCulture, $"\"v{i}\":1,"))}\"v\":1}}"),
        new("object of a million properties", Limit, "query($a: BookFilter) { books(filter: $a) { totalCount } }", $"{{\"a\":{{{Many(999_999, i => string.Create(CultureInfo.InvariantCulture, $"\"v{i}\":1,"))}\"v\":1}}}}"),
        new("object of 1,000 unknown properties", BadInput, "query($a: BookFilter) { books(filter: $a) { totalCount } }", $"{{\"a\":{{{Many(990, i => $"\"genre{i}\":1,")}\"v\":1}}}}"),
        new("deep lists", BadInput, "query($a: [Int!]) { echo(numbers: $a) }", $"{{\"a\":{new string('[', 60)}{new string(']', 60)}}}"),
        new("string of a million characters", BadInput, "query($a: UUID!) { book(id: $a) { id } }", $"{{\"a\":\"{new string('x', 1_000_000)}\"}}"),
        new("number of a million digits", BadInput, "query($a: Int!) { echo(numbers: [$a]) }", $"{{\"a\":{new string('9', 1_000_000)}}}"),
        new("decimal of a million digits", BadInput, "query($a: Decimal!) { echo(exact: $a) }", $"{{\"a\":{new string('9', 1_000_000)}}}"),
        new("enum value of a million characters", BadInput, "query($a: Genre!) { echo(genre: $a) }", $"{{\"a\":\"{new string('C', 1_000_000)}\"}}"),
    ];
}
