using KoreXo.Analyzers.Guards;

namespace KoreXo.Analyzers.Tests.Guards;

/// <summary>Every way in which the scopes <c>a</c> and <c>b</c> may be held, to compare what facts say with what they mean.</summary>
internal static class Worlds
{
    /// <summary>Gets the scopes held: none, either, or both.</summary>
    public static IReadOnlyList<string[]> All { get; } =
    [
        [],
        ["a"],
        ["b"],
        ["a", "b"],
    ];

    /// <summary>Returns whether facts may hold where only these scopes are held: in one of the cases, a credential for each set.</summary>
    public static bool Allows(this HeldFacts facts, string[] held) => facts.Cases.Any(one => one.Sets.All(set => set.IsSubsetOf(held)));

    /// <summary>Returns the worlds that facts allow, such as <c>a, b, ab</c>; <c>-</c> is the one in which nothing is held.</summary>
    public static string Of(HeldFacts facts) => Describe(facts.Allows);

    /// <summary>Returns the worlds that pass a test.</summary>
    public static string Describe(Func<string[], bool> test) =>
        string.Join(", ", All.Where(test).Select(static held => held.Length == 0 ? "-" : string.Concat(held)));
}
