using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime;

/// <summary>Sends a call once, with its own time limit and token.</summary>
internal sealed class AttemptSender(ClientSettings settings, MessageTransport transport)
{
    private const string NoResponse = "A handler returned no response.";

    private readonly CancellationSources _sources = new(settings.TimeProvider);

    /// <summary>Sends a call; its result is kept in it. Ends the permit, if the attempt has one.</summary>
    /// <returns>The exception that ended the attempt; <see langword="null"/> for success.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Exception?> SendAsync(CallState call, CancellationToken cancellationToken)
    {
        var left = call.Clock.Resume();
        if (left == TimeSpan.Zero)
        {
            await call.Attempt.TakePermit().EndAsync().ConfigureAwait(false);
            return CallErrors.TimedOut(call, call.LastFailure, call.Facts());
        }

        using var clock = new AttemptTimeout(_sources, Timeout(call), left, cancellationToken);
        var logger = settings.LoggerFactory is null ? null : settings.Logger(call.Operation.Api);
        var begun = logger is not null && logger.IsEnabled(LogLevel.Debug) ? settings.TimeProvider.GetTimestamp() : 0;
        HttpResponseMessage? response = null;
        IdleTimer? idle = null;
        var sent = false;
        try
        {
            call.Attempt.Answer = null;
            await TokenAcquisition.AcquireAsync(settings, call, clock.Token).ConfigureAwait(false);
            call.Attempt.Idle = idle = call.Request.IsTransfer
                ? new IdleTimer(settings.TimeProvider, IdleTimeout(call), clock.Token)
                : null;
            var end = idle?.Token ?? clock.Token;
            using var message = RequestMessage.Create(settings, call);
            var address = message.RequestUri!;
            call.Attempts++;
            sent = true;
            response = await transport.SendAsync(message, end).ConfigureAwait(false) ?? throw new InvalidOperationException(NoResponse);
            idle?.Restart();
            ResponseMetadata.Record(call, response);
            if (RedirectCheck.Find(call, address, response) is { } redirected)
            {
                throw redirected;
            }

            if (call.Request.Link is null || !response.IsSuccessStatusCode)
            {
                ContentDecoding.Apply(response);
            }

            if (response.IsSuccessStatusCode || (call.Operation.GivesLocation && LocationReader.IsRedirection((int)response.StatusCode)))
            {
                await call.ReceiveAsync(response, end).ConfigureAwait(false);
                LogEnd(logger, begun, call, fault: null);
                return null;
            }

            var failure = await ResponseErrors.FromAsync(call, response, settings, end).ConfigureAwait(false);
            response.Dispose();

            // A token is rejected before the request is processed, so any method may be retried; but only once, since another rejection
            // means more than a stale token.
            if (response.StatusCode == HttpStatusCode.Unauthorized && call.HasAnotherToken is null)
            {
                call.HasAnotherToken = await TokenAcquisition.RejectAsync(settings, call, clock.Token).ConfigureAwait(false);
            }

            LogEnd(logger, begun, call, failure);
            return failure;
        }
        catch (Exception fault)
        {
            response?.Dispose();
            ResponseMetadata.Record(call, response);
            var failure = TransportErrors.Translate(
                fault,
                new TransportErrors.Attempt(call, clock, idle, sent, response is not null, cancellationToken)
            );
            LogEnd(logger, begun, call, failure);
            return failure;
        }
        finally
        {
            call.Attempt.Idle = null;
            idle?.Dispose();
            await call.Attempt.TakePermit().EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Cancels the attempts under way, and those that follow.</summary>
    public void Close() => _sources.Close();

    private void LogEnd(ILogger? logger, long begun, CallState call, Exception? fault)
    {
        if (begun != 0)
        {
            logger!.Attempted(
                call.Operation.DisplayName,
                call.Attempts,
                fault is null ? StatusText.Format(call.Attempt.Answer!.StatusCode) : Tags.ErrorTypeOf(fault),
                settings.TimeProvider.GetElapsedTime(begun).TotalMilliseconds
            );
        }
    }

    private TimeSpan IdleTimeout(CallState call) => call.Options?.IdleTimeout ?? settings.IdleTimeout;

    private TimeSpan Timeout(CallState call) =>
        call.Options?.AttemptTimeout ?? (call.Request.IsTransfer ? System.Threading.Timeout.InfiniteTimeSpan : settings.AttemptTimeout);
}
