using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Hosting;

/// <summary>
/// The names under which operations take secrets. The log hides them in all requests: a request with the right key for a wrong path is for
/// no operation.
/// </summary>
internal sealed class SecretNames
{
    private readonly HashSet<string> _headers = new(["auth", "Authorization", "Cookie"], StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    public SecretNames(IEnumerable<ApiOperation> operations)
    {
        foreach (var scheme in operations.SelectMany(operation => operation.Security).SelectMany(requirement => requirement.Schemes))
        {
            (scheme.Kind == SchemeKind.KeyInQuery ? _parameters : _headers).Add(scheme.Name);
        }
    }

    public bool IsHeader(string name) => _headers.Contains(name);

    /// <summary>Returns whether a query parameter, still encoded, is a secret.</summary>
    public bool IsParameter(string name) => _parameters.Contains(Uri.UnescapeDataString(name));
}
