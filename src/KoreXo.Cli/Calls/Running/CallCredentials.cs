using System.Text.Json;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Runtime;
using Microsoft.Extensions.Configuration;

namespace KoreXo.Cli.Calls.Running;

/// <summary>Finds the credentials of a call: in a file, or in environment variables, never among the arguments.</summary>
internal static class CallCredentials
{
    public const string EndpointVariable = "KOREXO_ENDPOINT";

    private const string Prefix = "KOREXO_";

    /// <summary>The ends of the variables, and the settings of a credential that they are.</summary>
    private static readonly (string Variable, string Setting)[] Variables =
    [
        ("CLIENT_ID", "ClientId"),
        ("CLIENT_SECRET", "ClientSecret"),
        ("API_KEY", "ApiKey"),
        ("BEARER_TOKEN", "BearerToken"),
        ("USER_NAME", "UserName"),
        ("PASSWORD", "Password"),
        ("ALGORITHM", "Algorithm"),
        ("TOKEN_ENDPOINT", "TokenEndpoint"),
    ];

    /// <summary>Returns the settings of a client, by the names that its configuration has.</summary>
    /// <exception cref="CommandException">The file cannot be read, or everybody can read it.</exception>
    public static Dictionary<string, string?> Read(string? file, ApiDescription api, Func<string, string?> variable)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Endpoint"] = variable(EndpointVariable) is { Length: > 0 } endpoint ? endpoint : null,
        };
        if (file is not null)
        {
            AddFile(settings, file, api);
        }
        else
        {
            AddVariables(settings, "Credential", Prefix, variable);
            foreach (var kind in api.CredentialKinds ?? [])
            {
                AddVariables(settings, $"Credentials:{kind}", KindPrefix(kind), variable);
            }
        }

        return settings;
    }

    /// <summary>Returns the variables that a call of the API reads, for messages.</summary>
    public static string Advice(ApiDescription api)
    {
        var kinds = (api.CredentialKinds ?? []).Select(static kind => $"{KindPrefix(kind)}CLIENT_ID and {KindPrefix(kind)}CLIENT_SECRET");
        return $"Set {string.Join(", or ", kinds.Prepend($"{Prefix}CLIENT_ID and {Prefix}CLIENT_SECRET"))}, or pass a file with --credentials.";
    }

    private static string KindPrefix(string kind) =>
        Prefix + string.Concat(kind.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_')) + "_";

    private static void AddVariables(Dictionary<string, string?> settings, string section, string prefix, Func<string, string?> variable)
    {
        foreach (var (name, setting) in Variables)
        {
            if (variable(prefix + name) is { Length: > 0 } value)
            {
                settings[$"{section}:{setting}"] = value;
            }
        }
    }

    private static void AddFile(Dictionary<string, string?> settings, string file, ApiDescription api)
    {
        DemandPrivate(file);
        try
        {
            using var content = File.OpenRead(file);
            foreach (var (path, value) in new ConfigurationBuilder().AddJsonStream(content).Build().AsEnumerable())
            {
                // One file serves all areas, and an area does not know the credentials of another.
                if (value is not null && IsForApi(path.Split(':'), api))
                {
                    settings[path] = value;
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--credentials '{file}' cannot be read: {FileProblem.Describe(file, error)}", error);
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or JsonException)
        {
            // Its messages quote the file, and what is wrong there may be the secret.
            throw new CommandException(
                $"--credentials '{file}' is not JSON such as {{ \"Credential\": {{ \"ClientId\": \"…\", \"ClientSecret\": \"…\" }} }}.",
                error
            );
        }
    }

    private static bool IsForApi(string[] path, ApiDescription api) =>
        path is not ["Credentials", var kind, ..] || api.CredentialKinds is not { } kinds || kinds.Contains(kind, StringComparer.Ordinal);

    private static void DemandPrivate(string file)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(file) && (File.GetUnixFileMode(file) & UnixFileMode.OtherRead) != UnixFileMode.None)
        {
            throw new CommandException(
                $"--credentials '{file}' can be read by everyone on this machine; run: chmod 600 {ArgumentExample.Quote(file)}"
            );
        }
    }
}
