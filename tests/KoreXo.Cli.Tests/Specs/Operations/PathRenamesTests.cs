using KoreXo.Cli.Specs;
using KoreXo.Cli.Specs.Operations;

namespace KoreXo.Cli.Tests.Specs.Operations;

/// <summary>Two paths are one address if only the names of their parameters differ.</summary>
public sealed class PathRenamesTests
{
    [Theory]
    [InlineData("/a", "/a", "")]
    [InlineData("/a/{x}", "/a/{x}", "")]
    [InlineData("/a/{x}", "/a/{y}", "x>y")]
    [InlineData("/a/{x}/b/{y}", "/a/{x}/b/{z}", "y>z")]
    [InlineData("/a/{x}/b/{y}", "/a/{p}/b/{q}", "x>p,y>q")]
    [InlineData("/a/{x}:run", "/a/{y}:run", "x>y")]
    [InlineData("/a/{x}.{y}", "/a/{x}.{type}", "y>type")]
    public void Renamed_parameters_are_found_at_their_places(string before, string after, string renamed) =>
        Assert.Equal(
            renamed,
            string.Join(
                ',',
                PathRenames.Find(Operation(before), Operation(after))!.Select(static pair => $"{pair.From.Name}>{pair.To.Name}")
            )
        );

    [Theory]
    [InlineData("/a/{x}", "/b/{x}")]
    [InlineData("/a/{x}", "/a/{x}/b")]
    [InlineData("/a/{x}", "/a/x")]
    [InlineData("/a/{x}/{y}", "/a/{y}/{x}")]
    [InlineData("/a/{x}/{y}", "/a/{y}/{z}")]
    [InlineData("/a/{x}:run", "/a/{x}:stop")]
    public void Another_address_is_not_a_renaming(string before, string after) =>
        Assert.Null(PathRenames.Find(Operation(before), Operation(after)));

    private static KoreXo.Generator.Model.OperationModel Operation(string path)
    {
        var parameters = path.Split('{')
            .Skip(1)
            .Select(static part => $"{{ name: {part.Split('}')[0]}, in: path, required: true, schema: {{ type: string }} }}");
        var text = $$"""
            openapi: 3.0.3
            info: { title: Shop, version: "1" }
            paths:
              {{path}}: { get: { operationId: getIt, parameters: [{{string.Join(
                ", ",
                parameters
            )}}], responses: { "204": { description: ok } } } }
            """;
        return SpecLoader.Read("shop.yaml", "shop.yaml", text, TextWriter.Null, default).Model.Operations[0];
    }
}
