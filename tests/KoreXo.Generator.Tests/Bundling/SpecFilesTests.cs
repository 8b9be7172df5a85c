using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;

namespace KoreXo.Generator.Tests.Bundling;

/// <summary>Which file of the project a path in a reference means.</summary>
public sealed class SpecFilesTests
{
    [Theory]
    [InlineData("api/main.yaml", "pet.yaml", "api/pet.yaml")]
    [InlineData("api/main.yaml", "./parts/../pet.yaml", "api/pet.yaml")]
    [InlineData("api/main.yaml", "../pet.yaml", "pet.yaml")]
    [InlineData("api/main.yaml", "../../pet.yaml", "../pet.yaml")]
    [InlineData("main.yaml", "pet.yaml", "pet.yaml")]
    [InlineData("C:\\api\\main.yaml", "parts\\pet.yaml", "C:/api/parts/pet.yaml")]
    [InlineData("/src/api/main.yaml", "/etc/pet.yaml", "/etc/pet.yaml")]
    [InlineData("/src/main.yaml", "../../../pet.yaml", "/../../pet.yaml")]
    [InlineData("api/main.yaml", "C:/other/pet.yaml", "C:/other/pet.yaml")]
    [InlineData("", "a//b/./pet.yaml", "a/b/pet.yaml")]
    public void A_path_starts_at_the_file_that_contains_it(string from, string relative, string expected) =>
        Assert.Equal(expected, SpecFiles.Combine(from, relative));

    [Theory]
    [InlineData("api/pet.yaml", "api/pet.yaml")]
    [InlineData("api/Pet.yaml", "api/Pet.yaml")]
    [InlineData("api/PET.yaml", "api/pet.yaml")]
    [InlineData("./api/x/../pet.yaml", "api/pet.yaml")]
    [InlineData("only.yaml", "deep/er/only.yaml")]
    [InlineData("er/ONLY.yaml", "deep/er/only.yaml")]
    [InlineData("common.yaml", null)]
    [InlineData("nly.yaml", null)]
    [InlineData("none.yaml", null)]
    public void A_file_is_found_by_its_path_or_a_unique_end_of_it(string path, string? expected) =>
        Assert.Equal(
            expected,
            Files("main.yaml", "api/pet.yaml", "api/Pet.yaml", "deep/er/only.yaml", "one/common.yaml", "two/common.yaml").Find(path)?.Path
        );

    [Theory]
    [InlineData("api/main.yaml", true)]
    [InlineData("api/./main.yaml", true)]
    [InlineData("API/Main.yaml", true)]
    [InlineData("api/MAIN.yaml", false)]
    [InlineData("main.yaml", false)]
    public void A_file_that_differs_from_the_document_in_case_is_itself_if_the_project_has_it(string path, bool isDocument) =>
        Assert.Equal(isDocument, Files("api/main.yaml", "api/MAIN.yaml").IsDocument(path));

    private static SpecFiles Files(string document, params string[] paths)
    {
        EquatableArray<SpecPart> parts = paths.Select(static path => new SpecPart(path, "a: 1")).ToArray();
        return new SpecFiles(document, parts, [], CancellationToken.None);
    }
}
