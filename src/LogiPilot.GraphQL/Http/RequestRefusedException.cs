namespace LogiPilot.GraphQL.Http;

/// <summary>A request that HTTP refuses before GraphQL sees it.</summary>
internal sealed class RequestRefusedException(int status, string message, string code = ErrorCodes.BadRequest) : Exception(message)
{
    public int Status { get; } = status;
    public string Code { get; } = code;
}
