using KoreXo;
using KoreXo.Analytics;

namespace Workloads.Classification;

/// <summary>
/// Finds the intents of utterances. Several calls are in flight, so that a slow response does not leave the rate limit unused; the client
/// keeps them within it. Results are written in the order of the utterances.
/// </summary>
[ScopeApp("classify")]
internal sealed class Classifier(AnalyticsClient analytics, string botId, string botName)
{
    private const int Concurrency = 8;

    /// <summary>Classifies utterances, from where an earlier run with the same file was interrupted.</summary>
    /// <param name="utterances">The utterances.</param>
    /// <param name="results">The file for the results.</param>
    /// <param name="progress">Receives the number of results so far.</param>
    /// <param name="cancellationToken">A token to cancel the run, which can be resumed.</param>
    /// <returns>The number of utterances that this run classified, and how many of them the platform rejected.</returns>
    /// <exception cref="InvalidDataException">The file has results of other utterances.</exception>
    public async Task<(int Classified, int Rejected)> RunAsync(
        IReadOnlyList<string> utterances,
        ResultFile results,
        IProgress<int> progress,
        CancellationToken cancellationToken
    )
    {
        if (!utterances.Take(results.Done.Count).SequenceEqual(results.Done, StringComparer.Ordinal))
        {
            throw new InvalidDataException("The results are of other utterances. Choose another file for them.");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var calls = new Queue<(string Utterance, Task<FindIntentResult> Call)>();
        var (classified, rejected) = (0, 0);
        try
        {
            foreach (var utterance in utterances.Skip(results.Done.Count))
            {
                calls.Enqueue((utterance, FindAsync(utterance, stop.Token)));
                if (calls.Count == Concurrency)
                {
                    await WriteAsync();
                }
            }

            while (calls.Count > 0)
            {
                await WriteAsync();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(calls.Select(static Task (call) => call.Call)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return (classified, rejected);

        async Task WriteAsync()
        {
            var (utterance, call) = calls.Dequeue();
            try
            {
                var found = (await call).Response;
                results.Append(utterance, found.Task, Score(found), error: null);
            }
            catch (KoreXoValidationException exception)
            {
                // The platform does not accept this utterance. That is its result, and the others are not affected.
                rejected++;
                results.Append(utterance, intent: null, score: null, exception.Message);
            }

            progress.Report(results.Done.Count + ++classified);
        }
    }

    private static double? Score(FoundIntent found) => found.FinalResolver?.WinningIntents is [var winner, ..] ? winner.Score : null;

    private Task<FindIntentResult> FindAsync(string utterance, CancellationToken cancellationToken) =>
        analytics.FindIntentAsync(
            botId,
            new FindIntentRequest { Input = utterance, BotName = botName },
            cancellationToken: cancellationToken
        );
}
