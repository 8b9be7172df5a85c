using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace KoreXo.Runtime.Tests;

/// <summary>An in-memory server that returns the numbers from 0 in pages, and lies about them as planned.</summary>
internal sealed class LyingServer(ListPlan plan) : HttpMessageHandler
{
    private const int Most = 400;

    public int Requests { get; private set; }

    /// <summary>Gets a value indicating whether the last response signaled that there is more.</summary>
    public bool SaysMore { get; private set; }

    /// <summary>Gets the total number of items that the last response reported.</summary>
    public int? LastTotal { get; private set; }

    /// <summary>Gets the number of items in the last response.</summary>
    public int LastCount { get; private set; }

    public PagingDescriptor Paging =>
        new()
        {
            Style = plan.Style,
            In = plan.In,
            Position = "at",
            Size = plan.Size is null ? null : "size",
            MaxSize = plan.Size,
            Start = plan.Style == PagingStyle.Page ? 1 : 0,
            Items = plan.Answer switch
            {
                ListPlan.Shape.Array => "/",
                ListPlan.Shape.Keyed => "*",
                _ => "/rows",
            },
            Beside = ["more", "total"],
            More = plan.HasSigns && plan.More != ListPlan.Sign.Absent ? "/more" : null,
            Total = plan.HasSigns && plan.Total != ListPlan.Sign.Absent ? "/total" : null,
        };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.True(++Requests < Most, "The list is requested endlessly.");
        var status = plan.FaultEach > 0 && Requests % plan.FaultEach == 0 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK;
        var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
        var body = plan.In == PagingLocation.Body ? JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))! : null;
        Assert.Equal("yes", body is null ? query["filter"] : body["filter"]!.GetValue<string>());
        var size = body?["size"]?.ToString() ?? query["size"];
        Assert.Equal(plan.Size?.ToString(CultureInfo.InvariantCulture), size); // the largest, because nobody requested less
        var text = status == HttpStatusCode.OK ? Answer(body?["at"]?.ToString() ?? query["at"]).ToJsonString() : "";
        return new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
    }

    private JsonNode Answer(string? position)
    {
        var length = Math.Min(plan.Size ?? plan.Cap, plan.Cap);
        var place = (position ?? "0:0").Split(':');
        var number = int.Parse(place[0], CultureInfo.InvariantCulture);
        var isEmpty = plan.Style == PagingStyle.Cursor && int.Parse(place[1], CultureInfo.InvariantCulture) < plan.Empty;
        var from = Shift(plan.Style == PagingStyle.Page ? (number - 1) * length : number, length);
        var items = isEmpty ? [] : Enumerable.Range(from, Math.Clamp(plan.Count - from, 0, length)).ToList();
        var isEnd = !isEmpty && from + items.Count >= plan.Count;
        LastCount = items.Count;
        return plan.Answer == ListPlan.Shape.Array
            ? Bare(items)
            : Signed(
                items,
                isEnd,
                isEmpty ? $"{number}:{int.Parse(place[1], CultureInfo.InvariantCulture) + 1}" : $"{from + Math.Max(items.Count, 1)}:0"
            );
    }

    private int Shift(int from, int length) =>
        plan.Beyond switch
        {
            ListPlan.Behind.HeedsNoPosition => 0,
            ListPlan.Behind.LastPage when from >= plan.Count => Math.Max(plan.Count - 1, 0) / length * length,
            ListPlan.Behind.FirstPageAgain when from >= plan.Count => 0,
            _ => from,
        };

    private JsonArray Bare(List<int> items)
    {
        SaysMore = items.Count > 0 && !(items.Count < plan.Size);
        return new JsonArray([.. items.Select(item => (JsonNode)item)]);
    }

    private JsonObject Signed(List<int> items, bool isEnd, string cursor)
    {
        var answer =
            plan.Answer == ListPlan.Shape.Keyed
                ? new JsonObject(items.Select(item => KeyValuePair.Create($"k{item}", (JsonNode?)item)))
                : new JsonObject { ["rows"] = new JsonArray([.. items.Select(item => (JsonNode)item)]) };
        var more = plan.More switch
        {
            ListPlan.Sign.Always => true,
            ListPlan.Sign.Never => false,
            _ => !isEnd,
        };
        var total = plan.Total switch
        {
            ListPlan.Sign.Always => plan.Count + 7,
            ListPlan.Sign.Never => plan.Count / 2,
            _ => plan.Count,
        };
        if (Paging.More is not null)
        {
            answer["more"] = plan.Style == PagingStyle.Cursor ? (more ? cursor : null) : more;
        }

        if (Paging.Total is not null)
        {
            answer["total"] = total;
        }

        var knowsMore = Paging.More is null ? !(items.Count < plan.Size) : more;
        LastTotal = Paging.Total is null ? null : total;
        SaysMore = (items.Count > 0 || plan.Style == PagingStyle.Cursor) && knowsMore;
        return answer;
    }
}
