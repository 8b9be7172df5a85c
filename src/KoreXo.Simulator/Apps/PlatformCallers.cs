using KoreXo.Simulator.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KoreXo.Simulator;

/// <summary>Callers of the platform, who send a signed token in a header.</summary>
internal sealed class PlatformCallers(TokenVerifier tokens) : ICallerCheck
{
    public async Task<SimulatedApp?> VerifyAsync(ApiOperation operation, HttpRequest request) =>
        operation.Token is { } place ? await tokens.VerifyAsync(place, request.Headers[place.Header]).ConfigureAwait(false) : null;

    public StringValues Sent(ApiOperation operation, HttpRequest request) =>
        operation.Token is { } place ? request.Headers[place.Header] : default;
}
