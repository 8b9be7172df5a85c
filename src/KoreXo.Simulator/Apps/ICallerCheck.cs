using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KoreXo.Simulator;

/// <summary>Identifies the app of a request.</summary>
internal interface ICallerCheck
{
    /// <summary>Returns the app; null if the operation requires none.</summary>
    /// <exception cref="RefusalException">401, with the reason.</exception>
    Task<SimulatedApp?> VerifyAsync(ApiOperation operation, HttpRequest request);

    /// <summary>Returns the credentials of a request as they were sent; empty if there are none.</summary>
    StringValues Sent(ApiOperation operation, HttpRequest request);
}
