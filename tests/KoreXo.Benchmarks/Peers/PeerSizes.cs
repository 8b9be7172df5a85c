namespace KoreXo.Benchmarks;

/// <summary>How much there is of each client, and how long it takes to make it.</summary>
internal sealed class PeerSizes(PeerWorkspace workspace)
{
    private const int Rounds = 3;

    public async Task<string> MeasureAsync()
    {
        var table = new PeerTable(
            "client",
            "written: lines",
            "emitted: lines",
            "emitted: characters",
            "program, kB",
            "DLLs beside it",
            "their size, MB"
        );
        foreach (var peer in Peer.All)
        {
            var emitted = await workspace.EmittedAsync(peer.Project);
            var written = peer.Written.Select(file => Path.Combine(workspace.Folder, peer.Project, file));
            var output = new DirectoryInfo(workspace.Output(peer.Project));
            string[] folders = [output.FullName, Path.Combine(output.FullName, "runtimes")]; // not those of published programs
            FileInfo[] libraries =
            [
                .. folders
                    .Where(Directory.Exists)
                    .SelectMany(folder =>
                        new DirectoryInfo(folder).EnumerateFiles(
                            "*.dll",
                            folder == output.FullName ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories
                        )
                    )
                    .Where(static file => !file.Name.StartsWith("Peers.", StringComparison.Ordinal)),
            ];
            var program = new FileInfo(Path.Combine(output.FullName, $"Peers.{peer.Project}.dll"));
            table.Add(
                peer.Name,
                PeerTable.Text(Lines(written), "N0"),
                PeerTable.Text(Lines(emitted), "N0"),
                PeerTable.Text(emitted.Sum(static file => File.ReadAllText(file).Length), "N0"),
                PeerTable.Text(program.Length / 1e3, "N0"),
                PeerTable.Text(libraries.Length, "N0"),
                PeerTable.Text(libraries.Sum(static file => file.Length) / 1e6, "F2")
            );
        }

        const string Head =
            "By hand there are three operations only. *Emitted* includes what compiler extensions add. The program is client and harness; the DLLs are all that lie beside it, for every platform.";
        return $"{Head}\n\n{table}";
    }

    public async Task<string> GenerationAsync()
    {
        var tools = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        var builds = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (project, time) in await workspace.GenerateAsync())
            {
                Add(tools, project, time);
            }

            foreach (var peer in Peer.All)
            {
                Add(builds, peer.Project, await workspace.RebuildAsync(peer.Project));
            }
        }

        var table = new PeerTable("client", "tool, s", "build, s");
        foreach (var peer in Peer.All)
        {
            table.Add(peer.Name, tools.TryGetValue(peer.Project, out var tool) ? Range(tool) : "–", Range(builds[peer.Project]));
        }

        return $"The tool's run, and one project compiled with a compiler that was not there before, which for KoreXo includes generation; median and range of three.\n\n{table}";
    }

    private static void Add(Dictionary<string, List<double>> times, string project, TimeSpan time)
    {
        times.TryAdd(project, []);
        times[project].Add(time.TotalSeconds);
    }

    private static string Range(List<double> times) =>
        $"{PeerTable.Text(Numbers.Median(times), "F1")} ({PeerTable.Text(times.Min(), "F1")}–{PeerTable.Text(times.Max(), "F1")})";

    private static int Lines(IEnumerable<string> files) => files.Sum(static file => File.ReadLines(file).Count());
}
