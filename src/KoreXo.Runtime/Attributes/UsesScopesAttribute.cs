namespace KoreXo;

/// <summary>Says what a library needs in all; read when the app that references it looks for scopes it does not use.</summary>
/// <param name="scopes">The scopes.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class UsesScopesAttribute(params string[] scopes) : Attribute
{
    /// <summary>Gets the scopes.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;
}
