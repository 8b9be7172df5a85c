namespace KoreXo.Runtime;

/// <summary>Makes of the answer to an attempt what the call gives.</summary>
internal delegate ValueTask<T> Receive<T>(CallState call, HttpResponseMessage response, CancellationToken cancellationToken);
