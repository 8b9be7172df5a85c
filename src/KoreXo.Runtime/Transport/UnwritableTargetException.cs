namespace KoreXo.Runtime;

/// <summary>
/// What a download is written to refused it. It passes the transport as what it is: the server is not to blame, and asking it again does
/// not help.
/// </summary>
internal sealed class UnwritableTargetException(Exception fault) : Exception(fault.Message, fault);
