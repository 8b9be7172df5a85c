namespace KoreXo;

/// <summary>Binds code to specific apps (manifests) of the project: only these must be granted the scopes that the code requires.</summary>
/// <param name="apps">The names of the apps, as in their manifests.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class ScopeAppAttribute(params string[] apps) : Attribute
{
    /// <summary>Gets the names of the apps.</summary>
    public IReadOnlyList<string> Apps { get; } = apps;
}
