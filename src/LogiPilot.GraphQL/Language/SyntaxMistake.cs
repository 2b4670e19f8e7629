namespace LogiPilot.GraphQL.Language;

internal static class SyntaxMistake
{
    public static GraphQLException At(SourceLocation location, string message) =>
        new($"Syntax Error: {message}", ErrorCodes.Syntax) { Locations = [location] };
}
