using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Text;

/// <summary>The members of a mapping and of what is merged into it, in which order they come and which of two counts.</summary>
public sealed class YamlMembersTests
{
    [Fact]
    public void An_own_member_takes_the_place_of_a_merged_one_before_it()
    {
        var members = new YamlMembers(0, 0);
        members.TryMerge(Object(("a", "1"), ("b", "2")));

        Assert.True(members.TryAdd("a", Text("own")));
        Assert.Equal("""{"a":"own","b":"2"}""", SpecJson.Write(members.Node));
    }

    [Fact]
    public void An_own_member_is_not_touched_by_a_merge_behind_it()
    {
        var members = new YamlMembers(0, 0);
        members.TryAdd("a", Text("own"));

        Assert.True(members.TryMerge(Object(("a", "1"), ("b", "2"))));
        Assert.Equal("""{"a":"own","b":"2"}""", SpecJson.Write(members.Node));
    }

    [Fact]
    public void Two_own_members_of_one_name_are_an_error_also_around_a_merge()
    {
        var members = new YamlMembers(0, 0);
        members.TryMerge(Object(("a", "1")));
        members.TryAdd("a", Text("first"));

        Assert.False(members.TryAdd("a", Text("second")));
        Assert.Equal("""{"a":"first"}""", SpecJson.Write(members.Node));
    }

    [Fact]
    public void Of_several_merges_the_first_counts()
    {
        var list = SpecNode.Array(0, 0);
        list.Items.Add(Object(("a", "1")));
        list.Items.Add(Object(("a", "2"), ("b", "3")));
        var members = new YamlMembers(0, 0);

        Assert.True(members.TryMerge(list));
        Assert.True(members.TryMerge(Object(("b", "4"), ("c", "5"))));
        Assert.Equal("""{"a":"1","b":"3","c":"5"}""", SpecJson.Write(members.Node));
    }

    [Fact]
    public void A_list_with_something_else_in_it_merges_nothing()
    {
        var list = SpecNode.Array(0, 0);
        list.Items.Add(Object(("a", "1")));
        list.Items.Add(Text("x"));
        var members = new YamlMembers(0, 0);

        Assert.False(members.TryMerge(list));
        Assert.Empty(members.Node.Names);
    }

    [Fact]
    public void A_merge_of_a_merged_mapping_brings_all_of_it() =>
        Assert.Equal(
            """{"type":"object","title":"C","x":1}""",
            SpecJson.Write(
                SpecText.Read(
                    "x.yaml",
                    "a: &a { type: object, title: A }\nb: &b { <<: *a, title: B, x: 1 }\nc: { <<: *b, title: C }",
                    CancellationToken.None
                )["c"]!
            )
        );

    [Fact]
    public void A_change_of_a_merged_mapping_is_none_of_its_source()
    {
        var root = SpecText.Read("x.yaml", "a: &a { x: 1 }\nb: { <<: *a, x: 2, y: 3 }", CancellationToken.None);

        Assert.Equal("""{"a":{"x":1},"b":{"x":2,"y":3}}""", SpecJson.Write(root));
    }

    private static SpecNode Text(string text) => SpecNode.Scalar(SpecNodeKind.String, text, 0, 0);

    private static SpecNode Object(params (string Name, string Value)[] members)
    {
        var node = SpecNode.Object(0, 0);
        foreach (var (name, value) in members)
        {
            node.Set(name, Text(value));
        }

        return node;
    }
}
