namespace KoreXo;

/// <summary>
/// Declares the scopes that a member requires. Multiple attributes are alternatives, any of which is sufficient; the scopes of one
/// attribute are all required, on a single credential.
/// </summary>
/// <remarks>
/// Without arguments, no scope is required. For a member without the attribute, the required scopes are unknown.
/// </remarks>
/// <param name="allOf">The scopes, all of which are required.</param>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
public sealed class RequiresScopesAttribute(params string[] allOf) : Attribute
{
    /// <summary>Gets the scopes, all of which are required; empty if none are.</summary>
    public IReadOnlyList<string> AllOf { get; } = allOf;

    /// <summary>Gets or sets the kind of credential that must be granted the scopes; <see langword="null"/> for any kind.</summary>
    public string? Credential { get; set; }

    /// <summary>
    /// Gets or sets the name of the member's parameter whose value is the resource that the scopes are required on, for example the name of
    /// a table; <see langword="null"/> if they are required on <see cref="Resource"/>, or on every resource.
    /// </summary>
    public string? ResourceParameter { get; set; }

    /// <summary>
    /// Gets or sets the resource that the scopes are required on, whatever the arguments; <see langword="null"/> if a parameter names it,
    /// or if they are required on every resource.
    /// </summary>
    public string? Resource { get; set; }

    /// <summary>Gets or sets a value indicating whether the scopes are required only for some arguments.</summary>
    public bool Conditional { get; set; }
}
