namespace KoreXo.Runtime.Tests;

/// <summary>The number of random cases that a property is tested with.</summary>
internal static class Fuzz
{
    public static int Cases { get; } = Environment.GetEnvironmentVariable("KOREXO_FULL") == "1" ? 10_000 : 500;
}
