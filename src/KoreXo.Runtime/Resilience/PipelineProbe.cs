using System.Diagnostics.CodeAnalysis;
using Polly;

namespace KoreXo.Runtime;

/// <summary>
/// Sends a probe through a pipeline that the user built, to check whether it contains the client's own: there, what is not a call goes no
/// further.
/// </summary>
internal sealed class PipelineProbe
{
    private bool _hasPassed;

    /// <summary>
    /// Checks whether the client's own pipeline is definitely missing. A strategy that delays or rejects the probe hides this.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "How a strategy fails on a probe says nothing about calls.")]
    public static bool IsMissing(ResiliencePipeline pipeline)
    {
        using var end = new CancellationTokenSource();
        var probe = new PipelineProbe();
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, end.Token);
        try
        {
            var run = pipeline.ExecuteOutcomeAsync(static (_, probe) => probe.Pass(), context, probe).AsTask();
            if (run.IsCompleted)
            {
                ResilienceContextPool.Shared.Return(context);
                return probe._hasPassed;
            }

            end.Cancel();
            _ = run.ContinueWith(
                static ended => ended.Exception,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
            return false;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private ValueTask<Outcome<PipelineProbe>> Pass()
    {
        _hasPassed = true;
        return Outcome.FromResultAsValueTask(this);
    }
}
