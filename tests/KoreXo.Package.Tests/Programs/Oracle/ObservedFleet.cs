using KoreXo.Testing.Engines;

namespace KoreXo.Package.Tests.Programs.Oracle;

/// <summary>The sample of a fleet, whose worker is observed: it needs a database, and the work that was planned there.</summary>
internal sealed class ObservedFleet : IAsyncDisposable
{
    private readonly PostgreSqlEngine _engine = new();

    private ObservedFleet() { }

    /// <summary>Plans the work, if PostgreSQL is installed, and returns the arguments of the worker.</summary>
    public static async Task<(ObservedFleet Fleet, string[] Work)> StartAsync(ObservedAccount account, string program)
    {
        var fleet = new ObservedFleet();
        if (!PostgreSqlEngine.IsInstalled)
        {
            return (fleet, []);
        }

        await fleet._engine.InitializeAsync();
        var (variables, folder) = (account.Account.Variables, Path.Combine(account.Account.Folder, "fleet"));
        variables["KOREXO_DATABASE"] = fleet._engine.Connection;
        (variables["KOREXO_CLIENT_ID"], variables["KOREXO_CLIENT_SECRET"]) = (variables["XO_PLATFORM_ID"], variables["XO_PLATFORM_SECRET"]);
        var bot = account.Account.Bot.Id;
        string[] plan = [program, "plan", "--bots", bot, "--from", "2026-03-01", "--to", "2026-03-02", "--out", folder];
        (await account.RunAsync(plan)).Succeeded();
        return (fleet, ["work", "--endpoint", variables["XO_ENDPOINT"], "--out", folder]);
    }

    public async ValueTask DisposeAsync() => await _engine.DisposeAsync();
}
