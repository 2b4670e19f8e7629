using LogiPilot.GraphQL.Language;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Language;

/// <summary>The lexer looks at a text in blocks; what is read must not depend on where they begin and end.</summary>
public sealed class BlocksOfTextTests
{
    private const int TwoBlocks = 130;

    [Fact]
    public void Tokens_are_read_alike_wherever_a_block_ends()
    {
        var name = new string('n', 70);
        var text = $"query {name}($v:[Int!]=[-1.5e3,20]){{a:b(s:\"x y {{\",t:\"\"\"p \"q\" \r\n r\"\"\")@skip(if:$v)...F #c }} \"\r\n ...on T{{_1 {name}{name}}}}}";
        var expected = SyntaxPrinter.Print(Parser.Parse(text));
        foreach (var blank in new[] { " ", ",", "\n", "\uFEFF", "#\n" })
            for (var length = 0; length < TwoBlocks; length++)
            {
                var padding = string.Concat(Enumerable.Repeat(blank, length));
                Assert.Equal(expected, SyntaxPrinter.Print(Parser.Parse(padding + text)));
                Assert.Equal(expected, SyntaxPrinter.Print(Parser.Parse(text.Replace("{", "{" + padding, StringComparison.Ordinal).Replace("\"x y {" + padding, "\"x y {", StringComparison.Ordinal))));
            }
    }

    [Fact]
    public void Documents_of_every_length_end_where_they_end()
    {
        for (var length = 1; length < TwoBlocks; length++)
        {
            var field = new string('f', length);
            var document = Parser.Parse($"{{{field}}}");
            Assert.Equal(field, Assert.IsType<FieldNode>(Assert.Single(((OperationNode)document.Definitions[0]).SelectionSet.Selections)).Name);
            var mistake = Assert.Throws<GraphQLException>(() => Parser.Parse($"{{{field}"));
            Assert.Equal([new(1, length + 2)], mistake.Locations);
            Assert.Equal("Syntax Error: Expected Name, found <EOF>.", mistake.Message);
        }
    }

    // The lower byte of each is a letter, a digit, a space or a line's end.
    [Theory]
    [InlineData('\u8141')]
    [InlineData('\u0161')]
    [InlineData('\uFF31')]
    [InlineData('\u2020')]
    [InlineData('\u010A')]
    public void A_character_beyond_a_byte_is_neither_name_nor_blank(char c)
    {
        for (var length = 0; length < TwoBlocks; length++)
        {
            var mistake = Assert.Throws<GraphQLException>(() => Parser.Parse($"{new string(' ', length)}{{ab{c}d{new string(' ', TwoBlocks - length)}}}"));
            Assert.Equal([new(1, length + 4)], mistake.Locations);
            Assert.Equal($"Syntax Error: Unexpected character: U+{(int)c:X4}.", mistake.Message);
        }
    }
}
