using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads a manifest strictly: otherwise, a typo would show only when a request is rejected.</summary>
internal sealed class ScopeManifestReader(string? path)
{
    private readonly Dictionary<string, HashSet<string>> _credentials = new(StringComparer.Ordinal);
    private readonly List<ResourceGrant> _grants = [];
    private string? _app;

    public ScopeManifest Read(ReadOnlySpan<byte> utf8)
    {
        utf8 = Utf8Text.WithoutMark(utf8);
        var reader = new Utf8JsonReader(
            utf8,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            reader.Read();
            Document(ref reader, utf8);
            while (reader.Read())
            {
                // Only comments may follow; the reader rejects anything else.
            }
        }
        catch (JsonException fault)
        {
            throw Fault((fault.LineNumber ?? 0) + 1, $"the JSON is invalid ({Reason(fault)}); fix it there", fault);
        }

        var name = _app ?? FileTitle(path);
        return new ScopeManifest(
            name,
            _credentials.Select(static entry => KeyValuePair.Create<string, IEnumerable<string>>(entry.Key, entry.Value)),
            _grants
        );
    }

    private static string FileTitle(string? path)
    {
        const string suffix = ".scopes.json";
        var name = Path.GetFileName(path) ?? "";
        return name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? name[..^suffix.Length] : Path.GetFileNameWithoutExtension(name);
    }

    private void Document(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        Expect(ref reader, utf8, JsonTokenType.StartObject, "the manifest must be an object, { \"app\": …, \"scopes\": […] }");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            switch (name)
            {
                case "$schema" or "reserved":
                    reader.Skip();
                    break;
                case "app":
                    reader.Read();
                    Expect(ref reader, utf8, JsonTokenType.String, "\"app\" must be the name of the app, a string");
                    _app = reader.GetString();
                    break;
                case "scopes":
                    reader.Read();
                    Scopes(ref reader, utf8, "the scopes must be an array of strings", Everywhere(kind: ""));
                    break;
                case "credentials":
                    reader.Read();
                    Credentials(ref reader, utf8);
                    break;
                default:
                    throw Fault(
                        Line(ref reader, utf8),
                        $"unknown property '{name}'; a manifest has app, scopes, credentials, reserved and $schema"
                    );
            }
        }
    }

    private void Credentials(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        Expect(ref reader, utf8, JsonTokenType.StartObject, "\"credentials\" must be an object, { \"kind\": [\"scope\", …] }");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var kind = reader.GetString()!;
            reader.Read();
            Credential(ref reader, utf8, kind);
        }
    }

    // A list, or an object with a list for each resource.
    private void Credential(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string kind)
    {
        var everywhere = Everywhere(kind);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Scopes(
                ref reader,
                utf8,
                $"the scopes of '{kind}' must be an array of strings, or an object with one for each resource",
                everywhere
            );
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var resource = reader.GetString()!;
            if (string.IsNullOrWhiteSpace(resource))
            {
                throw Fault(Line(ref reader, utf8), "a resource must have a name; write \"*\" for every resource");
            }

            reader.Read();
            var rule = $"the scopes of '{kind}' on '{resource}' must be an array of strings";
            if (resource == "*")
            {
                Scopes(ref reader, utf8, rule, everywhere);
                continue;
            }

            var scopes = new HashSet<string>(StringComparer.Ordinal);
            Scopes(ref reader, utf8, rule, scopes);
            _grants.Add(new ResourceGrant(kind, resource, scopes));
        }
    }

    private HashSet<string> Everywhere(string kind)
    {
        if (!_credentials.TryGetValue(kind, out var scopes))
        {
            _credentials.Add(kind, scopes = new HashSet<string>(StringComparer.Ordinal));
        }

        return scopes;
    }

    private void Scopes(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string rule, HashSet<string> scopes)
    {
        Expect(ref reader, utf8, JsonTokenType.StartArray, rule);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref reader, utf8, JsonTokenType.String, "a scope must be a non-empty string");
            var scope = reader.GetString()!;
            if (string.IsNullOrWhiteSpace(scope))
            {
                throw Fault(Line(ref reader, utf8), "a scope must be a non-empty string; remove the entry or name the scope");
            }

            scopes.Add(scope);
        }
    }

    private void Expect(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, JsonTokenType token, string rule)
    {
        if (reader.TokenType != token)
        {
            throw Fault(Line(ref reader, utf8), rule);
        }
    }

    private static long Line(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8) =>
        1 + utf8[..(int)reader.TokenStartIndex].Count((byte)'\n');

    // The parser's message ends with the position, which is reported already.
    private static string Reason(JsonException fault) => fault.Message.Split(" LineNumber:")[0].TrimEnd('.');

    private FormatException Fault(long line, string rule, Exception? inner = null) =>
        new($"Scope manifest cannot be read: {path ?? "the stream"}, line {line}: {rule}.", inner);
}
