using System.Diagnostics.CodeAnalysis;
using Polly;

namespace KoreXo.Runtime;

/// <summary>
/// Sends nothing through a pipeline that the user built, to see whether the client's own is part of it: there, what is no call goes no
/// further.
/// </summary>
internal sealed class PipelineProbe
{
    private bool _hasPassed;

    /// <summary>Whether the client's own pipeline is surely missing. A strategy that delays or rejects what it is given hides it.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What a strategy does with what is no call says nothing.")]
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
