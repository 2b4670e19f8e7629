using System.Text.Json.Nodes;
using LogiPilot.GraphQL.Tests.Sample;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Execution;

public sealed class CoercionTests
{
    [Theory]
    [InlineData("", "nothing|null||False|Crime||||")]
    [InlineData("(text: null)", "null|null||False|Crime||||")]
    [InlineData("(numbers: 7)", "nothing|7||False|Crime||||")]
    [InlineData("(numbers: [-2147483648, 2147483647])", "nothing|-2147483648,2147483647||False|Crime||||")]
    [InlineData("(ratio: 3)", "nothing|null|3|False|Crime||||")]
    [InlineData("(ratio: 1.5e3, flag: true, genre: SCIENCE_FICTION)", "nothing|null|1500|True|ScienceFiction||||")]
    [InlineData("(big: 9223372036854775807)", "nothing|null||False|Crime|9223372036854775807|||")]
    [InlineData("(exact: 0.1000)", "nothing|null||False|Crime||0.1000||")]
    [InlineData("(at: \"2026-03-01T10:00:00.5+02:00\")", "nothing|null||False|Crime|||2026-03-01T08:00:00.5000000+00:00|")]
    [InlineData("(id: 5)", "nothing|null||False|Crime||||5")]
    [InlineData("(id: \"x\")", "nothing|null||False|Crime||||x")]
    public async Task A_literal_becomes_its_value(string arguments, string expected)
    {
        await using var server = new Server();
        Assert.Equal($$"""{"echo":"{{expected}}"}""", await server.Data($"{{ echo{arguments} }}"));
    }

    [Theory]
    [InlineData("$v: String", "text: $v", "{}", "nothing|null||False|Crime||||")]
    [InlineData("$v: String", "text: $v", """{"v":null}""", "null|null||False|Crime||||")]
    [InlineData("$v: String = \"d\"", "text: $v", "{}", "d|null||False|Crime||||")]
    [InlineData("$v: [Int!]", "numbers: $v", """{"v":5}""", "nothing|5||False|Crime||||")]
    [InlineData("$v: [Int!]", "numbers: $v", """{"v":[1,2]}""", "nothing|1,2||False|Crime||||")]
    [InlineData("$v: Int!", "numbers: [$v, 3]", """{"v":1.0}""", "nothing|1,3||False|Crime||||")]
    [InlineData("$v: Float", "ratio: $v", """{"v":2}""", "nothing|null|2|False|Crime||||")]
    [InlineData("$v: Genre!", "genre: $v", """{"v":"THRILLER"}""", "nothing|null||False|Thriller||||")]
    [InlineData("$v: Boolean = true", "flag: $v", "{}", "nothing|null||True|Crime||||")]
    [InlineData("$v: Long", "big: $v", """{"v":-9007199254740993}""", "nothing|null||False|Crime|-9007199254740993|||")]
    [InlineData("$v: Decimal", "exact: $v", """{"v":79228162514264337593543950335}""", "nothing|null||False|Crime||79228162514264337593543950335||")]
    [InlineData("$v: ID", "id: $v", """{"v":12}""", "nothing|null||False|Crime||||12")]
    [InlineData("$v: DateTime", "at: $v", """{"v":"2026-03-01T08:00:00Z"}""", "nothing|null||False|Crime|||2026-03-01T08:00:00.0000000+00:00|")]
    [InlineData("$v: DateTime", "at: $v", """{"v":"2026-03-01t10:00:00.5+02:00"}""", "nothing|null||False|Crime|||2026-03-01T08:00:00.5000000+00:00|")]
    public async Task A_variable_becomes_its_value(string definition, string argument, string variables, string expected)
    {
        await using var server = new Server();
        Assert.Equal($$"""{"echo":"{{expected}}"}""", await server.Data($"query({definition}) {{ echo({argument}) }}", variables));
    }

