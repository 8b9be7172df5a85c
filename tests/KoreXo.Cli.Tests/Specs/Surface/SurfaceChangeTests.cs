using KoreXo.Cli.Specs.Surface;

namespace KoreXo.Cli.Tests.Specs.Surface;

/// <summary>The part of a changed member that its result or its parameters are.</summary>
public sealed class SurfaceChangeTests
{
    private static readonly SurfaceMember Old = Method("Task<A>", "string id");

    [Fact]
    public void A_method_with_another_result_has_no_changed_parameters()
    {
        var change = new SurfaceChange(Old, Method("Task<B>", "string id"));

        Assert.Null(change.OfParameters());
        Assert.Equal("Task<A>", change.OfResult()!.Old!.Returns);
    }

    [Fact]
    public void A_method_with_other_parameters_has_no_changed_result()
    {
        var change = new SurfaceChange(Old, Method("Task<A>", "long id"));

        Assert.Null(change.OfResult());
        Assert.Equal("string id", change.OfParameters()!.Old!.Takes);
    }

    [Fact]
    public void A_method_with_both_is_divided()
    {
        var change = new SurfaceChange(Old, Method("Task<B>", "long id"));

        Assert.Equal(("Task<A>", "long id"), (change.OfResult()!.Old!.Returns, change.OfResult()!.Old!.Takes));
        Assert.Equal(("Task<B>", "string id"), (change.OfParameters()!.Old!.Returns, change.OfParameters()!.Old!.Takes));
    }

    [Fact]
    public void A_member_that_is_new_gone_or_no_method_is_not_divided()
    {
        var gone = new SurfaceChange(Old, null);
        var added = new SurfaceChange(null, Old);
        var property = new SurfaceChange(Property("string"), Property("long"));

        Assert.Same(gone, gone.OfResult());
        Assert.Same(added, added.OfParameters());
        Assert.Same(property, property.OfResult());
    }

    [Theory]
    [InlineData(false, false, "Addition")]
    [InlineData(false, true, "Source")]
    [InlineData(true, false, "Addition")]
    public void A_member_that_has_to_be_set_breaks_who_does_not(bool before, bool after, string impact) =>
        Assert.Equal(impact, new SurfaceChange(Property("string", before), Property("string", after)).Impact.ToString());

    [Theory]
    [InlineData(false, "Addition")]
    [InlineData(true, "Source")]
    public void A_new_member_breaks_only_if_it_must_be_set(bool mustBeSet, string impact) =>
        Assert.Equal(impact, new SurfaceChange(null, Property("string", mustBeSet)).Impact.ToString());

    private static SurfaceMember Method(string returns, string takes) =>
        new()
        {
            Key = "Client.GetAsync",
            Owner = "Client",
            Head = $"public virtual {returns}",
            Parameters = [takes],
            Returns = returns,
            Takes = takes,
            Display = $"{returns} GetAsync({takes})",
        };

    private static SurfaceMember Property(string type, bool mustBeSet = false) =>
        new()
        {
            Key = "Order.Id",
            Owner = "Order",
            Head = type,
            Display = type,
            MustBeSet = mustBeSet,
        };
}
