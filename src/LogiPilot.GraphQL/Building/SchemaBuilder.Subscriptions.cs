using System.Reflection;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    /// <summary>A field of the events' type: resolved, it is the event; subscribed to, it is what gives the events.</summary>
    private FieldDefinition MakeSubscription(MemberInfo member)
    {
        if (member is not MethodInfo method) throw SchemaException.At(member, "a subscription must be a method that returns IAsyncEnumerable<T>.");
        var name = Naming.Field(_said, member);
        RefuseName(name, member);
        var stream = ClrShape.Returned(_said, member).WithoutTask;
        if (!stream.Is(typeof(IAsyncEnumerable<>)))
            throw SchemaException.At(member, $"a subscription must return IAsyncEnumerable<T>, or a task of it, where T is an event; this returns {SchemaException.Name(method.ReturnType)}.");
        var (sources, parameters, arguments) = Parameters(method);
        if (sources.Any(source => source.Kind == SourceKind.Loader))
            throw SchemaException.At(member, "a subscription takes no data loader, whose batches belong to one answer. Load in the fields of the event, or take a service.");
        return new(name, TypeSaid(member, member, isInput: false) ?? Output(stream.Arguments[0], member, name))
        {
            Description = _said.Description(member),
            Documentation = _documentation.Of(member),
            DeprecationReason = _said.Deprecation(member),
            Member = member,
            Arguments = arguments,
            Resolver = new MadeResolver(() => static (parent, _, _) => parent) { Parameters = parameters },
            Source = new(name, new NonNullType(_scalars[typeof(bool)]))
            {
                Member = member,
                Arguments = arguments,
                Resolver = new MadeResolver(() => ResolverCompiler.Subscribe(member, sources)) { Parameters = parameters },
            },
        };
    }
}
