namespace KoreXo;

/// <summary>
/// Marks a guard. A <see cref="bool"/> (or a task of one) is true only if the scopes are held; a member that returns nothing throws
/// unless they are.
/// </summary>
/// <param name="scopes">The scopes that the guard checks. Without any, the constant string arguments of the call are the scopes.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ScopeGuardAttribute(params string[] scopes) : Attribute
{
    /// <summary>Gets the scopes that the guard checks; empty when the call's own arguments name them.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;
}
