using Basic.Reference.Assemblies;
using KoreXo.Analyzers.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Analyzers.Tests.Guards;

public sealed class CallPathTests
{
    private static readonly ISymbol[] Members =
    [
        .. CSharpCompilation
            .Create(
                "Members",
                [CSharpSyntaxTree.ParseText("class C { void A() { } void B() { } void D() { } void E() { } void F() { } void G() { } }")],
                Net100.References.All
            )
            .GetTypeByMetadataName("C")!
            .GetMembers()
            .Where(static member => member is IMethodSymbol { MethodKind: MethodKind.Ordinary }),
    ];

    [Fact]
    public void Five_members_that_call_each_other_are_followed_and_a_sixth_is_not()
    {
        var path = CallPath.Start;
        foreach (var member in Members.Take(5))
        {
            path = path.Into(member);
            Assert.NotNull(path);
        }

        Assert.Null(path.Into(Members[5]));
    }

    [Fact]
    public void A_member_that_calls_itself_is_not_followed()
    {
        var path = CallPath.Start.Into(Members[0])!.Into(Members[1])!;

        Assert.Null(path.Into(Members[0]));
        Assert.Null(path.Into(Members[1]));
        Assert.NotNull(path.Into(Members[2]));
    }

    [Fact]
    public void Whatever_is_on_a_path_that_was_cut_is_incomplete()
    {
        var first = CallPath.Start.Into(Members[0])!;
        var second = first.Into(Members[1])!;
        var beside = first.Into(Members[2])!;

        second.Into(Members[0]);

        Assert.True(second.IsCut);
        Assert.True(first.IsCut);
        Assert.False(beside.IsCut);
        Assert.False(CallPath.Start.IsCut);
    }

    [Fact]
    public void A_path_that_goes_on_is_complete()
    {
        var path = CallPath.Start.Into(Members[0])!;

        path.Into(Members[1]);

        Assert.False(path.IsCut);
    }
}
