using System.Globalization;
using System.Text;
using System.Text.Json;
using KoreXo.OpenApi.Text;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Seeding;

/// <summary>Reads a seed and validates it against the schema that editors also use.</summary>
internal static class SeedReader
{
    private const string SchemaName = "seed.schema.json";

    private static readonly Lazy<Task<JsonSchema>> Schema = new(ReadSchemaAsync);

    /// <exception cref="FormatException">The seed is not JSON, or violates the schema or the platform's rules. The message has one line for
    /// each error.</exception>
    public static async Task<JsonElement> ReadAsync(string json, XoSimulator platform, CancellationToken cancellationToken)
    {
        var seed = Parse(json);
        var places = ReadPlaces(json, cancellationToken);
        var schema = await Schema.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        var errors = SchemaCheck.Find(schema, ValidationTree.From(seed)).Select(error => new SeedError(error.Pointer, error.Text)).ToList();

        // The rules rely on the shape that the schema guarantees, so they are only checked where it holds. Someone with errors of both
        // kinds sees the second kind after the first is corrected.
        if (errors.Count == 0)
        {
            errors.AddRange(SeedRules.Check(seed, platform));
        }

        return errors.Count == 0
            ? seed
            : throw new FormatException(
                string.Join('\n', errors.Select(error => Describe(error, places)).Distinct(StringComparer.Ordinal))
            );
    }

    private static JsonElement Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            var reason = end < 0 ? error.Message : error.Message[..end];
            throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"line {error.LineNumber + 1}, column {error.BytePositionInLine + 1}: not valid JSON: {reason}"
                ),
                error
            );
        }
    }

    // Read twice: JsonDocument keeps no positions, and the reader of OpenAPI documents, which does, has its own tree. A seed is small and
    // read once.
    private static SpecNode ReadPlaces(string json, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSpecReader.Read(json, cancellationToken);
        }
        catch (SpecFormatException error)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"line {error.Line + 1}, {error.Pointer}: {error.Message}."),
                error
            );
        }
    }

    private static string Describe(SeedError error, SpecNode places)
    {
        // A missing member has no line, but its parent object does.
        var pointer = error.Pointer;
        var node = places.Find(pointer);
        while (node is null && pointer.Length > 0)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
            node = places.Find(pointer);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {(node ?? places).Line + 1}, {(error.Pointer.Length == 0 ? "the whole" : error.Pointer)}: {error.Text}."
        );
    }

    private static async Task<JsonSchema> ReadSchemaAsync()
    {
        using var reader = new StreamReader(typeof(SeedReader).Assembly.GetManifestResourceStream(SchemaName)!, Encoding.UTF8);
        return await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync().ConfigureAwait(false)).ConfigureAwait(false);
    }
}
