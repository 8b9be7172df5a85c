namespace KoreXo.Simulator.Documents;

/// <summary>A text by which the platform says that a request was refused for its rate, and the seconds after which to try again.</summary>
internal sealed record RefusalText(string Text, int Seconds);
