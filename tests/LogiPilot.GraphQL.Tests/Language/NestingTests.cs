using LogiPilot.GraphQL.Language;
using Xunit;

namespace LogiPilot.GraphQL.Tests.Language;

public sealed class NestingTests
{
    private const int SmallStack = 256 * 1024;
    private static readonly ParserLimits Boundless = new(int.MaxValue, int.MaxValue, int.MaxValue);

    [Theory]
    [InlineData("", "{a", "}")]
    [InlineData("{", "...{", "}")]
    [InlineData("{a(b:", "[", "]")]
    [InlineData("{a(b:", "{c:", "}")]
    [InlineData("query($a:", "[", "]")]
    [InlineData("type T{a:", "[", "]")]
    [InlineData("type T{a(b:Int=", "[{c:", "}]")]
    public void What_nests_100_000_deep_is_refused_and_no_stack_overflows(string start, string open, string close)
    {
        var document = $"{start}{Repeat(open, 100_000)}{Repeat(close, 100_000)}";
        foreach (var stack in (int[])[SmallStack, 1024 * 1024])
        {
            Assert.Equal(ErrorCodes.Limit, On(stack, () => Refusal(() => Parser.Parse(document, Boundless))));
            Assert.Equal(ErrorCodes.Limit, On(stack, () => Refusal(() => Parser.Parse(document, ParserLimits.None))));
        }
    }

    [Fact]
    public void A_document_too_deep_for_the_stack_of_a_thread_is_not_printed_on_it()
    {
        var document = On(8 * 1024 * 1024, () => Parser.Parse($"{Repeat("{a", 1_990)}{Repeat("}", 1_990)}", ParserLimits.None));
        Assert.StartsWith("{\n  a {\n    a {", On(8 * 1024 * 1024, () => SyntaxPrinter.Print(document)), StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.Limit, On(SmallStack, () => Refusal(() => SyntaxPrinter.Print(document))));
        Assert.Null(On(SmallStack, () => Refusal(() => Parser.Parse($"{Repeat("{a", 150)}{Repeat("}", 150)}"))));
    }

    private static string? Refusal(Func<object> read)
    {
        try
        {
            read();
            return null;
        }
        catch (GraphQLException refused)
        {
            return refused.Code;
        }
    }

    private static T On<T>(int stack, Func<T> read)
    {
        T answer = default!;
        var thread = new Thread(() => answer = read(), stack);
        thread.Start();
        thread.Join();
        return answer;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
