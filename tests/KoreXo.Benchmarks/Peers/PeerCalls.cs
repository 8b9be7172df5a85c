using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>Calls in memory and on a socket, in several processes, each of which calls all clients in turns.</summary>
internal sealed class PeerCalls(PeerWorkspace workspace)
{
    private const int Processes = 3;

    /// <summary>Fails unless all clients send and decode the same; returns what is sent differently.</summary>
    public async Task<string> CheckAsync()
    {
        var differences = await workspace.MeasureAsync("check");
        return differences.Count == 0
            ? "All clients sent the same requests and decoded the same values."
            : "All clients decoded the same values and sent the same requests, except for these bodies:\n\n"
                + string.Join('\n', differences.Select(static line => $"- {line[0]}, {line[1]}: `{line[2]}`"))
                + $"\n\nThe others sent `{differences[0][3]}`.";
    }

    public async Task<string> InMemoryAsync()
    {
        var lines = new List<string[]>();
        for (var process = 0; process < Processes; process++)
        {
            lines.AddRange(await workspace.MeasureAsync("memory"));
        }

        return $"Over a transport in memory; the time is the CPU's. Responses of 290 B, 207 pets (60 kB) and 3,000 pets (871 kB).\n\n{Table(lines, "µs", "bytes")}";
    }

    public async Task<string> OnSocketAsync()
    {
        var text = new List<string>();
        foreach (var callers in new[] { "1", "64" })
        {
            var lines = new List<string[]>();
            for (var process = 0; process < Processes; process++)
            {
                using var server = PeerCommand.Start(
                    workspace.Folder,
                    "dotnet",
                    Path.Combine(workspace.Output("Server"), "Peers.Server.dll")
                );
                var address = (await server.StandardOutput.ReadLineAsync())!.Trim();
                lines.AddRange(await workspace.MeasureAsync("socket", address, callers));
                server.StandardInput.Close(); // which ends it
                await server.WaitForExitAsync();
            }

            text.Add($"{(callers == "1" ? "One caller" : $"{callers} callers")}:\n\n{Table(lines, "CPU, µs", "bytes", "wall, µs")}");
        }

        return $"Kestrel on loopback, in another process; CPU and bytes are those of the client's process alone.\n\n{string.Join("\n\n", text)}";
    }

    /// <summary>One line a client, for each call the numbers of those by hand, and of others the ratio to them.</summary>
    private static string Table(List<string[]> lines, params string[] units)
    {
        string[] kinds = [.. lines.Select(static line => line[0]).Distinct(StringComparer.Ordinal)];
        var table = new PeerTable(["client", .. kinds.SelectMany(kind => units.Select(unit => $"{kind}: {unit}"))]);
        foreach (var peer in Peer.All)
        {
            var cells = kinds.SelectMany(kind =>
                units.Select(
                    (_, unit) =>
                    {
                        var (own, hand) = (Column(lines, kind, peer, unit), Column(lines, kind, Peer.All[0], unit));
                        return peer == Peer.All[0]
                            ? PeerTable.Text(Numbers.Median(own), own[0] < 100 ? "N2" : "N0")
                            : PeerTable.Ratio(own, hand);
                    }
                )
            );
            table.Add([peer.Name, .. cells]);
        }

        return table.ToString();
    }

    private static double[] Column(List<string[]> lines, string kind, Peer peer, int unit) =>
        [
            .. lines
                .Where(line => line[0] == kind && line[1] == peer.Name)
                .Select(line => double.Parse(line[2 + unit], CultureInfo.InvariantCulture)),
        ];
}
