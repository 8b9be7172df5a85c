using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>
/// The first call of fresh processes, all clients in turns: compiled while it runs, ahead of time, and native. A ratio is that of two
/// processes of one round: the speed of a shared machine changes, but seldom within a second.
/// </summary>
internal sealed class PeerFirstCalls(PeerWorkspace workspace)
{
    private const int Rounds = 25;

    private readonly List<string> _notes = [];

    public async Task<string> MeasureAsync()
    {
        var just = Peer.All.ToDictionary(static peer => peer, peer => Program(workspace.Output(peer.Project), peer));
        var ready = await PublishAsync("ready-to-run", "--self-contained", "false", "-p:PublishReadyToRun=true");
        var native = await PublishAsync("native", "-p:PublishAot=true");
        var table = new PeerTable(
            "client",
            "JIT, ms",
            "JIT, ratio",
            "CPU, ratio",
            "methods",
            "ReadyToRun, ratio",
            "methods",
            "native, ms",
            "native, ratio"
        );
        var (jit, r2r, aot) = (await RunAsync(just), await RunAsync(ready), await RunAsync(native));
        foreach (var peer in Peer.All)
        {
            table.Add(
                peer.Name,
                Times(jit, peer),
                Ratio(jit, peer, 0),
                Ratio(jit, peer, 1),
                Median(jit, peer, 2, "F0"),
                Ratio(r2r, peer, 0),
                Median(r2r, peer, 2, "F0"),
                Times(aot, peer),
                Ratio(aot, peer, 0)
            );
        }

        const string Head =
            "Client and first GET in a fresh process, in memory, median of 25, with minimum and 90th percentile; ratios with their quartiles. ReadyToRun compiles the whole application; native is Native AOT.\n";
        return string.Join("\n", [Head, table.ToString(), .. _notes.Select(static note => $"\n{note}")]);
    }

    private static string[] Program(string folder, Peer peer) => ["dotnet", Path.Combine(folder, $"Peers.{peer.Project}.dll")];

    private async Task<Dictionary<Peer, string[]>> PublishAsync(string kind, params string[] properties)
    {
        var programs = new Dictionary<Peer, string[]>();
        foreach (var peer in Peer.All)
        {
            try
            {
                var (folder, warnings) = await workspace.PublishAsync(peer.Project, kind, properties);
                var native = Path.Combine(folder, $"Peers.{peer.Project}{(OperatingSystem.IsWindows() ? ".exe" : "")}");
                programs[peer] = kind == "native" ? [native] : Program(folder, peer);
                if (kind == "native")
                {
                    var size = PeerTable.Text(new FileInfo(native).Length / 1e6, "F2");
                    _notes.Add($"{peer.Name}, native: {size} MB, {warnings} warnings.");
                }
            }
            catch (InvalidOperationException exception)
            {
                var error = exception.Message.Split('\n').FirstOrDefault(static line => line.Contains("error", StringComparison.Ordinal));
                _notes.Add($"{peer.Name} cannot be published as {kind}: {error?.Trim()}");
                if (peer == Peer.All[0])
                {
                    break; // the tool chain is not there
                }
            }
        }

        return programs;
    }

    private async Task<Dictionary<Peer, List<double[]>>> RunAsync(Dictionary<Peer, string[]> programs)
    {
        var results = programs.Keys.ToDictionary(static peer => peer, static _ => new List<double[]>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (peer, command) in programs.Where(program => results.ContainsKey(program.Key)))
            {
                try
                {
                    var (text, _) = await PeerCommand.RunAsync(workspace.Folder, command[0], command[1..]);
                    results[peer].Add([.. text.Trim().Split(' ').Select(static part => double.Parse(part, CultureInfo.InvariantCulture))]);
                }
                catch (InvalidOperationException exception)
                {
                    results.Remove(peer);
                    var error = exception
                        .Message.Split('\n')
                        .FirstOrDefault(static line => line.Contains("Exception", StringComparison.Ordinal));
                    _notes.Add($"{peer.Name} does not run{(command.Length == 1 ? " native" : "")}: {error?.Trim()}");
                }
            }
        }

        return results;
    }

    private static string Times(Dictionary<Peer, List<double[]>> results, Peer peer) =>
        results.TryGetValue(peer, out var found)
            ? $"{Median(results, peer, 0, "F1")} ({PeerTable.Text(found.Min(static run => run[0]), "F1")}–{PeerTable.Text(Numbers.Quantile(found.Select(static run => run[0]), 0.9), "F1")})"
            : "–";

    private static string Median(Dictionary<Peer, List<double[]>> results, Peer peer, int column, string format) =>
        results.TryGetValue(peer, out var found) ? PeerTable.Text(Numbers.Median(found.Select(run => run[column])), format) : "–";

    private static string Ratio(Dictionary<Peer, List<double[]>> results, Peer peer, int column)
    {
        if (!results.TryGetValue(peer, out var found) || !results.TryGetValue(Peer.All[0], out var hand))
        {
            return "–";
        }

        double[] ratios = [.. found.Zip(hand, (own, other) => own[column] / other[column])];
        return $"{PeerTable.Text(Numbers.Median(ratios), "F2")} ({PeerTable.Text(Numbers.Quantile(ratios, 0.25), "F2")}–{PeerTable.Text(Numbers.Quantile(ratios, 0.75), "F2")})";
    }
}
