namespace KoreXo;

/// <summary>Declares all scopes that a library requires; read when an app that references it is checked for unused scopes.</summary>
/// <param name="scopes">The scopes.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class UsesScopesAttribute(params string[] scopes) : Attribute
{
    /// <summary>Gets the scopes.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;

    /// <summary>
    /// Gets or sets the resource that the scopes are required on, for example the name of a table; <see langword="null"/> for every
    /// resource.
    /// </summary>
    public string? Resource { get; set; }
}
