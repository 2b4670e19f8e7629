using System.Reflection;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaBuilder
{
    private void AddMembers(FieldsType made, Type type)
    {
        var parents = Parents(type);
        var extensions = new List<(Type Target, MemberInfo Member)>();
        foreach (var target in parents) AddExtensions(target);
        AddExtensions(type);
        var bound = BoundMembers(extensions);
        foreach (var member in InstanceMembers(type))
            if (!bound.Contains(member.Name)) AddOwn(made, MakeField(member));
        if (!type.IsInterface) AddInherited(made, type, parents, bound);
        foreach (var (target, member) in extensions)
        {
            RefuseParent(member, target);
            var field = MakeField(member);
            if (made.Field(field.Name) is { Member: { } other } && extensions.Any(one => one.Member == other && one.Target == target))
                throw SchemaException.At(member, $"{made.Name} has the field \"{field.Name}\" already, from {SchemaException.Place(other)}. Rename one or give it [GraphQLName].");
            Add(made, field);
        }
        if (made.Fields.Count == 0)
            throw SchemaException.At(type, $"the type {made.Name} has no field: give it a public property, or keep it out of the schema with [GraphQLIgnore] where it is used.");

        void AddExtensions(Type target)
        {
            if (!_extensions.TryGetValue(target, out var classes)) return;
            foreach (var extension in classes)
                foreach (var member in StaticMembers(extension)) extensions.Add((target, member));
        }
    }

    private static void AddOwn(FieldsType made, FieldDefinition field)
    {
        if (made.Field(field.Name) is { Member: { } other })
            throw SchemaException.At(field.Member!, $"{made.Name} has the field \"{field.Name}\" already, from {SchemaException.Place(other)}. Rename one, give it [GraphQLName] or take it out with [GraphQLIgnore].");
        Add(made, field);
    }

    // What an interface implements itself, or a class implements without a public member, is a field of the class too.
    private void AddInherited(FieldsType made, Type type, List<Type> parents, HashSet<string> bound)
    {
        foreach (var parent in parents.Where(parent => parent.IsInterface))
        {
            foreach (var member in InstanceMembers(parent))
                if (!bound.Contains(member.Name) && type.GetMember(member.Name).Length == 0 && made.Field(Naming.Field(_said, member)) is null) Add(made, MakeField(member));
        }
    }

    private void RefuseParent(MemberInfo member, Type target)
    {
        if (member is not MethodInfo method) return;
        foreach (var parameter in method.GetParameters())
        {
            if (_said.Has<ParentAttribute>(parameter))
            {
                if (!parameter.ParameterType.IsAssignableFrom(target))
                    throw SchemaException.At(member, $"the parent \"{parameter.Name}\" is a {parameter.ParameterType.Name}, and the class extends {target.Name}. Take [Parent] {target.Name}.");
            }
            else if (parameter.ParameterType == target)
            {
                throw SchemaException.At(member, $"the parameter \"{parameter.Name}\" is of the extended type: mark it with [Parent].");
            }
        }
    }

    private HashSet<string> BoundMembers(List<(Type Target, MemberInfo Member)> extensions)
    {
        var bound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (target, extension) in extensions)
        {
            foreach (var binding in _said.Each<BindMemberAttribute>(extension))
            {
                var isKnown = target.GetMember(binding.Member).Length > 0 || target.GetInterfaces().Any(parent => parent.GetMember(binding.Member).Length > 0);
                if (!isKnown) throw SchemaException.At(extension, $"[BindMember] names \"{binding.Member}\", which {target.Name} does not have. Use nameof.");
                bound.Add(binding.Member);
            }
        }
        return bound;
    }
}
