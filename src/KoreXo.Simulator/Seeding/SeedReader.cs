using System.Globalization;
using System.Text;
using System.Text.Json;
using KoreXo.Generator.Reading;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Seeding;

/// <summary>Reads a seed and holds it against the schema that editors use too.</summary>
internal static class SeedReader
{
    private const string SchemaName = "seed.schema.json";

    private static readonly Lazy<Task<JsonSchema>> Schema = new(ReadSchemaAsync);

    /// <exception cref="FormatException">The text is not JSON, or not what the schema and the platform allow; a line for each fault.</exception>
    public static async Task<JsonElement> ReadAsync(string json, XoSimulator platform, CancellationToken cancellationToken)
    {
        var seed = Parse(json);
        var places = ReadPlaces(json, cancellationToken);
        var schema = await Schema.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        var faults = SchemaCheck.Find(schema, ValidationTree.From(seed)).Select(fault => new SeedFault(fault.Pointer, fault.Text)).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(SeedRules.Check(seed, platform));
        }

        return faults.Count == 0 ? seed : throw new FormatException(string.Join('\n', faults.Select(fault => Describe(fault, places)).Distinct(StringComparer.Ordinal)));
    }

    private static JsonElement Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            var reason = end < 0 ? fault.Message : fault.Message[..end];
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}: not valid JSON: {reason}"), fault);
        }
    }

    private static SpecNode ReadPlaces(string json, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSpecReader.Read(json, cancellationToken);
        }
        catch (SpecFormatException fault)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"line {fault.Line + 1}, {fault.Pointer}: {fault.Message}."), fault);
        }
    }

    private static string Describe(SeedFault fault, SpecNode places)
    {
        // A member that is missing has no line; the object that it is missing in has.
        var pointer = fault.Pointer;
        var node = places.Find(pointer);
        while (node is null && pointer.Length > 0)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
            node = places.Find(pointer);
        }

        return string.Create(CultureInfo.InvariantCulture, $"line {(node ?? places).Line + 1}, {(fault.Pointer.Length == 0 ? "the whole" : fault.Pointer)}: {fault.Text}.");
    }

    private static async Task<JsonSchema> ReadSchemaAsync()
    {
        using var reader = new StreamReader(typeof(SeedReader).Assembly.GetManifestResourceStream(SchemaName)!, Encoding.UTF8);
        return await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync().ConfigureAwait(false)).ConfigureAwait(false);
    }
}
