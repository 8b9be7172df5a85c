using KoreXo;

namespace TableLoad;

/// <summary>
/// Retries an operation after the client has used up its own retries. Use it only for operations that can safely run twice.
/// </summary>
internal static class Patience
{
    private const int MostFailures = 20;

    /// <param name="clock">The clock for the delays.</param>
    /// <param name="act">The operation; its argument indicates whether it was tried before.</param>
    /// <param name="cancellationToken">A token to cancel the delays.</param>
    public static async Task<T> RunAsync<T>(TimeProvider clock, Func<bool, Task<T>> act, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                return await act(failures > 0);
            }
            catch (KoreXoException exception) when ((exception.IsTransient || exception.MayHaveBeenApplied) && ++failures < MostFailures)
            {
                await Task.Delay(exception.RetryAfter ?? TimeSpan.FromSeconds(2 * failures), clock, cancellationToken);
            }
        }
    }
}
