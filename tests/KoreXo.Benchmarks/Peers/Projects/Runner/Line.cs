using System.Globalization;

namespace Peers;

/// <summary>A measurement as it is printed: what, who, numbers.</summary>
internal static class Line
{
    public static void Print(string kind, string client, params ReadOnlySpan<double> numbers)
    {
        var text = $"{kind}|{client}";
        foreach (var number in numbers)
        {
            text += $"|{number.ToString("R", CultureInfo.InvariantCulture)}";
        }

        Console.WriteLine(text);
    }
}
