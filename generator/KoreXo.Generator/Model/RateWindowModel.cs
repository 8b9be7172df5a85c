namespace KoreXo.Generator.Model;

internal sealed record RateWindowModel(int Calls, int Seconds);
