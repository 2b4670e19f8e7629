using System.Linq.Expressions;
using System.Reflection;
using LogiPilot.GraphQL.Execution;
using LogiPilot.GraphQL.Subscriptions;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal enum SourceKind
{
    Argument,
    Parent,
    Service,
    OptionalService,
    Loader,
    CancellationToken,
    Context,
    HttpContext,
    RequiredHttpContext,
    User,
    Services,
}

/// <summary>Where a parameter of a resolver comes from; <paramref name="Slot"/> counts those that come from arguments.</summary>
internal readonly record struct ParameterSource(SourceKind Kind, Type Type, int Slot = -1);

/// <summary>Compiles methods and properties into the delegates the executor calls.</summary>
internal static class ResolverCompiler
{
    private static readonly ParameterExpression Parent = Expression.Parameter(typeof(object), "parent");
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(ResolverContext), "context");
    private static readonly ParameterExpression Arguments = Expression.Parameter(typeof(object?[]), "arguments");
    private static readonly ParameterExpression Buffer = Expression.Parameter(typeof(ResponseBuffer), "buffer");

    public static ResolveDelegate Resolve(MemberInfo member, ParameterSource[] sources, bool gathered)
    {
        var call = Call(member, sources, gathered);
        Expression result = call.Type.IsGenericType ? call.Type.GetGenericTypeDefinition() switch
        {
            var type when type == typeof(Task<>) => Later(call, call.Type.GetGenericArguments()[0], nameof(Hole.Of), nameof(AsyncItems.Later)),
            var type when type == typeof(ValueTask<>) => Later(call, call.Type.GetGenericArguments()[0], nameof(Hole.OfValue), nameof(AsyncItems.LaterValue)),
            var type when type == typeof(IAsyncEnumerable<>) => Expression.Call(typeof(AsyncItems), nameof(AsyncItems.Of), call.Type.GetGenericArguments(), call, Context),
            _ => Expression.Convert(call, typeof(object)),
        } : Expression.Convert(call, typeof(object));
        return Expression.Lambda<ResolveDelegate>(result, Parent, Context, Arguments).Compile();
    }

    private static MethodCallExpression Later(Expression call, Type result, string value, string items) =>
        result.IsGenericType && result.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            ? Expression.Call(typeof(AsyncItems), items, result.GetGenericArguments(), call, Context)
            : Expression.Call(typeof(Hole), value, [result], call, Context);

    /// <summary>Calls the method of a subscription and hands the events it returns to the run.</summary>
    public static ResolveDelegate Subscribe(MemberInfo member, ParameterSource[] sources)
    {
        var call = Call(member, sources, gathered: false);
        var definition = call.Type.GetGenericTypeDefinition();
        var found = definition == typeof(Task<>) ? nameof(EventSource.FoundLater)
            : definition == typeof(ValueTask<>) ? nameof(EventSource.FoundValueLater)
            : nameof(EventSource.Found);
        var events = found == nameof(EventSource.Found) ? call.Type : call.Type.GetGenericArguments()[0];
        var body = Expression.Call(typeof(EventSource), found, events.GetGenericArguments(), call, Context);
        return Expression.Lambda<ResolveDelegate>(body, Parent, Context, Arguments).Compile();
    }

    public static LeafDelegate Leaf(MemberInfo member, ParameterSource[] sources, ILeafWriter writer)
    {
        var call = Call(member, sources, gathered: false);
        var value = Expression.Variable(call.Type, "value");
        var underlying = System.Nullable.GetUnderlyingType(call.Type);
        var written = Write(writer, underlying is null ? value : Expression.Property(value, "Value"), underlying ?? call.Type);
        var hasValue = underlying is not null
            ? Expression.Property(value, "HasValue")
            : (Expression)(call.Type.IsValueType ? Expression.Constant(true) : Expression.ReferenceNotEqual(value, Expression.Constant(null)));
        var body = Expression.Block(
            [value],
            Expression.Assign(value, call),
            Expression.AndAlso(hasValue, Expression.Block(written, Expression.Constant(true))));
        return Expression.Lambda<LeafDelegate>(body, Parent, Context, Arguments, Buffer).Compile();
    }

    private static MethodCallExpression Write(ILeafWriter writer, Expression value, Type type)
    {
        if (writer is ClrEnumType values) writer = values.Writer;
        var typed = typeof(ILeafWriter<>).MakeGenericType(type);
        if (typed.IsInstanceOfType(writer))
            return Expression.Call(Expression.Constant(writer, writer.GetType()), writer.GetType().GetMethod("Write", [typeof(ResponseBuffer), type])!, Buffer, value);
        return writer is IdScalar
            ? Expression.Call(Expression.Constant(BuiltInScalars.String), nameof(StringScalar.Write), null, Buffer, Expression.Call(value, nameof(ToString), null))
            : Expression.Call(Expression.Constant(writer, typeof(ILeafWriter)), nameof(ILeafWriter.WriteObject), null, Buffer, Expression.Convert(value, typeof(object)));
    }

    private static Expression Call(MemberInfo member, ParameterSource[] sources, bool gathered)
    {
        if (member is PropertyInfo property)
            return Expression.Property(property.GetMethod!.IsStatic ? null : Expression.Convert(Parent, property.DeclaringType!), property);
        var method = (MethodInfo)member;
        return Expression.Call(
            method.IsStatic ? null : Expression.Convert(Parent, method.DeclaringType!),
            method,
            sources.Select(source => Source(source, gathered)));
    }

    private static Expression Source(ParameterSource source, bool gathered) => source.Kind switch
    {
        SourceKind.Parent => Expression.Convert(Parent, source.Type),
        SourceKind.Context => Context,
        SourceKind.CancellationToken => Expression.Property(Context, nameof(ResolverContext.CancellationToken)),
        SourceKind.HttpContext => Expression.Property(Context, nameof(ResolverContext.HttpContext)),
        SourceKind.RequiredHttpContext => Expression.Property(Context, nameof(ResolverContext.RequiredHttpContext)),
        SourceKind.User => Expression.Property(Context, nameof(ResolverContext.User)),
        SourceKind.Services => Expression.Property(Context, nameof(ResolverContext.Services)),
        SourceKind.Service => Expression.Call(Context, nameof(ResolverContext.GetService), [source.Type]),
        SourceKind.OptionalService => Expression.Call(Context, nameof(ResolverContext.FindService), [source.Type]),
        SourceKind.Loader => Expression.Call(Context, nameof(ResolverContext.GetLoader), [source.Type]),
        // A mutation's parameters arrive gathered in its one argument `input`.
        _ when gathered => Convert(Expression.ArrayIndex(
            Expression.Convert(Expression.ArrayIndex(Arguments, Expression.Constant(0)), typeof(object?[])), Expression.Constant(source.Slot)), source.Type),
        _ => Convert(Expression.ArrayIndex(Arguments, Expression.Constant(source.Slot)), source.Type),
    };

    // Where a default of C# alone makes an argument nullable, null is the default again.
    public static Expression Convert(Expression value, Type type) => type.IsValueType && System.Nullable.GetUnderlyingType(type) is null
        ? Expression.Condition(Expression.ReferenceEqual(value, Expression.Constant(null)), Expression.Default(type), Expression.Convert(value, type))
        : Expression.Convert(value, type);
}
