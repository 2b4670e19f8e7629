using System.Reflection;
using System.Text;
using System.Text.Json;

namespace LogiPilot.GraphQL.Building;

internal static class Naming
{
    public static string Field(Annotations said, MemberInfo member)
    {
        if (said.Get<GraphQLNameAttribute>(member) is { } given) return given.Name;
        var name = member.Name;
        if (member is MethodInfo)
        {
            if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal) && char.IsUpper(name[3])) name = name[3..];
            if (name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal)) name = name[..^5];
        }
        return Camel(name);
    }

    public static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static string Parameter(Annotations said, ParameterInfo parameter, MemberInfo? property = null) =>
        (said.Get<GraphQLNameAttribute>(parameter) ?? said.Get<GraphQLNameAttribute>(property))?.Name
        ?? Camel(parameter.Name!);

    public static string Type(Annotations said, Type type)
    {
        if (said.Get<GraphQLNameAttribute>(type) is { } given) return given.Name;
        var name = type.Name;
        // IPlace is the C# spelling of the interface Place.
        if (type.IsInterface && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1])) name = name[1..];
        return type.IsGenericType && name.IndexOf('`', StringComparison.Ordinal) is > 0 and var tick
            ? name[..tick] + "Of" + string.Join("And", type.GetGenericArguments().Select(argument => Type(said, argument)))
            : name;
    }

    /// <summary><c>StockOut</c> becomes <c>STOCK_OUT</c>.</summary>
    public static string EnumValue(string name)
    {
        if (name.Contains('_', StringComparison.Ordinal)) return name.ToUpperInvariant();
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }
}
