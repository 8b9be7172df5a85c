namespace KoreXo.Runtime;

/// <summary>Converts the response to an attempt into the result of the call.</summary>
internal delegate ValueTask<T> Receive<T>(CallState call, HttpResponseMessage response, CancellationToken cancellationToken);
