using System.Net;
using System.Text;

namespace KoreXo.Testing.Http;

/// <summary>A transport that sends nothing: it keeps the requests and gives prepared answers, the last one again and again.</summary>
public class RecordingHandler(params string[] answers) : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    public string MediaType { get; init; } = "application/json";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request
            .Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? [])
            .ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        _requests.Add(new RecordedRequest($"{request.Method} {request.RequestUri!.PathAndQuery}", headers, body));
        var answer = answers.Length == 0 ? "{}" : answers[Math.Min(_requests.Count, answers.Length) - 1];
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(answer, Encoding.UTF8, MediaType),
            RequestMessage = request,
        };
    }
}
