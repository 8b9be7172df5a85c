using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Types as emitted code writes them, where a type of the document may be called <c>String</c> or <c>System</c>.</summary>
public sealed class TypeTextTests
{
    private static readonly TypeRef Hiding = new TypeRef.Named("System", NamedKind.Object);

    [Fact]
    public void Each_scalar_has_a_type_that_no_name_of_a_document_can_hide() =>
        Assert.All(
            Enum.GetValues<ScalarKind>(),
            static kind =>
            {
                var text = TypeText.Of(new TypeRef.Scalar(kind));

                Assert.True(text.StartsWith("global::", StringComparison.Ordinal) || char.IsLower(text[0]), text);
            }
        );

    [Fact]
    public void A_composite_is_read_only_from_the_outside_to_the_inside() =>
        Assert.Equal(
            "global::System.Collections.Generic.IReadOnlyDictionary<string, global::System.Collections.Generic.IReadOnlyList<System?>>",
            TypeText.Of(new TypeRef.Map(new TypeRef.List(new TypeRef.Nullable(Hiding))))
        );

    [Fact]
    public void A_pair_has_the_name_as_its_key() =>
        Assert.Equal(
            "global::System.Collections.Generic.KeyValuePair<string, long>",
            TypeText.Of(new TypeRef.Pair(new TypeRef.Scalar(ScalarKind.Int64)))
        );

    [Fact]
    public void Text_is_read_character_by_character_and_in_parts()
    {
        var reader = new StringBuilderReader(new System.Text.StringBuilder("abcde"));
        var buffer = new char[6];

        Assert.Equal(('a', 'a', 'b'), ((char)reader.Peek(), (char)reader.Read(), (char)reader.Peek()));
        Assert.Equal((2, 2, 0), (reader.Read(buffer, 1, 2), reader.Read(buffer, 3, 3), reader.Read(buffer, 0, 6)));
        Assert.Equal("\0bcde\0", new string(buffer));
        Assert.Equal((-1, -1), (reader.Peek(), reader.Read()));
    }
}
