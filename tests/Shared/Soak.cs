namespace KoreXo.Testing;

/// <summary>How long random tests run: short by default, at full length with <c>KOREXO_FULL=1</c>.</summary>
public static class Soak
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("KOREXO_FULL") == "1";

    /// <summary>Returns the number of rounds.</summary>
    public static int Rounds(int few, int all) => IsFull ? all : few;
}
