using System.Globalization;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>The tree that documents are read into.</summary>
public sealed class SpecNodeTests
{
    /// <summary>Fewer members than need an index, and more.</summary>
    public static TheoryData<int> Sizes => [1, 8, 9, 40];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_member_is_found_whatever_the_size(int count)
    {
        var node = Members(count);

        Assert.Equal((count - 1).ToString(CultureInfo.InvariantCulture), node[$"m{count - 1}"]!.Text);
        Assert.Null(node["M0"]);
        Assert.False(node.TryAdd("m0", node));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_removed_member_leaves_the_others_in_order(int count)
    {
        var node = Members(count + 1);
        _ = node[$"m{count}"];
        node.Remove("m0");
        node.Remove("m0");
        node.Set("m0", SpecNode.Scalar(SpecNodeKind.String, "new", 0, 0));

        Assert.Equal([.. Enumerable.Range(1, count).Select(static i => $"m{i}"), "m0"], node.Names);
        Assert.Equal("1", node["m1"]!.Text);
        Assert.Equal("new", node["m0"]!.Text);
    }

    [Fact]
    public void A_replaced_member_stays_in_its_place()
    {
        var node = Members(3);
        node.Set("m1", SpecNode.Array(0, 0));

        Assert.Equal("""{"m0":0,"m1":[],"m2":2}""", SpecJson.Write(node));
    }

    [Fact]
    public void A_copy_shares_nothing_and_says_where_it_is_from()
    {
        var node = Read("a: { b: [1] }\nc: 2");
        var copy = node.Copy("part.yaml");
        copy["a"]!["b"]!.Items.Clear();
        copy.Remove("c");

        Assert.Equal("""{"a":{"b":[1]},"c":2}""", SpecJson.Write(node));
        Assert.Equal(("part.yaml", 0), (copy.Find("/a/b")!.Source, copy.Find("/a/b")!.Line));
        Assert.Null(node.Source);
        Assert.Equal("part.yaml", copy.Copy(source: null).Find("/a")!.Source);
    }

    [Fact]
    public void What_replaces_a_value_is_where_the_value_was()
    {
        var place = Read("a: 1\nb: { c: 2 }").Copy("part.yaml").Find("/b/c")!;

        Assert.All(
            [place.NewText("x"), place.NewBoolean(true), place.NewArray(), place.NewObject(("none", null))],
            node => Assert.Equal(("part.yaml", 1, place.Column), (node.Source, node.Line, node.Column))
        );
    }

    [Theory]
    [InlineData("text", "x", null, null)]
    [InlineData("flag", null, true, null)]
    [InlineData("number", null, null, 5)]
    [InlineData("negative", null, null, -5)]
    [InlineData("fraction", null, null, null)]
    [InlineData("large", null, null, null)]
    [InlineData("none", null, null, null)]
    [InlineData("missing", null, null, null)]
    public void A_member_of_another_kind_is_none(string name, string? text, bool? flag, int? number)
    {
        var node = Read("text: x\nflag: true\nnumber: 5\nnegative: -5\nfraction: 1.5\nlarge: 99999999999\nnone: null");

        Assert.Equal((text, flag, number), (node.String(name), node.Boolean(name), node.Integer(name)));
    }

    [Fact]
    public void Scalars_of_a_list_are_texts() =>
        Assert.Equal(["a", "1", "true"], Read("l: [a, 1, true, null, [b], { c: d }]").Strings("l"));

    [Theory]
    [InlineData("/l/1/a~1b", "2")]
    [InlineData("/l/0", "1")]
    [InlineData("/l/2", null)]
    [InlineData("/l/-1", null)]
    [InlineData("/l/+1", null)]
    [InlineData("/l/x", null)]
    [InlineData("/l/1/a~1b/c", null)]
    [InlineData("/none/l", null)]
    [InlineData("/", "3")]
    public void A_pointer_leads_to_a_value_or_nowhere(string pointer, string? expected) =>
        Assert.Equal(expected, Read("l: [1, { a/b: 2 }]\n'': 3").Find(pointer)?.Text);

    private static SpecNode Members(int count)
    {
        var node = SpecNode.Object(0, 0);
        for (var i = 0; i < count; i++)
        {
            Assert.True(node.TryAdd($"m{i}", SpecNode.Scalar(SpecNodeKind.Number, i.ToString(CultureInfo.InvariantCulture), 0, 0)));
        }

        return node;
    }

    private static SpecNode Read(string yaml) => SpecText.Read("x.yaml", yaml, CancellationToken.None);
}
