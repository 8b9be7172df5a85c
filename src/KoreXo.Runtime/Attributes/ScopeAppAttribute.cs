namespace KoreXo;

/// <summary>Binds code to some of the project's apps (manifests): only these must hold the scopes that the code needs.</summary>
/// <param name="apps">The names of the apps, as in the manifests.</param>
[AttributeUsage(AttributeTargets.All)]
public sealed class ScopeAppAttribute(params string[] apps) : Attribute
{
    /// <summary>Gets the names of the apps.</summary>
    public IReadOnlyList<string> Apps { get; } = apps;
}
