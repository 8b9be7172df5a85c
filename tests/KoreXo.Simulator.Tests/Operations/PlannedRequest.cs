using System.Text;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>A request to an operation whose parts can still be changed.</summary>
internal sealed class PlannedRequest(ApiOperation operation)
{
    public ApiOperation Operation { get; } = operation;

    /// <summary>The values of parameters.</summary>
    public Dictionary<(ParameterLocation Place, string Name), string> Parameters { get; } = [];

    public JsonNode? Body { get; set; }

    /// <summary>The text to send where the body has <see cref="BodyPlaces.Mark"/>, for what a tree of JSON cannot hold.</summary>
    public string? Raw { get; set; }

    public string Target
    {
        get
        {
            var path = string.Join(
                '/',
                Operation
                    .Path.Split('/')
                    .Select(segment =>
                        segment.StartsWith('{') ? Uri.EscapeDataString(Parameters[(ParameterLocation.Path, segment[1..^1])]) : segment
                    )
            );
            var query = Parameters
                .Where(value => value.Key.Place == ParameterLocation.Query)
                .Select(value => $"{Uri.EscapeDataString(value.Key.Name)}={Uri.EscapeDataString(value.Value)}");
            var text = string.Join('&', query);
            return text.Length == 0 ? path : $"{path}?{text}";
        }
    }

    public async Task<TestCaller.Reply> SendAsync(TestCaller caller)
    {
        using var content = Content();
        return await caller.SendAsync(
            Operation.Method,
            Target,
            content,
            request =>
            {
                foreach (var header in Parameters.Where(value => value.Key.Place == ParameterLocation.Header))
                {
                    request.Headers.TryAddWithoutValidation(header.Key.Name, header.Value);
                }
            }
        );
    }

    private HttpContent? Content()
    {
        if (Operation.Body is not { } body || Body is null)
        {
            return null;
        }

        if (!body.Schemas.ContainsKey("multipart/form-data"))
        {
            return new StringContent(
                Body.ToJsonString().Replace($"\"{BodyPlaces.Mark}\"", Raw, StringComparison.Ordinal),
                Encoding.UTF8,
                "application/json"
            );
        }

        return new MultipartFormDataContent
        {
            { new ByteArrayContent("{}"u8.ToArray()), "file", "file.json" },
            { new StringContent("bulkImport"), "fileContext" },
            { new StringContent("json"), "fileExtension" },
        };
    }
}
