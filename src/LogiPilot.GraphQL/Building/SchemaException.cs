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
        member is Type type ? Name(type, type.FullName) : $"{(member.DeclaringType is { } owner ? Name(owner, owner.FullName) : null)}.{member.Name}";

    /// <summary>A type as C# writes it: <c>EventTopic&lt;Order&gt;</c>.</summary>
    internal static string Name(Type type) => Name(type, type.Name);

    private static string Name(Type type, string? name)
    {
        name ??= type.Name;
        return type.IsGenericType && name.IndexOf('`', StringComparison.Ordinal) is > 0 and var tick
            ? $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : name;
    }
}
