using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>Writes the part of a list that a request asks for into the response of its operation.</summary>
internal static class ListPages
{
    private static readonly string[] Totals = ["total", "totalcount", "count", "totalitems", "size", "length"];
    private static readonly string[] Mores = ["hasmore", "hasnext", "more", "hasnextpage"];

    /// <param name="call">The request.</param>
    /// <param name="place">Where the items are.</param>
    /// <param name="schema">The schema of the response.</param>
    /// <param name="all">All items, in the form of the response.</param>
    /// <param name="frame">The response without its items.</param>
    public static JsonNode Write(OperationCall call, ListPlace place, JsonSchema schema, IReadOnlyList<JsonNode> all, JsonNode? frame)
    {
        var paging = call.Operation.Paging;
        var window = paging is null ? new PageWindow(0, int.MaxValue) : Window(call, paging);
        var page = window.Of(all);
        var items = new JsonArray([.. page.Items.Select(item => item.DeepClone())]);
        if (place.Pointer == "/")
        {
            return items;
        }

        var body = frame as JsonObject ?? [];
        if (place.Pointer == "*")
        {
            foreach (var item in items.ToList())
            {
                items.Remove(item);
                body[$"{body.Count + window.Skip + 1}"] = item;
            }
        }
        else
        {
            Set(body, place.Pointer, items);
        }

        Usual(body, schema, page);
        if (paging is { Total: { } total })
        {
            Set(body, total, JsonValue.Create(page.Total));
        }

        if (paging is { More: { } more })
        {
            Set(body, more, paging.Style == "cursor" ? Cursor(window, page) : JsonValue.Create(page.HasMore));
        }

        return body;
    }

    private static PageWindow Window(OperationCall call, XPaging paging)
    {
        var size = Math.Min(Number(call, paging, paging.Size) ?? paging.MaxSize ?? PageWindow.DefaultSize, paging.MaxSize ?? long.MaxValue);
        var position = paging.Style == "cursor" ? Position(call, paging) : Number(call, paging, paging.Position);
        return paging.Style switch
        {
            "page" => PageWindow.AtPage(position - paging.Start, size),
            "offset" => PageWindow.AtItem(position - paging.Start, size),
            _ => PageWindow.AtItem(position, size),
        };
    }

    private static long? Number(OperationCall call, XPaging paging, string? name) =>
        long.TryParse(Sent(call, paging, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // The first page instead would be read again and again by a client that damages cursors.
    /// <exception cref="RefusalException">400: it is none of the cursors that pages have.</exception>
    private static long? Position(OperationCall call, XPaging paging)
    {
        var cursor = Sent(call, paging, paging.Position);
        var start = call.Operation.Parameters.FirstOrDefault(parameter => parameter.Name == paging.Position)?.Schema.Default;
        return string.IsNullOrEmpty(cursor) || cursor == start?.ToString() ? null
            : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw RefusalException.BadRequest($"The cursor '{cursor}' is none that a page of this list has returned.");
    }

    private static string? Sent(OperationCall call, XPaging paging, string? name) =>
        name is null ? null
        : !paging.InBody ? call.Parameters.Optional(name)
        : call.Member(name) is { ValueKind: JsonValueKind.Number or JsonValueKind.String } member ? member.ToString()
        : null;

    /// <summary>Returns the position of the next page; null at the end.</summary>
    private static JsonValue? Cursor(PageWindow window, Page<JsonNode> page) =>
        page.HasMore ? JsonValue.Create($"{window.Skip + page.Items.Count}") : null;

    /// <summary>Sets the members by which lists usually say how long they are, where the document does not say which those are.</summary>
    private static void Usual(JsonObject body, JsonSchema schema, Page<JsonNode> page)
    {
        foreach (var (name, property) in SchemaMembers.All(schema))
        {
            JsonNode? value =
                property.ActualTypeSchema.Type.HasFlag(JsonObjectType.Integer)
                && Totals.Contains(ResourceSchema.Plain(name), StringComparer.Ordinal)
                    ? JsonValue.Create(page.Total)
                : property.ActualTypeSchema.Type.HasFlag(JsonObjectType.Boolean)
                && Mores.Contains(ResourceSchema.Plain(name), StringComparer.Ordinal)
                    ? JsonValue.Create(page.HasMore)
                : null;
            if (value is not null && SchemaAnswer.IsValid(property, value))
            {
                body[name] = value;
            }
        }
    }

    private static void Set(JsonObject body, string pointer, JsonNode? value)
    {
        var tokens = JsonPointer.Tokens(pointer).ToList();
        var at = body;
        foreach (var token in tokens.SkipLast(1))
        {
            if (at[token] is not JsonObject next)
            {
                at[token] = next = [];
            }

            at = next;
        }

        at[tokens[^1]] = value;
    }
}
