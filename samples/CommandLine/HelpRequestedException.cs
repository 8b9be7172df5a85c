namespace KoreXo.Samples;

/// <summary>Thrown when the command line requests help.</summary>
internal sealed class HelpRequestedException : Exception;
