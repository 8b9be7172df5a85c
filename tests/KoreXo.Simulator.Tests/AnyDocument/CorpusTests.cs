using System.Diagnostics;
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

    public static TheoryData<string> Files => [.. Find()];

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
        await using var service = await XoSimulator.StartForAsync(text, new XoSimulatorOptions { EnforceQuotas = false });
        output.WriteLine($"{Path.GetFileName(file)}: starts in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        var catalog = await ApiCatalog.LoadOtherAsync(text, CancellationToken.None);
        using var http = new HttpClient(service.CreateHandler());
        var apps = service.Credentials.Select(service.AddAppWithAllScopes).ToList();
        var wrong = new List<string>();
        var statuses = new SortedDictionary<int, int>();
        foreach (var operation in catalog.Operations)
        {
            using var request = DocumentCall.Create(operation, service.Endpoint, operation.Id);
            DocumentCredentials.Add(request, operation, apps);
            using var response = await http.SendAsync(request);
            var body = await response.Content.ReadAsStringAsync();
            var status = (int)response.StatusCode;
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (service.Requests[^1].OperationId != operation.Id)
            {
                // Operations that differ only in what no request has are one to every server.
                Assert.Contains(service.Operations, known => known.Id == operation.Id && known.Remark is not null);
                continue;
            }

            if (Problem(operation, status, response.Content.Headers.ContentType?.MediaType, body) is { } problem)
            {
                wrong.Add($"{operation.Id}: {problem}");
            }
        }

        var stateful = service.Operations.Count(operation => operation.IsStateful);
        output.WriteLine($"{catalog.Operations.Count} operations, {stateful} of them stateful; {wrong.Count} not as documented");
        output.WriteLine(string.Join(", ", statuses.Select(pair => $"{pair.Key}: {pair.Value}")));
        wrong.ForEach(output.WriteLine);
        Assert.DoesNotContain(statuses.Keys, status => status >= 500);
        Assert.True(wrong.Count <= catalog.Operations.Count * Tolerated, string.Join("\n", wrong.Take(40)));
    }

    private static string? Problem(ApiOperation operation, int status, string? type, string body)
    {
        // The resources of a path that nobody has created do not exist.
        if (status == 404)
        {
            return null;
        }

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

    private static IEnumerable<string> Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Generated.sln")))
        {
            root = root.Parent;
        }

        var named = Environment.GetEnvironmentVariable("KOREXO_DOCUMENTS");
        var folder = new DirectoryInfo(named ?? Path.Combine(root?.FullName ?? ".", "..", "shared", "specs"));
        return folder.Exists
            ? folder
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(static file => file.Extension is ".json" or ".yaml")
                .OrderBy(static file => file.Length)
                .Select(static file => file.FullName)
            : [""];
    }
}
