namespace KoreXo.Benchmarks;

/// <summary>
/// KoreXo beside other generators, on one document: gets them, has them emit their clients, checks that all decode the same, and
/// measures. Prints a section of docs/performance.md.
/// </summary>
internal static class PeerComparison
{
    public const string Argument = "peers";

    /// <summary>Measures all parts, or those that are named.</summary>
    public static async Task<int> RunAsync(string[] named)
    {
        var workspace = new PeerWorkspace();
        await Console.Error.WriteLineAsync($"Packages, tools and projects, in {workspace.Folder}");
        await workspace.CreateAsync();
        await workspace.GenerateAsync();
        await workspace.BuildAsync();
        var (calls, sizes) = (new PeerCalls(workspace), new PeerSizes(workspace));
        (string Name, string Title, Func<Task<string>> MeasureAsync)[] parts =
        [
            ("check", "What is sent and read", calls.CheckAsync),
            ("memory", "In memory", calls.InMemoryAsync),
            ("socket", "On a socket", calls.OnSocketAsync),
            ("first-call", "First call", new PeerFirstCalls(workspace).MeasureAsync),
            ("sizes", "Sizes", sizes.MeasureAsync),
            ("generation", "Generation", sizes.GenerationAsync),
        ];
        var report = new PeerReport();
        report.Begin();
        var failed = false;
        foreach (
            var (name, title, measureAsync) in parts.Where(part => named.Length == 0 || named.Contains(part.Name, StringComparer.Ordinal))
        )
        {
            await Console.Error.WriteLineAsync(title);
            try
            {
                report.Add(title, await measureAsync());
            }
            catch (Exception exception) when (name != "check")
            {
                // What others took minutes to measure is not lost.
                report.Add(title, "Not measured: it failed.");
                await Console.Error.WriteLineAsync(exception.ToString());
                failed = true;
            }
        }

        var text = report.End();
        await File.WriteAllTextAsync(Path.Combine(workspace.Folder, "performance.md"), text);
        Console.Write(text);
        return failed ? 1 : 0;
    }
}
