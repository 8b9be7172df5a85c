using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KoreXo.Cli.Calls.Output;

/// <summary>Writes the result of a call, or the items of a list as they arrive.</summary>
internal abstract class ResultWriter(TextWriter output)
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonWriterOptions OneLine = Indented with { Indented = false };

    protected TextWriter Output { get; } = output;

    /// <param name="format">The format.</param>
    /// <param name="output">Receives the result.</param>
    /// <param name="remarks">Receives what the format cannot express.</param>
    /// <param name="columns">The members of an item that the document declares, in its order.</param>
    public static ResultWriter Create(OutputFormat format, TextWriter output, TextWriter remarks, IReadOnlyList<string> columns) =>
        format switch
        {
            OutputFormat.Jsonl => new JsonLinesWriter(output),
            OutputFormat.Csv => new CsvWriter(output, remarks, columns),
            OutputFormat.Table => new TableWriter(output, columns),
            _ => new JsonWriter(output),
        };

    /// <summary>Writes the whole result of a call that is no list.</summary>
    public abstract Task WriteAsync(JsonElement result, CancellationToken cancellationToken);

    /// <summary>Begins a list.</summary>
    public virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes the items of a page.</summary>
    public abstract Task WriteItemsAsync(IReadOnlyList<JsonElement> items, CancellationToken cancellationToken);

    /// <summary>Ends a list.</summary>
    public virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Returns the rows of a result: the items of an array, or the value itself.</summary>
    protected static IReadOnlyList<JsonElement> Rows(JsonElement result) =>
        result.ValueKind == JsonValueKind.Array ? [.. result.EnumerateArray()] : [result];

    protected static string Text(JsonElement value, bool indented)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, indented ? Indented : OneLine))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
