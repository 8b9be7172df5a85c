namespace Travel.Observer;

/// <summary>The entry point that the current code runs for.</summary>
internal static class Observed
{
    private static readonly AsyncLocal<string?> Current = new();

    public static string Entry
    {
        get => Current.Value ?? "main";
        set => Current.Value = value;
    }
}
