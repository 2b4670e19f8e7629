using System.Reflection;
using LogiPilot.GraphQL.Authorization;
using LogiPilot.GraphQL.Types;
using Microsoft.AspNetCore.Authorization;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private void Guard()
    {
        RefuseUselessAuthorize();
        foreach (var type in _byName.Values.OfType<ObjectType>().Where(type => !type.IsIntrospection))
        {
            foreach (var field in type.Fields)
            {
                field.Authorize = AuthorizeOf(type, field);
                var own = _options.Guard?.Invoke(field);
                (field.Source ?? field).Guard = field.Authorize is not { } authorize ? own : own is null ? authorize.AskAsync : Both(authorize.AskAsync, own);
            }
        }
    }

    private static FieldGuard Both(FieldGuard first, FieldGuard second) => async access =>
        await first(access).ConfigureAwait(false) ?? await second(access).ConfigureAwait(false);

    /// <summary>What a member, the class it stands in and the class of its type demand; <c>[AllowAnonymous]</c> on any of them lifts it all.</summary>
    private AuthorizeGuard? AuthorizeOf(ObjectType type, FieldDefinition field)
    {
        var getter = (field.Member as PropertyInfo)?.GetMethod;
        if (!_said.MayHaveOthers(field.Member) && !_said.MayHaveOthers(getter) && !_said.MayHaveOthers(field.Member?.DeclaringType) && !_said.MayHaveOthers(type.ClrType)) return null;
        MemberInfo?[] places = [field.Member, getter, field.Member?.DeclaringType, type.ClrType];
        IAuthorizeData[] demands = [.. places.OfType<MemberInfo>().Distinct().SelectMany(Marks<IAuthorizeData>)];
        return demands.Length == 0 || places.OfType<MemberInfo>().SelectMany(Marks<IAllowAnonymous>).Any()
            ? null
            : new(field.Member is { } member ? $"{member.DeclaringType?.Name}.{member.Name}" : type.Name, demands);
    }

    // Most members have none, which IsDefined says without making attributes.
    private IEnumerable<T> Marks<T>(MemberInfo place) =>
        _said.MayHaveOthers(place) && place.IsDefined(typeof(T), true) ? place.GetCustomAttributes(true).OfType<T>() : [];

    private void RefuseUselessAuthorize()
    {
        foreach (var input in _byName.Values)
            if (input is InputObjectType { ClrType: { } clrType } && !_outputs.ContainsKey(clrType) && Marks<IAuthorizeData>(clrType).Any())
                throw SchemaException.At(clrType, "[Authorize] on an input guards nothing: put it on the methods that take it.");
        foreach (var type in _byName.Values.OfType<InterfaceType>())
            foreach (var member in type.Fields.Select(field => field.Member).OfType<MemberInfo>().Where(member => member is not MethodInfo { IsStatic: true }))
                if (Marks<IAuthorizeData>(member).Any() || (member is PropertyInfo { GetMethod: { } getter } && Marks<IAuthorizeData>(getter).Any()))
                    throw SchemaException.At(member, "[Authorize] on an interface guards nothing: put it on the classes that implement it.");
    }
}
