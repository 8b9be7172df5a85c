using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// What is needed to follow a job from anywhere: the arguments of the status call, and the values that identify this run.
/// </summary>
/// <param name="Values">The arguments by target.</param>
/// <param name="Match">The values of this run by their location in the status.</param>
internal sealed record JobTicket(IReadOnlyDictionary<string, JsonAny> Values, IReadOnlyDictionary<string, JsonAny> Match)
{
    private const int Version = 1;
    private const string What = "resume token";

    public string Encode(string operation, TokenSignature signature) =>
        ContinuationToken.Encode(
            Version,
            operation,
            signature,
            this,
            static (writer, ticket) =>
            {
                writer.WriteStartObject("values");
                JsonWriting.Members(writer, ticket.Values, Codecs.Any);
                writer.WriteEndObject();
                if (ticket.Match.Count > 0)
                {
                    writer.WriteStartObject("match");
                    JsonWriting.Members(writer, ticket.Match, Codecs.Any);
                    writer.WriteEndObject();
                }
            }
        );

    /// <summary>Decodes a ticket.</summary>
    /// <exception cref="ArgumentException">The token is corrupt, not signed, or of another operation or version.</exception>
    public static JobTicket Decode(string token, string operation, TokenSignature signature, string parameter) =>
        ContinuationToken.Decode(
            token,
            What,
            Version,
            operation,
            signature,
            parameter,
            static json => new JobTicket(Members(json, "values"), Members(json, "match"))
        );

    private static Dictionary<string, JsonAny> Members(JsonElement root, string name)
    {
        var members = new Dictionary<string, JsonAny>(StringComparer.Ordinal);
        if (root.TryGetProperty(name, out var given) && given.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in given.EnumerateObject())
            {
                members[member.Name] = member.Value.Clone();
            }
        }

        return members;
    }
}
