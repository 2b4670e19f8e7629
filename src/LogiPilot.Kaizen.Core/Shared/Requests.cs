using MediatR;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>The permission that a request (or a field of the query root) needs. One without it is refused at start.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>A question: reads, never writes; answers with data that the actor may see.</summary>
public interface IQuery<T> : IRequest<Outcome<T>>;

/// <summary>An order: applied by the one writer in one durable transaction; refused, it leaves nothing.</summary>
public interface ICommand<T> : IRequest<Outcome<T>>;

/// <summary>The ids that a command made or changed, the main one first.</summary>
public sealed record Made(IReadOnlyList<Guid> Ids)
{
    public Guid Id => Ids[0];

    public static implicit operator Made(Guid id) => new([id]);
}

/// <summary>
/// An order that a client may repeat safely: the actor, its <see cref="ClientId"/>, the name of the command and a hash of the
/// input are kept for 30 days with the ids it made. A repeat changes nothing and answers with the same ids.
/// </summary>
public abstract record Command : ICommand<Made>
{
    public Guid? ClientId { get; init; }
}

/// <summary>An order on an existing thing; with a version, it is refused when the thing has changed since.</summary>
public abstract record CommandOn : Command
{
    public int? ExpectedVersion { get; init; }
}
