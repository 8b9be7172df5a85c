using KoreXo.Generator.Options;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The metadata of an item, as settings.</summary>
public sealed class DocumentOptionsReaderTests
{
    [Theory]
    [InlineData("a,b", "a b")]
    [InlineData(" a , b ", "a b")]
    [InlineData("a,,b,", "a b")]
    [InlineData(",", "")]
    [InlineData("", "")]
    [InlineData("a b", "a b")]
    [InlineData("a;b", "a;b")]
    public void Lists_are_separated_by_commas(string value, string expected)
    {
        var options = Read(("Operations", value), ("Tags", value), ("StringFormats", value), ("Overlays", value));

        Assert.All(
            [options.Operations, options.Tags, options.StringFormats, options.Overlays],
            list => Assert.Equal(expected, string.Join(' ', list))
        );
    }

    [Theory]
    [InlineData("value", "value")]
    [InlineData("  value ", "value")]
    [InlineData("   ", null)]
    [InlineData("", null)]
    public void A_blank_setting_is_none(string value, string? expected)
    {
        var options = Read(
            ("Namespace", value),
            ("ClientName", value),
            ("Accessibility", value),
            ("ScopesFrom", value),
            ("Grouping", value),
            ("Registration", value)
        );

        Assert.All(
            [options.Namespace, options.ClientName, options.Accessibility, options.ScopesFrom, options.Grouping, options.Registration],
            text => Assert.Equal(expected, text)
        );
    }

    [Theory]
    [InlineData("Operation", "Operations")]
    [InlineData("Tag", "Tags")]
    [InlineData("Overlay", "Overlays")]
    [InlineData("ScopeFrom", "ScopesFrom")]
    [InlineData("GroupBy", "Grouping")]
    [InlineData("Visibility", "Accessibility")]
    public void A_setting_that_does_not_exist_is_remembered_with_the_one_that_was_meant(string wrong, string right)
    {
        Assert.Equal([(wrong, right)], Read((wrong, "x")).Mistakes);
        Assert.Empty(Read((wrong, " ")).Mistakes);
    }

    [Fact]
    public void The_root_namespace_is_that_of_the_project() => Assert.Equal("Contoso", Read().RootNamespace);

    [Theory]
    [InlineData("true", true, false)]
    [InlineData("TRUE", true, false)]
    [InlineData("part", false, true)]
    [InlineData("Part", false, true)]
    [InlineData("false", false, false)]
    [InlineData("", false, false)]
    public void The_mark_says_what_a_file_is(string mark, bool isDocument, bool isPart)
    {
        var file = new TestDocument("x.yaml", "").With("KoreXoOpenApi", mark);
        var provider = new TestOptionsProvider("");

        Assert.Equal(isDocument, DocumentOptionsReader.Read(file, provider) is not null);
        Assert.Equal(isPart, DocumentOptionsReader.IsPart(file, provider));
    }

    private static DocumentOptions Read(params (string Name, string Value)[] metadata) =>
        DocumentOptionsReader.Read(
            metadata.Aggregate(new TestDocument("x.yaml", ""), static (file, one) => file.With(one.Name, one.Value)),
            new TestOptionsProvider("Contoso")
        )!;
}
