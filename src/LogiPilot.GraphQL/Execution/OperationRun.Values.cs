using System.Collections;
using LogiPilot.GraphQL.Types;
using LogiPilot.GraphQL.Writing;

namespace LogiPilot.GraphQL.Execution;

internal sealed partial class OperationRun
{
    private VariableValues _variables = null!;
    private Dictionary<FieldPlan, object?[]>? _arguments;
    private Dictionary<FieldDefinition, GraphQLException>? _nulls;
    private ResolverContext _context = null!;

    /// <summary>The fields of an object; false says a null must go further up.</summary>
    private bool WriteObject(SelectionPlan selection, object value)
    {
        if (selection.Mistake is { } mistake) throw mistake;
        Buffer.WriteByte((byte)'{');
        var first = true;
        foreach (var field in selection.Fields)
        {
            Buffer.WriteRaw(first ? field.Prefix.AsSpan(1) : field.Prefix);
            first = false;
            if (!WriteField(field, value)) return false;
        }
        Buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteField(FieldPlan plan, object? parent)
    {
        if (plan.Constant is { } constant)
        {
            Buffer.WriteRaw(constant);
            return true;
        }
        var before = Save();
        try
        {
            return plan.Guard is null ? WriteAdmitted(plan, parent) : WriteGuarded(plan.Guard, plan, parent);
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            watch?.Returned(plan, PathOf(plan));
            Restore(before);
            CutBack(before);
            Report(exception, plan, PathOf(plan));
            if (plan.Shape.NonNull) return false;
            Buffer.WriteNull();
            return true;
        }
    }

    private bool WriteGuarded(FieldGuard guard, FieldPlan plan, object? parent)
    {
        var answer = guard(new(_context, plan, parent, _variables, PathOf(plan).ToArray()));
        if (!answer.IsCompletedSuccessfully)
        {
            Leave(plan, Work.NextHole().ForGuard(this, answer.AsTask(), parent));
            return true;
        }
        if (answer.GetAwaiter().GetResult() is not { } refusal) return WriteAdmitted(plan, parent);
        // Reported without being thrown: a list of thousands may refuse one field each.
        Report(refusal, plan, PathOf(plan));
        if (plan.Shape.NonNull) return false;
        Buffer.WriteNull();
        return true;
    }

    private bool WriteAdmitted(FieldPlan plan, object? parent)
    {
        var arguments = plan.ConstantArguments ?? Arguments(plan);
        watch?.Begin(plan);
        if (plan.Leaf is { } leaf)
        {
            var wrote = leaf(parent, _context, arguments, Buffer);
            watch?.Returned(plan, PathOf(plan));
            return wrote || WriteNull(plan, plan.Shape, PathOf(plan));
        }
        var result = Resolve(plan, parent, arguments);
        if (result is Hole hole)
        {
            Leave(plan, hole);
            return true;
        }
        watch?.Returned(plan, PathOf(plan));
        var depth = _depth;
        Push(new(plan, 0));
        var written = WriteValue(plan, plan.Shape, result);
        _depth = depth;
        return written;
    }

    private object? Resolve(FieldPlan plan, object? parent, object?[] arguments)
    {
        if (plan.Field.Resolver!.OnException is not { } translate) return plan.Resolve(parent, _context, arguments);
        try
        {
            return plan.Resolve(parent, _context, arguments) ?? Building.NoValue.Instance;
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            if (translate(exception) is { } result) return result;
            throw;
        }
    }

    private object?[] Arguments(FieldPlan plan)
    {
        if (_arguments is not null && _arguments.TryGetValue(plan, out var known)) return known;
        var arguments = ArgumentReader.Read(plan, _variables);
        if (plan.IsConstant && Array.TrueForAll(arguments, ArgumentReader.MayBeShared)) return plan.ConstantArguments = arguments;
        return (_arguments ??= [])[plan] = arguments;
    }

    /// <summary>Writes a value of the shape; where it may be null, a null below stops here.</summary>
    private bool WriteValue(FieldPlan plan, ValueShape shape, object? value)
    {
        if (value is null) return WriteNull(plan, shape, Path);
        if (shape.Kind == ShapeKind.Leaf)
        {
            shape.Leaf!.WriteObject(Buffer, value);
            return true;
        }
        if (shape.NonNull) return WriteComposite(plan, shape, value);
        var before = Save();
        (_boundary, _boundaryStart) = (null, before.Start);
        if (WriteComposite(plan, shape, value))
        {
            _boundary?.End = Buffer.Length;
            Restore(before);
        }
        else
        {
            Restore(before);
            CutBack(before);
            Buffer.WriteNull();
        }
        return true;
    }

    private bool WriteComposite(FieldPlan plan, ValueShape shape, object value) => shape.Kind switch
    {
        ShapeKind.Object => WriteObject(plan.Selection!, value),
        ShapeKind.List => (shape.LeafItems is { } leaves && WriteLeaves(leaves, value)) || WriteList(plan, shape.Item!, value),
        _ => WriteAbstract(plan, value),
    };

    private bool WriteAbstract(FieldPlan plan, object value)
    {
        var declared = plan.Field.Type.Named;
        var type = Schema.ObjectTypeOf(value.GetType());
        if (type is null || !Schema.IsPossible(declared, type))
            throw new InvalidOperationException($"{SchemaException.Name(value.GetType())} is no possible type of \"{declared}\". Let the class derive from it, and add its assembly with AddTypes.");
        return WriteObject(plan.SelectionFor(type), value);
    }

    /// <summary>False, with nothing written, where items have to be looked at one by one.</summary>
    private bool WriteLeaves(LeafItems leaves, object list)
    {
        var start = Buffer.Length;
        try
        {
            Buffer.WriteByte((byte)'[');
            if (leaves.TryWrite(Buffer, list))
            {
                Buffer.WriteByte((byte)']');
                return true;
            }
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            // One item cannot be written: then each is written, or reported, on its own.
        }
        Buffer.CutBack(start);
        return false;
    }

    private bool WriteList(FieldPlan plan, ValueShape item, object value)
    {
        Buffer.WriteByte((byte)'[');
        Push(default);
        // Lists of reference types are IReadOnlyList<object> by covariance and need no enumerator.
        if (value is IReadOnlyList<object?> list)
        {
            for (var i = 0; i < list.Count; i++)
                if (!WriteItem(plan, item, list[i], i)) return false;
        }
        else
        {
            var i = 0;
            foreach (var element in (IEnumerable)value)
                if (!WriteItem(plan, item, element, i++)) return false;
        }
        _depth--;
        Buffer.WriteByte((byte)']');
        return true;
    }

    private bool WriteItem(FieldPlan plan, ValueShape item, object? value, int index)
    {
        if (index > 0) Buffer.WriteByte((byte)',');
        Work.Path[_depth - 1] = new(null, index);
        if ((index & 0xFF) == 0xFF && IsOutOfTime) throw new OperationCanceledException(CancellationToken);
        var before = Save();
        try
        {
            return WriteValue(plan, item, value);
        }
        catch (Exception exception) when (!IsAbort(exception))
        {
            Restore(before);
            CutBack(before);
            Report(exception, plan, Path);
            if (item.NonNull) return false;
            Buffer.WriteNull();
            return true;
        }
    }

    private bool WriteNull(FieldPlan plan, ValueShape shape, ReadOnlySpan<PathStep> path)
    {
        if (!shape.NonNull)
        {
            Buffer.WriteNull();
            return true;
        }
        // One for each field, so that a list of nulls is logged once.
        if (!(_nulls ??= []).TryGetValue(plan.Field, out var mistake))
            _nulls[plan.Field] = mistake = new($"Cannot return null for non-nullable field {plan.Field.DeclaringType}.{plan.Field.Name}.", ErrorCodes.Internal);
        Report(mistake, plan, path);
        return false;
    }
}
