using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Locks;

/// <summary>Reads and writes <c>scopes.lock</c>. The same needs give the same bytes, on every machine.</summary>
internal static class LockText
{
    private const int Version = 1;

    public static string Write(ScopeLock needs) =>
        JsonText.Write(
            new JsonObject
            {
                ["version"] = Version,
                ["apps"] = new JsonObject(
                    needs.Apps.Select(static app => KeyValuePair.Create(app.Name, (JsonNode?)new JsonArray([.. app.Scopes.Select(Scope)])))
                ),
            }
        );

    /// <summary>Reads a lock.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it is from, for messages.</param>
    /// <exception cref="CommandException">It is not a lock, or one of a later version.</exception>
    public static ScopeLock Read(string text, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.GetProperty("version").GetInt32() switch
            {
                Version => new ScopeLock([.. root.GetProperty("apps").EnumerateObject().Select(App)]),
                > Version => throw new CommandException($"{source} was written by a later version of korexo. Update the tool."),
                _ => throw new FormatException("'version' is not one of a lock."),
            };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CommandException($"{source} is not a lock: {fault.Message} Write it again with korexo scopes lock.", fault);
        }
    }

    private static JsonNode Scope(LockedScope scope) =>
        JsonReport.OnResource(
            new JsonObject
            {
                ["scope"] = scope.Scope.Scope,
                ["credential"] = scope.Scope.Credential,
                ["entryPoints"] = new JsonArray([.. scope.Entries.Select(Entry)]),
            },
            scope.Scope.Resource
        );

    private static JsonNode Entry(LockedEntry entry) =>
        new JsonObject
        {
            ["project"] = entry.Project,
            ["kind"] = entry.Kind,
            ["name"] = entry.Title,
            ["calls"] = new JsonArray([.. entry.Calls.Select(static call => JsonValue.Create(call))]),
        };

    private static LockedApp App(JsonProperty app) =>
        new(
            app.Name,
            [
                .. app
                    .Value.EnumerateArray()
                    .Select(static scope => new LockedScope(
                        new ScopeOnCredential(
                            scope.GetProperty("credential").GetString(),
                            Text(scope, "scope"),
                            scope.TryGetProperty("resource", out var resource) ? resource.GetString() : null
                        ),
                        [
                            .. scope
                                .GetProperty("entryPoints")
                                .EnumerateArray()
                                .Select(static entry => new LockedEntry(
                                    Text(entry, "kind"),
                                    Text(entry, "name"),
                                    Text(entry, "project"),
                                    [.. entry.GetProperty("calls").EnumerateArray().Select(static call => call.GetString() ?? "")]
                                )),
                        ]
                    )),
            ]
        );

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");
}
