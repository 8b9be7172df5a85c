using System.Text.Json;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Calls.Output;

/// <summary>
/// Writes comma-separated values (RFC 4180). The columns are the members that the document declares for an item, and those of the first
/// page; nested values are JSON.
/// </summary>
internal sealed class CsvWriter(TextWriter output, TextWriter remarks, IReadOnlyList<string> declared) : ResultWriter(output)
{
    private readonly HashSet<string> _without = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? _columns;

    public override async Task WriteAsync(JsonElement result, CancellationToken cancellationToken)
    {
        await WriteItemsAsync(Rows(result), cancellationToken);
        await EndAsync(cancellationToken);
    }

    public override async Task WriteItemsAsync(IReadOnlyList<JsonElement> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            // A page may be empty and others follow; the first item decides.
            return;
        }

        if (_columns is null)
        {
            _columns = [.. declared, .. TabularRows.Columns(declared, items).Except(declared, StringComparer.Ordinal)];
            await WriteLineAsync(_columns, cancellationToken);
        }

        foreach (var item in items)
        {
            foreach (var member in TabularRows.Members(item).Where(member => !_columns.Contains(member.Name, StringComparer.Ordinal)))
            {
                if (_without.Add(member.Name))
                {
                    await remarks.WriteLineAsync(
                        $"korexo: '{ShownText.From(member.Name)}' first occurs after the first page, so it has no column; use --output jsonl to keep it."
                    );
                }
            }

            await WriteLineAsync(_columns.Select(column => Field(TabularRows.Cell(item, column))), cancellationToken);
        }
    }

    public override Task EndAsync(CancellationToken cancellationToken) =>
        _columns is null ? WriteLineAsync(declared.Count > 0 ? declared : [TabularRows.Value], cancellationToken) : Task.CompletedTask;

    private Task WriteLineAsync(IEnumerable<string> fields, CancellationToken cancellationToken) =>
        Output.WriteAsync($"{string.Join(',', fields.Select(Quote))}\r\n".AsMemory(), cancellationToken);

    private static string Field(JsonElement? value) =>
        value switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => "",
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { } other => Text(other, indented: false),
        };

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
