using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Hosting;

/// <summary>Brings requests to the pipeline as a server would, with faults of the connection as those of a network look.</summary>
internal sealed class InProcessHandler(RequestDelegate pipeline, Uri endpoint) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var exchange = await InProcessExchange.CreateAsync(request, endpoint, cancellationToken).ConfigureAwait(false);
        // Begun at once and not on another thread, so that a request never arrives after its caller has given it up.
        _ = RunAsync(exchange);
        using (cancellationToken.UnsafeRegister(static state => ((InProcessExchange)state!).Leave(), exchange))
        {
            try
            {
                return await exchange.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (HttpIOException fault)
            {
                throw new HttpRequestException(fault.HttpRequestError, "The simulator has ended the connection without an answer.", fault);
            }
        }
    }

    /// <summary>There is no way without waiting: the simulator answers later, as a server does.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The simulator is reached by asynchronous calls only.");

    private async Task RunAsync(InProcessExchange exchange)
    {
        try
        {
            await pipeline(exchange.Context).ConfigureAwait(false);
            await exchange.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            exchange.Fail(new HttpIOException(HttpRequestError.ResponseEnded, "The simulator has failed.", fault));
        }
    }
}
