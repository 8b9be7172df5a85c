namespace KoreXo;

/// <summary>Declares a scope that an API defines, so that misspelled scopes can be detected.</summary>
/// <param name="name">The scope, spelled as the API spells it; compared ordinally.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class KnownScopeAttribute(string name) : Attribute
{
    /// <summary>Gets the scope.</summary>
    public string Name { get; } = name;

    /// <summary>Gets or sets the scopes that this one includes.</summary>
    public string[]? Implies { get; set; }

    /// <summary>Gets or sets other spellings of the same scope.</summary>
    public string[]? Aliases { get; set; }
}
