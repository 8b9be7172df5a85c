namespace KoreXo;

/// <summary>
/// Says which scopes a member needs. Several attributes are alternatives, any of which suffices; the scopes of one attribute are all
/// needed, on one credential.
/// </summary>
/// <remarks>Without arguments nothing is needed. A member without the attribute has an unknown need.</remarks>
/// <param name="allOf">The scopes that are all needed together.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class RequiresScopesAttribute(params string[] allOf) : Attribute
{
    /// <summary>Gets the scopes that are all needed together; empty when nothing is needed.</summary>
    public IReadOnlyList<string> AllOf { get; } = allOf;

    /// <summary>Gets or sets the kind of credential that must hold the scopes; <see langword="null"/> when any kind may.</summary>
    public string? Credential { get; set; }

    /// <summary>Gets or sets whether the scopes are needed only for some arguments.</summary>
    public bool Conditional { get; set; }
}
