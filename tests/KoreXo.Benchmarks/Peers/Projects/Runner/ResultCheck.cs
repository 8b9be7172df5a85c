using System.Text.Json.Nodes;

namespace Peers;

/// <summary>Fails unless every client sends the same requests and decodes the same values. Prints what is sent differently.</summary>
internal static class ResultCheck
{
    public static async Task<int> RunAsync()
    {
        foreach (var kind in Kind.All)
        {
            var (values, request) = await CallAsync(Client.All[0], kind);
            if (
                values.Count
                    != (
                        kind == Kind.Some ? 207
                        : kind == Kind.Many ? 3000
                        : 1
                    )
                || values.Distinct().Count() != values.Count
            )
            {
                throw new InvalidDataException($"{kind.Name}: {values.Count} values.");
            }

            foreach (var client in Client.All.Skip(1))
            {
                var (others, sent) = await CallAsync(client, kind);
                if (!values.SequenceEqual(others))
                {
                    var difference = values.Zip(others).FirstOrDefault(static pair => pair.First != pair.Second);
                    throw new InvalidDataException($"{client.Name} reads {difference.Second}, where others read {difference.First}.");
                }

                if (sent.Line != request.Line || sent.Key != request.Key)
                {
                    throw new InvalidDataException($"{client.Name} sends {sent}, where others send {request}.");
                }

                if (!JsonNode.DeepEquals(Parse(sent.Body), Parse(request.Body)))
                {
                    Console.WriteLine($"{client.Name}|{kind.Name}|{sent.Body}|{request.Body}");
                }
            }
        }

        return 0;
    }

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);

    private static async Task<(IReadOnlyList<PetValues> Values, SentRequest Request)> CallAsync(Client client, Kind kind)
    {
        var recorder = new Recorder(PetResponses.Transport(kind.Response));
        var store = client.Create("https://petstore.example.com", recorder);
        var call = kind.Send(store);
        await call;
        return (store.Read(call), recorder.Sent!);
    }
}
