using System.Globalization;
using LogiPilot.GraphQL.Types;

namespace LogiPilot.GraphQL.Tests.Differential.Generation;

internal sealed partial class DocumentGenerator
{
    private static readonly HashSet<string> Conflicting = new(["label", "size", "den", "friend", "mate", "a", "p", "name"], StringComparer.Ordinal);

    private void Selections(CompositeType type, int depth, Role brace = Role.Punctuation)
    {
        var group = ++_groups;
        Add("{", brace, group, type, type);
        var count = _random.Next(1, 5);
        for (var i = 0; i < count || _words[^1].Text == "{"; i++)
        {
            _budget--;
            var choice = _random.Next(100);
            if (choice < 6 || (type is UnionType && choice < 30)) TypeName(group, type);
            else if (choice < 20 && _budget > 0) InlineFragment(type, depth);
            else if (choice < 32 && _budget > 0 && depth > 0) Spread(type, depth);
            else if (type is UnionType) InlineFragment(type, depth);
            else Field((FieldsType)type, depth, group);
        }
        Add("}", Role.Punctuation, group, type);
    }

    /// <summary>One field, as the specification asks; fragments around it are as good.</summary>
    private void SubscriptionField(ObjectType root)
    {
        var group = ++_groups;
        Add("{", Role.RootBrace, group, root, root);
        var wrapped = _random.Chance(20);
        if (wrapped)
        {
            Add("...");
            Add("{", Role.RootBrace, group, root, root);
        }
        OneField(root, _random.From(root.Fields), 2, group);
        if (wrapped) Add("}");
        Add("}");
    }

    private void TypeName(int group, CompositeType on)
    {
        _draft.Features.Add("__typename");
        if (_random.Chance(30))
        {
            Add(NewAlias(), Role.Alias, group, null, on);
            Add(":");
        }
        Add("__typename", Role.Field, group, _schema.FieldOf(on, "__typename"), on);
        Directives("FIELD");
    }

    private void Field(FieldsType on, int depth, int group)
    {
        var fields = on.Fields.Where(field => depth > 0 && _budget > 0 ? true : field.Type.Named is not CompositeType).ToList();
        if (on == _schema.Query && _random.Chance(3))
        {
            _draft.Features.Add("introspection");
            fields = [_schema.FieldOf(on, _random.Chance(70) ? "__type" : "__schema")!];
        }
        if (fields.Count == 0)
        {
            TypeName(group, on);
            return;
        }
        // Fields that lead on are worth more than leaves.
        var leading = fields.Where(field => field.Type.Named is CompositeType).ToList();
        OneField(on, leading.Count > 0 && _random.Chance(40) ? _random.From(leading) : _random.From(fields), depth, group);
    }

    private void OneField(FieldsType on, FieldDefinition field, int depth, int group)
    {
        var start = _words.Count;
        var aliased = field.Arguments.Count > 0 || Conflicting.Contains(field.Name) ? _random.Chance(92) : _random.Chance(25);
        if (aliased)
        {
            _draft.Features.Add("alias");
            Add(NewAlias(), Role.Alias, group, field, on);
            Add(":");
        }
        Add(field.Name, Role.Field, group, field, on);
        Arguments(field.Arguments, Role.Argument, field);
        var end = _words.Count;
        // The specification of 2025 wants no condition on the field that is subscribed to.
        if (on != _schema.Subscription) Directives("FIELD");
        if (field.Type.Named is CompositeType below) Selections(below, depth - 1);
        if (!_random.Chance(6)) return;
        // The same field again: the two are merged.
        _draft.Features.Add("fields merged");
        _words.AddRange(_words.GetRange(start, end - start));
        if (field.Type.Named is CompositeType again) Selections(again, depth - 1);
    }

    private void InlineFragment(CompositeType on, int depth)
    {
        Add("...");
        var condition = _random.Chance(85) ? Overlapping(on) : null;
        if (condition is not null)
        {
            Add("on");
            Add(condition.Name, Role.TypeCondition, 0, condition, on);
        }
        _draft.Features.Add(condition switch
        {
            null => "inline fragment without type",
            UnionType => "inline fragment on a union",
            InterfaceType => "inline fragment on an interface",
            _ => "inline fragment on an object",
        });
        Directives("INLINE_FRAGMENT");
        Selections(condition ?? on, depth - 1);
    }

    private void Spread(CompositeType on, int depth)
    {
        var known = _fragments.Where(fragment => Overlap(fragment.On, on) && fragment.Name != _scope).ToList();
        // A fragment made later never spreads an earlier one that is still being written, so there is no cycle.
        if (known.Count > 0 && _random.Chance(30) && !_scope.StartsWith('F'))
        {
            _draft.Features.Add("fragment used twice");
            Add("...");
            Add(_random.From(known).Name, Role.Spread, 0, null, on);
            Directives("FRAGMENT_SPREAD");
            return;
        }
        var type = Overlapping(on);
        var name = string.Create(CultureInfo.InvariantCulture, $"F{_groups++}");
        _fragments.Add((name, type));
        _draft.Features.Add(type switch { UnionType => "fragment on a union", InterfaceType => "fragment on an interface", _ => "fragment on an object" });
        if (_scope.StartsWith('F')) _draft.Features.Add("fragment inside a fragment");
        Add("...");
        Add(name, Role.Spread, 0, null, on);
        Directives("FRAGMENT_SPREAD");
        _unwritten.Enqueue(() =>
        {
            _scope = name;
            Add("fragment");
            Add(name, Role.Fragment, 0, type);
            Add("on");
            Add(type.Name, Role.TypeCondition, 0, type, type);
            Selections(type, depth - 1);
        });
    }

    private CompositeType Overlapping(CompositeType on) =>
        _random.From(_schema.Types.OfType<CompositeType>().Where(type => (type == on || !type.IsIntrospection) && Overlap(type, on)).ToList());

    private bool Overlap(CompositeType a, CompositeType b) => a == b || _schema.PossibleTypes(a).Any(type => _schema.IsPossible(b, type));

    private void Directives(string location)
    {
        if (location == "FIELD" && _random.Chance(4)) Notes();
        if (!_random.Chance(12)) return;
        var group = ++_groups;
        var both = _random.Chance(25);
        var skipFirst = _random.Chance(50);
        Condition(skipFirst ? "skip" : "include", location, group);
        if (both) Condition(skipFirst ? "include" : "skip", location, group);
    }

    private void Notes()
    {
        var directive = _schema.Directive("note")!;
        _draft.Features.Add("repeatable directive");
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            Add("@");
            Add(directive.Name, Role.Directive, ++_groups, directive);
            Arguments(directive.Arguments, Role.DirectiveArgument, directive);
        }
    }

    private void Condition(string name, string location, int group)
    {
        var directive = _schema.Directive(name)!;
        Add("@");
        Add(name, Role.Directive, group, directive);
        var before = _words.Count;
        Arguments(directive.Arguments, Role.DirectiveArgument, directive);
        var byVariable = _words.Skip(before).Any(word => word.Role == Role.VariableUse);
        _draft.Features.Add($"@{name} by {(byVariable ? "variable" : "literal")}");
        _draft.Features.Add($"@{name} on {location}");
    }
}
