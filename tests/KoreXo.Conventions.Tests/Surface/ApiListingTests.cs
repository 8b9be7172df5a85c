namespace KoreXo.Conventions.Surface;

/// <summary>
/// The public surface is a promise. A change of it is made on purpose, and seen in review as a change of a text; one text for all
/// frameworks, since they have the same surface.
/// </summary>
public sealed class ApiListingTests
{
    private const string Accept = "KOREXO_ACCEPT";

    [Theory]
    [InlineData("KoreXo.Runtime")]
    [InlineData("KoreXo")]
    [InlineData("KoreXo.Redis")]
    [InlineData("KoreXo.PostgreSql")]
    [InlineData("KoreXo.Simulator")]
    public void The_listing_says_what_the_assembly_offers(string project)
    {
        var file = $"api/{project}.txt";
        var actual = ApiListing.Write(AssemblySymbols.Load(project, "net10.0"));
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(Repository.PathOf(file), actual);
        }

        var expected = File.Exists(Repository.PathOf(file)) ? Repository.Read(file) : "";
        Assert.True(
            expected == actual,
            $"""
            The public surface of {project} is not that of {file}:
            {Difference(expected, actual)}
            If it is meant to change, accept it and commit the listing:
              {Accept}=1 dotnet test tests/KoreXo.Conventions.Tests --filter ApiListing
            """
        );
    }

    [Theory]
    [InlineData("KoreXo.Runtime")]
    [InlineData("KoreXo")]
    public void The_surface_is_the_same_on_each_framework(string project) =>
        Assert.Equal(ApiListing.Write(AssemblySymbols.Load(project, "net8.0")), ApiListing.Write(AssemblySymbols.Load(project, "net10.0")));

    private static string Difference(string expected, string actual)
    {
        const int Shown = 40;
        var (before, after) = (Lines(expected), Lines(actual));
        var lines = before
            .Except(after, StringComparer.Ordinal)
            .Select(static line => "- " + line)
            .Concat(after.Except(before, StringComparer.Ordinal).Select(static line => "+ " + line))
            .ToList();
        return string.Join('\n', lines.Take(Shown)) + (lines.Count > Shown ? $"\n… and {lines.Count - Shown} more" : "");
    }

    // A member alone does not say whose it is.
    private static List<string> Lines(string listing)
    {
        var lines = new List<string>();
        var owner = "";
        foreach (var line in listing.Split('\n'))
        {
            owner = line.StartsWith(' ') ? owner : line;
            lines.Add(line.StartsWith(' ') ? $"{owner.Split(" : ")[0]}: {line.Trim()}" : line);
        }

        return lines;
    }
}
