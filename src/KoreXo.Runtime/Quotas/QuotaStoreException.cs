namespace KoreXo.Runtime;

/// <summary>A store failed an operation that a call depends on; becomes the failure of that call.</summary>
internal sealed class QuotaStoreException(string store, Exception fault)
    : Exception(
        fault is TimeoutException ? $"{store} did not respond in time" : $"{store} threw {fault.GetType().Name}, see the inner exception",
        fault
    );
