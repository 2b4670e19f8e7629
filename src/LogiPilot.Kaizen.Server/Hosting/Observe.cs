using System.Diagnostics;
using LogiPilot.Kaizen.Core.Shared;
using MediatR;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary>Counts and times each request by name and outcome, and logs what was refused.</summary>
public sealed class Observe<TRequest, TResponse>(KaizenMeter meter, ILogger<TRequest> logger) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var start = Stopwatch.GetTimestamp();
        var outcome = "failed";
        try
        {
            var response = await next();
            var refusal = (response as IOutcome)?.Refusal;
            outcome = refusal is null ? "done" : refusal.Code.ToString();
            if (refusal is not null && logger.IsEnabled(LogLevel.Information))
            {
                logger.LogInformation(
                    "{Request} refused: {Code} {Reason} {Field}", typeof(TRequest).Name, refusal.Code, refusal.Reason, refusal.Field);
            }

            return response;
        }
        finally
        {
            meter.UseCase(typeof(TRequest).Name, outcome, Stopwatch.GetElapsedTime(start));
        }
    }
}
