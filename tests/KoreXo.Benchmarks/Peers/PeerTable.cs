using System.Globalization;

namespace KoreXo.Benchmarks;

/// <summary>A table in Markdown, numbers in the invariant culture, the first column being words.</summary>
internal sealed class PeerTable
{
    private readonly List<string> _lines;

    public PeerTable(params string[] heads) => _lines = [Line(heads), Line(heads.Select(static (_, index) => index == 0 ? "---" : "---:"))];

    public void Add(params string[] cells) => _lines.Add(Line(cells));

    public override string ToString() => string.Join('\n', _lines);

    public static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The median of ratios, and their range.</summary>
    public static string Ratio(IReadOnlyList<double> numbers, IReadOnlyList<double> others)
    {
        double[] ratios = [.. numbers.Zip(others, static (number, other) => number / other)];
        return $"{Text(Numbers.Median(ratios), "F2")} ({Text(ratios.Min(), "F2")}–{Text(ratios.Max(), "F2")})";
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
