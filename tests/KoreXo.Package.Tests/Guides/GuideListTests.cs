using KoreXo.Package.Tests.Programs;

namespace KoreXo.Package.Tests.Guides;

/// <summary>No guide is left that nobody follows.</summary>
public sealed class GuideListTests
{
    /// <summary>Pages without a program: the tool's own tests follow the first two, the others have no code of ours.</summary>
    private static readonly string[] Others = ["command-line.md", "regenerate.md", "editors.md", "moving-from-other-generators.md"];

    [Fact]
    public void Every_guide_is_followed_by_a_test()
    {
        Type[] tests = [typeof(GuideTests), typeof(ToolGuideTests)];
        var followed = tests
            .SelectMany(static type => type.GetMethods())
            .SelectMany(static method => method.GetCustomAttributes(inherit: false).OfType<InlineDataAttribute>())
            .Select(static data => $"{data.GetData(null!).Single()[0]}.md")
            .Concat(
                ProgramProject
                    .Pages.Values.Where(static page => page.StartsWith("docs/guides/", StringComparison.Ordinal))
                    .Select(Path.GetFileName)
            )
            .Append("foreign-documents.md");

        Assert.Equal(
            Directory
                .GetFiles(Path.Combine(PackedFeed.Repository, "docs", "guides"), "*.md")
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            followed.Concat(Others).Order(StringComparer.Ordinal)
        );
    }
}
