using System.Globalization;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>What holds for every operation that answers in pages.</summary>
public sealed class PagingTests : PlatformTest
{
    private const int Count = 29;
    private SceneCallers _callers = null!;
    private Scene _scene = null!;

    public static TheoryData<string, int> Paged
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var id in OperationLinks.OfPlatform.Paging.Keys)
            {
                data.Add(id, 1);
                data.Add(id, 7);
            }

            return data;
        }
    }

    protected override async Task PrepareAsync()
    {
        _callers = new SceneCallers(kind => As(Platform.AddAppWithAllScopes(kind)));
        _scene = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await _scene.MultiplyAsync(Count);
    }

    [Theory]
    [MemberData(nameof(Paged))]
    public async Task Pages_together_are_the_whole_with_nothing_lost_doubled_or_moved(string id, int size)
    {
        var paging = _scene.Paging(id);
        var whole = await ReadAsync(id, paging, position: 0, size: 50);
        Assert.True(whole.Items.Count > size, $"{id} has only {whole.Items.Count} items to page over");

        var items = new List<string>();
        var position = paging.Integer("start") ?? 0;
        bool more;
        do
        {
            var page = await ReadAsync(id, paging, position, size);
            items.AddRange(page.Items);
            more = page.More ?? page.Items.Count == size;
            Assert.True(!more || page.Items.Count == size, "A page that another follows is full.");
            position += paging.String("style") == "page" ? 1 : page.Items.Count;
        } while (more && items.Count < 50);

        Assert.Equal(whole.Items, items.Take(50));
        Assert.Equal(items.Count, items.Distinct(StringComparer.Ordinal).Count());
    }

    private async Task<(List<string> Items, bool? More)> ReadAsync(string id, SpecNode paging, int position, int size)
    {
        var request = await _scene.PlanAsync(id, _callers);
        Set(request, paging, "position", position);
        Set(request, paging, "size", size);
        var reply = await request.SendAsync(_callers.For(request.Operation));
        AnswerCheck.Success(request.Operation, reply);
        var more = paging.String("more") is { } pointer ? reply.Json[pointer.TrimStart('/')]!.GetValue<bool>() : (bool?)null;
        return (Items(paging.String("items")!, reply.Json), more);
    }

    private static List<string> Items(string pointer, JsonNode answer) =>
        pointer switch
        {
            "/" => [.. answer.AsArray().Select(item => item!.ToJsonString())],
            "*" => [.. answer.AsObject().Where(member => member.Value is JsonObject).Select(member => member.Key)],
            _ => [.. answer[pointer.TrimStart('/')]!.AsArray().Select(item => item!.ToJsonString())],
        };

    private static void Set(PlannedRequest request, SpecNode paging, string part, int value)
    {
        var name = paging.String(part)!;
        var text = value.ToString(CultureInfo.InvariantCulture);
        if (paging.String("in") == "query")
        {
            request.Parameters[(ParameterLocation.Query, name)] = text;
            return;
        }

        // Members that are texts take the number as a text.
        request.Body ??= new JsonObject();
        var property = request.Operation.Body!.Schemas.Values.First().ActualProperties[name].ActualTypeSchema;
        request.Body[name] = property.Type.HasFlag(NJsonSchema.JsonObjectType.String) ? JsonValue.Create(text) : JsonValue.Create(value);
    }
}
