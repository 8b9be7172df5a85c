using KoreXo.Cli.Graphs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>A node is known by whichever side of it is read first.</summary>
public sealed class GraphNodeTests
{
    private static readonly SyntaxTree Tree = GraphedCode.Parse("class C { void Run() { } }", "App");

    [Fact]
    public void A_node_is_a_joint_until_its_code_is_seen()
    {
        var node = new GraphNode("a");

        Assert.Null(node.Title);
        node.Declare("C.Run", At(0));

        Assert.Equal(("C.Run", At(0)), (node.Title, node.Place));
    }

    [Fact]
    public void The_first_declaration_counts()
    {
        var node = new GraphNode("a");
        node.Declare("C.Run", place: null);
        node.Declare("Other.Run", At(3));

        Assert.Equal(("C.Run", At(3)), (node.Title, node.Place));
    }

    [Fact]
    public void A_target_is_kept_once_with_the_first_place()
    {
        var (node, target) = (new GraphNode("a"), new GraphNode("b"));
        node.Add(target, At(1));
        node.Add(target, At(2));
        node.Add(node, place: null);

        Assert.Equal([KeyValuePair.Create(target, (Location?)At(1)), KeyValuePair.Create(node, (Location?)null)], node.Edges);
    }

    [Fact]
    public void What_is_unknown_is_kept_once_for_each_reason_and_place()
    {
        var node = new GraphNode("a");
        node.Add(new UnknownUse("dynamic", At(1), []));
        node.Add(new UnknownUse("dynamic", At(1), []));
        node.Add(new UnknownUse("dynamic", At(2), []));
        node.Add(new UnknownUse("reflection", At(1), []));

        Assert.Equal(
            ["dynamic 1", "dynamic 2", "reflection 1"],
            node.Unknown.Select(static use => FormattableString.Invariant($"{use.Reason} {use.Place.SourceSpan.Start}"))
        );
    }

    [Fact]
    public async Task A_function_belongs_to_its_assembly_and_a_joint_to_none()
    {
        var built = await GraphedCode.BuildAsync(
            GraphedCode.Compile("IRun r = null!; r.Run(); interface IRun { void Run(); } class A : IRun { public void Run() { } }")
        );

        Assert.Equal("App", Node("App|M:A.Run").Assembly);
        Assert.Null(Node("virtual App|M:IRun.Run").Assembly);

        GraphNode Node(string key) => built.Graph.Nodes.Single(node => node.Key == key);
    }

    private static Location At(int start) => Location.Create(Tree, new TextSpan(start, 1));
}
