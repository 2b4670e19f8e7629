using LogiPilot.GraphQL.Language;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Building;

internal sealed partial class SchemaRules
{
    private readonly HashSet<InputObjectType> _walked = [];
    private readonly Dictionary<InputObjectType, int> _walking = [];
    private readonly List<InputValue> _path = [];
    private readonly HashSet<InputValue> _followed = [];
    private readonly List<(InputValue Field, string Path)> _following = [];

    private void Check(InputObjectType type)
    {
        var where = type.ClrType ?? type.Origin;
        foreach (var field in type.Fields)
        {
            if (!type.IsOneOf && !MayBeWrong(field)) continue;
            var path = $"{type}.{field.Name}";
            Check(field, "input field", path, where);
            if (!type.IsOneOf) continue;
            if (field.Type.IsNonNull) Report($"OneOf input field {path} must be nullable.", "Make it nullable, without a default.", where, field.Node?.Type);
            if (field.Default is not null) Report($"OneOf input field {path} cannot have a default value.", "Make it nullable, without a default.", where, field.Node);
        }
        FindCircles(type);
        foreach (var field in type.Fields) FollowDefault(type, field);
    }

    // A value of a type that always needs another of the same can never be written. Each type is walked once, each circle told once.
    private void FindCircles(InputObjectType type)
    {
        if (!_walked.Add(type)) return;
        _walking[type] = _path.Count;
        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { OfType: InputObjectType next }) continue;
            _path.Add(field);
            if (_walking.TryGetValue(next, out var start))
            {
                var circle = _path[start..];
                Report($"Cannot reference Input Object \"{next}\" within itself through a series of non-null fields: \"{string.Join('.', circle.Select(step => step.Name))}\".",
                    "Make one of them nullable or a list.", next.ClrType ?? next.Origin, circle.Select(step => step.Node));
            }
            else
            {
                FindCircles(next);
            }
            _path.RemoveAt(_path.Count - 1);
        }
        _walking.Remove(type);
    }

    // A default that leaves out a field takes that field's default, which may leave out the first one.
    private void FollowDefault(InputObjectType type, InputValue field)
    {
        if (field.Default is not { } literal || field.Type.Named is not InputObjectType next) return;
        var start = _following.FindIndex(step => step.Field == field);
        if (start >= 0)
        {
            var circle = _following[start..];
            Report($"The default of {circle[0].Path} never ends, for it leaves out fields whose defaults lead back to it ({string.Join(", ", circle.Select(step => step.Path))}).",
                $"Write {field.Name}: null in it.", type.ClrType ?? type.Origin, circle.Select(step => step.Field.Node));
            return;
        }
        if (!_followed.Add(field)) return;
        _following.Add((field, $"{type}.{field.Name}"));
        FollowDefaults(literal, next);
        _following.RemoveAt(_following.Count - 1);
    }

    private void FollowDefaults(ValueNode value, InputObjectType type)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Items) FollowDefaults(item, type);
        }
        else if (value is ObjectValueNode given)
        {
            foreach (var field in type.Fields)
            {
                if (given.Fields.FirstOrDefault(one => one.Name == field.Name) is not { } said) FollowDefault(type, field);
                else if (field.Type.Named is InputObjectType next) FollowDefaults(said.Value, next);
            }
        }
    }
}
