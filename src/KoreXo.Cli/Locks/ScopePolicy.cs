using System.Text.Json;
using KoreXo.Analyzers.Requirements;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Locks;

/// <summary>What the owners of a solution allow its apps to need or hold, read from a file.</summary>
/// <param name="Never">Patterns of scopes that no app may need or hold; <c>*</c> stands for any characters.</param>
/// <param name="Owners">Who answers for the scopes of a pattern; if there are any, each scope must have one.</param>
internal sealed record ScopePolicy(IReadOnlyList<string> Never, IReadOnlyDictionary<string, string> Owners)
{
    /// <summary>Reads a policy.</summary>
    /// <exception cref="CommandException">The file cannot be read, or has something that is no part of a policy.</exception>
    public static async Task<ScopePolicy> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file.FullName, cancellationToken));
            var never = new List<string>();
            var owners = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var member in Demand(document.RootElement, JsonValueKind.Object, "a policy").EnumerateObject())
            {
                switch (member.Name)
                {
                    case "never":
                        never.AddRange(Demand(member.Value, JsonValueKind.Array, "\"never\"").EnumerateArray().Select(Text));
                        break;
                    case "owners":
                        owners = Demand(member.Value, JsonValueKind.Object, "\"owners\"")
                            .EnumerateObject()
                            .ToDictionary(static owner => owner.Name, static owner => Text(owner.Value), StringComparer.Ordinal);
                        break;
                    case "$schema":
                        break;
                    default:
                        throw new FormatException($"'{member.Name}' is unknown; a policy has \"never\" and \"owners\".");
                }
            }

            return new ScopePolicy(never, owners);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file.FullName} cannot be read: {FileProblem.Describe(file.FullName, fault)}", fault);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new CommandException($"{file.FullName} is not a policy: {fault.Message}", fault);
        }
    }

    /// <summary>Returns what violates the policy, one sentence each.</summary>
    public IReadOnlyList<string> Judge(ScopeLock needs, ScopeReport report)
    {
        var all = needs
            .Apps.SelectMany(static app => app.Scopes.Select(scope => (App: app.Name, scope.Scope.Scope, scope.Scope.Resource)))
            .Concat(report.Apps.SelectMany(static app => app.Holds.Select(held => (App: app.Name, held.Scope, held.Resource))))
            .Distinct()
            .OrderBy(static row => row.App, StringComparer.Ordinal)
            .ThenBy(static row => row.Scope, StringComparer.Ordinal)
            .ThenBy(static row => row.Resource, StringComparer.Ordinal);
        var violations = new List<string>();
        foreach (var (app, scope, resource) in all)
        {
            if (Never.FirstOrDefault(pattern => Matches(pattern, scope)) is { } forbidden)
            {
                violations.Add(
                    $"App '{app}' requires or is granted '{scope}'{ResourceScope.On(resource)}, which the policy forbids ('{forbidden}')."
                );
            }

            if (Owners.Count > 0 && !Owners.Keys.Any(pattern => Matches(pattern, scope)))
            {
                violations.Add(
                    $"App '{app}' requires or is granted '{scope}'{ResourceScope.On(resource)}, which has no owner in the policy."
                );
            }
        }

        return violations;
    }

    // File system patterns give meaning to further characters, such as the question mark.
    private static bool Matches(string pattern, string scope)
    {
        var parts = pattern.Split('*');
        if (parts is [var whole])
        {
            return whole == scope;
        }

        var rest = scope.AsSpan();
        if (!rest.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[parts[0].Length..];
        foreach (var part in parts[1..^1])
        {
            if (rest.IndexOf(part, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                return false;
            }

            rest = rest[(at + part.Length)..];
        }

        return rest.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private static string Text(JsonElement value) => Demand(value, JsonValueKind.String, "a scope or owner").GetString()!;

    private static JsonElement Demand(JsonElement value, JsonValueKind kind, string what) =>
        value.ValueKind == kind
            ? value
            : throw new FormatException(
                $"{what} must be {(kind == JsonValueKind.String ? "a" : "an")} {kind.ToString().ToLowerInvariant()}, not {value.ValueKind.ToString().ToLowerInvariant()}."
            );
}
