using System.Diagnostics;
using System.Globalization;
using Basic.Reference.Assemblies;
using KoreXo.Analyzers.Tests.Testing;
using KoreXo.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Analyzers.Tests.Manifests;

/// <summary>The name that was probably meant, however many names there are.</summary>
public sealed class SimilarNamesTests
{
    private static readonly string[] Known =
    [
        "admin",
        "files:delete",
        "files:read",
        "files:write",
        "users:read",
        "Bot Export",
        "Bot Import",
    ];

    [Theory]
    [InlineData("Files:Read", "files:read")]
    [InlineData("file:read", "files:read")]
    [InlineData("files:raed", "files:read")]
    [InlineData("files:reads", "files:read")]
    [InlineData("fiels:wirte", "files:write")]
    [InlineData("bot export", "Bot Export")]
    [InlineData("Bot Xport", "Bot Export")]
    [InlineData("admn", "admin")]
    [InlineData("amdin", "admin")]
    [InlineData("xdmix", null)]
    [InlineData("files:read", null)]
    [InlineData("entirely other", null)]
    [InlineData("", null)]
    public void A_slip_is_recognized_and_nothing_else(string name, string? expected) =>
        Assert.Equal(expected, new SimilarNames(Known).Closest(name));

    [Fact]
    public void Of_equally_close_names_the_first_is_suggested_on_every_machine()
    {
        Assert.Equal("scope a", new SimilarNames(["scope c", "scope b", "scope a"]).Closest("scope x"));
        Assert.Equal("scope a", new SimilarNames(["scope a", "scope b", "scope c"]).Closest("scope x"));
    }

    [Fact]
    public void Among_thousands_of_names_the_right_one_is_found()
    {
        var known = Enumerable.Range(0, 20_000).Select(static i => Name(i)).ToList();
        var similar = new SimilarNames(known);

        Assert.All(known.Where(static (_, i) => i % 997 == 0), name => Assert.Equal(name, similar.Closest(name.ToUpperInvariant())));
        Assert.Equal("zone 7:read", new SimilarNames([.. known, "zone 7:read"]).Closest("zone 7:raed"));
    }

    [Fact]
    public async Task Twenty_thousand_unknown_scopes_are_reported_in_a_time_that_grows_as_they_do()
    {
        await TimeAsync(10); // what is made once in a process

        var few = await TimeAsync(5_000);
        var many = await TimeAsync(20_000);

        Assert.True(
            many < (few * 9) + TimeSpan.FromSeconds(1),
            string.Create(CultureInfo.InvariantCulture, $"{few.TotalSeconds:F1} s, {many.TotalSeconds:F1} s")
        );
    }

    private static async Task<TimeSpan> TimeAsync(int scopes)
    {
        var names = string.Join(", ", Enumerable.Range(0, scopes).Select(static i => $"\"files:raed{i}\""));
        var compilation = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText("class P { }")],
            [.. Net100.References.All, Cases.AcmeSdk.Reference],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var watch = Stopwatch.StartNew();
        var found = await Analyses.RunAsync(compilation, $$"""{ "scopes": [{{names}}] }""");
        var elapsed = watch.Elapsed;
        Assert.Equal(scopes, found.Count(static diagnostic => diagnostic.Id == "KXO1003"));
        return elapsed;
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"area {number % 100}: right {number}");
}
