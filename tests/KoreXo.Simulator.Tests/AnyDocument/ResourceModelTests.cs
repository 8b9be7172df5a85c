using FsCheck;
using FsCheck.Fluent;
using KoreXo.OpenApi.Document;
using Xunit.Abstractions;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Random calls leave the resources of a service as a plain model of them says.</summary>
public sealed class ResourceModelTests(ITestOutputHelper output)
{
    private static readonly Gen<(int Kind, int Which, int Seed)> Steps =
        from kind in Gen.Choose(0, 9)
        from which in Gen.Choose(0, 5)
        from seed in Gen.Choose(0, 1_000_000)
        select (kind, which, seed);

    /// <summary>
    /// Gets the documents whose resources are checked; most of the repository's own are about other things and have none.
    /// </summary>
    public static TheoryData<string> Documents => ["", .. CorpusFiles.FindOwn(), .. CorpusFiles.Find()];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Created_is_got_listed_and_updated_and_gone_after_delete(string file)
    {
        var text = file.Length == 0 ? Crm.Document : await File.ReadAllTextAsync(file);
        using var scene = await ResourceScene.StartAsync(text);
        var checkedResources = 0;
        foreach (var resource in scene.Resources)
        {
            // Some documents say more about a parent's id in one operation than in another.
            var strictest = resource.Effects.Keys.MaxBy(operation =>
                operation.Parameters.Count(parameter =>
                    parameter.Place == ParameterLocation.Path && parameter.Schema.ActualSchema.Pattern is not null
                )
            )!;
            foreach (var steps in Steps.ListOf(20).Sample(numberOfSamples: file.Length == 0 ? 20 : 1, size: 20))
            {
                if (await scene.PlaceAsync(resource.Collection, strictest, steps[0].Seed) is { } parents)
                {
                    var model = new ResourceModel(scene, resource, parents);
                    await model.RunAsync([.. steps]);
                    checkedResources += model.Created > 0 ? 1 : 0;
                }
            }
        }

        output.WriteLine($"{Path.GetFileName(file)}: {scene.Resources.Count} resources, {checkedResources} runs");
        Assert.True(file.Length > 0 || checkedResources >= 3 * 20, "The document of this test has resources.");
    }
}
