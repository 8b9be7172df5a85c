using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Options;
using KoreXo.Generator.Tests.Emit;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Binding;

public sealed class ModelTests
{
    public static TheoryData<string> Names => [.. Sample.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void JSON_and_YAML_of_one_document_give_one_model(string name)
    {
        var yaml = Sample.Document(name).GetText().ToString();
        var json = SpecJson.Write(SpecText.Read("x.yaml", yaml, CancellationToken.None));

        Assert.Equal(Parse("x.yaml", yaml), Parse("x.yaml", json));
        Assert.Equal(Parse("x.yaml", yaml), Parse("x.json", json) with { FilePath = "x.yaml" });
    }

    private static DocumentModel Parse(string path, string text)
    {
        var result = SpecParser.Parse(
            path,
            text,
            new DocumentOptions("N", "TestClient", null, default, default, ""),
            CancellationToken.None
        );

        Assert.NotNull(result.Model);
        return result.Model;
    }
}
