using System.Text;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Signs a request by the first requirement of its operation.</summary>
internal static class DocumentCredentials
{
    public static void Add(HttpRequestMessage request, ApiOperation operation, IReadOnlyList<SimulatedApp> apps)
    {
        foreach (var scheme in operation.Security.Count == 0 ? [] : operation.Security[0].Schemes)
        {
            var app = apps.FirstOrDefault(app => app.Credential == scheme.Scheme) ?? apps[0];
            switch (scheme.Kind)
            {
                case SchemeKind.KeyInHeader:
                    request.Headers.TryAddWithoutValidation(scheme.Name, app.ClientSecret);
                    break;
                case SchemeKind.KeyInQuery:
                    var mark = request.RequestUri!.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                    request.RequestUri = new Uri(
                        $"{request.RequestUri.OriginalString}{mark}{scheme.Name}={Uri.EscapeDataString(app.ClientSecret)}"
                    );
                    break;
                case SchemeKind.KeyInCookie:
                    request.Headers.TryAddWithoutValidation("Cookie", $"{scheme.Name}={Uri.EscapeDataString(app.ClientSecret)}");
                    break;
                case SchemeKind.Bearer:
                    request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {app.CreateToken(TimeSpan.FromHours(1))}");
                    break;
                case SchemeKind.Basic:
                    var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}"));
                    request.Headers.TryAddWithoutValidation("Authorization", $"Basic {pair}");
                    break;
                default:
                    break;
            }
        }
    }
}
