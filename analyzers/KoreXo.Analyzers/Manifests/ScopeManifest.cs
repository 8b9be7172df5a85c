using KoreXo.Analyzers.Json;

namespace KoreXo.Analyzers.Manifests;

/// <summary>One <c>*.scopes.json</c>: the scopes that one deployed app holds.</summary>
internal sealed class ScopeManifest
{
    /// <summary>The suffix of a manifest's file name.</summary>
    public const string FileSuffix = ".scopes.json";

    /// <summary>Gets the name of the app; <see langword="null"/> if it is derived from the file name.</summary>
    public string? App { get; init; }

    public IReadOnlyList<ManifestCredential> Credentials { get; init; } = [];

    /// <summary>Gets the scopes that are held on purpose although no code needs them.</summary>
    public IReadOnlyList<ScopeEntry> Reserved { get; init; } = [];

    /// <summary>Gets the root object; <see langword="null"/> if the file is not valid JSON.</summary>
    public JsonValue? Root { get; init; }

    /// <summary>Gets the object of the credentials, if there is one.</summary>
    public JsonValue? CredentialsValue { get; init; }

    /// <summary>Gets the errors in the file. Nothing is checked against a manifest with errors.</summary>
    public IReadOnlyList<ManifestFault> Faults { get; init; } = [];

    public bool IsReadable => Faults.Count == 0;

    /// <summary>Returns the file name without its folder and suffix.</summary>
    public static string FileTitle(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Substring(0, Math.Max(0, name.Length - FileSuffix.Length));
    }

    /// <summary>Returns the corrected name of a file that is almost named like a manifest.</summary>
    public static string? Correct(string name)
    {
        if (name.Equals("scopes.json", StringComparison.OrdinalIgnoreCase) || name.Equals("scope.json", StringComparison.OrdinalIgnoreCase))
        {
            return "app" + FileSuffix;
        }

        foreach (var suffix in new[] { ".scope.json", ".scopes.jsonc", ".scopes.json5", "-scopes.json", "_scopes.json" })
        {
            if (name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                return name.Substring(0, name.Length - suffix.Length) + FileSuffix;
            }
        }

        return null;
    }

    public static bool IsManifestPath(string path) => path.EndsWith(FileSuffix, StringComparison.OrdinalIgnoreCase);
}
