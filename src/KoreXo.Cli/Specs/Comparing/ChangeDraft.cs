using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>A difference between two models whose effect on the C# API is not yet known.</summary>
internal sealed record ChangeDraft(ChangeKind Kind, string Subject, string What)
{
    /// <summary>Gets the impact other than that of changed signatures.</summary>
    public Impact Impact { get; init; }

    /// <summary>Gets a sentence on what signatures do not show; empty if they show everything.</summary>
    public string Note { get; init; } = "";

    public bool IsScopeChange { get; init; }

    /// <summary>Gets the members of the C# API that may differ because of the change.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Gets the affected members whose signatures stay the same.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Gets the uses of types that the change removes.</summary>
    public IReadOnlyList<TypeRef?> Left { get; init; } = [];

    /// <summary>Gets the uses of types that the change adds.</summary>
    public IReadOnlyList<TypeRef?> Came { get; init; } = [];

    public SpecPlace? Place { get; init; }
}
