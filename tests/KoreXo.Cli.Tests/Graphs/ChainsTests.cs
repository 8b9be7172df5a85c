using KoreXo.Cli.Graphs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>The shortest path from an entry point to what it reaches.</summary>
public sealed class ChainsTests
{
    private static readonly SyntaxTree Tree = GraphedCode.Parse(new string(' ', 99), "App");

    private readonly Dictionary<string, GraphNode> _nodes = new(StringComparer.Ordinal);

    [Fact]
    public void The_shortest_of_several_paths_is_shown()
    {
        Edge("Main", "A", 1);
        Edge("A", "B", 2);
        Edge("B", "End", 3);
        Edge("Main", "C", 4);
        Edge("C", "End", 5);

        Assert.Equal("Main@4 C@5 End@9", Path("Main", "End"));
    }

    [Fact]
    public void Of_two_paths_of_the_same_length_the_first_is_shown()
    {
        Edge("Main", "A", 1);
        Edge("Main", "B", 2);
        Edge("B", "End", 3);
        Edge("A", "End", 4);

        Assert.Equal("Main@1 A@4 End@9", Path("Main", "End"));
    }

    [Fact]
    public void Joints_are_not_shown_and_the_place_before_them_is()
    {
        Edge("Main", "joint 1", 1);
        Edge("joint 1", "joint 2", null);
        Edge("joint 2", "End", null);

        Assert.Equal("Main@1 End@9", Path("Main", "End"));
    }

    [Fact]
    public void A_path_that_begins_at_a_joint_begins_with_the_first_function()
    {
        Edge("entry joint", "Action", null);
        Edge("Action", "End", 2);

        Assert.Equal("Action@2 End@9", Path("entry joint", "End"));
    }

    [Fact]
    public void An_entry_point_that_makes_the_call_is_the_whole_path() => Assert.Equal("Main@9", Path("Main", "Main"));

    [Fact]
    public void A_cycle_is_walked_once()
    {
        Edge("Main", "A", 1);
        Edge("A", "Main", 2);
        Edge("A", "A", 3);

        Assert.Equal(["Main", "A"], new Chains(Node("Main"), new HashSet<string>()).Reached.Select(static node => node.Key));
    }

    [Fact]
    public async Task What_is_not_part_of_the_program_is_not_entered()
    {
        var built = await GraphedCode.BuildAsync(GraphedCode.Compile("A.Run(); static class A { public static void Run() { } }", "Other"));
        var main = built.Graph.EntryPoints.Single().Node;

        Assert.Contains(new Chains(main, new HashSet<string>()).Reached, static node => node.Title == "A.Run");
        Assert.DoesNotContain(new Chains(main, new HashSet<string> { "Other" }).Reached, static node => node.Title == "A.Run");
    }

    [Fact]
    public void Nodes_are_in_the_order_of_their_distance()
    {
        Edge("Main", "A", 1);
        Edge("A", "Far", 2);
        Edge("Main", "B", 3);

        Assert.Equal(["Main", "A", "B", "Far"], new Chains(Node("Main"), new HashSet<string>()).Reached.Select(static node => node.Key));
    }

    private string Path(string from, string to) =>
        string.Join(
            ' ',
            new Chains(Node(from), new HashSet<string>())
                .To(Node(to), At(9)!)
                .Select(static step => FormattableString.Invariant($"{step.Function.Title}@{step.Place?.SourceSpan.Start}"))
        );

    private void Edge(string from, string to, int? place) => Node(from).Add(Node(to), place is { } start ? At(start) : null);

    private GraphNode Node(string key)
    {
        if (!_nodes.TryGetValue(key, out var node))
        {
            _nodes.Add(key, node = new GraphNode(key));
            if (!key.Contains("joint", StringComparison.Ordinal))
            {
                node.Declare(key, place: null);
            }
        }

        return node;
    }

    private static Location? At(int start) => Location.Create(Tree, new TextSpan(start, 1));
}
