using KoreXo.Analyzers.Json;
using KoreXo.Analyzers.Requirements;

namespace KoreXo.Analyzers.Manifests;

/// <summary>Parses a manifest and collects every error in it.</summary>
internal sealed class ManifestReader
{
    private static readonly string[] Properties = ["$schema", "app", "credentials", "reserved", "scopes"];

    private readonly List<ManifestFault> _faults = [];
    private readonly List<ManifestCredential> _credentials = [];
    private IReadOnlyList<ScopeEntry> _reserved = [];
    private string? _app;
    private JsonValue? _root;
    private JsonValue? _credentialsValue;

    private ManifestReader() { }

    public static ScopeManifest Read(string text)
    {
        var reader = new ManifestReader();
        var (root, fault) = JsonParser.Parse(text);
        if (fault is not null)
        {
            reader.Fail(fault.Range, fault.Message);
        }
        else
        {
            reader._root = root;
            reader.Root(root!);
        }

        return new ScopeManifest
        {
            App = reader._app,
            Root = reader._root,
            CredentialsValue = reader._credentialsValue,
            Credentials = reader._credentials,
            Reserved = reader._reserved,
            Faults = reader._faults,
        };
    }

    private void Root(JsonValue root)
    {
        if (root.Kind != JsonKind.Object)
        {
            Fail(root.Range, "the manifest must be an object");
            return;
        }

        foreach (var (name, value) in Distinct(root))
        {
            switch (name.Text)
            {
                case "$schema":
                    break;
                case "app" when value is { Kind: JsonKind.String, Text.Length: > 0 }:
                    _app = value.Text;
                    break;
                case "app":
                    Fail(value.Range, "'app' must be a non-empty string");
                    break;
                case "scopes":
                    Credential("", name, value, mayBePerResource: false);
                    break;
                case "credentials":
                    _credentialsValue = value;
                    Credentials(value);
                    break;
                case "reserved":
                    _reserved = Scopes("reserved", value, resource: null);
                    break;
                default:
                    Fail(name.Range, $"unknown property '{name.Text}'{NameSuggestion.For(name.Text, Properties)}");
                    break;
            }
        }
    }

    private void Credentials(JsonValue value)
    {
        if (value.Kind != JsonKind.Object)
        {
            Fail(value.Range, "'credentials' must be an object with a list of scopes for each kind of credential");
            return;
        }

        foreach (var (name, list) in Distinct(value))
        {
            Credential(name.Text, name, list, mayBePerResource: true);
        }
    }

    // A list is short for an object with that list for every resource.
    private void Credential(string kind, JsonValue name, JsonValue value, bool mayBePerResource)
    {
        var lists = new List<ResourceList>();
        var scopes = new List<ScopeEntry>();
        if (value.Kind == JsonKind.Object && mayBePerResource)
        {
            foreach (var (resource, list) in Distinct(value))
            {
                if (string.IsNullOrWhiteSpace(resource.Text))
                {
                    Fail(resource.Range, "a resource must have a name; write '*' for every resource");
                }

                lists.Add(new ResourceList(ResourceScope.Named(resource.Text), list));
                scopes.AddRange(Scopes(resource.Text, list, ResourceScope.Named(resource.Text)));
            }
        }
        else if (value.Kind == JsonKind.Array)
        {
            lists.Add(new ResourceList(Resource: null, value));
            scopes.AddRange(Scopes(name.Text, value, resource: null));
        }
        else
        {
            var other = mayBePerResource ? ", or an object with a list of scopes for each resource" : "";
            Fail(value.Range, $"'{name.Text}' must be a list of scopes{other}");
        }

        _credentials.Add(new ManifestCredential(kind, name.Range, scopes, value, lists));
    }

    private List<ScopeEntry> Scopes(string property, JsonValue list, string? resource)
    {
        var scopes = new List<ScopeEntry>();
        if (list.Kind != JsonKind.Array)
        {
            Fail(list.Range, $"'{property}' must be a list of scopes");
        }

        foreach (var item in list.Items)
        {
            if (item.Value.Kind == JsonKind.String && !string.IsNullOrWhiteSpace(item.Value.Text))
            {
                scopes.Add(new ScopeEntry(item.Value.Text, item.Value.Range, resource));
            }
            else
            {
                Fail(item.Value.Range, "a scope must be a non-empty string");
            }
        }

        return scopes;
    }

    private IEnumerable<JsonMember> Distinct(JsonValue value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.Members)
        {
            if (seen.Add(member.Name.Text))
            {
                yield return member;
            }
            else
            {
                Fail(member.Name.Range, $"'{member.Name.Text}' is given twice");
            }
        }
    }

    private void Fail(TextRange range, string message) => _faults.Add(new ManifestFault(range, message));
}
