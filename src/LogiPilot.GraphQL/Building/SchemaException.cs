using System.Reflection;

namespace LogiPilot.GraphQL;

/// <summary>
/// The annotated C# does not make a schema; the message names type and member and says what to do. Or a schema document is none; then
/// <see cref="Errors"/> has each mistake with its place.
/// </summary>
public sealed class SchemaException(string message) : Exception(message)
{
    /// <summary>The mistakes of a schema document.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; private init; } = [];

    internal static SchemaException In(IReadOnlyList<GraphQLError> errors) =>
        new(string.Join("\n\n", errors.Select(error => string.Join(" ", error.Locations.Select(at => $"({at.Line}:{at.Column})").Prepend(error.Message)))))
        {
            Errors = errors,
        };

    internal static SchemaException At(MemberInfo member, string mistake) => new($"{Place(member)}: {mistake}");

    internal static string Place(MemberInfo member) =>
        member is Type type ? type.FullName ?? type.Name : $"{member.DeclaringType?.FullName}.{member.Name}";
}
