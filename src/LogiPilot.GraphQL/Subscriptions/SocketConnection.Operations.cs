using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using LogiPilot.GraphQL.Http;
using Microsoft.Extensions.Logging;

namespace LogiPilot.GraphQL.Subscriptions;

internal sealed partial class SocketConnection
{
    private const int KeptOutput = 64 * 1024;
    private readonly ConcurrentDictionary<string, Operation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Operation, Task> _running = new();
    private ArrayBufferWriter<byte> _output = new(1024);
    private Task _closing = Task.CompletedTask;

    private sealed class Operation(string id)
    {
        public string Id { get; } = id;

        public JsonEncodedText EncodedId { get; } = JsonEncodedText.Encode(id);

        public CancellationTokenSource Stop { get; } = new();
    }

    private async ValueTask SubscribeAsync(SocketMessage message)
    {
        if (_operations.ContainsKey(message.Id))
        {
            Close(4409, $"Subscriber for {message.Id} already exists");
            return;
        }
        var operation = new Operation(message.Id);
        var request = RequestReader.FromJson(message.Payload, context);
        if (_running.Count >= options.MaxPerConnection)
        {
            await SendAsync(operation, [new($"A connection may have {options.MaxPerConnection} operations at once.") { Code = ErrorCodes.Limit }]).ConfigureAwait(false);
            return;
        }
        _operations[operation.Id] = operation;
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[operation] = AnswerAsync(operation, request, start.Task);
        start.SetResult();
        if (IsClosing) await executor.Reporter.CancelAsync(operation.Stop).ConfigureAwait(false);
    }

    private async Task AnswerAsync(Operation operation, GraphQLRequest request, Task start)
    {
        await start.ConfigureAwait(false);
        try
        {
            var stream = await executor.SubscribeAsync(request, operation.Stop.Token).ConfigureAwait(false);
            await foreach (var answer in stream.WithCancellation(operation.Stop.Token).ConfigureAwait(false))
            {
                if (answer.HasData || answer.Errors.Count == 0)
                {
                    await SendAsync((operation, answer), static (next, output) => WriteNext(next.operation, next.answer, output), operation.Stop.Token).ConfigureAwait(false);
                }
                else
                {
                    if (Leave(operation)) await SendAsync(operation, answer.Errors).ConfigureAwait(false);
                    return;
                }
            }
            // The id is free before the client hears of it, for it may use it again at once.
            if (Leave(operation)) await SendAsync(operation, WriteComplete, operation.Stop.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (operation.Stop.IsCancellationRequested || IsClosing || IsGone(exception))
        {
            logger.LogDebug(exception, "An operation was stopped");
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "An operation failed");
            Close(4500, "Internal server error");
        }
        finally
        {
            Leave(operation);
            _running.TryRemove(operation, out _);
        }
    }

    private bool Leave(Operation operation) => _operations.TryRemove(new(operation.Id, operation));

    private ValueTask StopAsync(string id) =>
        _operations.TryRemove(id, out var operation) ? new(executor.Reporter.CancelAsync(operation.Stop)) : default;

    private async Task EndOperationsAsync()
    {
        foreach (var operation in _running.Keys) await executor.Reporter.CancelAsync(operation.Stop).ConfigureAwait(false);
        await Task.WhenAll(_running.Values).ConfigureAwait(false);
    }

    private static void WriteNext(Operation operation, ExecutionResult answer, ArrayBufferWriter<byte> output)
    {
        output.Write("{\"id\":\""u8);
        output.Write(operation.EncodedId.EncodedUtf8Bytes);
        output.Write("\",\"type\":\"next\",\"payload\":"u8);
        answer.WriteTo(output);
        output.Write("}"u8);
    }

    private static void WriteComplete(Operation operation, ArrayBufferWriter<byte> output)
    {
        output.Write("{\"id\":\""u8);
        output.Write(operation.EncodedId.EncodedUtf8Bytes);
        output.Write("\",\"type\":\"complete\"}"u8);
    }

    private ValueTask SendAsync(Operation operation, IReadOnlyList<GraphQLError> errors) => SendAsync((operation, errors), static (error, output) =>
    {
        output.Write("{\"id\":\""u8);
        output.Write(error.operation.EncodedId.EncodedUtf8Bytes);
        output.Write("\",\"type\":\"error\",\"payload\":"u8);
        ExecutionResult.WriteErrors(error.errors, output);
        output.Write("}"u8);
    }, operation.Stop.Token);

    private async ValueTask SendAsync<T>(T message, Action<T, ArrayBufferWriter<byte>> write, CancellationToken cancellationToken)
    {
        using var turn = await _outlet.EnterAsync(cancellationToken).ConfigureAwait(false);
        // What was stopped while it waited is not sent: the client may use the id for something else.
        cancellationToken.ThrowIfCancellationRequested();
        if (IsClosing || socket.State != WebSocketState.Open) throw new OperationCanceledException("The connection is closed.");
        _output.ResetWrittenCount();
        write(message, _output);
        // Without a token: one that is cancelled would cut the whole connection. The outlet's watch ends a send that takes too long.
        await socket.SendAsync(_output.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
        if (_output.Capacity > KeptOutput) _output = new(1024);
    }

    /// <summary>Closes with the code and reason, once; the loop that receives ends when the client has answered, or at the end of the grace.</summary>
    private void Close(int code, string reason)
    {
        if (Interlocked.Exchange(ref _isClosing, 1) == 0) _closing = CloseAsync(code, reason);
    }

    private async Task CloseAsync(int code, string reason)
    {
        foreach (var operation in _running.Keys) await executor.Reporter.CancelAsync(operation.Stop).ConfigureAwait(false);
        try
        {
            _abort.CancelAfter(Grace);
            using var turn = await _outlet.EnterAsync(_abort.Token).ConfigureAwait(false);
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, SocketMessage.Reason(reason), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            logger.LogDebug(exception, "A WebSocket was gone before it was closed");
        }
    }
}
