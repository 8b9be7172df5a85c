using KoreXo;

namespace Travel.Pipeline;

/// <summary>Does something again that failed for the moment.</summary>
internal static class Retry
{
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> action, int times, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action(cancellationToken);
            }
            catch (KoreXoException failed) when (failed.IsTransient && attempt < times)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), cancellationToken);
            }
        }
    }
}
