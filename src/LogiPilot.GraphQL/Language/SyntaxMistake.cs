namespace LogiPilot.GraphQL.Language;

internal static class SyntaxMistake
{
    public static GraphQLException At(int start, ReadOnlySpan<char> source, string message) =>
        new($"Syntax Error: {message}", ErrorCodes.Syntax) { Locations = [new LineTable(source).LocationOf(start)] };
}
