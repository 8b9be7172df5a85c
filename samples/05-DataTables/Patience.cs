using KoreXo;

namespace TableLoad;

/// <summary>Tries again, after the client has repeated a call as often as it may. Only for what may be done twice.</summary>
internal static class Patience
{
    private const int MostFailures = 20;

    /// <param name="clock">The clock of the pauses.</param>
    /// <param name="act">What is done; told whether it was tried before.</param>
    /// <param name="cancellationToken">Ends the pauses.</param>
    public static async Task<T> RunAsync<T>(TimeProvider clock, Func<bool, Task<T>> act, CancellationToken cancellationToken)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                return await act(failures > 0);
            }
            catch (KoreXoException fault) when ((fault.IsTransient || fault.MayHaveBeenApplied) && ++failures < MostFailures)
            {
                await Task.Delay(fault.RetryAfter ?? TimeSpan.FromSeconds(2 * failures), clock, cancellationToken);
            }
        }
    }
}
