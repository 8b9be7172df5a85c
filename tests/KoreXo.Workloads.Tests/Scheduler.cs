namespace KoreXo.Workloads;

/// <summary>Runs a program like a scheduler or a build server: again, after a failure that may pass.</summary>
internal static class Scheduler
{
    private const int MaxRuns = 300;

    /// <summary>Runs a program until it ends by itself.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> run)
    {
        for (var runs = 1; ; runs++)
        {
            try
            {
                return await run();
            }
            catch (KoreXoException exception) when (MayPass(exception) && runs < MaxRuns)
            {
                // Like a build server, it waits for nothing but the next start.
            }
        }
    }

    // A storm may reject a good token twice in a row, which ends a call.
    private static bool MayPass(KoreXoException exception) =>
        exception.IsTransient || exception.MayHaveBeenApplied || exception is KoreXoAuthenticationException { Status: not null };
}
