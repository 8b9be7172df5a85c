using KoreXo;

namespace TableLoad;

/// <summary>The rows of the load: made up, each with the number by which it is told from all others. Put your own source here.</summary>
internal static class CustomerRows
{
    public const string Number = "Number";
    public const string Plan = "Plan";

    private static readonly string[] Countries = ["Austria", "Belgium", "Chile", "Denmark"];

    public static IEnumerable<IReadOnlyDictionary<string, JsonAny>> Make(int first, int count) =>
        Enumerable
            .Range(first, count)
            .Select(static number => new Dictionary<string, JsonAny>
            {
                [Number] = number,
                ["Name"] = $"Customer {number}",
                ["Country"] = Countries[number % Countries.Length],
                [Plan] = number % 10 == 0 ? "trial" : "paid",
            });
}
