using KoreXo.Cli.Specs.Reading;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>A difference of two models before it is known what it does to the C# API.</summary>
internal sealed record ChangeDraft(ChangeKind Kind, string Subject, string What)
{
    /// <summary>What it does besides changing signatures.</summary>
    public Impact Impact { get; init; }

    /// <summary>What signatures do not tell, as a sentence; empty where they tell all.</summary>
    public string Note { get; init; } = "";

    public bool IsScopeChange { get; init; }

    /// <summary>The members of the C# API that may differ because of it.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The members that it is about although their signatures stay as they are.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The uses of types that are gone with it.</summary>
    public IReadOnlyList<TypeRef?> Left { get; init; } = [];

    /// <summary>The uses of types that came with it.</summary>
    public IReadOnlyList<TypeRef?> Came { get; init; } = [];

    public SpecPlace? Place { get; init; }
}
