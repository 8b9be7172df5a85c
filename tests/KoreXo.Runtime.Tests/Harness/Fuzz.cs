namespace KoreXo.Runtime.Tests;

/// <summary>How many random cases a property is tried with.</summary>
internal static class Fuzz
{
    public static int Cases { get; } = Environment.GetEnvironmentVariable("KOREXO_FULL") == "1" ? 10_000 : 500;
}
