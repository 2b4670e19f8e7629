using MediatR;

namespace LogiPilot.Kaizen.Core.Shared;

/// <summary>Sweep: client ids are remembered for 30 days. Answers how many commands were forgotten.</summary>
[Needs(Permission.Administer)]
public sealed record ForgetCommands : ICommand<int>
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
}

/// <inheritdoc cref="ForgetCommands"/>
public sealed class ForgetCommandsHandler(ICommandMemory memory, TimeProvider clock) : IRequestHandler<ForgetCommands, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(ForgetCommands command, CancellationToken cancellationToken) =>
        await memory.ForgetBefore(clock.GetUtcNow() - ForgetCommands.Kept, cancellationToken);
}
