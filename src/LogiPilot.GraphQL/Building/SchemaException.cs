using System.Reflection;

namespace LogiPilot.GraphQL;

/// <summary>The annotated C# does not make a schema; the message names type and member and says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message)
{
    internal static SchemaException At(MemberInfo member, string mistake) => new($"{Place(member)}: {mistake}");

    internal static string Place(MemberInfo member) =>
        member is Type type ? type.FullName ?? type.Name : $"{member.DeclaringType?.FullName}.{member.Name}";
}
