namespace Workloads;

/// <summary>The programs by their names on the command line.</summary>
internal static class Catalog
{
    public const string Usage = """
        Usage: Workloads <program> [options]

          classify       Finds the intents of the utterances in a file.
          erase          Erases the data of a customer, and proves it.
          promote        Promotes a bot from development through test to production.
          sessions       Exports a week of sessions with their messages.
          utterances     Adds ML utterances to a bot and trains it.
          table-fixture  Seeds a data table, runs tests, and deletes the rows again.
          notify         Notifies each recipient of a list once, and reports the outcomes.
          usage-report   Sums up the use of language models and the billing of a month.
          timeline       Merges the changes of a bot and the audit log of its account.
          missing-scope  Reports which scopes an app lacks, before anything is sent.

        Each program prints its options with --help. README.md describes them all.
        """;

    public static IReadOnlyDictionary<string, Func<string[], CancellationToken, Task<int>>> Programs { get; } =
        new Dictionary<string, Func<string[], CancellationToken, Task<int>>>(StringComparer.Ordinal)
        {
            ["classify"] = Classification.ClassifyCommand.RunAsync,
            ["erase"] = Erasure.EraseCommand.RunAsync,
            ["promote"] = Promotion.PromoteCommand.RunAsync,
            ["sessions"] = Sessions.SessionsCommand.RunAsync,
            ["utterances"] = Utterances.UtterancesCommand.RunAsync,
            ["table-fixture"] = Fixtures.FixtureCommand.RunAsync,
            ["notify"] = Notifications.NotifyCommand.RunAsync,
            ["usage-report"] = Workloads.Usage.UsageCommand.RunAsync,
            ["timeline"] = Timeline.TimelineCommand.RunAsync,
            ["missing-scope"] = MissingScopes.MissingScopesCommand.RunAsync,
        };
}
