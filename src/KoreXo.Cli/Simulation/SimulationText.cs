using System.Globalization;
using System.Text;
using KoreXo.Cli.Reports;
using KoreXo.Simulator;

namespace KoreXo.Cli.Simulation;

/// <summary>Describes a running simulator to a person at a terminal.</summary>
internal static class SimulationText
{
    public static string Write(SimulatedPlatform platform, TimeProvider clock)
    {
        var text = new StringBuilder();
        Line(text, "endpoint", platform.Simulator.Endpoint.ToString());
        foreach (var app in platform.Apps)
        {
            Line(text, SimulationJson.Name(app.Kind), $"{app.ClientId}  {app.ClientSecret}");
        }

        foreach (var bot in platform.Bots)
        {
            Line(text, "bot", $"{bot.Id}  {bot.Name}{Contents(platform, bot)}");
        }

        foreach (var table in platform.Simulator.Tables.Values.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            Line(
                text,
                "table",
                $"{table.Name}: {(table.Columns.Count == 0 ? "any columns" : string.Join(", ", table.Columns))}; {Count(table.Count, "row")}"
            );
        }

        if (platform.Simulator.Tables.Count == 0)
        {
            Line(text, "table", "none; add one with --table NAME");
        }

        if (platform.Simulator.Users.Count > 0)
        {
            Line(text, "users", string.Join(", ", platform.Simulator.Users.Select(user => user.Email)));
        }

        Line(text, "sample", $"{platform.SampleBot}  must be installed before it can be called");
        var end = (clock.GetUtcNow() + CurlExamples.Lifetime).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nPaste a line into a shell. Its token is valid for {CurlExamples.Lifetime.TotalHours} hours, until {end} UTC.\n"
        );
        foreach (var (purpose, line) in CurlExamples.Create(platform))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n# {purpose}\n{line}\n");
        }

        return text.Append("\nOpen the endpoint in a browser to see the requests. Ctrl+C stops the simulator; nothing is kept.\n")
            .ToString();
    }

    private static string Contents(SimulatedPlatform platform, SimulatedBot bot)
    {
        string[] parts =
        [
            .. Counted(platform.Simulator.Sessions.Count(session => session.Bot == bot), "session"),
            .. Counted(bot.TestSuites.Count, "test suite"),
            .. Counted(bot.ConversationTestSuites.Count, "conversation test suite"),
        ];
        return parts.Length == 0 ? "" : $": {string.Join(", ", parts)}";
    }

    private static string[] Counted(int count, string what) => count == 0 ? [] : [Count(count, what)];

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static void Line(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{name.PadRight(9)} {ShownText.From(value)}\n");
}
