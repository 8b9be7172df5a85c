namespace KoreXo.Simulator.Knowledge;

/// <summary>A question that an extraction found.</summary>
internal sealed record ExtractedQuestion(string Id, string Question, string Answer);