    [Theory]
    [InlineData("$v: Int!", "numbers: [$v]", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("$v: Int!", "numbers: [$v]", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("$v: Int!", "numbers: [$v]", """{"v":1.5}""", "Variable \"$v\" got invalid value 1.5; Int cannot represent non-integer value: 1.5")]
    [InlineData("$v: Int!", "numbers: [$v]", """{"v":"1"}""", "Variable \"$v\" got invalid value \"1\"; Int cannot represent non-integer value: \"1\"")]
    [InlineData("$v: Int!", "numbers: [$v]", """{"v":2147483648}""", "Variable \"$v\" got invalid value 2147483648; Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("$v: Int!", "numbers: [$v]", """{"v":1e400}""", "Variable \"$v\" got invalid value 1e400; Int cannot represent non-integer value: 1e400")]
    [InlineData("$v: [Int!]", "numbers: $v", """{"v":[1,null]}""", "Variable \"$v\" got invalid value null at \"v[1]\"; Expected non-nullable type \"Int!\" not to be null.")]
    [InlineData("$v: [Int!]", "numbers: $v", """{"v":{"a":1}}""", "Variable \"$v\" got invalid value { a: 1 }; Int cannot represent non-integer value: { a: 1 }")]
    [InlineData("$v: String", "text: $v", """{"v":true}""", "Variable \"$v\" got invalid value true; String cannot represent a non string value: true")]
    [InlineData("$v: Boolean!", "flag: $v", """{"v":1}""", "Variable \"$v\" got invalid value 1; Boolean cannot represent a non boolean value: 1")]
    [InlineData("$v: Genre!", "genre: $v", """{"v":"CRIM"}""", "Variable \"$v\" got invalid value \"CRIM\"; Value \"CRIM\" does not exist in \"Genre\" enum. Did you mean the enum value \"CRIME\"?")]
    [InlineData("$v: Genre!", "genre: $v", """{"v":1}""", "Variable \"$v\" got invalid value 1; Enum \"Genre\" cannot represent non-string value: 1.")]
    [InlineData("$v: DateTime", "at: $v", """{"v":"2026-03-01"}""", "Variable \"$v\" got invalid value \"2026-03-01\"; DateTime cannot represent a value that is not an RFC 3339 date-time with offset: \"2026-03-01\"")]
    [InlineData("$v: Long", "big: $v", """{"v":1e30}""", "Variable \"$v\" got invalid value 1e+30; Long cannot represent non 64-bit signed integer value: 1e+30")]
    public async Task A_wrong_variable_is_refused_in_the_words_of_graphql_js(string definition, string argument, string variables, string expected)
    {
        await using var server = new Server();
        var answer = JsonNode.Parse(await server.Json($"query({definition}) {{ echo({argument}) }}", variables))!;
        Assert.Equal(expected, Assert.Single(answer["errors"]!.AsArray())!["message"]!.GetValue<string>());
        Assert.Equal(ErrorCodes.BadInput, answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Null(answer["data"]);
    }

    [Fact]
    public async Task Every_mistake_in_an_input_object_is_named_with_its_place()
    {
        await using var server = new Server();
        var answer = await server.Json(
            "query($f: BookFilter) { books(filter: $f) { totalCount } }", """{"f":{"genres":["CRIME","X"],"txt":"a","maxPrice":"1","skip":null}}""");
        var messages = JsonNode.Parse(answer)!["errors"]!.AsArray().Select(error => error!["message"]!.GetValue<string>()).ToList();
        Assert.Equal(4, messages.Count);
        Assert.Contains(messages, message => message.Contains("at \"f.genres[1]\"; Value \"X\" does not exist in \"Genre\" enum.", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.Contains("Field \"txt\" is not defined by type \"BookFilter\". Did you mean \"text\"?", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.EndsWith("at \"f.maxPrice\"; Decimal cannot represent non numeric value: \"1\"", StringComparison.Ordinal));
        Assert.Contains(messages, message => message.EndsWith("at \"f.skip\"; Expected non-nullable type \"Int!\" not to be null.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "Ursula K. Le Guin|old")]
    [InlineData("""{"motto":null}""", "Ursula K. Le Guin|")]
    [InlineData("""{"motto":"new","name":"U"}""", "U|new")]
    public async Task An_optional_field_tells_absent_from_null(string given, string expected)
    {
        await using var server = new Server();
        server.Library.Authors[0] = server.Library.Authors[0] with { Motto = "old" };
        var input = JsonNode.Parse(given)!;
        input["id"] = Library.Ursula;
        await server.Data("mutation($i: EditAuthorInput!) { editAuthor(input: $i) { author { id } } }", $$"""{"i":{{input.ToJsonString()}}}""");
        Assert.Equal(expected, $"{server.Library.Authors[0].Name}|{server.Library.Authors[0].Motto}");
        var literal = string.Join(' ', input.AsObject().Select(pair => $"{pair.Key}: {pair.Value?.ToJsonString() ?? "null"}"));
        Assert.Contains("\"errors\":null", await server.Data($"mutation {{ editAuthor(input: {{ {literal} }}) {{ errors {{ __typename }} }} }}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"k":{}}""", "Exactly one key must be specified for OneOf type \"BookKey\".")]
    [InlineData("""{"k":{"title":null}}""", "Field \"title\" must be non-null.")]
    [InlineData("""{"k":{"title":"a","id":null}}""", "Exactly one key must be specified for OneOf type \"BookKey\".")]
    public async Task A_one_of_input_has_exactly_one_field(string variables, string expected)
    {
        await using var server = new Server();
        Assert.Contains(System.Text.Json.JsonEncodedText.Encode(expected, Server.Relaxed.Encoder).ToString(), await server.Json("query($k: BookKey!) { bookBy(key: $k) { id } }", variables), StringComparison.Ordinal);
        Assert.Equal("""{"bookBy":{"title":"Curtain"}}""", await server.Data("query($k: BookKey!) { bookBy(key: $k) { title } }", """{"k":{"title":"Curtain"}}"""));
    }

    [Fact]
    public async Task Nested_variables_in_literals_keep_the_defaults_of_absent_ones()
    {
        await using var server = new Server();
        const string query = "query($g: [Genre!], $s: Int = 1) { books(filter: { genres: $g, skip: $s }) { nodes { title } } }";
        Assert.Equal("""{"books":{"nodes":[{"title":"Curtain"},{"title":"Ghost"}]}}""", await server.Data(query));
        Assert.Equal("""{"books":{"nodes":[{"title":"Curtain"}]}}""", await server.Data(query, """{"g":["CRIME"],"s":0}"""));
        Assert.Equal("""{"books":{"nodes":[{"title":"Curtain"}]}}""", await server.Data("query($g: Genre!) { books(filter: { genres: [$g] }) { nodes { title } } }", """{"g":"CRIME"}"""));
    }
}
