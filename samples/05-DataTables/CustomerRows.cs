using KoreXo;

namespace TableLoad;

/// <summary>The rows to load. They are generated, and each has a unique number. Replace them with your own source.</summary>
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
