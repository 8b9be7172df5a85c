using System.Text.Json;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Locks;

/// <summary>
/// How many calls used which scopes in production, by the tags <c>korexo.credential</c> and <c>korexo.scopes</c> of the telemetry, for
/// example <c>{ "usage": [{ "credential": "platform", "scopes": "Bot Sessions", "calls": 12 }] }</c>.
/// </summary>
/// <param name="Calls">The number of calls by scope. Those of a tag without a credential have none. The
/// telemetry does not name resources, so a row has one only where the caller's own tags do.</param>
internal sealed record ObservedUsage(IReadOnlyDictionary<ScopeOnCredential, long> Calls)
{
    /// <summary>Reads the totals. Rows of the same scope add up.</summary>
    /// <exception cref="CommandException">The file cannot be read, or is something else.</exception>
    public static async Task<ObservedUsage> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
            var calls = new Dictionary<ScopeOnCredential, long>();
            foreach (var row in Member(document.RootElement, "usage", JsonValueKind.Array).EnumerateArray())
            {
                var (credential, resource) = (Optional(row, "credential"), Optional(row, "resource"));
                var count =
                    Member(row, "calls", JsonValueKind.Number).TryGetInt64(out var number) && number >= 0
                        ? number
                        : throw new FormatException("'calls' must be a whole number that is not negative.");
                foreach (
                    var name in Member(row, "scopes", JsonValueKind.String).GetString()!.Split("; ", StringSplitOptions.RemoveEmptyEntries)
                )
                {
                    var scope = new ScopeOnCredential(credential, name, resource);
                    calls[scope] = checked(calls.GetValueOrDefault(scope) + count);
                }
            }

            return new ObservedUsage(calls);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be read: {FileProblem.Describe(file.FullName, fault)}", fault);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or OverflowException)
        {
            throw new CommandException(
                $"{file.FullName} does not have the totals of korexo.scopes, such as {{ \"usage\": [{{ \"credential\": \"platform\", \"scopes\": \"A; B\", \"calls\": 12 }}] }}: {fault.Message}",
                fault
            );
        }
    }

    /// <summary>Returns the scopes that an app needs and no call used.</summary>
    public IEnumerable<(string App, ScopeOnCredential Scope)> Unseen(ScopeLock needs) =>
        needs
            .Apps.SelectMany(static app => app.Scopes.Select(scope => (app.Name, scope.Scope)))
            .Where(row => !Calls.Keys.Any(seen => Same(seen, row.Scope)));

    /// <summary>Returns the scopes that calls used although no analyzed code needs them.</summary>
    public IEnumerable<(ScopeOnCredential Scope, long Calls)> Unexplained(ScopeLock needs) =>
        Calls
            .Where(seen => !needs.Apps.SelectMany(static app => app.Scopes).Any(needed => Same(seen.Key, needed.Scope)))
            .OrderBy(static seen => seen.Key.Scope, StringComparer.Ordinal)
            .ThenBy(static seen => seen.Key.Credential, StringComparer.Ordinal)
            .ThenBy(static seen => seen.Key.Resource, StringComparer.Ordinal)
            .Select(static seen => (seen.Key, seen.Value));

    private static JsonElement Member(JsonElement owner, string name, JsonValueKind kind) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) && value.ValueKind == kind
            ? value
            : throw new FormatException($"'{name}' is missing, or is not {Kind(kind)}.");

    private static string? Optional(JsonElement row, string name) =>
        row.ValueKind != JsonValueKind.Object || !row.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind != JsonValueKind.String ? throw new FormatException($"'{name}' is not {Kind(JsonValueKind.String)}.")
        : value.GetString() is { Length: > 0 } text ? text
        : null;

    private static string Kind(JsonValueKind kind) => $"{(kind == JsonValueKind.Array ? "an" : "a")} {kind.ToString().ToLowerInvariant()}";

    private static bool Same(ScopeOnCredential first, ScopeOnCredential second) =>
        first.Scope == second.Scope
        && (first.Credential is null || second.Credential is null || first.Credential == second.Credential)
        && (first.Resource is null || second.Resource is null || first.Resource == second.Resource);
}
