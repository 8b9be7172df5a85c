using KoreXo.Generator.Model;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>What C# does with a type.</summary>
public sealed class TypeRefTests
{
    [Theory]
    [InlineData(ScalarKind.String, false)]
    [InlineData(ScalarKind.Uri, false)]
    [InlineData(ScalarKind.Bytes, false)]
    [InlineData(ScalarKind.Base64Url, false)]
    [InlineData(ScalarKind.File, false)]
    [InlineData(ScalarKind.FileOrText, false)]
    [InlineData(ScalarKind.BinaryContent, false)]
    [InlineData(ScalarKind.MultipartForm, false)]
    [InlineData(ScalarKind.BinaryResponse, false)]
    [InlineData(ScalarKind.Boolean, true)]
    [InlineData(ScalarKind.Int32, true)]
    [InlineData(ScalarKind.Int64, true)]
    [InlineData(ScalarKind.UInt64, true)]
    [InlineData(ScalarKind.Double, true)]
    [InlineData(ScalarKind.Decimal, true)]
    [InlineData(ScalarKind.DateTimeOffset, true)]
    [InlineData(ScalarKind.DateOnly, true)]
    [InlineData(ScalarKind.TimeOnly, true)]
    [InlineData(ScalarKind.TimeSpan, true)]
    [InlineData(ScalarKind.Guid, true)]
    [InlineData(ScalarKind.Any, true)]
    public void A_scalar_is_a_value_or_a_reference(object kind, bool expected)
    {
        var type = new TypeRef.Scalar((ScalarKind)kind);

        Assert.Equal(expected, type.IsValueType);
        Assert.Equal(expected, new TypeRef.Nullable(type).IsValueType);
        Assert.False(new TypeRef.List(type).IsValueType);
    }

    [Theory]
    [InlineData(NamedKind.Object, false)]
    [InlineData(NamedKind.Union, false)]
    [InlineData(NamedKind.ValueSet, true)]
    [InlineData(NamedKind.IntegerSet, true)]
    public void A_set_of_values_is_a_value(object kind, bool expected) =>
        Assert.Equal(expected, new TypeRef.Named("A", (NamedKind)kind).IsValueType);

    [Fact]
    public void Only_what_contains_another_type_has_an_element()
    {
        var text = new TypeRef.Scalar(ScalarKind.String);
        TypeRef[] containers = [new TypeRef.List(text), new TypeRef.Map(text), new TypeRef.Pair(text), new TypeRef.Nullable(text)];

        Assert.All(containers, container => Assert.Same(text, container.Element));
        Assert.Equal([true, true, false, false], containers.Select(static container => container.IsCollection));
        Assert.Null(text.Element);
        Assert.True(new TypeRef.Pair(text).IsValueType);
    }
}
