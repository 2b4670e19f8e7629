using System.Reflection;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    /// <summary>What a resolver takes: where each parameter comes from, what stands in each slot, and the arguments a client gives.</summary>
    private sealed record Taken(ParameterSource[] Sources, IReadOnlyList<ResolverParameter> Slots, IReadOnlyList<InputValue> Arguments)
    {
        public static readonly Taken Nothing = new([], [], []);
    }

    private Taken Parameters(MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (parameters.Length == 0) return Taken.Nothing;
        var slots = new List<ResolverParameter>(parameters.Length);
        var arguments = new List<InputValue>(parameters.Length);
        var sources = new ParameterSource[parameters.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            var parameter = parameters[i];
            var kind = KindOf(parameter, method);
            if (kind != SourceKind.Argument)
            {
                sources[i] = new(kind, parameter.ParameterType);
                continue;
            }
            sources[i] = new(SourceKind.Argument, parameter.ParameterType, slots.Count);
            if (parameter.ParameterType == typeof(PageRequest))
            {
                var page = PageArguments(method);
                arguments.AddRange(page.Arguments);
                slots.Add(page);
            }
            else if (Directives(parameter, method) is { } directives)
            {
                slots.Add(directives);
            }
            else
            {
                var argument = MakeArgument(parameter, method);
                arguments.Add(argument);
                slots.Add(new ArgumentParameter(argument));
            }
        }
        RefuseTwins(arguments, "arguments", method);
        return new(sources, slots, arguments);
    }

    private static void RefuseTwins(List<InputValue> values, string what, MemberInfo where)
    {
        if (values.Count < 2) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
            if (!seen.Add(value.Name)) throw Twins(what, value.Name, where);
    }

    private static SchemaException Twins(string what, string name, MemberInfo where) =>
        SchemaException.At(where, $"two of its {what} are called \"{name}\". Rename one or give it [GraphQLName].");

    private SourceKind KindOf(ParameterInfo parameter, MemberInfo member)
    {
        var type = parameter.ParameterType;
        if (type.IsByRef) throw SchemaException.At(member, $"the parameter \"{parameter.Name}\" cannot be ref, in or out.");
        if (_scalars.ContainsKey(type) && !_said.Has<ServiceAttribute>(parameter) && !_said.Has<ParentAttribute>(parameter)) return SourceKind.Argument;
        if (_said.Has<ParentAttribute>(parameter)) return SourceKind.Parent;
        if (type == typeof(CancellationToken)) return SourceKind.CancellationToken;
        if (type == typeof(ResolverContext)) return SourceKind.Context;
        if (type == typeof(HttpContext)) return ClrShape.Taken(_said, parameter).Nullable ? SourceKind.HttpContext : SourceKind.RequiredHttpContext;
        if (_said.HasOther<FromKeyedServicesAttribute>(parameter))
            throw SchemaException.At(member, $"the parameter \"{parameter.Name}\" asks for a keyed service. Take an IServiceProvider and ask it with the key.");
        if (type == typeof(System.Security.Claims.ClaimsPrincipal)) return SourceKind.User;
        if (type == typeof(IServiceProvider)) return SourceKind.Services;
        if (type == typeof(PageRequest)) return SourceKind.Argument;
        if (typeof(DataLoader).IsAssignableFrom(type))
        {
            RefuseLoader(type, parameter, member);
            return SourceKind.Loader;
        }
        // What the library is fed by is never an argument, registered or not.
        var isSaid = _said.Has<ServiceAttribute>(parameter) || _said.HasOther<FromServicesAttribute>(parameter)
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EventTopic<>));
        if (!isSaid && (IsPlainInput(type) || !(type.IsInterface || type.IsAbstract || _isService?.Invoke(type) == true))) return SourceKind.Argument;
        if (ClrShape.Taken(_said, parameter).Nullable) return SourceKind.OptionalService;
        if (_isService?.Invoke(type) == false)
        {
            throw SchemaException.At(member, isSaid || type.IsInterface
                ? $"the parameter \"{parameter.Name}\" asks for the service {SchemaException.Name(type)}, which is not registered. Register it, or say {SchemaException.Name(type)}? where there may be none."
                : $"the parameter \"{parameter.Name}\" is of the abstract type {SchemaException.Name(type)}, which is no registered service and cannot be an input. Register it, or take a record.");
        }
        return SourceKind.Service;
    }

    private void RefuseLoader(Type type, ParameterInfo parameter, MemberInfo member)
    {
        if (type.IsAbstract)
            throw SchemaException.At(member, $"the parameter \"{parameter.Name}\" is of the abstract type {type.Name}. Take the data loader that derives from it.");
        var constructors = type.GetConstructors();
        if (constructors.Length != 1)
            throw SchemaException.At(type, $"a data loader needs one public constructor, whose parameters are services; it has {constructors.Length}.");
        if (_isService is not { } isService) return;
        foreach (var needed in constructors[0].GetParameters())
            if (!needed.HasDefaultValue && !isService(needed.ParameterType))
                throw SchemaException.At(type, $"its constructor takes \"{needed.Name}\" of type {SchemaException.Name(needed.ParameterType)}, which is not registered. Register it, or give the parameter a default.");
    }

    private bool IsPlainInput(Type type)
    {
        type = System.Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type.IsArray || type.IsValueType || _scalars.ContainsKey(type)
            || (type.IsGenericType && typeof(System.Collections.IEnumerable).IsAssignableFrom(type));
    }
}
