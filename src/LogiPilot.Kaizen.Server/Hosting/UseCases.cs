using LogiPilot.GraphQL;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>How resolvers ask questions and give orders: through the pipeline, with refusals in the reader's language.</summary>
public sealed class UseCases(IMediator mediator, Refusals refusals)
{
    /// <exception cref="GraphQLException">Refused: a top-level error with the refusal's code.</exception>
    public async Task<T> Ask<T>(IQuery<T> question, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = await mediator.Send(question, cancellationToken);
            return outcome.Refusal is { } refusal ? throw refusals.Thrown(refusal) : outcome.Value;
        }
        catch (UnreadableCursorException)
        {
            throw refusals.Thrown(Refusal.Invalid("after", "cursorUnreadable"));
        }
        catch (FilterTooLargeException)
        {
            var tooLarge = Refusal.Invalid(
                "filter", "filterTooLarge", ("values", FilterTooLargeException.MostValues), ("words", FilterTooLargeException.MostWords));
            throw new GraphQLException(refusals.Sentence(tooLarge), "LIMIT");
        }
    }

    /// <summary>Like <see cref="Ask"/>, with null for what is not found.</summary>
    public async Task<T?> Find<T>(IQuery<T> question, CancellationToken cancellationToken)
        where T : class
    {
        var outcome = await mediator.Send(question, cancellationToken);
        return outcome.Refusal is { Code: RefusalCode.NotFound } ? null
            : outcome.Refusal is { } refusal ? throw refusals.Thrown(refusal)
            : outcome.Value;
    }

    /// <summary>What was made is there no more: asked by a repeated order.</summary>
    public GraphQLException Gone(string what) => refusals.Thrown(Refusal.NotFound(what));

    /// <summary>Gives an order and answers with what it made, loaded by its ids; refused, with errors in the payload.</summary>
    public async Task<FieldResult<T>> Do<T>(Command order, Func<Made, Task<T>> load, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(order, cancellationToken);
        return outcome.Refusal is { } refusal ? refusals.Failure(refusal) : FieldResult.Of(await load(outcome.Value));
    }
}
