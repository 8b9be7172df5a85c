using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.TestSuites;

/// <summary>Calculates the scores of a run: each successful case is a true positive, each failed one a false negative.</summary>
internal static class BatchScores
{
    /// <summary>Returns the counts for the list of suites.</summary>
    public static JsonObject Counts(TestRun run) =>
        new()
        {
            ["TP"] = run.Successes,
            ["TN"] = 0,
            ["FP"] = 0,
            ["FN"] = run.Failures,
            ["success"] = run.Successes,
            ["failure"] = run.Failures,
        };

    /// <summary>Returns the counts for the status of a run.</summary>
    public static JsonObject AllCounts(TestRun run)
    {
        var counts = Counts(run);
        foreach (
            var name in (string[])
                [
                    "traitSuccess",
                    "traitFailure",
                    "totalEntitiesCount",
                    "matchedEntitiesCount",
                    "totalTraitsCount",
                    "matchedTraitsCount",
                    "failedUtteranceCount",
                    "failedEntitiesCount",
                ]
        )
        {
            counts[name] = 0;
        }

        return counts;
    }

    /// <summary>Adds the three scores, as numeric strings, to an object.</summary>
    public static void Write(JsonObject target, TestRun run)
    {
        var recall = run.Total == 0 ? 1 : (double)run.Successes / run.Total;
        target["recall"] = Text(recall);
        target["precision"] = Text(1);
        target["f1_score"] = Text(2 * recall / (1 + recall));
    }

    /// <summary>Returns the result file, with one line for each case. The first cases are the failed ones.</summary>
    public static byte[] File(TestRun run)
    {
        var text = new StringBuilder("utterance,result\n");
        for (var index = 0; index < run.Total; index++)
        {
            text.Append('"')
                .Append(run.Suite.Cases[index].Replace("\"", "\"\"", StringComparison.Ordinal))
                .Append("\",")
                .Append(index < run.Failures ? "failure\n" : "success\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Text(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
