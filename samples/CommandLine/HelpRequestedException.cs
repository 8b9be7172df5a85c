namespace KoreXo.Samples;

/// <summary>Ends the reading of a command line that asks for help.</summary>
internal sealed class HelpRequestedException : Exception;
