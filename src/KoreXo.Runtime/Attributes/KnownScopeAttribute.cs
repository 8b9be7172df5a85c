namespace KoreXo;

/// <summary>Publishes a scope that an API knows, so that a misspelt one can be told from a right one.</summary>
/// <param name="name">The scope, spelt as the API spells it; compared ordinally.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class KnownScopeAttribute(string name) : Attribute
{
    /// <summary>Gets the scope.</summary>
    public string Name { get; } = name;

    /// <summary>Gets or sets the scopes that are held by whoever holds this one.</summary>
    public string[]? Implies { get; set; }

    /// <summary>Gets or sets other spellings of the same scope.</summary>
    public string[]? Aliases { get; set; }
}
