namespace KoreXo.Cli.Tests.Specs;

/// <summary>The documents beside these tests.</summary>
internal static class SpecDocuments
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Specs", "Documents", name);
}
