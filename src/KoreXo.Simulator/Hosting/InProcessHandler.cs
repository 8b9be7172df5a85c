using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator.Hosting;

/// <summary>Passes requests to the pipeline as a server would, and raises connection faults as a network would.</summary>
internal sealed class InProcessHandler(RequestDelegate pipeline, Uri endpoint) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var exchange = await InProcessExchange.CreateAsync(request, endpoint, cancellationToken).ConfigureAwait(false);
        // Started immediately on this thread, so that a request never arrives after its caller has canceled it.
        _ = RunAsync(exchange);
        using (cancellationToken.UnsafeRegister(static state => ((InProcessExchange)state!).Leave(), exchange))
        {
            try
            {
                return await exchange.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (HttpIOException exception)
            {
                throw new HttpRequestException(
                    exception.HttpRequestError,
                    "The simulator has ended the connection without a response.",
                    exception
                );
            }
        }
    }

    /// <summary>Not supported, because the simulator responds asynchronously, as a server does.</summary>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The simulator supports asynchronous calls only.");

    private async Task RunAsync(InProcessExchange exchange)
    {
        try
        {
            await pipeline(exchange.Context).ConfigureAwait(false);
            await exchange.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            exchange.Fail(new HttpIOException(HttpRequestError.ResponseEnded, "The simulator has failed.", exception));
        }
    }
}
