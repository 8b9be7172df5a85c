namespace KoreXo;

/// <summary>
/// Marks a guard. A guard of type <see cref="bool"/>, or a task of one, is <see langword="true"/> only if the scopes are granted; a guard
/// that returns nothing throws unless they are.
/// </summary>
/// <param name="scopes">The scopes that the guard checks. If empty, the constant string arguments of the call are the scopes.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ScopeGuardAttribute(params string[] scopes) : Attribute
{
    /// <summary>Gets the scopes that the guard checks; empty if they are the arguments of the call.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;

    /// <summary>
    /// Gets or sets the name of the guard's parameter whose value is the resource that it checks the scopes on; <see langword="null"/> if
    /// it checks them on <see cref="Resource"/>, or on every resource.
    /// </summary>
    public string? ResourceParameter { get; set; }

    /// <summary>
    /// Gets or sets the resource that the guard checks the scopes on; <see langword="null"/> if a parameter names it, or if it checks them
    /// on every resource.
    /// </summary>
    public string? Resource { get; set; }
}
