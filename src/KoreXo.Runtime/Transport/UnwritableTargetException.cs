namespace KoreXo.Runtime;

/// <summary>
/// The target of a download failed. It passes through the transport unchanged: the server is not the cause, and retrying the request does
/// not help.
/// </summary>
internal sealed class UnwritableTargetException(Exception fault) : Exception(fault.Message, fault);
