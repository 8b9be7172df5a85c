using System.Diagnostics;
using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using Xunit.Abstractions;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>
/// Documents of real services, where a folder of them lies beside the repository or is named by <c>KOREXO_DOCUMENTS</c>.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    /// <summary>
    /// Operations whose documents contradict themselves, or say more than the simulator understands, of all operations of a document.
    /// </summary>
    private const double Tolerated = 0.02;

    public static TheoryData<string> Files => [.. CorpusFiles.Find().DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_operation_of_a_real_document_is_answered_by_its_own_schema(string file)
    {
        if (file.Length == 0)
        {
            output.WriteLine("Skipped: there is no folder of documents beside the repository, and KOREXO_DOCUMENTS names none.");
            return;
        }

        var text = await File.ReadAllTextAsync(file);
        var started = Stopwatch.GetTimestamp();
        using var scene = await ResourceScene.StartAsync(text);
        output.WriteLine($"{Path.GetFileName(file)}: starts in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        var wrong = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        foreach (var operation in scene.Catalog.Operations)
        {
            var place = ResourcePath.From(operation.Path) is { } path ? await scene.PlaceAsync(path, operation, 1) : [];
            if (place is null)
            {
                wrong.Add($"{operation.Id}: what its path goes through cannot be created: {scene.Last.Text}");
                continue;
            }

            var (status, _) = await scene.CallAsync(operation, place, 1);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (scene.Last.OperationId != operation.Id)
            {
                // Operations that differ only in what no request has are one to every server.
                Assert.True(
                    scene.Service.Operations.Any(known => known.Id == operation.Id && known.Remark is not null),
                    $"{operation.Id}, but {scene.Last.OperationId}: {status} {scene.Last.Text}"
                );
            }
            else if (Problem(operation, status, scene.Last.Type, scene.Last.Text) is { } problem)
            {
                wrong.Add($"{operation.Id}: {problem}");
            }
        }

        var stateful = scene.Service.Operations.Count(operation => operation.IsStateful);
        output.WriteLine($"{scene.Catalog.Operations.Count} operations, {stateful} of them stateful; {wrong.Count} not as documented");
        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        wrong.ForEach(output.WriteLine);
        Assert.True(wrong.Count <= Math.Max(1, scene.Catalog.Operations.Count * Tolerated), string.Join("\n", wrong.Take(40)));
    }

    private static string? Problem(ApiOperation operation, int status, string? type, string body)
    {
        if (status >= 400)
        {
            return $"{status} {body[..Math.Min(body.Length, 600)]}";
        }

        var response = operation.Responses.FirstOrDefault(response => response.Code == status);
        if (response is null || type is null || !MediaType.IsJson(type))
        {
            return null;
        }

        var media = response.Schemas.Keys.FirstOrDefault(MediaType.IsJson);
        var faults = media is null ? [] : SchemaCheck.Faults(response.Schemas[media], Operations.AnswerCheck.Parse(body), "The response");
        return faults.Count == 0 ? null : $"{string.Join("; ", faults.Take(3))} in {body[..Math.Min(body.Length, 300)]}";
    }
}
