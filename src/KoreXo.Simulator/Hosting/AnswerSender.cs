using KoreXo.Simulator.Faults;
using KoreXo.Simulator.Requests;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Hosting;

/// <summary>Sends a response in the way that the request's fault specifies.</summary>
internal sealed class AnswerSender(TimeProvider time)
{
    private const int Pieces = 10;

    public async Task SendAsync(HttpContext context, ApiAnswer answer, Fault? fault, string requestId)
    {
        switch (fault?.Delivery)
        {
            case FaultDelivery.Reset:
                context.Abort();
                break;
            case FaultDelivery.Never:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, context.RequestAborted).ConfigureAwait(false);
                break;
            case FaultDelivery.Late:
                await Task.Delay(fault.Time, time, context.RequestAborted).ConfigureAwait(false);
                await SendWholeAsync(context, answer, requestId).ConfigureAwait(false);
                break;
            case FaultDelivery.InPieces:
                await SendInPiecesAsync(context, answer, requestId, fault.Time / (Pieces - 1)).ConfigureAwait(false);
                break;
            case FaultDelivery.CutJson:
                await SendWholeAsync(context, answer with { Body = answer.Body[..(answer.Body.Length / 2)] }, requestId)
                    .ConfigureAwait(false);
                break;
            case FaultDelivery.CutBody:
                SendHead(context, answer, requestId);
                // Not an abort, which could overtake the headers: the server closes the connection after a body that is shorter than its
                // declared length.
                await WriteAsync(context, answer.Body[..(answer.Body.Length / 2)]).ConfigureAwait(false);
                break;
            default:
                await SendWholeAsync(context, answer, requestId).ConfigureAwait(false);
                break;
        }
    }

    private static Task SendWholeAsync(HttpContext context, ApiAnswer answer, string requestId)
    {
        SendHead(context, answer, requestId);
        return WriteAsync(context, answer.Body);
    }

    private async Task SendInPiecesAsync(HttpContext context, ApiAnswer answer, string requestId, TimeSpan pause)
    {
        SendHead(context, answer, requestId);
        for (var piece = 0; piece < Pieces; piece++)
        {
            var (from, to) = (answer.Body.Length * piece / Pieces, answer.Body.Length * (piece + 1) / Pieces);
            await WriteAsync(context, answer.Body[from..to]).ConfigureAwait(false);
            if (piece < Pieces - 1)
            {
                await Task.Delay(pause, time, context.RequestAborted).ConfigureAwait(false);
            }
        }
    }

    private static void SendHead(HttpContext context, ApiAnswer answer, string requestId)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-request-id"] = requestId;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.ContentType = answer.ContentType;
        // A status such as 204 has no body, not even one of length 0.
        response.ContentLength = answer.Status is 204 or 205 or 304 ? null : answer.Body.Length;
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        var sent = HttpMethods.IsHead(context.Request.Method) ? ReadOnlyMemory<byte>.Empty : bytes;
        await context.Response.Body.WriteAsync(sent, context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }
}
