using System.Globalization;
using Npgsql;

namespace KoreXo.Testing.Engines;

/// <summary>A PostgreSQL server, which refuses to run as root and so becomes another user.</summary>
public sealed class PostgreSqlEngine : Engine
{
    public const string Name = "postgresql";

    private static readonly string? Program = Find("postgres", Folders());

    public static bool IsInstalled => Program is not null && Find("initdb", Folders()) is not null;

    protected override bool IsAvailable => IsInstalled;

    public override string Kind => Name;

    public override string Connection =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username=korexo;Database=postgres;Timeout=3;Pooling=true");

    protected override string StopSignal => "INT";

    protected override string[] Command =>
        [
            .. Prefix,
            Program!,
            "-D",
            Data,
            "-p",
            Port.ToString(CultureInfo.InvariantCulture),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=off",
            "-c",
            "logging_collector=on",
        ];

    private string Data => Path.Combine(Folder, "data");

    private static string[] Prefix =>
        Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];

    protected override async Task PrepareAsync()
    {
        if (Directory.Exists(Data))
        {
            return;
        }

        if (Prefix.Length > 0)
        {
            await RunAsync("chown", "postgres", Folder);
        }

        await RunAsync([
            .. Prefix,
            Find("initdb", Folders())!,
            "-D",
            Data,
            "-U",
            "korexo",
            "-A",
            "trust",
            "--no-sync",
            "--no-locale",
            "-E",
            "UTF8",
        ]);
    }

    protected override async Task<bool> IsReadyAsync()
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(Connection + ";Pooling=false");
            await using var command = source.CreateCommand("SELECT 1");
            return await command.ExecuteScalarAsync() is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Debian keeps them off the path.
    private static IEnumerable<string> Folders() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(static version => Path.Combine(version, "bin"))
            : [];
}
