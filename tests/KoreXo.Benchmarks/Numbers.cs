namespace KoreXo.Benchmarks;

/// <summary>What is said about many measurements.</summary>
internal static class Numbers
{
    public static double Median(IEnumerable<double> numbers) => Quantile(numbers, 0.5);

    public static double Quantile(IEnumerable<double> numbers, double share)
    {
        var sorted = numbers.Order().ToList();
        return sorted[(int)(share * (sorted.Count - 1))];
    }
}
